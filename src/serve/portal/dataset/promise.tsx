import type {Commitment, PlanEdition} from '../../../model/plan.ts'
import type {CommitmentScore} from '../../../score/score.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {address} from '../address.ts'
import type {Setting} from '../frame.tsx'
import {ProvenanceList} from '../part/commitment.tsx'
import {Mark, markOf} from '../part/marks.tsx'
import {VerdictMark, verdictWords} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'
import type {DatasetData} from './data.ts'

/** What the plan says in its own words, what we read from it, and what became of it. */
export function PromiseSection({data, setting}: {data: DatasetData; setting: Setting}) {
  const {site, voice} = setting
  const {score, plan} = data
  if (!score || !plan) return <p>{voice.say(words.noPlan)}</p>
  return (
    <div class="two">
      <div>
        <h3>{voice.say(words.planSays)}</h3>
        <Quote commitment={score.commitment} plan={plan} voice={voice} />
        <h3>{voice.say(words.readAs)}</h3>
        <ProvenanceList commitment={score.commitment} site={site} voice={voice} />
      </div>
      <div>
        <h3>{voice.say(words.currentVerdict)}</h3>
        {score.current && <CurrentVerdict score={score} voice={voice} />}
        <h3>{voice.say(words.allWindows)}</h3>
        <Windows score={score} voice={voice} />
      </div>
    </div>
  )
}

/** A row of the plan as the document has it, and where it stands there. */
export function Quote({
  commitment: {quote},
  plan,
  voice,
}: {
  commitment: Commitment
  plan: PlanEdition
  voice: Voice
}) {
  const one = quote.lineEnd - quote.lineStart <= 1
  return (
    <figure class="quote">
      <blockquote lang="zh-Hant-HK">
        {quote.text.split('\n').map((line, index) => (
          // Lines have no identity but their place.
          <p key={index}>
            {line.split('\t').map((cell, at) => (
              <span key={at} class="cell">
                {cell}{' '}
              </span>
            ))}
          </p>
        ))}
      </blockquote>
      <figcaption class="soft">
        {voice.say(one ? words.planLine : words.planLines, {
          file: plan.source.file.split('/').at(-1) ?? plan.source.file,
          first: quote.lineStart,
          last: quote.lineEnd - 1,
        })}
      </figcaption>
    </figure>
  )
}

function CurrentVerdict({score, voice}: {score: CommitmentScore; voice: Voice}) {
  const {current} = score
  if (!current) return null
  const {obligation} = current
  return (
    <p class="current">
      <VerdictMark verdict={current} voice={voice} />
      <br />
      <a href={address.obligation(voice.language, obligation.id)}>
        {voice.say(words.windowDue, {
          month: voice.month(obligation.month),
          due: voice.date(obligation.due),
        })}
      </a>
    </p>
  )
}

/** Every window of the promise as a line of marks, oldest first, a year a row. */
function Windows({score, voice}: {score: CommitmentScore; voice: Voice}) {
  const years = [...Map.groupBy(score.verdicts, ({obligation}) => obligation.month.slice(0, 4))]
  return (
    <ul class="plain windows">
      {years.map(([year, verdicts]) => (
        <li key={year}>
          <span class="soft year">{year}</span>
          {verdicts.map(verdict => (
            <a
              key={verdict.obligation.id}
              href={address.obligation(voice.language, verdict.obligation.id)}
              title={`${voice.month(verdict.obligation.month)} ${verdictWords(verdict, voice)}`}
            >
              <Mark name={markOf(verdict)} />
            </a>
          ))}
        </li>
      ))}
    </ul>
  )
}
