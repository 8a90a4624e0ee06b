import type {Check, Evidence, Judgement} from '../../../model/evidence.ts'
import {dataset} from '../../../text/labels-dataset.ts'
import {frame} from '../../../text/labels-frame.ts'
import {evidenceTypes, judgementOutcomes, obligation as words} from '../../../text/labels-plan.ts'
import {Problem} from '../../../text/problem.ts'
import {type ProblemCode, problems} from '../../../text/problems.ts'
import {SourceAddress} from '../dataset/provenance.tsx'
import type {Voice} from '../voice.ts'
import {Day, Moment, SimulatedMark} from './text.tsx'

/** Each piece of evidence: what, when it was so, when it was written down, and its kind. */
export function EvidenceTable({evidence, voice}: {evidence: readonly Evidence[]; voice: Voice}) {
  return (
    <div class="scroll">
      <table class="data evidence">
        <thead>
          <tr>
            <th scope="col">{voice.say(words.what)}</th>
            <th scope="col">{voice.say(words.at)}</th>
            <th scope="col">{voice.say(words.recordedAt)}</th>
            <th scope="col">{voice.say(words.details)}</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(piece => (
            <tr key={piece.id} id={piece.id}>
              <th scope="row">
                {voice.say(evidenceTypes[piece.type])}{' '}
                {piece.simulated && <SimulatedMark voice={voice} />}
                <br />
                <code class="soft">{piece.id}</code>
              </th>
              <td>
                <When piece={piece} voice={voice} />
              </td>
              <td>
                <Moment at={piece.recordedAt} voice={voice} />
              </td>
              <td>
                <Details piece={piece} voice={voice} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function When({piece, voice}: {piece: Evidence; voice: Voice}) {
  if ('at' in piece) return <Moment at={piece.at} voice={voice} />
  if (piece.type === 'suspension') return <Moment at={piece.from} voice={voice} />
  if (piece.type === 'ending') return <Day on={piece.endedOn} voice={voice} />
  if (piece.type === 'closed-day') return <Day on={piece.date} voice={voice} />
  return <Moment at={piece.recordedAt} voice={voice} />
}

function Details({piece, voice}: {piece: Evidence; voice: Voice}) {
  if (piece.type === 'check') return <CheckDetails check={piece} voice={voice} />
  if (piece.type === 'judgement') return <JudgementDetails judgement={piece} voice={voice} />
  return <>{voice.say(words.by, {by: piece.by, why: piece.why})}</>
}

function CheckDetails({check, voice}: {check: Check; voice: Voice}) {
  const {outcome, answer, coverage, contentHash, claimedAt} = check
  const problem = answer.problem === null ? null : problemWords(answer.problem, answer.facts, voice)
  return (
    <ul class="plain">
      <li>{voice.say(dataset[outcome])}</li>
      {problem && <li>{problem}</li>}
      <li>
        <SourceAddress url={answer.url} />
        {answer.status !== null && <> {voice.say(words.status, {status: answer.status})}</>}
      </li>
      {coverage && <li>{voice.say(words.covers, {period: voice.period(coverage)})}</li>}
      {claimedAt && (
        <li>
          {voice.say(dataset.claimed)}
          {voice.say(frame.colon)}
          <Moment at={claimedAt} voice={voice} />
        </li>
      )}
      {contentHash && (
        <li class="soft">{voice.say(words.content, {hash: contentHash.slice(0, 16)})}</li>
      )}
    </ul>
  )
}

function JudgementDetails({judgement, voice}: {judgement: Judgement; voice: Voice}) {
  const {outcome, version, coverage, contentHash, by, why} = judgement
  return (
    <ul class="plain">
      <li>{voice.say(judgementOutcomes[outcome])}</li>
      {version && <li>{voice.say(words.version, {version})}</li>}
      {coverage && <li>{voice.say(words.covers, {period: voice.period(coverage)})}</li>}
      {by && <li>{voice.say(words.by, {by, why: why ?? ''})}</li>}
      <li class="soft">{voice.say(words.content, {hash: contentHash.slice(0, 16)})}</li>
    </ul>
  )
}

/** A recorded problem in words; a code of an older version of ours is shown as it is. */
export function problemWords(code: string, facts: Check['answer']['facts'], voice: Voice): string {
  return code in problems ? new Problem(code as ProblemCode, facts).in(voice.language) : code
}
