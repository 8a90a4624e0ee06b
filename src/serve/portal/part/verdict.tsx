import type {EvidenceKind, Verdict} from '../../../model/obligation.ts'
import {kindLabel, stateLabel} from '../../../score/words.ts'
import {frame} from '../../../text/labels-frame.ts'
import {home} from '../../../text/labels-home.ts'
import type {Voice} from '../voice.ts'
import {Mark, type MarkName, markOf} from './marks.tsx'

/** A mark in words. */
export function markWords(mark: MarkName, voice: Voice): string {
  if (mark === 'fulfilled') return voice.say(home.inTime)
  if (mark === 'fulfilled-late') return voice.say(home.lately)
  return voice.say(stateLabel(mark))
}

/** A verdict in words, with its timing and, wherever it is not observed, the kind of its evidence. */
export function verdictWords(verdict: Verdict, voice: Voice): string {
  const words = [stateWords(verdict, voice)]
  if (verdict.daysLate) words.push(voice.say(home.daysLate, {days: verdict.daysLate}))
  const kind =
    verdict.evidenceKind === 'observed'
      ? ''
      : `${voice.say(frame.open)}${voice.say(kindLabel(verdict.evidenceKind))}${voice.say(frame.close)}`
  return words.join(voice.say(frame.comma)) + kind
}

function stateWords(verdict: Verdict, voice: Voice): string {
  if (verdict.state === 'fulfilled' && verdict.timing === 'on-time') return voice.say(home.timely)
  if (verdict.state === 'fulfilled' && verdict.timing === 'early') return voice.say(home.early)
  return markWords(markOf(verdict), voice)
}

/** A verdict by shape, colour and words. */
export function VerdictMark({verdict, voice}: {verdict: Verdict; voice: Voice}) {
  const mark = markOf(verdict)
  return (
    <span class="verdict">
      <Mark name={mark} /> <span class={`v-${mark}`}>{stateWords(verdict, voice)}</span>
      {verdict.daysLate ? ` · ${voice.say(home.daysLate, {days: verdict.daysLate})}` : null}{' '}
      <KindMark kind={verdict.evidenceKind} voice={voice} />
    </span>
  )
}

/** The kind of evidence, as a tag; nothing where it was observed. */
export function KindMark({kind, voice}: {kind: EvidenceKind; voice: Voice}) {
  if (kind === 'observed') return null
  return <strong class={`tag tag-${kind}`}>{voice.say(kindLabel(kind))}</strong>
}
