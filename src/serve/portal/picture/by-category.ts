import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import {gridOverTime} from './cross-table.ts'
import type {Bars, Picture} from './drawing.ts'
import {type Parts, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput, Release} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {series} from './series.ts'
import {numeric, split, whenOf} from './table.ts'

/** The year before, by category or institution: bars with a tick for the year before that. */
export function byCategory(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const parts = partsOf(dataset, voice.language)
  // Institutions by financial year: a grid of the releases, once there are several.
  const asGrid = dataset.picture.second === undefined && releases.length > 1
  if (asGrid) {
    const grid = gridOverTime(input, parts)
    if (grid) return grid
  }
  return barPicture(input, parts)
}

/** Yearly statistics by programme in two panels; of a single programme, as series over the years. */
export function programmeStatistics(input: PictureInput): Picture {
  const parts = partsOf(input.dataset, input.voice.language)
  if (!parts.category || parts.category.role === 'key' || singleRow(input)) return series(input)
  return barPicture(input, parts)
}

function singleRow(input: PictureInput): boolean {
  const last = input.releases.at(-1)
  return last !== undefined && split(last, input).items.length <= 1
}

function barPicture(input: PictureInput, parts: Parts): Picture {
  const {releases} = input
  const latest = releases.at(-1)
  const {category, measures} = parts
  if (!latest || !category || !measures[0]) return nothing(input)
  const {items, totals} = newestRows(latest, parts, input)
  const before = earlierRows(parts, input)
  const drawn = barsOf(
    {items, totals, category, measures: measures.slice(0, 2), ...(before ? {before} : {})},
    input,
  )
  return {reading: barReading(drawn, measures[0], totals, input), drawings: [drawn], notes: []}
}

/** Rows of the newest period: the release's, or where it holds several periods, the last of them. */
export function newestRows(release: Release, {period}: Parts, input: PictureInput) {
  const {items, totals} = split(release, input)
  if (!period) return {items, totals}
  const last = newestOf(items, period)
  return {
    items: items.filter(row => String(row[period.name]) === last),
    totals: totals.filter(row => String(row[period.name]) === last),
  }
}

function newestOf(rows: readonly Row[], period: Field): string {
  return (
    rows
      .map(row => String(row[period.name] ?? ''))
      .sort()
      .at(-1) ?? ''
  )
}

/** Rows of the period before the newest, from the same release or from the one before. */
function earlierRows(parts: Parts, input: PictureInput) {
  const {releases, voice} = input
  const latest = releases.at(-1)!
  const {period} = parts
  if (period) {
    const {items} = split(latest, input)
    const newest = newestOf(items, period)
    const older = items.filter(row => String(row[period.name] ?? '') < newest)
    if (older.length > 0) {
      const last = newestOf(older, period)
      return {
        items: older.filter(row => String(row[period.name]) === last),
        words: voice.period(last),
      }
    }
  }
  const before = releases.at(-2)
  return before ? {items: split(before, input).items, words: whenOf(before, voice)} : null
}

/** Who leads, and with what share where the measure may be summed. */
export function barReading(
  drawn: Bars,
  measure: Field,
  totals: readonly Row[],
  {voice}: PictureInput,
): string {
  const items = drawn.rows.filter(({part}) => part === 'item')
  const top = items.reduce<(typeof items)[number] | undefined>(
    (best, row) => ((row.values[0] ?? -Infinity) > (best?.values[0] ?? -Infinity) ? row : best),
    undefined,
  )
  if (!top || top.values[0] === null || top.values[0] === undefined) {
    return voice.say(readings.empty)
  }
  const quantity = quantityOf(measure, voice)
  const value = quantity.say(top.values[0])
  const printed = totals.length === 1 ? numeric(totals[0]![measure.name]) : null
  const total = printed ?? items.reduce((sum, {values}) => sum + (values[0] ?? 0), 0)
  // Only what may be added up has shares.
  if (measure.measure?.additivity === 'never' || !(total > 0)) {
    return voice.say(readings.barsPlain, {top: top.label, value})
  }
  const share = voice.percent(top.values[0] / total)
  return voice.say(readings.bars, {top: top.label, value, share, total: quantity.say(total)})
}
