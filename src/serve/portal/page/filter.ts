import type {Dataset} from '../../../model/dataset.ts'
import type {Cadence} from '../../../model/plan.ts'
import type {Version} from '../../../model/version.ts'
import type {CommitmentScore} from '../../../score/score.ts'
import type {CadenceKey} from '../../../text/labels-list.ts'
import {languages, type Text} from '../../../text/language.ts'
import {markOf} from '../part/marks.tsx'

/** One line of the list: a dataset, what was promised of it, and its newest version. */
export interface Entry {
  readonly dataset: Dataset
  readonly score: CommitmentScore | null
  readonly latest: Version | null
}

/** What a reader asked for; '' is no wish. */
export interface Filter {
  readonly q: string
  readonly publisher: string
  readonly theme: string
  readonly cadence: string
  readonly format: string
  readonly verdict: string
  readonly realtime: string
}

export const facetNames = ['publisher', 'theme', 'cadence', 'format', 'verdict'] as const
export type FacetName = (typeof facetNames)[number]

// Longer than any title; what is longer still was not typed by a reader.
const wordsMax = 200

/** The wishes in a query string; anything else in it is ignored. */
export function filterOf(query: {readonly [name: string]: unknown}): Filter {
  const one = (name: string) => {
    const value = query[name]
    return typeof value === 'string' ? value.slice(0, wordsMax).trim() : ''
  }
  return {
    q: one('q'),
    publisher: one('publisher'),
    theme: one('theme'),
    cadence: one('cadence'),
    format: one('format'),
    verdict: one('verdict'),
    realtime: one('realtime') === '1' ? '1' : '',
  }
}

/** Entries that fit every wish, in the plan's order. */
export function filtered(entries: readonly Entry[], filter: Filter): Entry[] {
  return entries.filter(
    entry =>
      facetNames.every(name => fits(entry, name, filter[name])) &&
      (filter.realtime === '' || cadenceKey(entry) === 'realtime') &&
      holdsWords(entry, filter.q),
  )
}

/** How many entries each value of a facet would leave, with every other wish kept. */
export function facetCounts(
  entries: readonly Entry[],
  name: FacetName,
  filter: Filter,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const entry of filtered(entries, {...filter, [name]: ''})) {
    for (const value of valuesOf(entry, name)) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

function fits(entry: Entry, name: FacetName, wish: string): boolean {
  return wish === '' || valuesOf(entry, name).includes(wish)
}

function valuesOf(entry: Entry, name: FacetName): readonly string[] {
  const {dataset, score} = entry
  switch (name) {
    case 'publisher':
      return [dataset.publisher]
    case 'theme':
      return dataset.theme
    case 'cadence':
      return [cadenceKey(entry)].filter(key => key !== null)
    case 'format':
      return score?.commitment.formats ?? []
    case 'verdict':
      return score?.current ? [markOf(score.current)] : []
  }
}

function cadenceKey({score}: Entry): CadenceKey | null {
  return score ? cadenceKeyOf(score.commitment.cadence) : null
}

/** Under which word a cadence is listed. */
export function cadenceKeyOf(cadence: Cadence): CadenceKey {
  switch (cadence.kind) {
    case 'periodic':
      return cadence.period
    case 'event':
      return cadence.trigger
    default:
      return cadence.kind
  }
}

/** Every word must stand somewhere in what the entry says of itself, in any language. */
function holdsWords({dataset, score}: Entry, q: string): boolean {
  const words = folded(q).split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const texts: Text[] = [
    dataset.title,
    dataset.shortTitle,
    dataset.description,
    ...(dataset.keyword ?? []),
    ...dataset.tableSchema.fields.map(({title}) => title),
  ]
  const all = folded(
    [
      dataset.id,
      dataset.commitment,
      score?.commitment.title ?? '',
      ...texts.flatMap(text => languages.map(language => text[language] ?? '')),
    ].join('\n'),
  )
  return words.every(word => all.includes(word))
}

/** Full width and half width, upper and lower case, are the same to a reader. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
