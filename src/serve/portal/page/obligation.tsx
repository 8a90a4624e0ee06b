import type {Evidence} from '../../../model/evidence.ts'
import type {Verdict} from '../../../model/obligation.ts'
import type {PlanEdition} from '../../../model/plan.ts'
import type {CommitmentScore} from '../../../score/score.ts'
import {kindLabel, reasonText} from '../../../score/words.ts'
import {frame} from '../../../text/labels-frame.ts'
import {kindMeanings} from '../../../text/labels-pages.ts'
import {obligationKinds, obligation as words} from '../../../text/labels-plan.ts'
import type {Wording} from '../../../text/language.ts'
import {address} from '../address.ts'
import {Quote} from '../dataset/promise.tsx'
import type {Page, Setting} from '../frame.tsx'
import {EvidenceTable} from '../part/evidence.tsx'
import {Icon} from '../part/icons.tsx'
import {Day, Say} from '../part/text.tsx'
import {KindMark, VerdictMark} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'

/** One window of one promise, read before it is drawn. */
export interface ObligationData {
  readonly verdict: Verdict
  readonly score: CommitmentScore
  readonly plan: PlanEdition
  readonly evidence: readonly Evidence[]
}

/** The evidence page: what was due, the verdict, why, and each piece of evidence behind it. */
export function obligationPage(data: ObligationData, setting: Setting): Page {
  const {site, voice} = setting
  const {verdict, score} = data
  const {commitment} = score
  const dataset = site.datasets.find(({id}) => id === commitment.dataset)
  const title = voice.say(words.title, {
    commitment: commitment.id,
    month: voice.month(verdict.obligation.month),
  })
  return {
    title,
    section: 'promises',
    path: [
      {title: voice.say(frame.promises), href: address.home(voice.language)},
      ...(dataset
        ? [
            {
              title: voice.plain(dataset.shortTitle),
              href: address.dataset(voice.language, dataset.id),
            },
          ]
        : []),
    ],
    simulated: verdict.evidenceKind === 'simulated',
    content: (
      <>
        <h1>{title}</h1>
        <p class="lead">
          {dataset ? (
            <Say text={dataset.title} voice={voice} />
          ) : (
            <span lang="zh-Hant-HK">{commitment.title}</span>
          )}
        </p>
        <VerdictSection verdict={verdict} voice={voice} />
        <Window data={data} voice={voice} />
        <Argument verdict={verdict} voice={voice} />
        <section aria-labelledby="evidence">
          <h2 id="evidence">{voice.say(words.evidence)}</h2>
          {data.evidence.length === 0 ? (
            <p>{voice.say(words.none)}</p>
          ) : (
            <EvidenceTable evidence={data.evidence} voice={voice} />
          )}
        </section>
        <Neighbours data={data} voice={voice} />
      </>
    ),
  }
}

function VerdictSection({verdict, voice}: {verdict: Verdict; voice: Voice}) {
  return (
    <section aria-labelledby="verdict" class="verdict-box">
      <h2 id="verdict">{voice.say(words.verdict)}</h2>
      <p class="verdict-large">
        <VerdictMark verdict={verdict} voice={voice} />
      </p>
      <p>
        {voice.say(words.evidenceKind)}
        {voice.say(frame.colon)}
        {verdict.evidenceKind === 'observed' ? (
          voice.say(kindLabel(verdict.evidenceKind))
        ) : (
          <KindMark kind={verdict.evidenceKind} voice={voice} />
        )}{' '}
        <span class="soft">{voice.say(kindMeanings[verdict.evidenceKind])}</span>
      </p>
      <p class="soft">{voice.say(words.asOf, {at: voice.moment(verdict.asOf)})}</p>
    </section>
  )
}

function Window({data: {verdict, score, plan}, voice}: {data: ObligationData; voice: Voice}) {
  const {opens, due, rolledFrom, kind, expectedCoverage} = verdict.obligation
  return (
    <section aria-labelledby="window">
      <h2 id="window">{voice.say(words.window)}</h2>
      <dl class="facts">
        <div>
          <dt>{voice.say(words.kind)}</dt>
          <dd>{voice.say(obligationKinds[kind])}</dd>
        </div>
        <div>
          <dt>{voice.say(words.opens)}</dt>
          <dd>
            <Day on={opens} voice={voice} />
          </dd>
        </div>
        <div>
          <dt>{voice.say(words.due)}</dt>
          <dd>
            <Day on={due} voice={voice} />
            {rolledFrom && (
              <small class="by">{voice.say(words.rolled, {day: voice.date(rolledFrom)})}</small>
            )}
          </dd>
        </div>
        {expectedCoverage && (
          <div>
            <dt>{voice.say(words.expected)}</dt>
            <dd>{voice.period(expectedCoverage)}</dd>
          </div>
        )}
      </dl>
      <Quote commitment={score.commitment} plan={plan} voice={voice} />
    </section>
  )
}

function Argument({verdict, voice}: {verdict: Verdict; voice: Voice}) {
  return (
    <section aria-labelledby="argument">
      <h2 id="argument">{voice.say(words.argument)}</h2>
      <ol class="argument">
        {verdict.reasons.map((reason, index) => (
          // A step has no identity but its place in the argument.
          <li key={index}>
            {voice.say(reasonText({...reason, facts: voice.dated(reason.facts)}))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The windows before and after this one, of the same promise. */
function Neighbours({data: {verdict, score}, voice}: {data: ObligationData; voice: Voice}) {
  const index = score.verdicts.findIndex(({obligation}) => obligation.id === verdict.obligation.id)
  const before = score.verdicts[index - 1]
  const after = index < 0 ? undefined : score.verdicts[index + 1]
  return (
    <ul class="plain neighbours">
      {before && (
        <NeighbourLink verdict={before} wording={words.before} icon="back" voice={voice} />
      )}
      {after && <NeighbourLink verdict={after} wording={words.after} icon="on" voice={voice} />}
    </ul>
  )
}

function NeighbourLink({
  verdict: {obligation},
  wording,
  icon,
  voice,
}: {
  verdict: Verdict
  wording: Wording
  icon: 'back' | 'on'
  voice: Voice
}) {
  return (
    <li>
      <a href={address.obligation(voice.language, obligation.id)}>
        <Icon name={icon} /> {voice.say(wording)}
        {voice.say(frame.colon)}
        {voice.month(obligation.month)}
      </a>
    </li>
  )
}
