import type {Dialect} from '../model/table-schema.ts'
import {Problem} from '../text/problem.ts'
import {isBlank, isBlankCell, type Row} from './rows.ts'
import type {Tally} from './tally.ts'

/** Rows before the table's body, and the body still to be read. */
export interface Split {
  readonly head: readonly Row[]
  readonly body: AsyncIterable<readonly Row[]>
}

/**
 * Reads the first rows of a part at once and leaves the rest to stream.
 * @throws Problem heading-not-found if there are fewer rows
 */
export async function splitHead(
  batches: AsyncIterable<readonly Row[]>,
  count: number,
): Promise<Split> {
  const source = batches[Symbol.asyncIterator]()
  let rows: readonly Row[] = []
  while (rows.length < count) {
    const next = await source.next()
    if (next.done) throw new Problem('heading-not-found', {row: count})
    rows = [...rows, ...next.value]
  }
  const rest = rows.slice(count)
  async function* body(): AsyncGenerator<readonly Row[]> {
    if (rest.length > 0) yield rest
    yield* {[Symbol.asyncIterator]: () => source}
  }
  return {head: rows.slice(0, count), body: body()}
}

/**
 * Ends the table at the first row whose first cell begins with a footnote mark. That row and those
 * after it are put in `footnotes`, one text a row.
 */
export async function* untilFootnotes(
  batches: AsyncIterable<readonly Row[]>,
  marks: readonly string[],
  footnotes: string[],
): AsyncGenerator<readonly Row[]> {
  let ended = false
  for await (const batch of batches) {
    const end = ended ? 0 : batch.findIndex(row => beginsFootnote(row, marks))
    const body = end < 0 ? batch : batch.slice(0, end)
    if (end >= 0) {
      ended = true
      footnotes.push(...batch.slice(end).map(textOf).filter(Boolean))
    }
    if (body.length > 0) yield body
  }
}

function beginsFootnote({cells}: Row, marks: readonly string[]): boolean {
  const first = cells[0]?.trimStart() ?? ''
  return marks.some(mark => first.startsWith(mark))
}

function textOf({cells}: Row): string {
  return cells
    .filter(cell => !isBlankCell(cell))
    .map(cell => cell!.trim())
    .join(' ')
}

/** What the rows of a part are measured against. */
export interface Shape {
  readonly width: number
  /** CSV: a short row is a broken row. A workbook or a JSON object just leaves out what is empty. */
  readonly everyCellWritten: boolean
}

/** Leaves out blank rows, and counts them and the rows that are too long or too short. */
export async function* rectangular(
  batches: AsyncIterable<readonly Row[]>,
  shape: Shape,
  tally: Tally,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) {
    const held = batch.filter(row => !isBlank(row.cells))
    if (held.length < batch.length) countBlank(batch, tally)
    for (const row of held) measure(row, shape, tally)
    yield held
  }
}

function countBlank(batch: readonly Row[], tally: Tally): void {
  for (const {cells, line} of batch)
    if (isBlank(cells)) tally.add('blank-row', 'notes', {row: line})
}

function measure({cells, line}: Row, {width, everyCellWritten}: Shape, tally: Tally): void {
  // Empty cells beyond the heading (a spreadsheet's trailing commas) hold nothing that could be lost.
  if (cells.length > width && cells.slice(width).some(cell => !isBlankCell(cell)))
    tally.add('extra-cell', 'rejects', {row: line, facts: {cells: cells.length, columns: width}})
  if (cells.length < width && everyCellWritten)
    tally.add('missing-cell', 'rejects', {row: line, facts: {cells: cells.length, columns: width}})
}

/** Rows of the heading, 1-based; the last of them is where the body begins. */
export function headingRows(dialect: Dialect): readonly number[] {
  return dialect.headerRows ?? [1]
}
