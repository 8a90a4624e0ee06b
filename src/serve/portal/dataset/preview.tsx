import type {Cell, Row} from '../../../catalog/rows.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Field} from '../../../model/table-schema.ts'
import type {Version} from '../../../model/version.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {address} from '../address.ts'
import {Icon} from '../part/icons.tsx'
import {Say} from '../part/text.tsx'
import type {Voice} from '../voice.ts'
import type {Preview} from './data.ts'

// A cell longer than this is cut in the preview; the files hold it whole.
const cellMax = 400

interface PreviewParts {
  readonly dataset: Dataset
  readonly latest: Version
  readonly preview: Preview
  readonly voice: Voice
}

/** The first rows of the newest version, as they are published; or those a reader looks for. */
export function PreviewSection(parts: PreviewParts) {
  const {latest, preview, voice} = parts
  const cut = preview.find !== '' && preview.scanned < latest.rows
  return (
    <>
      <FindForm {...parts} />
      {cut && (
        <p class="soft">{voice.say(words.foundAmong, {scanned: voice.number(preview.scanned)})}</p>
      )}
      <PreviewTable {...parts} />
    </>
  )
}

/** "Is X on the list?" is the first question to a register. */
function FindForm({dataset, preview, voice}: PreviewParts) {
  const action = `${address.dataset(voice.language, dataset.id)}#preview`
  return (
    <form class="compare" action={action} method="get">
      <label>
        <span>{voice.say(words.find)}</span>
        <input type="search" name="find" value={preview.find} maxLength={100} />
      </label>
      <button type="submit">
        <Icon name="search" /> {voice.say(words.findDo)}
      </button>
      {preview.find !== '' && <a href={action}>{voice.say(words.findAll)}</a>}
    </form>
  )
}

function captionOf({dataset, latest, preview, voice}: PreviewParts): string {
  const {find, rows, found} = preview
  const whole = rows.length < latest.rows ? words.previewCaption : words.previewAll
  return voice.say(find === '' ? whole : words.foundCaption, {
    n: voice.number(rows.length),
    m: voice.number(latest.rows),
    found: voice.number(found),
    find,
    title: voice.plain(dataset.shortTitle),
    version: latest.version,
  })
}

function PreviewTable(parts: PreviewParts) {
  const {dataset, latest, voice} = parts
  const {rows} = parts.preview
  const fields = publishedFields(dataset, latest)
  const caption = captionOf(parts)
  return (
    // A scrolling region must be reachable by keyboard: WCAG 2.1.1.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section class="scroll preview" aria-label={caption} tabIndex={0}>
      <table class="data">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {fields.map(field => (
              <th key={field.name} scope="col" class={shapeOf(field, rows)}>
                <Say text={field.title} voice={voice} />
                {field.unit && (
                  <small class="soft unit">
                    <Say text={field.unit} voice={voice} />
                  </small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Rows are shown once, in file order: their place is their identity.
            <tr key={index}>
              {fields.map(field => (
                <td key={field.name} class={isNumber(field) ? 'number' : undefined}>
                  <CellText cell={row[field.name] ?? null} field={field} voice={voice} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

// Beyond so many characters a column gets room for a sentence, lest a row be a tower of words.
const sentence = 24

function shapeOf(field: Field, rows: readonly Row[]): string | undefined {
  if (isNumber(field)) return 'number'
  return rows.some(row => String(row[field.name] ?? '').length > sentence) ? 'wide' : undefined
}

/** Fields as this version holds them: personal ones that are not published are not among them. */
export function publishedFields(dataset: Dataset, version: Version): Field[] {
  return version.fields.flatMap(
    name => dataset.tableSchema.fields.find(field => field.name === name) ?? [],
  )
}

/** Whether the column holds quantities, which stand to the right and are grouped by thousands. */
export function isNumber(field: Field): boolean {
  return (field.type === 'integer' || field.type === 'number') && field.role !== 'key'
}

/** One cell as text: never interpreted, at most so long. */
export function CellText({cell, field, voice}: {cell: Cell; field: Field; voice: Voice}) {
  if (cell === null || cell === '') {
    return (
      <span class="soft" title={voice.say(words.empty)}>
        –
      </span>
    )
  }
  if (typeof cell === 'boolean') return <>{voice.say(cell ? words.yes : words.no)}</>
  if (isNumber(field) && field.role !== 'period') return <>{voice.number(cell)}</>
  const text = String(cell)
  return <>{text.length > cellMax ? `${text.slice(0, cellMax)}…` : text}</>
}
