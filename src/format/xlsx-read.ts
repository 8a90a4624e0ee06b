import type {SaxesTagPlain} from 'saxes'
import type {Dialect} from '../model/table-schema.ts'
import {Problem} from '../text/problem.ts'
import {partOf} from './file.ts'
import type {Cells} from './format.ts'
import {tooLarge, workbookBytesMax} from './limits.ts'
import {chosenSheet, type SheetName, sheetRange} from './sheet-range.ts'
import {eachElement, local, type Parts, relations, styleFormats, textReader} from './xlsx-parts.ts'
import {type SheetContext, sheetRows} from './xlsx-sheet.ts'
import {NotZip, openZip, partName, ZipTooLarge} from './zip-read.ts'

/**
 * The rows of one sheet of an .xlsx, streamed: only its shared texts are held. Cells are what is
 * stored and not what is shown: numbers as their shortest exact digits, dates as ISO 8601, true and
 * false, errors as they look ("#N/A"), formulas as their last result.
 * @param options.everySheet all that are not hidden, the first row of all but the first left out
 */
export async function* readXlsx(
  file: string,
  dialect: Dialect,
  options: {readonly everySheet?: boolean} = {},
): AsyncGenerator<readonly Cells[]> {
  try {
    refuseEncrypted(file)
    const zip = openZip(file, workbookBytesMax)
    const book = workbook(zip)
    const sheets = options.everySheet ? book.sheets : [chosenSheet(book.sheets, dialect)]
    for (const [index, sheet] of sheets.entries()) {
      const range = sheetRange(dialect.range)
      const firstRow = range.firstRow + (index > 0 ? 1 : 0)
      yield* sheetRows(zip, sheet.path, book, {...range, firstRow})
    }
  } catch (error) {
    if (error instanceof ZipTooLarge) throw tooLarge('xlsx', workbookBytesMax)
    // What is wrong inside the workbook's own XML is nothing a reader can look up by line.
    if (error instanceof NotZip || (error instanceof Problem && error.code.startsWith('xml-')))
      throw new Problem('workbook-not-readable', {format: 'xlsx'}, error)
    throw error
  }
}

interface Workbook extends SheetContext {
  readonly sheets: readonly (SheetName & {readonly path: string})[]
}

function workbook(zip: Parts): Workbook {
  const root = relations(zip, '')
  const path = root.find(({type}) => type.endsWith('/officeDocument'))?.target ?? 'xl/workbook.xml'
  const related = relations(zip, path)
  const part = (type: string) => related.find(found => found.type.endsWith(type))?.target
  const sheets: (SheetName & {path: string})[] = []
  let date1904 = false
  eachElement(zip, path, {
    open(tag) {
      if (local(tag.name) === 'workbookPr')
        date1904 = ['1', 'true'].includes(tag.attributes.date1904 ?? '')
      if (local(tag.name) !== 'sheet') return
      const id = relationId(tag)
      const target = related.find(found => found.id === id)
      // Chart sheets are listed too, and hold no cells.
      if (!target?.type.endsWith('/worksheet')) return
      const hidden = (tag.attributes.state ?? 'visible') !== 'visible'
      sheets.push({name: tag.attributes.name ?? '', hidden, path: target.target})
    },
  })
  if (sheets.length === 0) throw new NotZip('no sheets')
  return {
    sheets,
    date1904,
    texts: sharedTexts(zip, part('/sharedStrings')),
    formats: styleFormats(zip, part('/styles')),
  }
}

function relationId(tag: SaxesTagPlain): string | undefined {
  return Object.entries(tag.attributes).find(([name]) => name.endsWith(':id'))?.[1]
}

function sharedTexts(zip: Parts, path: string | undefined): readonly string[] {
  const texts: string[] = []
  if (path === undefined || !zip.has(partName(path))) return texts
  const reader = textReader('si', text => texts.push(text))
  eachElement(zip, path, reader)
  return texts
}

/** A workbook with a password is no zip but a compound file that holds one. */
function refuseEncrypted(file: string): void {
  if (partOf(file, 0, 8).toString('hex') === 'd0cf11e0a1b11ae1')
    throw new Problem('workbook-encrypted')
}
