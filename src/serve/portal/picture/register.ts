import type {Row} from '../../../catalog/rows.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import type {Bars, Drawing, Picture, Time} from './drawing.ts'
import {namedFor, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput, Release} from './picture.ts'
import {labelOf, split, timeOf, whenOf} from './table.ts'

// Facets with more values than this are searched, not looked at.
const facetMax = 12

/** A register: how many are on it, who joined and left since, and what they are. */
export function register(input: PictureInput): Picture {
  const {releases, voice} = input
  const latest = releases.at(-1)
  if (!latest) return nothing(input)
  const entries = keysOf(latest, input)
  const moves = movesOf(input)
  const last = moves.at(-1)
  const facts = {n: voice.number(entries.size), when: whenOf(latest, voice)}
  const before = releases.at(-2)
  const drawings: Drawing[] = [
    {
      shape: 'strip',
      figures: [
        {
          name: voice.say(words.entries),
          value: voice.number(entries.size),
          note: voice.say(words.asAt, {period: whenOf(latest, voice)}),
        },
        ...(last
          ? [
              {name: voice.say(words.joined), value: `▲ ${voice.number(last.joined)}`},
              {name: voice.say(words.left), value: `▼ ${voice.number(last.left)}`},
            ]
          : []),
      ],
    },
    ...movePanels(moves, input),
    ...facetBars(latest, input),
  ]
  return {
    reading:
      last && before
        ? voice.say(readings.register, {
            ...facts,
            joined: voice.number(last.joined),
            left: voice.number(last.left),
            before: whenOf(before, voice),
          })
        : voice.say(readings.registerFirst, facts),
    drawings,
    notes: [],
  }
}

interface Move {
  readonly label: string
  readonly at: number
  readonly joined: number
  readonly left: number
}

/** Who joined and left between each release and the one before, by key. */
function movesOf(input: PictureInput): Move[] {
  const {releases, voice} = input
  const keys = releases.map(release => keysOf(release, input))
  return releases.slice(1).map((release, index) => {
    const before = keys[index]!
    const after = keys[index + 1]!
    return {
      label: whenOf(release, voice),
      at: timeOf(release),
      joined: without(after, before),
      left: without(before, after),
    }
  })
}

/** How many of these are not among those. */
function without(these: ReadonlySet<string>, those: ReadonlySet<string>): number {
  return [...these].filter(key => !those.has(key)).length
}

function keysOf(release: Release, input: PictureInput): Set<string> {
  const key = input.dataset.tableSchema.primaryKey ?? release.version.fields
  return new Set(
    split(release, input).items.map(row => JSON.stringify(key.map(field => row[field] ?? null))),
  )
}

function movePanels(moves: readonly Move[], {voice}: PictureInput): Time[] {
  if (moves.length < 2) return []
  return (['joined', 'left'] as const).map(side => ({
    shape: 'time',
    title: voice.say(words[side]),
    form: 'bars',
    points: moves.map(move => ({label: move.label, at: move.at, value: move[side]})),
    say: voice.number,
    tick: voice.compact,
    breaks: [],
    columns: {when: voice.say(words.release), value: voice.say(words[side])},
  }))
}

/** Entries by the register's first category, where it has few enough values. */
export function facetBars(release: Release, input: PictureInput): Bars[] {
  const {dataset, voice} = input
  const fields = dataset.tableSchema.fields
  const {colour, second} = dataset.picture
  const hinted = namedFor(fields, colour ?? second, voice.language)
  const facet =
    hinted ??
    fields.find(({role}) => role === 'category') ??
    partsOf(dataset, voice.language).second ??
    null
  if (!facet || facet.role === 'key' || facet.role === 'name') return []
  const items = split(release, input).items
  const counts = [...countBy(items, row => labelOf(row[facet.name], facet, input))]
  if (counts.length < 2 || counts.length > facetMax) return []
  return [
    {
      shape: 'bars',
      title: '',
      panels: [{title: `${voice.plain(facet.title)}`, say: voice.number}],
      rows: counts
        .sort(([, one], [, other]) => other - one)
        .map(([label, n]) => ({label, values: [n], part: 'item'})),
      tickWords: null,
    },
  ]
}

/** How many rows bear each label. */
export function countBy(rows: readonly Row[], label: (row: Row) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(label(row), (counts.get(label(row)) ?? 0) + 1)
  return counts
}
