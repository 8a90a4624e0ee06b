import type {Row} from '../../../catalog/rows.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import type {Picture, Time, TimePoint} from './drawing.ts'
import {namedFor, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {changeWords, quantityOf} from './quantity.ts'
import {endOfPeriod, labelOf, numeric, split, timeOf, whenOf} from './table.ts'

// Small multiples beyond these are a wall of lines; the table holds them.
const multiplesMax = 6

/** Series over the years: one small picture a measure, so that no two scales share an axis. */
export function series(input: PictureInput): Picture {
  const {dataset, voice} = input
  const {measures} = partsOf(dataset, voice.language)
  const drawings = linesOf(input).slice(0, multiplesMax)
  const first = drawings[0]
  if (!first || first.points.every(({value}) => value === null)) return nothing(input)
  return {
    reading: seriesReading(measures[0]!, first, input),
    drawings,
    notes: breakNotes(dataset, voice),
  }
}

/** One a measure; where rows of a period differ by category (largest 4, 8, 20), one a category. */
function linesOf(input: PictureInput): Time[] {
  const {dataset, releases, voice} = input
  const {measures} = partsOf(dataset, voice.language)
  const category = namedFor(dataset.tableSchema.fields, dataset.picture.colour, voice.language)
  const measure = measures[0]
  if (!category || !measure) return measures.map(one => timeOfMeasure(one, input, () => true))
  const label = (row: Row) => labelOf(row[category.name], category, input)
  const labels = new Set(releases.flatMap(({rows}) => rows).map(label))
  return [...labels].map(name => ({
    ...timeOfMeasure(measure, input, row => label(row) === name),
    title: `${name} · ${quantityOf(measure, voice).title}`,
  }))
}

function timeOfMeasure(measure: Field, input: PictureInput, of: (row: Row) => boolean): Time {
  const {dataset, voice} = input
  const {title, say, tick} = quantityOf(measure, voice)
  const points = pointsOf(measure, input, of)
  return {
    shape: 'time',
    title,
    // Counts by the year are bars from zero; what is not additive is a line.
    form: measure.measure?.additivity === 'sum' && points.length < 8 ? 'bars' : 'line',
    points,
    say,
    tick,
    breaks: breaksIn(dataset),
    columns: {when: voice.say(words.date), value: title},
  }
}

/** Points of a measure: from rows that each name their period, else one from each release. */
export function pointsOf(
  measure: Field,
  input: PictureInput,
  of: (row: Row) => boolean = () => true,
): TimePoint[] {
  const {releases, voice} = input
  const {period} = partsOf(input.dataset, input.voice.language)
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
    for (const row of split(release, input).items.filter(of)) {
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
    change: changeWords(last.value!, before.value!, measure, voice),
    before: before.label,
  })
}
