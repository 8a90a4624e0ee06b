import {plainDecimal} from './numbers.ts'

// What a workbook stores and what a person sees there are two things: a date is a number of days
// with a format. These make of the stored value a text that says the same exactly.

/** A number as the shortest digits that mean it, without exponent. */
export function numberText(value: number): string {
  return plainDecimal(String(value)) ?? String(value)
}

/** Formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30), where a date or time. */
export function builtinFormat(id: number): string | null {
  if (id >= 14 && id <= 17) return 'y-m-d'
  if (id >= 18 && id <= 21) return 'h:m:s'
  if (id === 22) return 'y-m-d h:m'
  if ((id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return 'y-m-d'
  if (id >= 32 && id <= 35) return 'h:m:s'
  if (id === 45 || id === 47) return 'h:m:s'
  return id === 46 ? '[h]:m:s' : null
}

const elapsed = /\[[hms]+\]/i

/** What the letters of a number format say it shows: a date, a time, both, a duration, or neither. */
export function formatKind(format: string): 'date' | 'time' | 'datetime' | 'duration' | null {
  const [section = ''] = format.split(';')
  if (elapsed.test(section)) return 'duration'
  // Quoted and escaped characters are words; brackets hold colours and locales.
  const letters = section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|AM\/PM|A\/P|General/gi, '')
  const time = /[hs]/i.test(letters)
  const date = /[ydg]/i.test(letters) || (/m/i.test(letters) && !time)
  if (date && time) return 'datetime'
  return date ? 'date' : time ? 'time' : null
}

const dayMilliseconds = 86_400_000

/**
 * The ISO 8601 text of a number that is shown as a date or time; its digits where it can be none.
 * @param date1904 days are counted from 1904-01-01 and not from 1899-12-31
 */
export function dateText(serial: number, format: string, date1904: boolean): string {
  const kind = formatKind(format)
  const milliseconds = Math.round(serial * dayMilliseconds)
  const days = Math.floor(milliseconds / dayMilliseconds)
  const clock = clockText(milliseconds - days * dayMilliseconds)
  if (kind === null || serial < 0 || !Number.isFinite(serial) || days > 2_958_465)
    return numberText(serial)
  if (kind === 'duration') return durationText(milliseconds)
  if (kind === 'time' && days === 0) return clock
  if (days === 0 && !date1904) return kind === 'datetime' ? clock : numberText(serial)
  const date = dayText(days, date1904)
  return clock === '00:00:00' && kind !== 'datetime' ? date : `${date}T${clock}`
}

/** Day 60 is 29 February 1900, which never was; Excel counts it for Lotus 1-2-3's sake. */
function dayText(days: number, date1904: boolean): string {
  if (!date1904 && days === 60) return '1900-02-29'
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days > 60 ? 30 : 31)
  return new Date(epoch + days * dayMilliseconds).toISOString().slice(0, 10)
}

function clockText(milliseconds: number): string {
  const text = new Date(milliseconds).toISOString().slice(11, 23)
  return text.endsWith('.000') ? text.slice(0, 8) : text
}

function durationText(milliseconds: number): string {
  const hours = Math.floor(milliseconds / 3_600_000)
  return `${String(hours).padStart(2, '0')}${clockText(milliseconds % 3_600_000).slice(2)}`
}
