import {picture as words} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import {barReading, newestRows} from './by-category.ts'
import type {Picture} from './drawing.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {breakNotes, breaksIn} from './series.ts'
import {beyond, numeric, partsOf, split, timeOf, whenOf} from './table.ts'

/** Spending by subhead, largest first, under the total of every release kept. */
export function expenditure(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const parts = partsOf(dataset)
  const latest = releases.at(-1)
  const measure = parts.measures[0]
  if (!latest || !measure || !parts.category) return nothing(input)
  const {items, totals} = newestRows(latest, parts, input)
  const drawn = barsOf({items, totals, category: parts.category, measures: [measure]}, input)
  const {title, say} = quantityOf(measure, voice)
  const points = releases.map(release => {
    const rows = split(release, input)
    const listed = rows.items.reduce((sum, row) => sum + (numeric(row[measure.name]) ?? 0), 0)
    const rest = beyond(rows.items, rows.totals, measure) ?? 0
    return {label: whenOf(release, voice), at: timeOf(release), value: listed + rest}
  })
  const columns = {when: voice.say(words.release), value: title}
  const breaks = breaksIn(dataset)
  return {
    reading: barReading(drawn, measure, totals, input),
    drawings: [
      ...(points.length > 1
        ? [{shape: 'time' as const, title, form: 'bars' as const, points, say, breaks, columns}]
        : []),
      drawn,
    ],
    notes: [
      ...breakNotes(dataset, voice),
      ...(dataset.totals?.beyond ? [voice.plain(dataset.totals.beyond)] : []),
    ],
  }
}
