import type {Engine} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'
import {type ByteWriter, byteWriter, sharedTexts, shortString, shortStringBytes} from './biff.ts'
import {compoundFile} from './compound-file.ts'
import {writePieces} from './file.ts'
import {type Cells, type Format, isNumeric, rowsOf, type WritableTable} from './format.ts'
import {checkColumns, tooLarge, xlsBytesMax} from './limits.ts'
import {excelNumber} from './numbers.ts'
import {type SheetPlan, sheetPlans, textMax} from './sheets.ts'
import {readXls} from './xls-read.ts'

const rowsMax = 65_536 // of a sheet, heading included
const cellColumnsMax = 256

/** Excel 97–2003 workbook ([MS-XLS], BIFF8): one table, continued on further sheets. */
export const xls: Format = {
  name: 'xls',
  mediaType: 'application/vnd.ms-excel',

  read: (file, dialect) => readXls(file, dialect),
  async write(table, file, engine) {
    checkColumns(table.schema.fields.length, cellColumnsMax, 'xls')
    const sheets = await sheetPlans(table, rowsMax, engine)
    const stream = await workbookStream(table, sheets, engine)
    await writePieces(file, compoundFile('Workbook', stream))
  },
  readBack: file => readXls(file, {}, {everySheet: true}),
}

/** Texts by their number in the table of texts. */
interface Texts {
  numberOf(text: string): number
  readonly unique: ReadonlyMap<string, number>
  readonly count: number
}

async function workbookStream(
  table: WritableTable,
  sheets: readonly SheetPlan[],
  engine: Engine,
): Promise<readonly Uint8Array[]> {
  const texts = textTable()
  const bodies = await sheetBodies(table, sheets, texts, engine)
  const globals = byteWriter()
  const offsets = beginGlobals(globals, sheets)
  sharedTexts(globals, texts.unique.keys(), texts.unique.size, texts.count)
  globals.record(eof, 0)
  let offset = globals.length
  for (const [index, body] of bodies.entries()) {
    globals.patchU32(offsets[index]!, offset)
    offset += body.length
  }
  if (offset > xlsBytesMax) throw tooLarge('xls', xlsBytesMax)
  return [globals.bytes(), ...bodies]
}

function textTable(): Texts {
  const unique = new Map<string, number>()
  let count = 0
  return {
    unique,
    get count() {
      return count
    },
    numberOf(text) {
      count++
      const known = unique.get(text)
      if (known !== undefined) return known
      unique.set(text, unique.size)
      return unique.size - 1
    },
  }
}

/** Row by row, since the texts must all be known before the first byte is final. */
async function sheetBodies(
  table: WritableTable,
  sheets: readonly SheetPlan[],
  texts: Texts,
  engine: Engine,
): Promise<Uint8Array[]> {
  const bodies: Uint8Array[] = []
  const heading = table.schema.fields.map(field => field.name)
  const columns = table.schema.fields.map(field => ({
    numeric: isNumeric(field),
    boolean: field.type === 'boolean',
  }))
  let size = 0
  let sheet = beginSheet(sheets[0]!, heading, texts)
  let row = 1
  const finish = () => {
    bodies.push(endSheet(sheet, bodies.length === 0))
    size += sheet.length
  }
  for await (const batch of rowsOf(table, engine)) {
    for (const cells of batch) {
      if (row > sheets[bodies.length]!.rows) {
        finish()
        sheet = beginSheet(sheets[bodies.length]!, heading, texts)
        row = 1
      }
      writeRow(sheet, cells, row++, columns, texts)
    }
    if (size + sheet.length > xlsBytesMax) throw tooLarge('xls', xlsBytesMax)
  }
  finish()
  return bodies
}

function writeRow(
  sheet: ByteWriter,
  cells: Cells,
  row: number,
  columns: readonly {numeric: boolean; boolean: boolean}[],
  texts: Texts,
): void {
  let written = 0
  for (const [column, cell] of cells.entries()) {
    if (cell === null) continue
    written++
    const number = columns[column]!.numeric ? excelNumber(cell) : null
    if (number !== null) {
      cellRecord(sheet, 0x0203, 14, row, column, plainStyle)
      sheet.f64(number)
    } else if (columns[column]!.boolean && (cell === 'true' || cell === 'false')) {
      cellRecord(sheet, 0x0205, 8, row, column, plainStyle)
      sheet.u8(cell === 'true' ? 1 : 0)
      sheet.u8(0) // a boolean, not an error
    } else writeText(sheet, cell, row, column, plainStyle, texts)
  }
  // A row of nothing must still be there when the rows are counted.
  if (written === 0) writeText(sheet, '', row, 0, plainStyle, texts)
}

/** Always of type text, so that nothing in it is taken for a formula, a date or a number. */
function writeText(
  sheet: ByteWriter,
  text: string,
  row: number,
  column: number,
  style: number,
  texts: Texts,
): void {
  if (text.length > textMax)
    throw new Problem('cell-too-long', {
      format: 'xls',
      row: row + 1,
      column: column + 1,
      limit: textMax,
    })
  cellRecord(sheet, 0x00fd, 10, row, column, style)
  sheet.u32(texts.numberOf(text))
}

function cellRecord(
  sheet: ByteWriter,
  type: number,
  byteSize: number,
  row: number,
  column: number,
  style: number,
): void {
  sheet.record(type, byteSize)
  sheet.u16(row)
  sheet.u16(column)
  sheet.u16(style)
}

const eof = 0x000a

function begin(writer: ByteWriter, kind: number): void {
  writer.record(0x0809, 16)
  writer.u16(0x0600) // BIFF8
  writer.u16(kind)
  writer.u16(0x0dbb) // build and year of Excel 97
  writer.u16(0x07cc)
  writer.u32(0x00000041)
  writer.u32(0x00000006)
}

function beginSheet(plan: SheetPlan, heading: readonly string[], texts: Texts): ByteWriter {
  const sheet = byteWriter()
  begin(sheet, 0x0010)
  sheet.record(0x0200, 14) // DIMENSIONS, ends excluded
  sheet.u32(0)
  sheet.u32(plan.rows + 1)
  sheet.u16(0)
  sheet.u16(heading.length)
  sheet.u16(0)
  for (const [column, name] of heading.entries())
    writeText(sheet, name, 0, column, headingStyle, texts)
  return sheet
}

function endSheet(sheet: ByteWriter, isFirst: boolean): Uint8Array {
  sheet.record(0x023e, 18) // WINDOW2: grid, headings, zeros; frozen; the first sheet selected
  sheet.u16(0x01be | (isFirst ? 0x0600 : 0))
  sheet.u16(0)
  sheet.u16(0)
  sheet.u16(0x0040) // grid colour: automatic
  for (let rest = 0; rest < 5; rest++) sheet.u16(0)
  sheet.record(0x0041, 10) // PANE: the heading stays in sight
  sheet.u16(0)
  sheet.u16(1)
  sheet.u16(1)
  sheet.u16(0)
  sheet.u16(2)
  sheet.record(eof, 0)
  return sheet.bytes()
}

const plainStyle = 15 // the first behind the fifteen that every workbook must have
const headingStyle = 16

/** Everything before the texts. @returns where each sheet's offset is to be written */
function beginGlobals(globals: ByteWriter, sheets: readonly SheetPlan[]): number[] {
  begin(globals, 0x0005)
  globals.record(0x0042, 2) // CODEPAGE: UTF-16
  globals.u16(0x04b0)
  globals.record(0x003d, 18) // WINDOW1
  for (const value of [360, 270, 14_940, 9150, 0x0038, 0, 0, 1, 600]) globals.u16(value)
  for (const weight of [400, 700, 400, 400]) font(globals, weight)
  for (let style = 0; style < plainStyle; style++) cellFormat(globals, 0, 0xfff5, style ? 0xf4 : 0)
  cellFormat(globals, 0, 0x0001, 0)
  cellFormat(globals, 1, 0x0001, 0x08)
  globals.record(0x0293, 4) // STYLE: "Normal"
  globals.u16(0x8000)
  globals.u8(0)
  globals.u8(0xff)
  return sheets.map(({name}) => {
    globals.record(0x0085, 6 + shortStringBytes(name)) // BOUNDSHEET
    const at = globals.length
    globals.u32(0)
    globals.u16(0) // a visible worksheet
    shortString(globals, name)
    return at
  })
}

function font(globals: ByteWriter, weight: number): void {
  const name = 'Arial'
  globals.record(0x0031, 14 + shortStringBytes(name))
  globals.u16(200) // ten points
  globals.u16(weight > 400 ? 1 : 0)
  globals.u16(0x7fff) // automatic colour
  globals.u16(weight)
  for (let rest = 0; rest < 3; rest++) globals.u16(0)
  shortString(globals, name)
}

function cellFormat(globals: ByteWriter, fontIndex: number, kind: number, used: number): void {
  globals.record(0x00e0, 20) // XF
  globals.u16(fontIndex)
  globals.u16(0) // General
  globals.u16(kind)
  globals.u8(0x20) // at the bottom
  globals.u8(0)
  globals.u8(0)
  globals.u8(used)
  globals.u32(0)
  globals.u32(0)
  globals.u16(0x20c0) // automatic pattern colours
}
