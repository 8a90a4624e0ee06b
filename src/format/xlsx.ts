import {Zip, ZipDeflate} from 'fflate'
import type {Engine} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'
import {xmlAttribute, xmlText} from './escape.ts'
import {writePieces} from './file.ts'
import {type Cells, type Format, isNumeric, rowsOf, type WritableTable} from './format.ts'
import {checkColumns} from './limits.ts'
import {excelNumber} from './numbers.ts'
import {columnLetters, type SheetPlan, sheetPlans, textMax} from './sheets.ts'
import {readXlsx} from './xlsx-read.ts'

const rowsMax = 1_048_576 // of a sheet, heading included
const cellColumnsMax = 16_384

/** Office Open XML workbook (ECMA-376, transitional): one table, continued on further sheets. */
export const xlsx: Format = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',

  read: (file, dialect) => readXlsx(file, dialect),
  async write(table, file, engine) {
    checkColumns(table.schema.fields.length, cellColumnsMax, 'xlsx')
    const sheets = await sheetPlans(table, rowsMax, engine)
    await writePieces(file, zipped(parts(table, sheets, engine)))
  },
  readBack: file => readXlsx(file, {}, {everySheet: true}),
}

interface Part {
  readonly path: string
  readonly text: AsyncIterable<string>
}

// The time of every part: nothing in a file of ours comes from a clock. Local parts, because zip
// times are local and the library asks the date for those.
const zipTime = new Date(1980, 0, 1)

/**
 * Deflated by fflate and not by zlib, whose output depends on the processor it runs on: the same
 * version must be rebuilt byte for byte anywhere.
 */
async function* zipped(files: AsyncIterable<Part>): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  function* drain(): Generator<Uint8Array> {
    yield* ready
    ready = []
  }
  const encoder = new TextEncoder()
  for await (const {path, text} of files) {
    // Small tables for the compressor, since setting them up is most of the work on a small file.
    const entry = new ZipDeflate(path, {level: 6, mem: path.startsWith('xl/worksheets/') ? 4 : 0})
    entry.mtime = zipTime
    zip.add(entry)
    for await (const piece of text) {
      entry.push(encoder.encode(piece))
      yield* drain()
    }
    entry.push(new Uint8Array(0), true)
    yield* drain()
  }
  zip.end()
  yield* drain()
}

async function* parts(
  table: WritableTable,
  sheets: readonly SheetPlan[],
  engine: Engine,
): AsyncGenerator<Part> {
  const fixed = Object.entries({
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': rootRelations,
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': workbookRelations(sheets),
    'xl/styles.xml': styles,
  })
  for (const [path, text] of fixed) yield {path, text: once(text)}
  const rows = rowSource(rowsOf(table, engine))
  for (const [index, sheet] of sheets.entries())
    yield {path: `xl/worksheets/sheet${index + 1}.xml`, text: sheetText(table, sheet, rows)}
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}

/** Deals the rows out to one sheet after another. */
function rowSource(
  batches: AsyncIterable<readonly Cells[]>,
): (max: number) => Promise<readonly Cells[]> {
  const source = batches[Symbol.asyncIterator]()
  let batch: readonly Cells[] = []
  return async max => {
    while (batch.length === 0) {
      const next = await source.next()
      if (next.done) return []
      batch = next.value
    }
    const taken = batch.slice(0, max)
    batch = batch.slice(max)
    return taken
  }
}

async function* sheetText(
  {schema}: WritableTable,
  sheet: SheetPlan,
  next: (max: number) => Promise<readonly Cells[]>,
): AsyncGenerator<string> {
  const columns = schema.fields.map((field, index) => ({
    letters: columnLetters(index),
    numeric: isNumeric(field),
    boolean: field.type === 'boolean',
  }))

  function rowText(cells: Cells, row: number, isHeading: boolean): string {
    let text = `<row r="${row}">`
    for (const [index, column] of columns.entries()) {
      const cell = cells[index] ?? null
      const reference = `${column.letters}${row}`
      if (cell === null) continue
      if (cell.length > textMax)
        throw new Problem('cell-too-long', {format: 'xlsx', row, column: index + 1, limit: textMax})
      const number = column.numeric && !isHeading ? excelNumber(cell) : null
      if (number !== null) text += `<c r="${reference}"><v>${number}</v></c>`
      else if (column.boolean && !isHeading && (cell === 'true' || cell === 'false'))
        text += `<c r="${reference}" t="b"><v>${cell === 'true' ? 1 : 0}</v></c>`
      else text += textCell(reference, cell, isHeading)
    }
    // A row of nothing must still be there when the rows are counted.
    if (cells.every(cell => cell === null)) text += textCell(`A${row}`, '', false)
    return `${text}</row>`
  }

  yield sheetStart +
    rowText(
      schema.fields.map(field => field.name),
      1,
      true,
    )
  for (let row = 2; row < sheet.rows + 2; ) {
    const rows = await next(sheet.rows + 2 - row)
    yield rows.map((cells, index) => rowText(cells, row + index, false)).join('')
    row += rows.length
    if (rows.length === 0) throw new Error(`${sheet.name}: the table has fewer rows than counted`)
  }
  yield '</sheetData></worksheet>'
}

/** Always of type text, so that nothing in it is taken for a formula, a date or a number. */
function textCell(reference: string, text: string, isHeading: boolean): string {
  const style = isHeading ? ' s="1"' : ''
  return `<c r="${reference}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

// The heading stays in sight: a frozen first row.
const sheetStart = `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`

const rootRelations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`

// Two cell styles: plain, and bold for the heading.
const styles = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function contentTypes(sheets: readonly SheetPlan[]): string {
  const overrides = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${sheetType}.worksheet+xml"/>`,
  )
  return `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${overrides.join('')}</Types>`
}

function workbook(sheets: readonly SheetPlan[]): string {
  const list = sheets.map(
    ({name}, index) =>
      `<sheet name="${xmlAttribute(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`
}

function workbookRelations(sheets: readonly SheetPlan[]): string {
  const list = sheets.map(
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  return `${declaration}<Relationships xmlns="${packages}/relationships">${list.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`
}
