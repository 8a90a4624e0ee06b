import type {Site} from '../../../model/site.ts'
import {frame} from '../../../text/labels-frame.ts'
import {cadences, list} from '../../../text/labels-list.ts'
import {address} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {Icon} from '../part/icons.tsx'
import {type MarkName, markNames} from '../part/marks.tsx'
import {OriginMark, originOf, SampleMark, Say} from '../part/text.tsx'
import {markWords, VerdictMark} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'
import {
  cadenceKeyOf,
  type Entry,
  type FacetName,
  type Filter,
  facetCounts,
  facetNames,
  filtered,
} from './filter.ts'

/** All datasets, narrowed by a GET form that needs no script. */
export function listPage(entries: readonly Entry[], filter: Filter, setting: Setting): Page {
  const {site, voice} = setting
  const found = filtered(entries, filter)
  return {
    title: voice.say(list.title),
    section: 'datasets',
    simulated: entries.some(({score}) => score?.current?.evidenceKind === 'simulated'),
    content: (
      <>
        <h1>{voice.say(list.title)}</h1>
        <FilterForm entries={entries} filter={filter} site={site} voice={voice} />
        <p class="count" role="status">
          {voice.say(list.found, {n: found.length, m: entries.length})}
        </p>
        {found.length === 0 && <p>{voice.say(list.nothing)}</p>}
        <ul class="plain entries">
          {found.map(entry => (
            <li key={entry.dataset.id}>
              <EntryLine entry={entry} site={site} voice={voice} />
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

interface FormParts {
  readonly entries: readonly Entry[]
  readonly filter: Filter
  readonly site: Site
  readonly voice: Voice
}

function FilterForm({entries, filter, site, voice}: FormParts) {
  const action = address.datasets(voice.language)
  const any = Object.values(filter).some(wish => wish !== '')
  return (
    <form class="filter" action={action} method="get" aria-label={voice.say(list.filter)}>
      <label class="filter-words">
        <span>{voice.say(list.words)}</span>
        <input type="search" name="q" value={filter.q} maxLength={200} />
      </label>
      {facetNames.map(name => (
        <label key={name}>
          <span>{voice.say(list[name])}</span>
          <select name={name}>
            <option value="">{voice.say(list.any)}</option>
            {optionsOf(name, {entries, filter, site, voice}).map(({value, words}) => (
              <option key={value} value={value} selected={filter[name] === value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label class="filter-check">
        <input type="checkbox" name="realtime" value="1" checked={filter.realtime === '1'} />
        <span>{voice.say(list.realtimeOnly)}</span>
      </label>
      <p class="filter-do">
        <button type="submit">
          <Icon name="search" /> {voice.say(list.apply)}
        </button>
        {any && <a href={action}>{voice.say(list.clear)}</a>}
      </p>
    </form>
  )
}

/** Values of a facet with how many entries each would leave; a chosen value stays even at none. */
function optionsOf(name: FacetName, {entries, filter, site, voice}: FormParts) {
  const counts = facetCounts(entries, name, filter)
  const values = [...orderOf(name, site)].filter(
    value => counts.has(value) || filter[name] === value,
  )
  return values.map(value => ({
    value,
    words: voice.say(list.option, {
      name: valueName(name, value, site, voice),
      n: counts.get(value) ?? 0,
    }),
  }))
}

function orderOf(name: FacetName, site: Site): readonly string[] {
  switch (name) {
    case 'publisher':
      return site.publishers.map(({id}) => id)
    case 'theme':
      return site.themes.map(({id}) => id)
    case 'cadence':
      return Object.keys(cadences)
    case 'format':
      return ['CSV', 'XLS', 'JSON', 'XML']
    case 'verdict':
      return markNames
  }
}

function valueName(name: FacetName, value: string, site: Site, voice: Voice): string {
  switch (name) {
    case 'publisher':
      return voice.plain(site.publishers.find(({id}) => id === value)?.shortName ?? {en: value})
    case 'theme':
      return voice.plain(site.themes.find(({id}) => id === value)?.title ?? {en: value})
    case 'cadence':
      return voice.say(cadences[value as keyof typeof cadences])
    case 'format':
      return value
    case 'verdict':
      return markWords(value as MarkName, voice)
  }
}

/** One dataset as a line of a list. */
export function EntryLine({entry, site, voice}: {entry: Entry; site: Site; voice: Voice}) {
  const {dataset, score, latest} = entry
  const publisher = site.publishers.find(({id}) => id === dataset.publisher)
  return (
    <article class="entry">
      <h2>
        <a href={address.dataset(voice.language, dataset.id)}>
          <Say text={dataset.title} voice={voice} />
        </a>
        <TitleOrigin dataset={dataset} voice={voice} />
      </h2>
      <p class="soft">
        {dataset.commitment}
        {' · '}
        {publisher && <Say text={publisher.shortName} voice={voice} />}
        {score && (
          <>
            {' · '}
            {voice.say(cadences[cadenceKeyOf(score.commitment.cadence)])}
            {' · '}
            {score.commitment.formats.join(voice.say(frame.comma))}
          </>
        )}
      </p>
      <p>
        {score?.current && <VerdictMark verdict={score.current} voice={voice} />}{' '}
        <span class="entry-latest">
          {latest ? (
            <>
              {latest.period !== null &&
                voice.say(list.latest, {period: voice.period(latest.period)})}{' '}
              <span class="soft">{voice.say(list.rows, {n: voice.number(latest.rows)})}</span>{' '}
              {latest.sample && <SampleMark voice={voice} />}
            </>
          ) : (
            <span class="soft">{voice.say(list.notYet)}</span>
          )}
        </span>
      </p>
    </article>
  )
}

function TitleOrigin({dataset, voice}: {dataset: Entry['dataset']; voice: Voice}) {
  const origin = originOf(dataset, 'title', voice)
  return origin ? <OriginMark origin={origin} voice={voice} /> : null
}
