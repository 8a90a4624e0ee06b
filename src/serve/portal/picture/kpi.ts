import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import {newestRows} from './by-category.ts'
import type {Bullets, Picture} from './drawing.ts'
import {namedFor, type Parts, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {breakNotes} from './series.ts'
import {labelOf, numeric} from './table.ts'

/** Indicators against their targets, in the document's order, each on its own scale. */
export function kpi(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const parts = partsOf(dataset, voice.language)
  const latest = releases.at(-1)
  const target = namedFor(dataset.tableSchema.fields, dataset.picture.target, voice.language)
  const actual = parts.measures.find(field => field !== target)
  if (!latest || !parts.category || !actual) return nothing(input)
  const {items} = newestRows(latest, parts, input)
  const fields = {actual, target, indicator: parts.category, centre: centreOf(parts, dataset)}
  const drawings = bulletsOf(items, fields, input)
  const judged = drawings.flatMap(({rows}) => rows).filter(({met}) => met !== null)
  if (drawings.length === 0) return nothing(input)
  return {
    reading: voice.say(readings.kpi, {
      met: judged.filter(({met}) => met).length,
      n: judged.length,
    }),
    drawings,
    notes: breakNotes(dataset, voice),
  }
}

/** Who is measured, where indicators are told of several centres. */
function centreOf(
  {category}: Parts,
  {picture, tableSchema}: PictureInput['dataset'],
): Field | null {
  const field = tableSchema.fields.find(({name}) => name === picture.x)
  return field && field !== category && field.role === 'category' ? field : null
}

/** One block for all indicators; or one an indicator, with a row for each centre. */
function bulletsOf(items: readonly Row[], fields: BulletFields, input: PictureInput): Bullets[] {
  const {voice} = input
  const {indicator, centre} = fields
  const label = (row: Row) => labelOf(row[indicator.name], indicator, input)
  const groups = centre ? Map.groupBy(items, label) : new Map([['', [...items]]])
  return [...groups].map(([title, found]) => {
    const rows = found.flatMap(row => bulletOf(row, fields, input))
    const aimed = rows.some(row => row.target !== null)
    return {
      shape: 'bullets',
      title,
      rows,
      together: centre !== null,
      tickWords: aimed ? voice.say(words.target) : '',
      columns: {
        indicator: voice.plain((centre ?? indicator).title),
        actual: voice.say(words.actual),
        target: aimed ? voice.say(words.goal) : '',
      },
    }
  })
}

interface BulletFields {
  readonly actual: Field
  readonly target: Field | null
  readonly indicator: Field
  readonly centre: Field | null
}

function bulletOf(row: Row, fields: BulletFields, input: PictureInput): Bullets['rows'][number][] {
  const {voice} = input
  const named = fields.centre ?? fields.indicator
  const actual = numeric(row[fields.actual.name])
  if (actual === null) return []
  const target = fields.target ? numeric(row[fields.target.name]) : null
  const unit = unitOf(row, input)
  const say = (value: number) =>
    unit === null
      ? quantityOf(fields.actual, voice).say(value)
      : voice.say(words.counted, {n: voice.number(value), unit})
  const downIsGood = fields.actual.measure?.direction === 'down'
  return [
    {
      label: labelOf(row[named.name], named, input),
      actual,
      target,
      value: say(actual),
      targetValue: target === null ? '' : say(target),
      verdict:
        target === null || target === 0
          ? ''
          : voice.say(words.ofTarget, {share: voice.percent(actual / target)}),
      met: target === null ? null : downIsGood ? actual <= target : actual >= target,
    },
  ]
}

/** Where every indicator has a unit of its own, the source says it in a column. */
function unitOf(row: Row, {dataset, voice}: PictureInput): string | null {
  const field = dataset.tableSchema.fields.find(({name}) => /^unit$|單位|单位/i.test(name))
  const unit = field ? row[field.name] : null
  if (typeof unit !== 'string' || unit === '') return null
  // 個 or 間 behind a number tells an English reader nothing.
  return voice.language === 'en' && /\p{Script=Han}/u.test(unit) ? null : unit
}
