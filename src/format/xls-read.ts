import type {CellObject, WorkBook} from '@e965/xlsx'
import type {Dialect} from '../model/table-schema.ts'
import {Problem} from '../text/problem.ts'
import {partOf, sizeOf} from './file.ts'
import type {Cells} from './format.ts'
import {tooLarge, workbookBytesMax} from './limits.ts'
import {chosenSheet, type SheetRange, sheetRange} from './sheet-range.ts'
import {dateText, formatKind, numberText} from './sheet-values.ts'

const batchRows = 2048

/**
 * The rows of one sheet of an .xls, which is read whole. Cells as readXlsx has them.
 * @param options.everySheet all that are not hidden, the first row of all but the first left out
 */
export async function* readXls(
  file: string,
  dialect: Dialect,
  options: {readonly everySheet?: boolean} = {},
): AsyncGenerator<readonly Cells[]> {
  const book = await workbook(file)
  const sheets = book.SheetNames.map((name, index) => ({
    name,
    index,
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
  }))
  const chosen = options.everySheet ? sheets : [chosenSheet(sheets, dialect)]
  for (const [index, {name}] of chosen.entries()) {
    const range = sheetRange(dialect.range)
    const firstRow = range.firstRow + (index > 0 ? 1 : 0)
    yield* sheetRows(book, name, {...range, firstRow})
  }
}

async function workbook(file: string): Promise<WorkBook> {
  const size = sizeOf(file)
  if (size > workbookBytesMax) throw tooLarge('xls', workbookBytesMax)
  const bytes = partOf(file, 0, size)
  // The library takes almost anything for a workbook: HTML, text, pictures of a table.
  if (bytes.subarray(0, 8).toString('hex') !== 'd0cf11e0a1b11ae1')
    throw new Problem('workbook-not-readable', {format: 'xls'})
  try {
    const library = await import('@e965/xlsx')
    // Before Excel 97 texts were in the code page of their country, whose tables are large.
    if (!bytes.includes(Buffer.from('Workbook', 'utf16le')))
      library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'))
    const book = library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      WTF: true, // an error in one sheet is an error, not an empty sheet
    })
    if (book.SheetNames.length > 0) return book
  } catch (error) {
    const encrypted = error instanceof Error && /password|encrypt/i.test(error.message)
    if (encrypted) throw new Problem('workbook-encrypted', {}, error)
    throw new Problem('workbook-not-readable', {format: 'xls'}, error)
  }
  throw new Problem('workbook-not-readable', {format: 'xls'})
}

function* sheetRows(book: WorkBook, name: string, range: SheetRange): Generator<readonly Cells[]> {
  const rows = (book.Sheets[name]?.['!data'] ?? []) as readonly (CellObject[] | undefined)[]
  const date1904 = book.Workbook?.WBProps?.date1904 ?? false
  let batch: Cells[] = []
  for (let row = range.firstRow; row < Math.min(rows.length, range.lastRow + 1); row++) {
    batch.push(rowCells(rows[row] ?? [], range, date1904))
    if (batch.length === batchRows) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

function rowCells(row: readonly CellObject[], range: SheetRange, date1904: boolean): Cells {
  const cells: (string | null)[] = []
  const end = Math.min(row.length, range.lastColumn + 1)
  for (let column = range.firstColumn; column < end; column++)
    cells.push(cellText(row[column], date1904))
  while (cells.length > 0 && cells.at(-1) === null) cells.pop()
  return cells
}

const errors: {readonly [code: number]: string} = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

function cellText(cell: CellObject | undefined, date1904: boolean): string | null {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return null
  if (cell.t === 'b') return cell.v ? 'true' : 'false'
  if (cell.t === 'e') return errors[Number(cell.v)] ?? '#ERROR!'
  if (typeof cell.v !== 'number') return String(cell.v)
  const format = typeof cell.z === 'string' && formatKind(cell.z) ? cell.z : null
  return format === null ? numberText(cell.v) : dateText(cell.v, format, date1904)
}
