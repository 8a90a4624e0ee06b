import type {Cell, Row} from '../../../catalog/rows.ts'
import type {Code, CodeList, Field} from '../../../model/table-schema.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import {languages} from '../../../text/language.ts'
import type {Voice} from '../voice.ts'
import type {PictureInput, Release} from './picture.ts'

/** A cell as a number; null for anything else. Exact digits stay in the table twin. */
export function numeric(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string' || cell.trim() === '') return null
  const value = Number(cell)
  return Number.isFinite(value) ? value : null
}

/** The code that a cell names, in whatever spelling or language the source has used. */
export function codeOf(cell: Cell, field: Field, codeLists: readonly CodeList[]): Code | null {
  const codes = codeLists.find(({id}) => id === field.codes)?.codes
  const text = String(cell ?? '').trim()
  return codes?.find(code => spellings(code).includes(text)) ?? null
}

function spellings({code, label, also, formerly}: Code): string[] {
  const labels = languages.map(language => label[language])
  return [code, formerly, ...(also ?? []), ...labels].filter(spelling => spelling !== undefined)
}

/** A category as a reader reads it: its code's label in her language, else as the source has it. */
export function labelOf(
  cell: Cell | undefined,
  field: Field,
  {codeLists, voice}: Pick<PictureInput, 'codeLists' | 'voice'>,
): string {
  if (cell === null || cell === undefined || cell === '') return voice.say(words.noValue)
  const code = codeOf(cell, field, codeLists)
  return code ? voice.plain(code.label) : String(cell)
}

/** Whether a row is the total of others: never drawn as a bar, never summed again. */
export function isTotal(
  row: Row,
  {dataset, codeLists}: Pick<PictureInput, 'dataset' | 'codeLists'>,
) {
  const {totals, tableSchema} = dataset
  if (totals?.values.includes(String(row[totals.field] ?? ''))) return true
  return tableSchema.fields.some(
    field => field.codes && codeOf(row[field.name] ?? null, field, codeLists)?.total === true,
  )
}

/** Whether one cell names a total, in a table that has totals in several dimensions. */
export function isTotalCell(
  cell: Cell | undefined,
  field: Field,
  {dataset: {totals}, codeLists}: Pick<PictureInput, 'dataset' | 'codeLists'>,
): boolean {
  if (totals?.values.includes(String(cell ?? ''))) return true
  return codeOf(cell ?? null, field, codeLists)?.total === true
}

/** Rows of a release, the totals apart. */
export function split(release: Release, input: PictureInput): {items: Row[]; totals: Row[]} {
  const items: Row[] = []
  const totals: Row[] = []
  for (const row of release.rows) (isTotal(row, input) ? totals : items).push(row)
  return {items, totals}
}

/** Sums a measure by category, in the order of first appearance; rows without a value add nothing. */
export function sums(rows: readonly Row[], by: (row: Row) => string, measure: Field) {
  const found = new Map<string, number>()
  for (const row of rows) {
    const value = numeric(row[measure.name])
    if (value !== null) found.set(by(row), (found.get(by(row)) ?? 0) + value)
  }
  return found
}

/** Whether a measure can be told by label: ratios and stocks only where no two rows share one. */
export function tellable(
  rows: readonly Row[],
  by: (row: Row) => string,
  {measure}: Field,
): boolean {
  return measure?.additivity !== 'never' || new Set(rows.map(by)).size === rows.length
}

/** What the printed total holds beyond its rows; null where there is no total or nothing beyond. */
export function beyond(
  items: readonly Row[],
  totals: readonly Row[],
  measure: Field,
): number | null {
  const total = totals.length === 1 ? numeric(totals[0]![measure.name]) : null
  if (total === null || measure.measure?.additivity === 'never') return null
  const listed = items.reduce((sum, row) => sum + (numeric(row[measure.name]) ?? 0), 0)
  // A rounding of the last digit a row is not money that nobody itemised.
  const rounding = 0.1 * Math.max(1, items.length)
  return total - listed > rounding ? total - listed : null
}

/** The moment a release is about: the end of what it covers, else when it was issued. */
export function timeOf({version}: Release): number {
  return endOfPeriod(version.period) ?? Date.parse(version.issued)
}

/** The last day of a period: "2023", "2023-24", "2024-03", "2024-Q1", "2024-H1", "2024-03-31". */
export function endOfPeriod(period: string | null): number | null {
  if (period === null) return null
  const year = Number(period.slice(0, 4))
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return Date.parse(period)
  if (/^\d{4}$/.test(period)) return Date.UTC(year, 11, 31)
  if (/^\d{4}-\d{2}$/.test(period)) {
    const second = Number(period.slice(5))
    return second === (year + 1) % 100 ? Date.UTC(year + 1, 2, 31) : Date.UTC(year, second, 0)
  }
  const part = /^\d{4}-?([QH])([1-4])$/.exec(period)
  if (part) return Date.UTC(year, Number(part[2]) * (part[1] === 'Q' ? 3 : 6), 0)
  return null
}

/** What a release covers, in words. */
export function whenOf({version}: Release, voice: Voice): string {
  return version.period === null ? voice.moment(version.issued) : voice.period(version.period)
}

// What departments call the rest; "general" only where it means "of no one sector".
const lastWords = /^(其他|其它|others?$|others? |一般$|一般[（(]|general \(cross)/i

/** Largest first, but "other" and "general" last, however large: they answer nobody's question. */
export function byRank(
  values: ReadonlyMap<string, number>,
): (one: string, other: string) => number {
  return (one, other) =>
    Number(lastWords.test(one)) - Number(lastWords.test(other)) ||
    (values.get(other) ?? 0) - (values.get(one) ?? 0)
}
