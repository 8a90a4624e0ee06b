import type {Row} from '../../../catalog/rows.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import type {Bars, Picture, Time} from './drawing.ts'
import {namedFor, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {breakNotes} from './series.ts'
import {endOfPeriod, labelOf, numeric, split, sums} from './table.ts'

/** Spending to date in this financial year against its estimate, then by subhead. */
export function expenditure(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const latest = releases.at(-1)
  const fields = fieldsOf(dataset, voice.language)
  if (!latest || !fields) return nothing(input)
  const items = split(latest, input).items
  const days = [...new Set(items.map(row => String(row[fields.day.name] ?? '')))].sort()
  const newest = days.at(-1)
  if (!newest || endOfPeriod(newest) === null) return nothing(input)
  const rows = items.filter(row => String(row[fields.day.name]) === newest)
  const bars = subheads(rows, fields, input)
  const quantity = quantityOf(fields.spent, voice)
  const spent = total(rows, fields.spent)
  const estimate = fields.estimate ? total(rows, fields.estimate) : 0
  const top = bars.rows[0]
  return {
    reading: voice.say(estimate > 0 ? readings.expenditure : readings.expenditurePlain, {
      when: voice.period(newest),
      spent: quantity.say(spent),
      share: estimate > 0 ? voice.percent(spent / estimate) : '',
      estimate: quantity.say(estimate),
      top: top?.label ?? '',
      value: quantity.say(top?.values[0] ?? 0),
    }),
    drawings: [burnUp(items, newest, fields, input), bars],
    notes: breakNotes(dataset, voice),
  }
}

interface Fields {
  readonly day: Field
  readonly spent: Field // to date, in the financial year
  readonly estimate: Field | null
  readonly subhead: Field
}

function fieldsOf(dataset: Dataset, language: PictureInput['voice']['language']): Fields | null {
  const {picture, tableSchema} = dataset
  const {measures, category} = partsOf(dataset, language)
  const named = (name: string | undefined) => namedFor(tableSchema.fields, name, language)
  const day = named(picture.x)
  const spent = named(picture.y) ?? measures[0]
  const subhead = named(picture.colour) ?? category
  return day && spent && subhead ? {day, spent, estimate: named(picture.target), subhead} : null
}

function total(rows: readonly Row[], measure: Field): number {
  return rows.reduce((sum, row) => sum + (numeric(row[measure.name]) ?? 0), 0)
}

/** Days of the newest financial year: 1 April to 31 March, by the day each figure is as at. */
function burnUp(items: readonly Row[], newest: string, fields: Fields, input: PictureInput): Time {
  const {voice} = input
  const year = financialYear(newest)
  const byDay = sums(
    items.filter(row => financialYear(String(row[fields.day.name] ?? '')) === year),
    row => String(row[fields.day.name]),
    fields.spent,
  )
  const {title, say, tick} = quantityOf(fields.spent, voice)
  return {
    shape: 'time',
    title,
    form: 'bars',
    points: [...byDay]
      .map(([day, value]) => ({label: voice.period(day), at: endOfPeriod(day) ?? 0, value}))
      .sort((one, other) => one.at - other.at),
    say,
    tick,
    breaks: [],
    columns: {when: voice.plain(fields.day.title), value: title},
  }
}

function financialYear(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5, 7) < '04' ? 1 : 0)
}

/** What each subhead has spent, with a tick at its estimate. */
function subheads(rows: readonly Row[], fields: Fields, input: PictureInput): Bars {
  const {voice} = input
  const bars = barsOf({items: rows, category: fields.subhead, measures: [fields.spent]}, input)
  if (!fields.estimate) return bars
  const estimates = sums(
    rows,
    row => labelOf(row[fields.subhead.name], fields.subhead, input),
    fields.estimate,
  )
  return {
    ...bars,
    rows: bars.rows.map(row => ({...row, ticks: [estimates.get(row.label) ?? null]})),
    tickWords: voice.say(words.before, {period: voice.plain(fields.estimate.title)}),
  }
}
