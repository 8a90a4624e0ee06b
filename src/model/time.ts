/** A moment, in UTC, as ISO 8601 with milliseconds: "2026-03-31T02:15:00.000Z". Sorts as text. */
export type Instant = string

/** A calendar day in the site's time zone: "2026-03-31". Sorts as text. */
export type LocalDate = string

/** A calendar month: "2026-03". Sorts as text. */
export type Month = string

const dayMilliseconds = 86_400_000

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. */
function offsetMilliseconds(at: number, timeZone: string): number {
  const parts = zoneFormat(timeZone).formatToParts(at)
  const part = (type: string) => Number(parts.find(found => found.type === type)?.value)
  const local = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour') % 24,
    part('minute'),
    part('second'),
  )
  return local - Math.floor(at / 1000) * 1000
}

const zoneFormats = new Map<string, Intl.DateTimeFormat>()

function zoneFormat(timeZone: string): Intl.DateTimeFormat {
  const known = zoneFormats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  zoneFormats.set(timeZone, made)
  return made
}

/** 00:00 of a calendar day in a time zone, as an instant. */
export function startOfDay(date: LocalDate, timeZone: string): Instant {
  const asUtc = Date.parse(`${date}T00:00:00Z`)
  const first = asUtc - offsetMilliseconds(asUtc, timeZone)
  // Twice, because the offset of the guess may differ from that of the answer at a clock change.
  return new Date(asUtc - offsetMilliseconds(first, timeZone)).toISOString()
}

/** 24:00 of a calendar day in a time zone: the first moment after it, intervals being half-open. */
export function endOfDay(date: LocalDate, timeZone: string): Instant {
  return startOfDay(addDays(date, 1), timeZone)
}

/** The calendar day that a moment falls on in a time zone. */
export function localDate(at: Instant, timeZone: string): LocalDate {
  const moment = Date.parse(at)
  return new Date(moment + offsetMilliseconds(moment, timeZone)).toISOString().slice(0, 10)
}

/** The day so many days later (or earlier, when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMilliseconds)
    .toISOString()
    .slice(0, 10)
}

/** The month so many months later (or earlier, when negative). */
export function addMonths(month: Month, months: number): Month {
  const total = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months
  return `${String(Math.floor(total / 12)).padStart(4, '0')}-${String((total % 12) + 1).padStart(2, '0')}`
}

/** The first day of a month. */
export function firstDay(month: Month): LocalDate {
  return `${month}-01`
}

/** The last day of a month. */
export function lastDay(month: Month): LocalDate {
  return addDays(firstDay(addMonths(month, 1)), -1)
}

/** The month of a day. */
export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7)
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay()
}

/** Whole days from one moment to another, rounded down; negative if the second is earlier. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.floor((Date.parse(to) - Date.parse(from)) / dayMilliseconds)
}
