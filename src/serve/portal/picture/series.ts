import type {Dataset} from '../../../model/dataset.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import type {Picture, Time, TimePoint} from './drawing.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {changeWords, quantityOf} from './quantity.ts'
import {endOfPeriod, numeric, partsOf, split, timeOf, whenOf} from './table.ts'

/** Series over the years: one small picture a measure, so that no two scales share an axis. */
export function series(input: PictureInput): Picture {
  const {dataset, voice} = input
  const {measures} = partsOf(dataset)
  const drawings = measures.slice(0, 6).map(measure => timeOfMeasure(measure, input))
  const first = drawings[0]
  if (!first || first.points.every(({value}) => value === null)) return nothing(input)
  return {
    reading: seriesReading(measures[0]!, first, input),
    drawings,
    notes: breakNotes(dataset, voice),
  }
}

function timeOfMeasure(measure: Field, input: PictureInput): Time {
  const {dataset, voice} = input
  const {title, say} = quantityOf(measure, voice)
  const points = pointsOf(measure, input)
  return {
    shape: 'time',
    title,
    // Counts by the year are bars from zero; what is not additive is a line.
    form: measure.measure?.additivity === 'sum' && points.length < 8 ? 'bars' : 'line',
    points,
    say,
    breaks: breaksIn(dataset),
    columns: {when: voice.say(words.date), value: title},
  }
}

/** Points of a measure: from rows that each name their period, else one from each release. */
export function pointsOf(measure: Field, input: PictureInput): TimePoint[] {
  const {releases, voice} = input
  const {period} = partsOf(input.dataset)
  const latest = releases.at(-1)
  if (!latest) return []
  if (!period) {
    return releases.map(release => ({
      label: whenOf(release, voice),
      at: timeOf(release),
      value: figureOf(release, measure, input),
    }))
  }
  const points = new Map<string, TimePoint>()
  // Later releases revise earlier ones, so the last word on a period stands.
  for (const release of releases) {
    for (const row of split(release, input).items) {
      const when = String(row[period.name] ?? '')
      const at = endOfPeriod(when)
      if (at === null) continue
      points.set(when, {label: voice.period(when), at, value: numeric(row[measure.name])})
    }
  }
  return [...points.values()].sort((one, other) => one.at - other.at)
}

function figureOf(release: PictureInput['releases'][number], measure: Field, input: PictureInput) {
  const {items, totals} = split(release, input)
  const row = totals[0] ?? (items.length === 1 ? items[0] : undefined)
  return row ? numeric(row[measure.name]) : null
}

/** Where the series breaks, as positions. */
export function breaksIn(dataset: Dataset): number[] {
  return (dataset.breaks ?? []).map(({at}) => endOfPeriod(at)).filter(at => at !== null)
}

/** What is said of each break beneath the picture. */
export function breakNotes(dataset: Dataset, voice: PictureInput['voice']): string[] {
  return (dataset.breaks ?? []).map(({at, note}) =>
    voice.say(words.breakNote, {at: voice.period(at), note: voice.plain(note)}),
  )
}

function seriesReading(measure: Field, {points}: Time, {voice}: PictureInput): string {
  const known = points.filter(point => point.value !== null)
  const last = known.at(-1)
  const before = known.at(-2)
  if (!last) return voice.say(readings.empty)
  const quantity = quantityOf(measure, voice)
  const facts = {measure: quantity.name, value: quantity.say(last.value!), when: last.label}
  if (!before) return voice.say(readings.seriesFirst, facts)
  return voice.say(readings.series, {
    ...facts,
    change: changeWords(last.value!, before.value!, voice),
    before: before.label,
  })
}
