import type {Dataset} from '../../../model/dataset.ts'
import type {Version} from '../../../model/version.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {address} from '../address.ts'
import {Icon} from '../part/icons.tsx'
import {Moment, SampleMark, Say, SimulatedMark} from '../part/text.tsx'
import type {Voice} from '../voice.ts'

/** Every file of the newest version, the promised ones first. */
export function Downloads({latest, voice}: {latest: Version; voice: Voice}) {
  const files = [...latest.distributions].sort(
    (one, other) => Number(other.promised) - Number(one.promised),
  )
  return (
    <>
      <div class="scroll">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{voice.say(words.format)}</th>
              <th scope="col" class="number">
                {voice.say(words.size)}
              </th>
              <th scope="col">{voice.say(words.checksum)}</th>
            </tr>
          </thead>
          <tbody>
            {files.map(({format, byteSize, checksum, promised}) => (
              <tr key={format}>
                <th scope="row">
                  <a class="file" href={address.latestFile(latest.dataset, format)}>
                    <Icon name="download" /> {formatName(format)}
                  </a>{' '}
                  {promised && <span class="tag tag-promised">{voice.say(words.promised)}</span>}
                </th>
                <td class="number">{voice.bytes(byteSize)}</td>
                <td>
                  <code class="hash">{checksum}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="soft">{voice.say(words.sameCells, {parity: latest.parity})}</p>
    </>
  )
}

/** A format as its readers write it. */
export function formatName(format: string): string {
  return format === 'parquet' ? 'Parquet' : format.toUpperCase()
}

/** Every version, newest first, tombstones included, and a form to compare any two. */
export function Versions({
  dataset,
  versions,
  voice,
}: {
  dataset: Dataset
  versions: readonly Version[]
  voice: Voice
}) {
  const shown = versions.filter(({withdrawn}) => !withdrawn)
  return (
    <>
      <div class="scroll">
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{voice.say(words.version)}</th>
              <th scope="col">{voice.say(words.covers)}</th>
              <th scope="col">{voice.say(words.issued)}</th>
              <th scope="col" class="number">
                {voice.say(words.rowCount)}
              </th>
              <th scope="col">{voice.say(words.files)}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map(version => (
              <VersionRow key={version.version} version={version} voice={voice} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length > 1 && (
        <CompareForm
          dataset={dataset}
          versions={shown}
          from={shown[1]!.version}
          to={shown[0]!.version}
          voice={voice}
        />
      )}
    </>
  )
}

function VersionRow({version, voice}: {version: Version; voice: Voice}) {
  const {dataset, kind, withdrawn, period, sample, simulated} = version
  return (
    <tr>
      <th scope="row">
        <code>{version.version}</code>{' '}
        {withdrawn && <span class="tag">{voice.say(words.withdrawn)}</span>}
        {kind !== 'update' && <span class="tag">{voice.say(words[kind])}</span>}{' '}
        {sample && <SampleMark voice={voice} />} {simulated && <SimulatedMark voice={voice} />}
      </th>
      <td>{period !== null && voice.period(period)}</td>
      <td>
        <Moment at={version.issued} voice={voice} />
      </td>
      <td class="number">{voice.number(version.rows)}</td>
      <td>
        {!withdrawn &&
          version.distributions.map(({format}) => (
            <a
              key={format}
              class="listed"
              href={address.versionFile(dataset, version.version, format)}
            >
              {formatName(format)}
            </a>
          ))}
      </td>
    </tr>
  )
}

interface CompareParts {
  readonly dataset: Dataset
  readonly versions: readonly Version[]
  readonly from: string
  readonly to: string
  readonly voice: Voice
}

/** Two lists of versions and a button: any two can be compared. */
export function CompareForm({dataset, versions, from, to, voice}: CompareParts) {
  const action = `${address.dataset(voice.language, dataset.id)}/compare`
  return (
    <form class="compare" action={action} method="get" aria-label={voice.say(words.compareTitle)}>
      {(['from', 'to'] as const).map(side => (
        <label key={side}>
          <span>{voice.say(words[side])}</span>
          <select name={side}>
            {versions.map(({version, period}) => (
              <option
                key={version}
                value={version}
                selected={version === (side === 'from' ? from : to)}
              >
                {period === null ? version : `${voice.period(period)} · ${version}`}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">
        <Icon name="compare" /> {voice.say(words.compare)}
      </button>
    </form>
  )
}

/** What the department says of its own figures, kept with the version. */
export function Footnotes({latest, voice}: {latest: Version; voice: Voice}) {
  const own = latest.sourceFootnotes
  if (latest.footnotes.length === 0 && own.length === 0) return null
  return (
    <>
      <h3>{voice.say(words.footnotes)}</h3>
      <ul class="plain footnotes">
        {latest.footnotes.map(({mark, text}) => (
          <li key={`${mark ?? ''}${voice.plain(text)}`}>
            {mark && <sup>{mark}</sup>} <Say text={text} voice={voice} />
          </li>
        ))}
        {own.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
