import type {Verdict} from '../../../model/obligation.ts'
import type {Publisher} from '../../../model/site.ts'
import {frame} from '../../../text/labels-frame.ts'
import {list} from '../../../text/labels-list.ts'
import {publisher as words} from '../../../text/labels-pages.ts'
import {address, outsideLink} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {Icon} from '../part/icons.tsx'
import {Mark} from '../part/marks.tsx'
import {Say} from '../part/text.tsx'
import {markWords} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'
import type {Entry} from './filter.ts'
import {EntryLine} from './list.tsx'
import {countsOf} from './wall.ts'

/** A publisher's promises and how they stand, as counts without weights. */
export function publisherPage(
  publisher: Publisher,
  entries: readonly Entry[],
  setting: Setting,
): Page {
  const {site, voice} = setting
  const verdicts = entries.flatMap(({score}) => score?.verdicts ?? [])
  const homepage = outsideLink(publisher.homepage)
  return {
    title: voice.plain(publisher.name),
    section: 'datasets',
    path: [{title: voice.say(frame.datasets), href: address.datasets(voice.language)}],
    simulated: verdicts.some(({evidenceKind}) => evidenceKind === 'simulated'),
    content: (
      <>
        <h1>
          <Say text={publisher.name} voice={voice} origin={publisher.origin?.[voice.language]} />
        </h1>
        {homepage && (
          <p>
            <a href={homepage} rel="noreferrer">
              <Icon name="outside" /> {voice.say(words.homepage)}
            </a>
          </p>
        )}
        <Record verdicts={verdicts} voice={voice} />
        <h2>{voice.say(words.promises)}</h2>
        <p class="count">{voice.say(list.found, {n: entries.length, m: site.datasets.length})}</p>
        <ul class="plain entries">
          {entries.map(entry => (
            <li key={entry.dataset.id}>
              <EntryLine entry={entry} site={site} voice={voice} />
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

/** States that are neither kept nor broken, or not yet either: they are not counted for or against. */
const unjudged: readonly Verdict['state'][] = [
  'scheduled',
  'open',
  'held',
  'unknown',
  'waived',
  'superseded',
  'withdrawn',
  'ended',
]

function Record({verdicts, voice}: {verdicts: readonly Verdict[]; voice: Voice}) {
  const judged = verdicts.filter(({state}) => !unjudged.includes(state))
  const fulfilled = judged.filter(({state}) => state === 'fulfilled')
  const facts = {
    n: voice.number(fulfilled.length),
    m: voice.number(judged.length),
    unknown: voice.number(verdicts.filter(({state}) => state === 'unknown').length),
  }
  const total = voice.number(verdicts.length)
  return (
    <section aria-labelledby="record">
      <h2 id="record">{voice.say(words.record)}</h2>
      <p>{voice.say(judged.length > 0 ? words.recordIs : words.recordNone, facts)}</p>
      <p class="soft">{voice.say(words.counted, {total})}</p>
      <ul class="legend">
        {countsOf(verdicts).map(({mark, n}) => (
          <li key={mark}>
            <Mark name={mark} /> {markWords(mark, voice)}{' '}
            <span class="n">
              {voice.number(n)}/{total}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
