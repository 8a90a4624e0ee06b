import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import type {Voice} from '../voice.ts'
import {barsOf} from './bars.ts'
import type {Picture, Strip, Time} from './drawing.ts'
import {partsOf} from './fields.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {axisOf} from './scale.ts'
import {labelOf, numeric, split} from './table.ts'

// As many as fit a screen; the table holds the rest.
const recipientsMax = 15

/** Lists of grants and projects: four figures, who received most, and where the amounts heap. */
export function grants(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const {measures, category} = partsOf(dataset, voice.language)
  const measure = measures[0]
  const release = releases.at(-1)
  if (!measure || !category || !release) return nothing(input)
  const items = split(release, input).items
  const amounts = items
    .map(row => numeric(row[measure.name]))
    .filter(value => value !== null)
    .sort((one, other) => one - other)
  const largest = amounts.at(-1)
  if (largest === undefined) return nothing(input)
  const {say} = quantityOf(measure, voice)
  const winners = items.filter(row => numeric(row[measure.name]) === largest)
  const facts = {
    n: voice.number(items.length),
    total: say(amounts.reduce((sum, value) => sum + value, 0)),
    median: say(medianOf(amounts)),
    largest: say(largest),
    who: labelOf(winners[0]?.[category.name], category, input),
    k: voice.number(winners.length),
  }
  const limit = dataset.picture.limit ?? recipientsMax
  return {
    // Where many stand at a scheme's ceiling, naming one of them would be chance.
    reading: voice.say(winners.length > 1 ? readings.grantsCeiling : readings.grants, facts),
    drawings: [
      strip(facts, voice),
      barsOf({items, category, measures: [measure], limit}, input),
      ...histogram(amounts, measure, voice),
    ],
    notes: [],
  }
}

function strip(
  facts: {n: string; total: string; median: string; largest: string},
  voice: Voice,
): Strip {
  return {
    shape: 'strip',
    figures: [
      {name: voice.say(words.projects), value: facts.n},
      {name: voice.say(words.sum), value: facts.total},
      {name: voice.say(words.median), value: facts.median},
      {name: voice.say(words.largest), value: facts.largest},
    ],
  }
}

// Fewer amounts than this show their heaps in the table itself.
const histogramLeast = 30
const binsMax = 30

/** How many entries lie in each band of amounts, all bands as wide as each other. */
function histogram(amounts: readonly number[], measure: Field, voice: Voice): Time[] {
  const {say} = quantityOf(measure, voice)
  const {top} = axisOf(amounts, binsMax / 2)
  if (amounts.length < histogramLeast || !(top > 0)) return []
  const width = top / binsMax
  const counts = Array.from({length: binsMax}, () => 0)
  for (const amount of amounts) {
    // A band holds its upper end, so that a heap at a round ceiling stands in one bar.
    counts[Math.max(0, Math.ceil(amount / width) - 1)]! += 1
  }
  return [
    {
      shape: 'time',
      title: voice.say(words.histogram),
      form: 'bars',
      points: counts.map((value, index) => ({
        label: voice.say(words.band, {from: say(index * width), to: say((index + 1) * width)}),
        at: index,
        value,
      })),
      say: voice.number,
      tick: voice.compact,
      breaks: [],
      columns: {when: voice.plain(measure.title), value: voice.say(words.projects)},
    },
  ]
}

/** The middle of sorted numbers. */
export function medianOf(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** A picture of a version that holds nothing to draw. */
export function nothing({voice}: PictureInput): Picture {
  return {reading: voice.say(readings.empty), drawings: [], notes: []}
}
