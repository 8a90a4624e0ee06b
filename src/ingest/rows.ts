/** Cells of one row of a file, as text; null: nothing there. */
export type Cells = readonly (string | null)[]

/** A row with its number in the file, heading rows included, as a spreadsheet shows it. */
export interface Row {
  readonly line: number
  readonly cells: Cells
}

/** Numbers the rows of one part, from `first`. */
export async function* numbered(
  batches: AsyncIterable<readonly Cells[]>,
  first: number,
): AsyncGenerator<readonly Row[]> {
  let line = first
  for await (const batch of batches) yield batch.map(cells => ({line: line++, cells}))
}

/** Whether a row holds nothing at all: no cell, or only white space. */
export function isBlank(cells: Cells): boolean {
  return cells.every(isBlankCell)
}

/** Whether a cell holds nothing a person would see. */
export function isBlankCell(cell: string | null | undefined): boolean {
  return cell === null || cell === undefined || cell.trim() === ''
}
