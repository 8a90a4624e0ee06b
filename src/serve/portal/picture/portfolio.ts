import type {Field} from '../../../model/table-schema.ts'
import {readings} from '../../../text/labels-picture.ts'
import type {Language} from '../../../text/language.ts'
import type {Picture, Timeline} from './drawing.ts'
import {partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import {list} from './lists.ts'
import type {PictureInput} from './picture.ts'
import {endOfPeriod, labelOf, split} from './table.ts'

const year = 365.25 * 86_400_000

/** Investments as dots on a line of time, a row a business area. */
export function portfolio(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const latest = releases.at(-1)
  const fields = dataset.tableSchema.fields
  const date =
    fields.find(({name}) => name === dataset.picture.x) ??
    fields.find(({type, role}) => type === 'date' || type === 'yearmonth' || role === 'period')
  const name = nameField(fields, voice.language)
  if (!latest || !date || !name) return list(input)
  const group =
    fields.find(field => field.name === dataset.picture.y) ??
    partsOf(dataset, voice.language).category
  const dots = split(latest, input).items.flatMap(row => {
    const when = String(row[date.name] ?? '')
    const at = endOfPeriod(when)
    if (at === null) return []
    const label = labelOf(row[name.name], name, input)
    const row_ = group && group !== name ? labelOf(row[group.name], group, input) : ''
    return [{at, label, when: voice.period(when), row: row_}]
  })
  if (dots.length === 0) return nothing(input)
  const sorted = dots.sort((one, other) => one.at - other.at)
  const first = sorted[0]!
  const last = sorted.at(-1)!
  const timeline: Timeline = {
    shape: 'timeline',
    title: '',
    rows: [...Map.groupBy(sorted, ({row}) => row)].map(([label, found]) => ({label, dots: found})),
    ticks: yearTicks(first.at, last.at, voice),
    columns: {
      item: voice.plain(name.title),
      when: voice.plain(date.title),
      group: group ? voice.plain(group.title) : '',
    },
  }
  return {
    reading: voice.say(readings.timeline, {
      n: voice.number(dots.length),
      first: first.when,
      last: last.when,
      name: last.label,
    }),
    drawings: [timeline],
    notes: [],
  }
}

/** Of two columns of names, the one whose heading is in the reader's script. */
function nameField(fields: readonly Field[], language: Language): Field | undefined {
  const names = fields.filter(({role}) => role === 'name' || role === 'key')
  const chinese = language !== 'en'
  return names.find(({name}) => /\p{Script=Han}/u.test(name) === chinese) ?? names[0] ?? fields[0]
}

function yearTicks(first: number, last: number, voice: PictureInput['voice']) {
  const start = new Date(first).getUTCFullYear()
  const count = Math.ceil((last - first) / year) + 1
  return Array.from({length: count}, (_, index) => ({
    at: Date.UTC(start + index, 0, 1),
    label: voice.period(String(start + index)),
  })).filter(({at}) => at >= first - year && at <= last + year)
}
