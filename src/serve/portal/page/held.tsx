import type {LastOutcome} from '../../../catalog/catalog.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Report} from '../../../model/version.ts'
import {held as words} from '../../../text/labels-pages.ts'
import {address} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {problemWords} from '../part/evidence.tsx'
import {FindingList} from '../part/findings.tsx'
import {Say} from '../part/text.tsx'
import type {Voice} from '../voice.ts'

/** A dataset whose last look did not end in a publication. */
export interface HeldEntry {
  readonly dataset: Dataset
  readonly outcome: LastOutcome
  readonly report: Report | null
}

const kinds = ['held', 'rejected', 'failed'] as const

/** What is held, rejected or failed, and why; never a cell of it. */
export function heldPage(entries: readonly HeldEntry[], setting: Setting): Page {
  const {voice} = setting
  return {
    title: voice.say(words.title),
    section: 'held',
    content: (
      <>
        <h1>{voice.say(words.title)}</h1>
        <p class="lead">{voice.say(words.lead)}</p>
        {entries.length === 0 && <p class="notice">{voice.say(words.none)}</p>}
        {kinds.map(kind => {
          const found = entries.filter(({outcome}) => outcome.kind === kind)
          if (found.length === 0) return null
          return (
            <section key={kind} aria-labelledby={kind}>
              <h2 id={kind}>
                {voice.say(words[kind])} <span class="n">{found.length}</span>
              </h2>
              {found.map(entry => (
                <HeldArticle key={entry.dataset.id} entry={entry} voice={voice} />
              ))}
            </section>
          )
        })}
      </>
    ),
  }
}

function HeldArticle({entry: {dataset, outcome, report}, voice}: {entry: HeldEntry; voice: Voice}) {
  return (
    <article class="entry" id={dataset.id}>
      <h3>
        <a href={address.dataset(voice.language, dataset.id)}>
          {dataset.commitment} <Say text={dataset.title} voice={voice} />
        </a>
      </h3>
      <p class="soft">{voice.say(words.at, {at: voice.moment(outcome.at)})}</p>
      {outcome.problem && <p>{problemWords(outcome.problem.code, outcome.problem.facts, voice)}</p>}
      {report && (
        <>
          <h4>{voice.say(words.findings)}</h4>
          <FindingList report={report} voice={voice} />
        </>
      )}
    </article>
  )
}
