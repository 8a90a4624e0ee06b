import type {Dialect} from '../model/table-schema.ts'
import {Problem} from '../text/problem.ts'
import {columnIndex} from './sheets.ts'

/** Rows and columns of a sheet from 0, both ends included. */
export interface SheetRange {
  readonly firstRow: number
  readonly lastRow: number
  readonly firstColumn: number
  readonly lastColumn: number
}

/** How a workbook lists a sheet. */
export interface SheetName {
  readonly name: string
  readonly hidden: boolean
}

const corners = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})?(?::\$?([A-Za-z]{1,3})\$?(\d{1,7})?)?$/

/**
 * "A4:F20" as it says; "A4:F" to the last row, "A:F" from the first; one cell where there is no colon.
 * @throws Problem range-not-valid
 */
export function sheetRange(range: string | undefined): SheetRange {
  const last = Number.POSITIVE_INFINITY
  if (range === undefined) return {firstRow: 0, lastRow: last, firstColumn: 0, lastColumn: last}
  const match = corners.exec(range.trim())
  if (!match) throw new Problem('range-not-valid', {range})
  const [, firstLetters = '', firstDigits, lastLetters, lastDigits] = match
  const oneCell = lastLetters === undefined
  const found = {
    firstColumn: columnIndex(firstLetters),
    lastColumn: columnIndex(lastLetters ?? firstLetters),
    firstRow: Number(firstDigits ?? 1) - 1,
    lastRow: oneCell ? Number(firstDigits ?? 0) - 1 : lastDigits ? Number(lastDigits) - 1 : last,
  }
  if (found.firstRow < 0 || found.lastRow < found.firstRow || found.lastColumn < found.firstColumn)
    throw new Problem('range-not-valid', {range})
  return found
}

/**
 * The sheet that the dialect names, by name or by its number in the workbook; else the first that is
 * not hidden.
 * @throws Problem sheet-missing
 */
export function chosenSheet<Sheet extends SheetName>(
  sheets: readonly Sheet[],
  {sheetName, sheetNumber}: Dialect,
): Sheet {
  const found =
    sheetName !== undefined
      ? sheets.find(({name}) => name === sheetName)
      : sheetNumber !== undefined
        ? sheets[sheetNumber - 1]
        : (sheets.find(({hidden}) => !hidden) ?? sheets[0])
  if (found) return found
  throw new Problem('sheet-missing', {
    sheet: sheetName ?? sheetNumber ?? 1,
    sheets: sheets.map(({name}) => name).join(', '),
  })
}
