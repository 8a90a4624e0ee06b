import type {Commitment, PlanEdition} from '../../../model/plan.ts'
import type {Scoreboard} from '../../../score/score.ts'
import {frame} from '../../../text/labels-frame.ts'
import {plan as words} from '../../../text/labels-plan.ts'
import {address} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {ProvenanceList} from '../part/commitment.tsx'
import {Day, Moment, Say} from '../part/text.tsx'
import {VerdictMark} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'

/** The document line by line, and beside each row what we read from it. */
export function planPage(
  board: Scoreboard | null,
  lines: readonly string[],
  setting: Setting,
): Page {
  const {voice} = setting
  return {
    title: voice.say(words.title),
    section: 'plan',
    simulated:
      board?.commitments.some(({current}) => current?.evidenceKind === 'simulated') ?? false,
    content: (
      <>
        <h1>{voice.say(words.title)}</h1>
        {board ? (
          <>
            <p class="lead">{voice.say(words.lead)}</p>
            <EditionFacts plan={board.plan} voice={voice} />
            <Rows board={board} lines={lines} setting={setting} />
          </>
        ) : (
          <p>{voice.say(words.none)}</p>
        )}
      </>
    ),
  }
}

function EditionFacts({plan, voice}: {plan: PlanEdition; voice: Voice}) {
  const count = (section: string) =>
    plan.commitments.filter(commitment => commitment.section === section).length
  return (
    <dl class="facts">
      <div>
        <dt>{voice.say(words.document)}</dt>
        <dd>
          <span lang="zh-Hant-HK">{plan.title}</span>
          <br />
          <small class="soft wrap">
            {voice.say(words.documentIs, {
              file: plan.source.file.split('/').at(-1) ?? plan.source.file,
              size: voice.bytes(plan.source.byteSize),
              checksum: plan.source.checksum,
            })}
          </small>
        </dd>
      </div>
      <div>
        <dt>{voice.say(words.horizon)}</dt>
        <dd>
          {voice.say(words.span, {
            first: voice.date(plan.horizon.first),
            last: voice.date(plan.horizon.last),
          })}
        </dd>
      </div>
      <div>
        <dt>{voice.say(words.issued)}</dt>
        <dd>
          {plan.issued ? <Day on={plan.issued} voice={voice} /> : voice.say(words.issuedUnknown)}
        </dd>
      </div>
      <div>
        <dt>{voice.say(words.imported)}</dt>
        <dd>
          <Moment at={plan.importedAt} voice={voice} />
        </dd>
      </div>
      <div>
        <dt>{voice.say(words.commitments)}</dt>
        <dd>
          {voice.say(words.bySection, {
            A: count('A'),
            B: count('B'),
            C: count('C'),
            D: count('D'),
            total: plan.commitments.length,
          })}
        </dd>
      </div>
    </dl>
  )
}

/** A stretch of the document: a row of the plan with its reading, or the lines between rows. */
interface Stretch {
  readonly first: number // 1-based
  readonly lines: readonly string[]
  readonly commitment: Commitment | null
}

/** Cuts the document at the rows that were read; no line of it is left out. */
export function stretchesOf(
  lines: readonly string[],
  commitments: readonly Commitment[],
): Stretch[] {
  const stretches: Stretch[] = []
  const inOrder = [...commitments].sort((one, other) => one.quote.lineStart - other.quote.lineStart)
  let next = 1
  const between = (until: number) => {
    if (until > next) {
      stretches.push({first: next, lines: lines.slice(next - 1, until - 1), commitment: null})
    }
  }
  for (const commitment of inOrder) {
    const {lineStart, lineEnd} = commitment.quote
    between(lineStart)
    stretches.push({first: lineStart, lines: lines.slice(lineStart - 1, lineEnd - 1), commitment})
    next = lineEnd
  }
  between(lines.length + 1)
  return stretches
}

function Rows({
  board,
  lines,
  setting,
}: {
  board: Scoreboard
  lines: readonly string[]
  setting: Setting
}) {
  const {voice} = setting
  const stretches = stretchesOf(lines, board.plan.commitments).filter(
    ({commitment, lines: text}) => commitment || text.some(line => line.trim() !== ''),
  )
  return (
    <div class="plan">
      <div class="plan-head" aria-hidden="true">
        <span>{voice.say(words.theText)}</span>
        <span>{voice.say(words.theReading)}</span>
      </div>
      {stretches.map(stretch => (
        <div
          key={stretch.first}
          class={stretch.commitment ? 'plan-row' : 'plan-row plan-between'}
          id={stretch.commitment?.id}
        >
          <Source stretch={stretch} voice={voice} />
          {stretch.commitment && (
            <Reading commitment={stretch.commitment} board={board} setting={setting} />
          )}
        </div>
      ))}
    </div>
  )
}

function Source({stretch: {first, lines}, voice}: {stretch: Stretch; voice: Voice}) {
  return (
    <ol class="plain source-lines" lang="zh-Hant-HK">
      {lines.map(
        (line, index) =>
          line.trim() !== '' && (
            // Lines have no identity but their number.
            <li key={index}>
              <span class="line-no" title={voice.say(words.line, {n: first + index})}>
                {first + index}
              </span>
              <span>
                {line.split('\t').map((cell, at) => (
                  <span key={at} class="cell">
                    {cell}{' '}
                  </span>
                ))}
              </span>
            </li>
          ),
      )}
    </ol>
  )
}

interface ReadingParts {
  readonly commitment: Commitment
  readonly board: Scoreboard
  readonly setting: Setting
}

function Reading({commitment, board, setting: {site, voice}}: ReadingParts) {
  const dataset = site.datasets.find(({id}) => id === commitment.dataset)
  const score = board.commitments.find(found => found.commitment.id === commitment.id)
  return (
    <div class="plan-reading">
      <h2>
        {commitment.id}{' '}
        {dataset && (
          <a href={address.dataset(voice.language, dataset.id)}>
            <Say text={dataset.shortTitle} voice={voice} />
          </a>
        )}
      </h2>
      {score?.current && <VerdictMark verdict={score.current} voice={voice} />}
      <ProvenanceList commitment={commitment} voice={voice} site={site} />
      {commitment.clauses.length > 0 && (
        <p class="soft">
          {voice.say(words.clauses)}
          {voice.say(frame.colon)}
          <span lang="zh-Hant-HK">{commitment.clauses.map(({text}) => text).join('；')}</span>
        </p>
      )}
    </div>
  )
}
