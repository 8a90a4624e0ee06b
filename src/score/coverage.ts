import type {Dataset} from '../model/dataset.ts'
import type {Commitment} from '../model/plan.ts'
import {addDays, type LocalDate, lastDay} from '../model/time.ts'

/** The two years that a reference period can be: January to December, or April to March. */
export type YearCalendar = 'calendar-year' | 'financial-year'

/** Which year a commitment's releases are about: as the dataset declares it, else as the text says. */
export function yearCalendarOf(
  covers: NonNullable<Commitment['covers']>,
  dataset: Dataset | null,
): YearCalendar {
  const declared = dataset?.release.calendar
  if (declared === 'calendar-year' || declared === 'financial-year') return declared
  return covers === 'preceding-financial-year' ? 'financial-year' : 'calendar-year'
}

/** The last year that ended on or before a day: "2023", or "2023-24" for a financial year. */
export function yearEndedBy(date: LocalDate, calendar: YearCalendar): string {
  const year = Number(date.slice(0, 4))
  if (calendar === 'calendar-year') return String(date.endsWith('-12-31') ? year : year - 1)
  const start = date.slice(5) >= '03-31' ? year - 1 : year - 2
  return financialYear(start)
}

/** The first day of a year as yearEndedBy names it. */
export function yearStart(year: string, calendar: YearCalendar): LocalDate {
  return `${year.slice(0, 4)}-${calendar === 'calendar-year' ? '01-01' : '04-01'}`
}

/** The year that a window opening on this day is about: the last that ended before it. */
export function expectedYear(opens: LocalDate, calendar: YearCalendar): string {
  return yearEndedBy(addDays(opens, -1), calendar)
}

/**
 * The year that content covers, from its period or its reference date; a date stands for the last
 * year that had ended by then.
 * @returns null where it cannot be read, or is a year of the other calendar
 */
export function yearCovered(coverage: string | null, calendar: YearCalendar): string | null {
  if (coverage === null) return null
  if (/^\d{4}$/.test(coverage)) return calendar === 'calendar-year' ? coverage : null
  const span = /^(\d{4})[-/](?:\d{2})?(\d{2})$/.exec(coverage)
  if (span && Number(span[2]) === (Number(span[1]) + 1) % 100 && calendar === 'financial-year')
    return financialYear(Number(span[1]))
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(coverage)) return yearEndedBy(lastDay(coverage), calendar)
  if (/^\d{4}-\d{2}-\d{2}$/.test(coverage)) return yearEndedBy(coverage, calendar)
  return null
}

function financialYear(start: number): string {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}
