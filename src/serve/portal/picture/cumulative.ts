import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import {barReading} from './by-category.ts'
import type {Drawing, Picture, Stack, Time} from './drawing.ts'
import {partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput, Release} from './picture.ts'
import {changeWords, quantityOf} from './quantity.ts'
import {breakNotes, breaksIn, pointsOf} from './series.ts'
import {beyond, labelOf, split, sums, timeOf, whenOf} from './table.ts'

const day = 86_400_000
// Releases further apart than this are not joined: what lay between is not known here.
const joinedDaysMax = 200
// Colours that can be told apart; smaller categories share one layer.
const layersMax = 7

/** Totals to date, stacked by category at each release, with the changes beneath. */
export function cumulative(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const {measures, category} = partsOf(dataset, voice.language)
  const measure = measures[0]
  if (!measure || !category || releases.length === 0) return nothing(input)
  const stack = stackOf(measure, category, input)
  const quantity = quantityOf(measure, voice)
  const last = stack.times.length - 1
  const total = stack.layers.reduce((sum, {values}) => sum + (values[last] ?? 0), 0)
  const listed = stack.layers.filter(({part}) => part === 'item')
  const top = listed.toSorted((one, other) => other.values[last]! - one.values[last]!)[0]
  if (!top || !(total > 0)) return nothing(input)
  return {
    reading: voice.say(readings.cumulative, {
      asAt: stack.times[last]!.label,
      total: quantity.say(total),
      share: voice.percent(top.values[last]! / total),
      top: top.label,
    }),
    drawings: [stack, ...increments(measure, stack, input)],
    notes: [
      ...breakNotes(dataset, voice),
      ...(hasGap(stack) ? [voice.say(words.gap)] : []),
      ...(dataset.totals?.beyond ? [voice.plain(dataset.totals.beyond)] : []),
    ],
  }
}

function stackOf(measure: Field, category: Field, input: PictureInput): Stack {
  const {dataset, releases, voice} = input
  const {title, say, tick} = quantityOf(measure, voice)
  const split_ = releases.map(release => split(release, input))
  const found = split_.map(({items}) =>
    sums(items, row => labelOf(row[category.name], category, input), measure),
  )
  const newest = found.at(-1)!
  const ranked = [...new Set(found.flatMap(values => [...values.keys()]))].sort(
    (one, other) => (newest.get(other) ?? 0) - (newest.get(one) ?? 0),
  )
  const kept = ranked.length > layersMax + 1 ? ranked.slice(0, layersMax) : ranked
  const others = ranked.slice(kept.length)
  const layers: Stack['layers'][number][] = kept.map(label => ({
    label,
    values: found.map(values => values.get(label) ?? 0),
    part: 'item',
  }))
  if (others.length > 0) {
    const values = found.map(one => others.reduce((sum, label) => sum + (one.get(label) ?? 0), 0))
    layers.push({label: voice.say(words.others, {n: others.length}), values, part: 'item'})
  }
  const rest = split_.map(({items, totals}) => beyond(items, totals, measure) ?? 0)
  if (rest.some(value => value > 0)) {
    layers.push({label: voice.say(words.notItemised), values: rest, part: 'rest'})
  }
  return {
    shape: 'stack',
    title,
    times: timesOf(releases, voice),
    layers,
    breaks: breaksIn(dataset),
    say,
    tick,
    columns: {when: voice.say(words.release)},
  }
}

/** Each release holds until the next, unless that is too far away; then for one usual step. */
function timesOf(releases: readonly Release[], voice: PictureInput['voice']): Stack['times'] {
  const starts = releases.map(timeOf)
  const span = Math.max(1, starts.at(-1)! - starts[0]!)
  return releases.map((release, index) => {
    const at = starts[index]!
    const next = starts[index + 1]
    const joined = next !== undefined && next - at <= joinedDaysMax * day
    // Wide enough to be seen where a release stands alone.
    return {
      label: whenOf(release, voice),
      at,
      until: joined ? next : at + Math.max(28 * day, span * 0.06),
    }
  })
}

function hasGap({times}: Stack): boolean {
  return times.some(({at}, index) => index > 0 && at > times[index - 1]!.until)
}

/** Differences between releases that are near enough; none across a break or a gap. */
function increments(measure: Field, stack: Stack, {voice}: PictureInput): Time[] {
  const totals = stack.times.map((_, index) =>
    stack.layers.reduce((sum, {values}) => sum + values[index]!, 0),
  )
  const points = stack.times.slice(1).map((time, index) => {
    const before = stack.times[index]!
    const near = time.at - before.at <= joinedDaysMax * day
    const broken = stack.breaks.some(at => at > before.at && at <= time.at)
    return {
      label: time.label,
      at: time.at,
      value: near && !broken ? totals[index + 1]! - totals[index]! : null,
    }
  })
  if (points.every(({value}) => value === null)) return []
  const {say, tick} = quantityOf(measure, voice)
  const title = voice.say(words.increments)
  return [
    {
      shape: 'time',
      title,
      form: 'bars',
      points,
      say,
      tick,
      breaks: stack.breaks,
      columns: {when: voice.say(words.release), value: title},
    },
  ]
}

/** Cumulative numbers: by area as bars; a single number as steps with its increments. */
export function quota(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const {measures, category} = partsOf(dataset, voice.language)
  const measure = measures[0]
  const latest = releases.at(-1)
  if (!measure || !latest) return nothing(input)
  const {items, totals} = split(latest, input)
  if (category && items.length > 1) {
    const before = releases.at(-2)
    const drawn = barsOf(
      {
        items,
        totals,
        category,
        measures: [measure],
        ...(before
          ? {before: {items: split(before, input).items, words: whenOf(before, voice)}}
          : {}),
      },
      input,
    )
    const reading = barReading(drawn, measure, totals, input)
    return {reading, drawings: [drawn], notes: breakNotes(dataset, voice)}
  }
  return stepPicture(measure, input)
}

function stepPicture(measure: Field, input: PictureInput): Picture {
  const {dataset, voice} = input
  const quantity = quantityOf(measure, voice)
  const points = pointsOf(measure, input)
  const known = points.filter(({value}) => value !== null)
  const last = known.at(-1)
  if (!last) return nothing(input)
  const before = known.at(-2)
  const facts = {measure: quantity.name, value: quantity.say(last.value!), when: last.label}
  const columns = {when: voice.say(words.release), value: quantity.title}
  const drawings: Drawing[] = [
    {
      shape: 'time',
      title: quantity.title,
      form: 'step',
      points,
      say: quantity.say,
      tick: quantity.tick,
      breaks: breaksIn(dataset),
      columns,
    },
  ]
  const steps = known.slice(1).map((point, index) => {
    const earlier = known[index]!
    const broken = breaksIn(dataset).some(at => at > earlier.at && at <= point.at)
    return {...point, value: broken ? null : point.value! - earlier.value!}
  })
  if (steps.some(({value}) => value !== null)) {
    const title = voice.say(words.increments)
    drawings.push({
      shape: 'time',
      title,
      form: 'bars',
      points: steps,
      say: quantity.say,
      tick: quantity.tick,
      breaks: [],
      columns: {...columns, value: title},
    })
  }
  return {
    reading: before
      ? voice.say(readings.series, {
          ...facts,
          change: changeWords(last.value!, before.value!, measure, voice),
          before: before.label,
        })
      : voice.say(readings.seriesFirst, facts),
    drawings,
    notes: breakNotes(dataset, voice),
  }
}
