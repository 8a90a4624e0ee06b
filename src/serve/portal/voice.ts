import type {Instant, LocalDate, Month} from '../../model/time.ts'
import {localDate} from '../../model/time.ts'
import {calendar, monthNames, scales} from '../../text/labels-calendar.ts'
import {
  type Facts,
  fill,
  inLanguage,
  type Language,
  type Text,
  type Wording,
} from '../../text/language.ts'

/** Speaks one reader's language: words, dates and numbers as that reader writes them. */
export interface Voice {
  readonly language: Language
  readonly timeZone: string
  /** Our own words, filled. */
  say(wording: Wording, facts?: Facts): string
  /** A site's text as a plain string; its language is lost, so only where no `lang` can stand. */
  plain(text: Text): string
  /** 31 January 2024 · 2024年1月31日 */
  date(day: LocalDate): string
  /** January 2024 · 2024年1月 */
  month(month: Month): string
  /** A moment on the site's clock: 31 January 2024, 15:59 */
  moment(at: Instant): string
  /** What a release covers: "2023", "2023-24", "2016-11-30", "2024-03", "2024-Q1". */
  period(period: string): string
  /** 9,462.5 as it stands, grouped by thousands; digits are never rounded. */
  number(value: number | string): string
  /** Short, for labels: 9,462 · 1.2M · 3bn · 120萬 · 30億 */
  compact(value: number): string
  /** Facts for a sentence: days, months and moments among them as this reader writes them. */
  dated(facts: Facts): Facts
  /** A share as a percentage of at most one decimal. */
  percent(share: number): string
  /** 2.5 MB */
  bytes(byteSize: number): string
}

/** `lang` attributes: what readers in Hong Kong read, as BCP 47 says it. */
export const langTag: {readonly [language in Language]: string} = {
  'zh-Hant': 'zh-Hant-HK',
  'zh-Hans': 'zh-Hans',
  en: 'en',
}

/** The voice for one reader. */
export function voiceOf(language: Language, timeZone: string): Voice {
  const say = (wording: Wording, facts?: Facts) => {
    const said = fill(wording[language], facts)
    return language === 'en' ? said : closed(said)
  }
  const date = (day: LocalDate) => say(calendar.day, parts(day))
  const month = (of: Month) => say(calendar.month, parts(of))
  const at = (day: LocalDate, time: string) => say(calendar.moment, {day: date(day), time})
  const moment = (instant: Instant) => at(localDate(instant, timeZone), clock(instant, timeZone))
  const period = (covered: string) => periodIn(covered, {say, date, month})
  return {
    language,
    timeZone,
    say,
    plain: text => inLanguage(text, language).value,
    date,
    month,
    moment,
    period,
    dated: facts => datedIn(facts, {moment, period, at}),
    number: grouped,
    compact: value => compactIn(value, language),
    percent: share => `${grouped(trimmed(share * 100, 1))}%`,
    bytes: bytesIn,
  }
}

/** Chinese leaves a space beside Latin words, none between Chinese and Chinese. */
function closed(said: string): string {
  const spaced = said.replace(
    /(?<=[\u4e00-\u9fff])(?=[A-Za-z])|(?<=[A-Za-z])(?=[\u4e00-\u9fff])/g,
    ' ',
  )
  return spaced.replace(
    /(?<=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) (?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g,
    '',
  )
}

function parts(day: string): Facts {
  const [year, month, date] = day.split('-').map(Number)
  return {
    year: year!,
    month: month!,
    date: date ?? null,
    monthName: monthNames[month! - 1] ?? null,
  }
}

interface Dating extends Pick<Voice, 'moment' | 'period'> {
  /** A day and a time that are already on the site's clock. */
  at(day: LocalDate, time: string): string
}

function datedIn(facts: Facts, {moment, period, at}: Dating): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => {
      if (typeof fact !== 'string') return [name, fact]
      if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(fact)) return [name, moment(fact)]
      const local = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(fact)
      if (local) return [name, at(local[1]!, local[2]!)]
      return [name, /^\d{4}-\d{2}(-\d{2})?$/.test(fact) ? period(fact) : fact]
    }),
  )
}

function clock(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(Date.parse(at))
}

function periodIn(
  period: string,
  {say, date, month}: Pick<Voice, 'say' | 'date' | 'month'>,
): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return date(period)
  const two = /^(\d{4})-(\d{2})$/.exec(period)
  if (two) {
    // "2023-24" is a financial year and "2024-03" a month: the first names the year after its own.
    // ("2011-12" could be either; sites write financial years, so December of 2011 is the loser.)
    if (Number(two[2]) === (Number(two[1]) + 1) % 100)
      return say(calendar.financialYear, {years: period})
    if (Number(two[2]) >= 1 && Number(two[2]) <= 12) return month(period)
  }
  if (/^\d{4}$/.test(period)) return say(calendar.year, {year: period})
  const part = /^(\d{4})-?([QH])([1-4])$/.exec(period)
  if (part?.[2] === 'Q') return say(calendar.quarter, {year: part[1]!, quarter: part[3]!})
  if (part?.[2] === 'H') return say(calendar.halfYear, {year: part[1]!, half: part[3]!})
  return period
}

/** Thousands by commas on the lexeme itself, so that no digit is lost to a double. */
function grouped(value: number | string): string {
  const found = /^([-+]?)(\d+)(\.\d+)?$/.exec(String(value))
  if (!found) return String(value)
  const [, sign, whole, rest = ''] = found
  return `${sign === '-' ? '−' : ''}${whole!.replace(/\B(?=(\d{3})+$)/g, ',')}${rest}`
}

function compactIn(value: number, language: Language): string {
  const size = Math.abs(value)
  for (const [scale, word] of scales[language]) {
    // Below ten thousand the figure itself is as short as its K, and exact.
    if (size >= scale && size >= 1e4) return `${significant(value / scale)}${word}`
  }
  return grouped(trimmed(value, size < 100 ? 2 : 1))
}

function significant(value: number): string {
  const size = Math.abs(value)
  return grouped(trimmed(value, size >= 100 ? 0 : size >= 10 ? 1 : 2))
}

function trimmed(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

function bytesIn(byteSize: number): string {
  if (byteSize < 1000) return `${byteSize} B`
  if (byteSize < 1e6) return `${trimmed(byteSize / 1e3, 1)} KB`
  return `${trimmed(byteSize / 1e6, 1)} MB`
}
