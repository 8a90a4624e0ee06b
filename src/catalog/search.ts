import MiniSearch from 'minisearch'
import type {Dataset} from '../model/dataset.ts'
import type {Site} from '../model/site.ts'
import type {Text} from '../text/language.ts'
import {foldHan} from './han-folding.ts'

interface Entry {
  readonly id: number
  readonly code: string
  readonly title: string
  readonly about: string
  readonly columns: string
}

/**
 * Makes the search of a site: every word must be found, in whichever language; 繁 finds 簡 and the
 * other way round; the best come first, equals in the site's own order.
 */
export function searchOf(site: Site): (query: string) => readonly Dataset[] {
  const index = new MiniSearch<Entry>({
    fields: ['code', 'title', 'about', 'columns'],
    tokenize: tokensOf,
    processTerm: term => term, // tokensOf has folded it
    searchOptions: {
      combineWith: 'AND',
      boost: {code: 8, title: 4, about: 2},
      tokenize: queryTokensOf,
      // The last letters may still be missing; of Han, a pair is already a whole word.
      prefix: term => term.length > 2 && !isHan(term),
    },
  })
  index.addAll(site.datasets.map((dataset, id) => entryOf(dataset, id, site)))
  return query =>
    index
      .search(query)
      .sort((one, other) => other.score - one.score || Number(one.id) - Number(other.id))
      .flatMap(({id}) => site.datasets[Number(id)] ?? [])
}

function entryOf(dataset: Dataset, id: number, site: Site): Entry {
  const publisher = site.publishers.find(one => one.id === dataset.publisher)
  const themes = site.themes.filter(theme => dataset.theme.includes(theme.id))
  const title = [words(dataset.title), words(dataset.shortTitle)].join(' ')
  return {
    id,
    code: `${dataset.commitment} ${dataset.id}`,
    title,
    about: [
      ...[dataset.description, ...(dataset.keyword ?? [])].map(words),
      ...(publisher ? [publisher.name, publisher.shortName].map(words) : []),
      publisher?.id ?? '',
      ...themes.flatMap(theme => [words(theme.title), ...(theme.also ?? [])]),
      ...synonymsOf(title, site),
    ].join(' '),
    columns: dataset.tableSchema.fields
      .map(({name, title: heading}) => `${name} ${words(heading)}`)
      .join(' '),
  }
}

/** All that the glossary calls the terms of a title by: 創科創投基金 is also found by ITVF. */
function synonymsOf(title: string, {glossary}: Site): string[] {
  const plain = folded(title)
  return glossary.flatMap(({code, label, also = [], formerly}) => {
    const names = [code ?? '', ...Object.values(label), ...also, formerly ?? ''].filter(
      // Shorter ones would be found inside other words.
      name => name.length > 2,
    )
    return names.some(name => plain.includes(folded(name))) ? [code ?? '', ...names] : []
  })
}

const words = (text: Text): string => Object.values(text).join(' ')

const folded = (text: string): string => foldHan(text.normalize('NFKC').toLowerCase())

const han = /\p{Script=Han}/u
const isHan = (term: string): boolean => han.test(term)
const runs = /\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv

/** Words as they stand; of Han text, which has no spaces, each character and each pair of neighbours. */
function tokensOf(text: string): string[] {
  return (folded(text).match(runs) ?? []).flatMap(run => {
    if (!isHan(run)) return [run]
    const characters = [...run]
    return [...characters, ...pairsOf(characters)]
  })
}

/** Of a query, pairs only: with them, single characters would find far too much. */
function queryTokensOf(text: string): string[] {
  return (folded(text).match(runs) ?? []).flatMap(run => {
    const characters = [...run]
    return isHan(run) && characters.length > 1 ? pairsOf(characters) : [run]
  })
}

function pairsOf(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, at) => characters[at] + character)
}
