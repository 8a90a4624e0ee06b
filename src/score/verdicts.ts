import type {Obligation, Verdict} from '../model/obligation.ts'
import {type Argument, because, conclude, type Finding} from './argument.ts'
import {arrivalsOf} from './arrivals.ts'
import {byArrival, bySettlement, spoiltSince} from './fulfilled.ts'
import {gapOver, match, type Placement, type Slot} from './match.ts'
import {type Settled, settledOf} from './settled.ts'
import {endedBefore, explained, isMendable, promised, setAside} from './steps.ts'
import type {Subject} from './subject.ts'
import {unfulfilled} from './unfulfilled.ts'

/** Dated windows with what fell into them: the verdicts' ground, and the tracks'. */
export interface Judged {
  readonly verdicts: readonly Verdict[]
  readonly slots: readonly Slot[]
}

/**
 * The verdicts on all windows of a commitment that stand in the calendar, in their order. A pure
 * function of commitment, evidence and asOf: nobody sets one.
 */
export function verdictsOf(windows: readonly Obligation[], subject: Subject): Judged {
  const ended = new Map<string, Verdict>()
  for (const window of windows) {
    const argument = promised(window, subject)
    const finding = endedBefore(window, subject, argument)
    if (finding) ended.set(window.id, conclude(window, finding, argument, subject))
  }
  const living = windows.filter(({id}) => !ended.has(id))
  const dated = living.filter(({kind}) => kind !== 'realtime')
  const settled = settledOf(dated, subject)
  const slots = match(dated, arrivalsOf(subject), {
    cadence: subject.commitment.cadence,
    settled: ({id}) => settled.has(id),
    mendable: window => isMendable(window, subject),
  })
  const slotOf = new Map(slots.map(slot => [slot.obligation.id, slot]))
  const verdicts = windows.map(window => {
    const slot = slotOf.get(window.id)
    if (slot) return verdictOf(slot, slots, settled.get(window.id) ?? null, subject)
    return ended.get(window.id) ?? ofRealtime(window, subject)
  })
  return {verdicts, slots}
}

function verdictOf(
  slot: Slot,
  slots: readonly Slot[],
  settled: Settled | null,
  subject: Subject,
): Verdict {
  const {obligation} = slot
  const argument = promised(obligation, subject)
  const gap = gapOver(slot, slots)
  const finding =
    kept({slot, gap, settled}, subject, argument) ??
    setAside(obligation, subject, argument) ??
    unfulfilled(slot, slots, subject, argument)
  explained(obligation, subject, argument)
  return conclude(obligation, finding, argument, subject)
}

interface Keeping {
  readonly slot: Slot
  readonly gap: Placement | null
  readonly settled: Settled | null
}

function kept({slot, gap, settled}: Keeping, subject: Subject, argument: Argument): Finding | null {
  const finding = settled
    ? bySettlement(settled, subject, argument)
    : slot.taken && byArrival(slot.taken, gap, subject, argument)
  if (!finding || slot.obligation.kind !== 'once') return finding
  return spoiltSince(slot, subject, argument) ?? finding
}

/**
 * A month of real-time service is judged by its minutes. A look a day watches next to none of them,
 * so a past month says nothing: silence is never good news.
 */
function ofRealtime(window: Obligation, subject: Subject): Verdict {
  const {asOf} = subject
  const argument = promised(window, subject)
  const finding = setAside(window, subject, argument) ?? timeOf(window, subject, argument)
  explained(window, subject, argument)
  return conclude(window, finding, argument, {...subject, asOf})
}

function timeOf(window: Obligation, {asOf}: Subject, argument: Argument): Finding {
  if (asOf < window.opensAt) {
    because(argument, 'not-open-yet')
    return {state: 'scheduled'}
  }
  if (asOf < window.dueAt) {
    because(argument, 'still-open')
    return {state: 'open'}
  }
  const ticks = (Date.parse(window.dueAt) - Date.parse(window.opensAt)) / 60_000
  because(argument, 'ticks-unwatched', {ticks, watched: 0})
  return {state: 'unknown'}
}
