import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import type {BarRow, Bars} from './drawing.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {beyond, byRank, codeOf, labelOf, sums, tellable} from './table.ts'

interface BarParts {
  readonly items: readonly Row[]
  readonly category: Field
  readonly measures: readonly Field[]
  readonly totals?: readonly Row[]
  /** Rows of the release before, drawn as ticks. */
  readonly before?: {readonly items: readonly Row[]; readonly words: string}
  readonly limit?: number
  /** What a row is called, where one field does not tell rows apart. */
  readonly label?: (row: Row) => string
  /** Keep the source's order, so that nothing jumps from one look to the next. */
  readonly asListed?: boolean
}

/**
 * Bars by category, largest first; ordered code lists keep their own order. What the printed total
 * holds beyond its rows stands last, in grey; the total itself is never a bar.
 */
export function barsOf(parts: BarParts, input: PictureInput): Bars {
  const {items, category, totals = [], before, limit} = parts
  const {voice} = input
  const label = parts.label ?? ((row: Row) => labelOf(row[category.name], category, input))
  const measures = parts.measures.filter(measure => tellable(items, label, measure))
  const found = measures.map(measure => sums(items, label, measure))
  const earlier = before ? measures.map(measure => sums(before.items, label, measure)) : null
  const listed = [...new Set(items.map(label))]
  const labels = parts.asListed
    ? listed
    : sortLabels(listed, items, category, found[0] ?? new Map(), input)
  const shown = labels.slice(0, limit ?? labels.length)
  const rows: BarRow[] = shown.map(name => ({
    label: name,
    values: found.map(values => values.get(name) ?? null),
    ...(earlier ? {ticks: earlier.map(values => values.get(name) ?? null)} : {}),
    part: 'item',
  }))
  const rest = measures.map(measure => beyond(items, totals, measure))
  if (rest.some(value => value !== null)) {
    rows.push({label: voice.say(words.notItemised), values: rest, part: 'rest'})
  }
  const quantities = measures.map(measure => quantityOf(measure, voice))
  return {
    shape: 'bars',
    title:
      shown.length < labels.length
        ? voice.say(words.firstOf, {n: shown.length, m: voice.number(labels.length)})
        : '',
    panels: quantities.map(({title, say}) => ({title, say})),
    rows,
    tickWords: before ? voice.say(words.before, {period: before.words}) : null,
  }
}

/** Code lists whose order is meaning (size bands, education) keep it; else the largest comes first. */
function sortLabels(
  labels: readonly string[],
  items: readonly Row[],
  category: Field,
  values: ReadonlyMap<string, number>,
  input: PictureInput,
): string[] {
  const bySize = [...labels].sort(byRank(values))
  if (!isOrdered(category, input)) return bySize
  const place = new Map<string, number>()
  const codes = input.codeLists.find(({id}) => id === category.codes)?.codes ?? []
  for (const row of items) {
    const code = codeOf(row[category.name] ?? null, category, input.codeLists)
    if (code) place.set(labelOf(row[category.name], category, input), codes.indexOf(code))
  }
  return bySize.sort(
    (one, other) => (place.get(one) ?? codes.length) - (place.get(other) ?? codes.length),
  )
}

/** Categories of size, occupation or education have a natural order; programmes and sectors have none. */
function isOrdered(category: Field, {dataset}: PictureInput): boolean {
  return category.codes !== undefined && dataset.picture.kind === 'category-shares'
}
