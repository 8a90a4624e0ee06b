import type {SaxesTagPlain} from 'saxes'
import {unescaped} from './escape.ts'
import type {Cells} from './format.ts'
import type {SheetRange} from './sheet-range.ts'
import {dateText, numberText} from './sheet-values.ts'
import {columnIndex} from './sheets.ts'
import {local, type Parts, textReader, walk} from './xlsx-parts.ts'
import type {XmlHandlers} from './xml-rows.ts'
import {NotZip} from './zip-read.ts'

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly texts: readonly string[] // shared strings
  readonly formats: readonly (string | null)[] // by style: a date's or time's format
  readonly date1904: boolean
}

const rowsMax = 1_048_576
const columnsMax = 16_384
const batchRows = 2048
const emptyRow: Cells = []

/** The rows of a sheet within a range, as long as their last cell; rows without cells are empty. */
export function* sheetRows(
  zip: Parts,
  path: string,
  context: SheetContext,
  range: SheetRange,
): Generator<readonly Cells[]> {
  let finished: {row: number; cells: Cells}[] = []
  const reader = sheetReader(context, range, (row, cells) => finished.push({row, cells}))
  let next = range.firstRow
  let batch: Cells[] = []
  for (const _ of walk(zip, path, reader)) {
    for (const {row, cells} of finished) {
      if (row < range.firstRow || row > range.lastRow) continue
      if (row < next) throw new NotZip(`row ${row + 1} comes twice`)
      for (; next < row; next++) {
        batch.push(emptyRow)
        if (batch.length === batchRows) {
          yield batch
          batch = []
        }
      }
      batch.push(cells)
      next = row + 1
    }
    finished = []
    if (batch.length > 0) yield batch
    batch = []
  }
}

function sheetReader(
  context: SheetContext,
  range: SheetRange,
  done: (row: number, cells: Cells) => void,
): XmlHandlers {
  let row = -1
  let column = -1
  let cells: (string | null)[] = []
  let type = 'n'
  let style = 0
  let inValue = false
  let value: string | null = null
  let inline: string | null = null
  const inlineText = textReader('is', text => (inline = text))

  function open(tag: SaxesTagPlain): void {
    const {attributes} = tag
    switch (local(tag.name)) {
      case 'row':
        row = attributes.r === undefined ? row + 1 : Number(attributes.r) - 1
        column = -1
        cells = []
        if (!(row >= 0 && row < rowsMax)) throw new NotZip('row out of bounds')
        return
      case 'c':
        column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
        if (!(column >= 0 && column < columnsMax)) throw new NotZip('column out of bounds')
        type = attributes.t ?? 'n'
        style = Number(attributes.s ?? 0)
        value = null
        inline = null
        return
      case 'v':
        inValue = true
        value = ''
        return
      default:
        inlineText.open(tag)
    }
  }

  function put(text: string | null): void {
    const at = column - range.firstColumn
    if (text === null || at < 0 || column > range.lastColumn) return
    while (cells.length < at) cells.push(null)
    cells[at] = text
  }

  function close(tag: SaxesTagPlain): void {
    switch (local(tag.name)) {
      case 'v':
        inValue = false
        return
      case 'c':
        put(cellText(type, type === 'inlineStr' ? inline : value, style, context))
        return
      case 'row':
        done(row, cells)
        return
      default:
        inlineText.close(tag)
    }
  }

  function text(piece: string): void {
    if (inValue) value += piece
    else inlineText.text(piece)
  }

  return {open, text, close}
}

function columnOf(reference: string): number {
  return columnIndex(/^[A-Za-z]{1,3}/.exec(reference)?.[0] ?? '')
}

/** Types as ECMA-376 part 1, 18.18.11 has them. */
function cellText(
  type: string,
  stored: string | null,
  style: number,
  {texts, formats, date1904}: SheetContext,
): string | null {
  if (stored === null) return null
  switch (type) {
    case 's': {
      const text = texts[Number(stored)]
      if (text === undefined) throw new NotZip(`no shared text ${stored}`)
      return text
    }
    case 'inlineStr': // unescaped by its reader
    case 'd':
    case 'e':
      return stored
    case 'str':
      return unescaped(stored)
    case 'b':
      return stored.trim() === '1' || stored.trim() === 'true' ? 'true' : 'false'
    default: {
      if (stored.trim() === '') return null
      const number = Number(stored)
      if (Number.isNaN(number)) throw new NotZip(`${stored} is no number`)
      const format = formats[style] ?? null
      return format === null ? numberText(number) : dateText(number, format, date1904)
    }
  }
}
