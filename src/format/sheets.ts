import {type Engine, identifier} from '../store/tables.ts'
import type {WritableTable} from './format.ts'

/** Characters that a cell of a workbook can hold, in UTF-16 units; Excel allows no more. */
export const textMax = 32_767

/** One sheet of a workbook to be written: its name, and its rows without the heading. */
export interface SheetPlan {
  readonly name: string
  readonly rows: number
}

/** Splits a table over as many sheets as it needs, each with the heading. */
export async function sheetPlans(
  table: WritableTable,
  rowsMax: number,
  engine: Engine,
): Promise<readonly SheetPlan[]> {
  const rows = table.rows?.length ?? (await countRows(table.name, engine))
  const perSheet = rowsMax - 1
  const count = Math.max(1, Math.ceil(rows / perSheet))
  return Array.from({length: count}, (_, index) => ({
    name: sheetName(table.title, index),
    rows: Math.min(perSheet, rows - index * perSheet),
  }))
}

async function countRows(table: string, engine: Engine): Promise<number> {
  const [counted] = await engine.rows(`SELECT count(*) FROM ${identifier(table)}`)
  return Number(counted?.[0])
}

/** At most 31 characters, none of them []:*?/\ or a control, no apostrophe at either end: Excel's rules. */
function sheetName(title: string, index: number): string {
  const suffix = index === 0 ? '' : ` ${index + 1}`
  const allowed = title
    .replace(/[[\]:*?/\\\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '-') // would be read as an escaped character
  // "History" is a name that Excel keeps for itself.
  const name = allowed === '' || /^history$/i.test(allowed) ? 'Table' : allowed
  const short = name.slice(0, 31 - suffix.length).trimEnd()
  return (short.isWellFormed() ? short : short.slice(0, -1)) + suffix
}

/** A for 0, Z for 25, AA for 26. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let left = index + 1; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}

/** 0 for A, 25 for Z, 26 for AA. */
export function columnIndex(letters: string): number {
  let index = 0
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64
  return index - 1
}
