import type {Format} from '../format/formats.ts'
import type {PeriodFrom, Release} from '../model/dataset.ts'
import type {Dialect} from '../model/table-schema.ts'
import type {Engine} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'

/**
 * The period that a cell of the sheet names. The pattern's named groups year, month and day are put
 * together as ISO 8601; without them, its first group is the period as it stands.
 * @throws Problem period-not-found
 */
export async function periodInCell(
  {cell, pattern}: Extract<PeriodFrom, {from: 'cell'}>,
  format: Pick<Format, 'name' | 'read'>,
  file: string,
  dialect: Dialect,
  engine: Engine,
): Promise<string> {
  const text = await cellText(cell, format, file, dialect, engine)
  const match = new RegExp(pattern, 'u').exec(text ?? '')
  if (!match) throw new Problem('period-not-found', {place: cell})
  const {year, month, day} = match.groups ?? {}
  if (year === undefined) return match[1] ?? match[0]
  const parts = [year, month, day].filter(part => part !== undefined)
  return parts.map(part => part.padStart(2, '0')).join('-')
}

async function cellText(
  cell: string,
  format: Pick<Format, 'name' | 'read'>,
  file: string,
  dialect: Dialect,
  engine: Engine,
): Promise<string | null> {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell.toUpperCase()) ?? []
  if (letters === '') throw new Error(`period: ${cell} is no cell`)
  if (format.name === 'xls' || format.name === 'xlsx') {
    const range = `${cell}:${cell}`
    for await (const batch of format.read(file, {...dialect, range, headerRows: []}, engine))
      return batch[0]?.[0] ?? null
    return null
  }
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  let before = Number(digits) - 1
  for await (const batch of format.read(file, dialect, engine)) {
    if (before < batch.length) return batch[before]?.[column] ?? null
    before -= batch.length
  }
  return null
}

/** The period a day belongs to, in the release's calendar; a financial year begins on 1 April. */
export function periodOfDay(date: string, calendar: Release['calendar']): string {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  switch (calendar) {
    case 'calendar-year':
      return date.slice(0, 4)
    case 'financial-year': {
      const start = month >= 4 ? year : year - 1
      return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
    }
    case 'half-year':
      return `${year}-H${month <= 6 ? 1 : 2}`
    case 'quarter':
      return `${year}-Q${Math.ceil(month / 3)}`
    case 'month':
      return date.slice(0, 7)
    case 'day':
      return date
  }
}
