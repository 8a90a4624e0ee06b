import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import {newestRows} from './by-category.ts'
import {crossTable} from './cross-table.ts'
import type {Bullets, Picture} from './drawing.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {breakNotes} from './series.ts'
import {labelOf, numeric, partsOf} from './table.ts'

/** Indicators against their targets, in the document's order, each on its own scale. */
export function kpi(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const parts = partsOf(dataset)
  const latest = releases.at(-1)
  const target = dataset.tableSchema.fields.find(({name}) => name === dataset.picture.target)
  const actual = parts.measures.find(field => field !== target)
  if (!latest || !parts.category || !actual) return nothing(input)
  // Indicators by centre, without targets, are a table of small numbers.
  if (!target && parts.second && !parts.period) return crossTable(input)
  const {items} = newestRows(latest, parts, input)
  const rows = items.flatMap(row => bulletOf(row, {actual, target, name: parts.category!}, input))
  if (rows.length === 0) return nothing(input)
  const judged = rows.filter(({met}) => met !== null)
  return {
    reading: voice.say(readings.kpi, {
      met: judged.filter(({met}) => met).length,
      n: judged.length,
    }),
    drawings: [
      {
        shape: 'bullets',
        title: '',
        rows,
        tickWords: target ? voice.say(words.target) : '',
        columns: {
          indicator: voice.plain(parts.category.title),
          actual: voice.say(words.actual),
          target: voice.say(words.goal),
        },
      },
    ],
    notes: breakNotes(dataset, voice),
  }
}

interface BulletFields {
  readonly actual: Field
  readonly target: Field | undefined
  readonly name: Field
}

function bulletOf(row: Row, fields: BulletFields, input: PictureInput): Bullets['rows'][number][] {
  const {voice} = input
  const actual = numeric(row[fields.actual.name])
  if (actual === null) return []
  const target = fields.target ? numeric(row[fields.target.name]) : null
  const {say} = quantityOf(fields.actual, voice)
  const downIsGood = fields.actual.measure?.direction === 'down'
  return [
    {
      label: labelOf(row[fields.name.name], fields.name, input),
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
