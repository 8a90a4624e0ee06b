import type {Holidays, Site} from '../model/site.ts'
import {
  addDays,
  addMonths,
  endOfDay,
  type Instant,
  type LocalDate,
  lastDay,
  localDate,
  type Month,
  monthOf,
  startOfDay,
  weekday,
} from '../model/time.ts'
import {Problem} from '../text/problem.ts'

/** Days and due dates in a site's time zone, with the days on which its offices are closed. */
export interface Calendar {
  startOf(date: LocalDate): Instant
  /** 24:00 of the day. */
  endOf(date: LocalDate): Instant
  dateOf(at: Instant): LocalDate
  /** The moment as its readers' clocks show it: "2026-03-31 10:15". */
  minuteOf(at: Instant): string
  /** The last day of a month, rolled forward while it is a Sunday or a general holiday. */
  dueOf(month: Month): {readonly due: LocalDate; readonly rolledFrom: LocalDate | null}
}

/**
 * A calendar as it was known at a moment.
 * @param closedDays days entered as closed by gale or black rain, on top of the site's holidays
 */
export function calendarOf(
  {timeZone, holidays}: Pick<Site, 'timeZone' | 'holidays'>,
  closedDays: readonly LocalDate[] = [],
): Calendar {
  const closed = new Set([...holidays.days.map(({date}) => date), ...closedDays])
  return {
    ...clockOf(timeZone),
    dateOf: at => localDate(at, timeZone),
    minuteOf: remembered((at: Instant) => minuteOf(at, timeZone)),
    dueOf: remembered((month: Month) => {
      const last = lastDay(month)
      let due = last
      // Saturdays do not roll: modelled on Cap. 1 s.71(1)(b), and labelled as our adopted policy.
      while (weekday(due) === 0 || closed.has(due)) due = addDays(due, 1)
      return {due, rolledFrom: due === last ? null : last}
    }),
  }
}

/** So many months after a day; the last of the month where that day does not exist in it. */
export function monthsAfter(date: LocalDate, months: number): LocalDate {
  const month = addMonths(monthOf(date), months)
  const last = lastDay(month)
  const same = `${month}-${date.slice(8)}`
  return same > last ? last : same
}

const warningMonths = 12

/**
 * The problem of holidays that soon end, a year before they do; null while there is time.
 * A site that knows none at all says so by having no days, and is not warned.
 */
export function holidaysProblem(holidays: Holidays, today: LocalDate): Problem | null {
  if (holidays.days.length === 0 || monthsAfter(today, warningMonths) < holidays.last) return null
  return new Problem('holidays-end', {last: holidays.last})
}

// A few hundred days are asked for thousands of times, and each costs two time zone lookups.
const clockOf = remembered((timeZone: string) => ({
  startOf: remembered((date: LocalDate) => startOfDay(date, timeZone)),
  endOf: remembered((date: LocalDate) => endOfDay(date, timeZone)),
}))

function minuteOf(at: Instant, timeZone: string): string {
  const date = localDate(at, timeZone)
  const minutes = Math.floor((Date.parse(at) - Date.parse(startOfDay(date, timeZone))) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function remembered<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return key => {
    if (!known.has(key)) known.set(key, compute(key))
    return known.get(key)!
  }
}
