import {readings, picture as words} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import type {Picture} from './drawing.ts'
import {partsOf} from './fields.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {labelOf, numeric, split} from './table.ts'

// As many as fit a screen; the table holds the rest.
const recipientsMax = 15

/** Lists of grants and projects: four figures, then who received most. */
export function grants(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const parts = partsOf(dataset, voice.language)
  const measure = parts.measures[0]
  const release = releases.at(-1)
  if (!measure || !parts.category || !release) return nothing(input)
  const items = split(release, input).items
  const amounts = items
    .map(row => numeric(row[measure.name]))
    .filter(value => value !== null)
    .sort((one, other) => one - other)
  if (amounts.length === 0) return nothing(input)
  const quantity = quantityOf(measure, voice)
  const total = quantity.say(amounts.reduce((sum, value) => sum + value, 0))
  const median = quantity.say(medianOf(amounts))
  const largest = amounts.at(-1)!
  const winner = items.find(row => numeric(row[measure.name]) === largest)
  const who = labelOf(winner?.[parts.category.name], parts.category, input)
  const bars = barsOf(
    {
      items,
      category: parts.category,
      measures: [measure],
      limit: dataset.picture.limit ?? recipientsMax,
    },
    input,
  )
  return {
    reading: voice.say(readings.grants, {
      n: voice.number(items.length),
      total,
      median,
      largest: quantity.say(largest),
      who,
    }),
    drawings: [
      {
        shape: 'strip',
        figures: [
          {name: voice.say(words.projects), value: voice.number(items.length)},
          {name: voice.say(words.sum), value: total},
          {name: voice.say(words.median), value: median},
          {name: voice.say(words.largest), value: quantity.say(largest)},
        ],
      },
      bars,
    ],
    notes: [],
  }
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
