import type {Cell, Row} from '../../../catalog/rows.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Field} from '../../../model/table-schema.ts'
import type {Version} from '../../../model/version.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {Say} from '../part/text.tsx'
import type {Voice} from '../voice.ts'

// A cell longer than this is cut in the preview; the files hold it whole.
const cellMax = 400

/** The first rows of the newest version, as they are published. */
export function PreviewTable({
  dataset,
  latest,
  rows,
  voice,
}: {
  dataset: Dataset
  latest: Version
  rows: readonly Row[]
  voice: Voice
}) {
  const fields = publishedFields(dataset, latest)
  const caption = voice.say(rows.length < latest.rows ? words.previewCaption : words.previewAll, {
    n: voice.number(rows.length),
    m: voice.number(latest.rows),
    title: voice.plain(dataset.shortTitle),
    version: latest.version,
  })
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
