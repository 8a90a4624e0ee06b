import type {Diff, DiffRow} from '../../../catalog/diff.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Version} from '../../../model/version.ts'
import {dataset as datasetWords, comparison as words} from '../../../text/labels-dataset.ts'
import {frame} from '../../../text/labels-frame.ts'
import {address} from '../address.ts'
import {CompareForm} from '../dataset/downloads.tsx'
import type {Page, Setting} from '../frame.tsx'
import {SampleMark, Say, SimulatedMark} from '../part/text.tsx'
import type {Voice} from '../voice.ts'

/** Two versions of a dataset and what differs between them; null: the two were not found. */
export interface CompareData {
  readonly dataset: Dataset
  readonly versions: readonly Version[]
  readonly from: Version | null
  readonly to: Version | null
  readonly diff: Diff | null
}

/** What joined, left and changed between any two versions. */
export function comparePage(data: CompareData, setting: Setting): Page {
  const {voice} = setting
  const {dataset, versions, from, to, diff} = data
  const title = voice.say(words.title)
  return {
    title: `${title} · ${voice.plain(dataset.shortTitle)}`,
    section: 'datasets',
    path: [
      {title: voice.say(frame.datasets), href: address.datasets(voice.language)},
      {
        title: voice.plain(dataset.shortTitle),
        href: address.dataset(voice.language, dataset.id),
      },
    ],
    content: (
      <>
        <h1>
          {title} <small class="soft">{voice.plain(dataset.shortTitle)}</small>
        </h1>
        <CompareForm
          dataset={dataset}
          versions={versions.filter(({withdrawn}) => !withdrawn)}
          from={from?.version ?? ''}
          to={to?.version ?? ''}
          voice={voice}
        />
        {diff && from && to ? (
          <Differences data={{...data, diff, from, to}} voice={voice} />
        ) : (
          <p class="notice">{voice.say(words.unknown)}</p>
        )}
      </>
    ),
  }
}

interface Compared {
  readonly dataset: Dataset
  readonly diff: Diff
  readonly from: Version
  readonly to: Version
}

const counted = ['joined', 'left', 'changed', 'unchanged'] as const

function Differences({data: {dataset, diff, from, to}, voice}: {data: Compared; voice: Voice}) {
  const {rows, fields, key, examples} = diff
  const differences = rows.joined + rows.left + rows.changed
  const same = differences === 0 && fields.added.length === 0 && fields.removed.length === 0
  return (
    <>
      <p>
        {voice.say(words.between, {from: nameOf(from, voice), to: nameOf(to, voice)})}{' '}
        {(from.sample || to.sample) && <SampleMark voice={voice} />}{' '}
        {(from.simulated || to.simulated) && <SimulatedMark voice={voice} />}
      </p>
      <p class="soft">
        {key.length > 0
          ? voice.say(words.byKey, {key: key.join(voice.say(frame.comma))})
          : voice.say(words.noKey)}
      </p>
      <dl class="strip">
        {counted.map(change => (
          <div key={change}>
            <dt>{voice.say(words[change])}</dt>
            <dd>
              <b>{voice.number(rows[change])}</b>
            </dd>
          </div>
        ))}
      </dl>
      {fields.added.length > 0 && (
        <p>
          {voice.say(words.fieldsAdded)}
          {voice.say(frame.colon)}
          {fields.added.join(voice.say(frame.comma))}
        </p>
      )}
      {fields.removed.length > 0 && (
        <p>
          {voice.say(words.fieldsRemoved)}
          {voice.say(frame.colon)}
          {fields.removed.join(voice.say(frame.comma))}
        </p>
      )}
      {same && <p class="notice">{voice.say(words.same)}</p>}
      {examples.length > 0 && (
        <ExampleTable examples={examples} total={differences} dataset={dataset} voice={voice} />
      )}
    </>
  )
}

function nameOf({version, period}: Version, voice: Voice): string {
  return period === null ? version : voice.period(period)
}

interface ExampleParts {
  readonly examples: readonly DiffRow[]
  readonly total: number
  readonly dataset: Dataset
  readonly voice: Voice
}

function ExampleTable({examples, total, dataset, voice}: ExampleParts) {
  return (
    <div class="scroll">
      <table class="data">
        <caption>
          {voice.say(words.examples, {
            n: voice.number(examples.length),
            m: voice.number(total),
          })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{voice.say(words.change)}</th>
            <th scope="col">{voice.say(words.row)}</th>
            <th scope="col">{voice.say(words.cells)}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((example, index) => (
            // The same row may differ twice where there is no key.
            <tr key={index}>
              <td>
                <strong class={`change change-${example.change}`}>
                  {voice.say(words[example.change])}
                </strong>
              </td>
              <th scope="row">
                {Object.entries(example.key).map(([field, value]) => (
                  <span key={field} class="pair">
                    <small class="soft">
                      <FieldTitle dataset={dataset} name={field} voice={voice} />
                    </small>{' '}
                    {value ?? voice.say(datasetWords.empty)}
                  </span>
                ))}
              </th>
              <td>
                {example.cells.map(({field, before, after}) => (
                  <span key={field} class="pair">
                    <small class="soft">
                      <FieldTitle dataset={dataset} name={field} voice={voice} />
                    </small>{' '}
                    <del>{before ?? voice.say(datasetWords.empty)}</del> →{' '}
                    <ins>{after ?? voice.say(datasetWords.empty)}</ins>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FieldTitle({dataset, name, voice}: {dataset: Dataset; name: string; voice: Voice}) {
  const field = dataset.tableSchema.fields.find(candidate => candidate.name === name)
  return field ? <Say text={field.title} voice={voice} /> : name
}
