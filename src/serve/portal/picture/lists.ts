import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import {barsOf} from './bars.ts'
import {barReading} from './by-category.ts'
import type {Cards, Drawing, Picture} from './drawing.ts'
import {fieldsFor, namedFor, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {facetBars} from './register.ts'
import {labelOf, numeric, split, whenOf} from './table.ts'

const cardsMax = 12
const factsMax = 4
// Others wrote these texts: on a card they are cut short.
const textMax = 120

/** Directories, posts and news: how many, of what kind, and the first of them as cards. */
export function list(input: PictureInput): Picture {
  const {releases, voice} = input
  const latest = releases.at(-1)
  if (!latest) return nothing(input)
  const items = split(latest, input).items
  if (items.length === 0) return nothing(input)
  const bars = facetBars(latest, input)
  const top = bars[0]?.rows[0]
  const facts = {n: voice.number(items.length), when: whenOf(latest, voice)}
  const drawings: Drawing[] = [...bars, cardsOf(items, input)]
  return {
    reading: top
      ? voice.say(readings.listTop, {...facts, top: top.label, k: voice.number(top.values[0] ?? 0)})
      : voice.say(readings.list, facts),
    drawings,
    notes: [],
  }
}

/** Newest first where the rows are dated, else as the source has them. */
function cardsOf(items: readonly Row[], input: PictureInput): Cards {
  const {dataset, voice} = input
  const all = dataset.tableSchema.fields
  const fields = fieldsFor(all, voice.language)
  const name =
    namedFor(all, dataset.picture.y, voice.language) ??
    fields.find(({role}) => role === 'name') ??
    fields[0]!
  const date = namedFor(all, dataset.picture.x, voice.language)
  const ordered = date
    ? [...items].sort((one, other) =>
        String(one[date.name] ?? '') < String(other[date.name] ?? '') ? 1 : -1,
      )
    : items
  const shown = ordered.slice(0, cardsMax)
  // What it is, before what is said of it.
  const facts = [...(date ? [date] : []), ...fields.filter(({codes}) => codes), ...fields].filter(
    field => field !== name && field.role !== 'key' && field.role !== 'notes',
  )
  return {
    shape: 'cards',
    title: voice.say(words.firstOf, {n: shown.length, m: voice.number(items.length)}),
    cards: shown.map(row => ({
      name: short(labelOf(row[name.name], name, input)),
      facts: [...new Set(facts)].slice(0, factsMax).flatMap(field => factOf(row, field, input)),
    })),
  }
}

function factOf(row: Row, field: Field, input: PictureInput) {
  const cell = row[field.name]
  if (cell === null || cell === undefined || cell === '') return []
  const {voice} = input
  const value = field.type === 'date' ? voice.period(String(cell)) : labelOf(cell, field, input)
  return [{name: voice.plain(field.title), value: short(value)}]
}

function short(text: string): string {
  return text.length > textMax ? `${text.slice(0, textMax)}…` : text
}

/** Counts by place or route at the latest look: bars in the source's order, so that nothing jumps. */
export function positions(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const {measures, category, second} = partsOf(dataset, voice.language)
  const latest = releases.at(-1)
  const measure = measures[0]
  if (!latest || !measure || !category) return list(input)
  const {items, totals} = split(latest, input)
  const drawn = barsOf(
    {items, totals, category, measures: measures.slice(0, 2), label: namer(items), asListed: true},
    input,
  )
  return {reading: barReading(drawn, measure, totals, input), drawings: [drawn], notes: []}

  /** By the category, and where that repeats (a class at two stands) by the place too. */
  function namer(rows: readonly Row[]): (row: Row) => string {
    const first = (row: Row) => labelOf(row[category!.name], category!, input)
    const distinct = new Set(rows.map(first)).size === rows.length
    if (distinct || !second) return first
    return row => `${labelOf(row[second.name], second, input)} · ${first(row)}`
  }
}

/** Live counts by route or class, as at the latest look. */
export function counts(input: PictureInput): Picture {
  return positions(input)
}

/** Air by parameter, place by place: every value with its own unit, never on one scale. */
export function air(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const latest = releases.at(-1)
  const {measures, category, second} = partsOf(dataset, voice.language)
  const rows = latest ? split(latest, input).items : []
  if (!latest || !category || rows.length === 0) return nothing(input)
  const places = Map.groupBy(rows, row => (second ? labelOf(row[second.name], second, input) : ''))
  return {
    reading: voice.say(readings.air, {
      n: voice.number(rows.length),
      places: voice.number(places.size),
      when: whenOf(latest, voice),
    }),
    drawings: [...places].map(([title, found]) => ({
      shape: 'strip',
      title,
      figures: found.map(row => figureOfRow(row, category, measures[0], input)),
    })),
    notes: [],
  }
}

function figureOfRow(row: Row, category: Field, measure: Field | undefined, input: PictureInput) {
  // Where every row has its own unit, the source says it in a column.
  const unit = input.dataset.tableSchema.fields.find(({name}) => /^unit$|單位|单位/i.test(name))
  const value = measure ? numeric(row[measure.name]) : null
  const said = value === null ? input.voice.say(words.noValue) : input.voice.number(value)
  return {
    name: labelOf(row[category.name], category, input),
    value: unit ? `${said} ${row[unit.name] ?? ''}` : said,
  }
}
