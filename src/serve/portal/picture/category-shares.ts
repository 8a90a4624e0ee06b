import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import {barReading, newestRows} from './by-category.ts'
import type {Drawing, Picture, Shares} from './drawing.ts'
import {partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {breakNotes} from './series.ts'
import {labelOf, split, sums, whenOf} from './table.ts'

/** An industry by category: the latest year as bars, then every year as shares of its whole. */
export function categoryShares(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const parts = partsOf(dataset, voice.language)
  const latest = releases.at(-1)
  const {category, measures} = parts
  if (!latest || !category || !measures[0]) return nothing(input)
  const {items, totals} = newestRows(latest, parts, input)
  const drawn = barsOf({items, totals, category, measures: measures.slice(0, 2)}, input)
  const drawings: Drawing[] = [drawn]
  const measure = measures[0]
  const years = yearsOf(parts.period, input)
  if (years.length > 1 && measure.measure?.additivity !== 'never') {
    drawings.push(
      sharesOf(
        years,
        category,
        measure,
        drawn.rows.map(({label}) => label),
        input,
      ),
    )
  }
  return {
    reading: barReading(drawn, measure, totals, input),
    drawings,
    notes: [
      ...breakNotes(dataset, voice),
      ...(dataset.totals?.beyond ? [voice.plain(dataset.totals.beyond)] : []),
    ],
  }
}

interface Year {
  readonly label: string
  readonly rows: readonly Row[]
}

/** Rows by period, oldest first: from the newest release's own periods, else one a release. */
function yearsOf(period: Field | null, input: PictureInput): Year[] {
  const {releases, voice} = input
  const latest = releases.at(-1)
  if (!latest) return []
  if (!period) {
    return releases.map(release => ({
      label: whenOf(release, voice),
      rows: split(release, input).items,
    }))
  }
  const byPeriod = Map.groupBy(split(latest, input).items, row => String(row[period.name] ?? ''))
  return [...byPeriod]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([label, rows]) => ({label: voice.period(label), rows}))
}

function sharesOf(
  years: readonly Year[],
  category: Field,
  measure: Field,
  order: readonly string[],
  input: PictureInput,
): Shares {
  const {voice} = input
  const found = years.map(({rows}) =>
    sums(rows, row => labelOf(row[category.name], category, input), measure),
  )
  const known = new Set(found.flatMap(values => [...values.keys()]))
  const parts = [...order.filter(label => known.delete(label)), ...known]
  return {
    shape: 'shares',
    title: voice.say(words.shares),
    parts,
    rows: years.map(({label}, index) => ({
      label,
      values: parts.map(part => found[index]!.get(part) ?? null),
    })),
    say: quantityOf(measure, voice).say,
    percent: voice.percent,
  }
}
