import type {Check} from '../model/evidence.ts'
import type {Obligation} from '../model/obligation.ts'
import {daysBetween} from '../model/time.ts'
import {type Argument, because, type Finding} from './argument.ts'
import {overlapped} from './fulfilled.ts'
import {gapOver, type Placement, type Slot} from './match.ts'
import {baselineOf, firstCheckFrom, type Subject} from './subject.ts'

/** Argues what a window is that nothing has fulfilled, and that nobody set aside. */
export function unfulfilled(
  slot: Slot,
  slots: readonly Slot[],
  subject: Subject,
  argument: Argument,
): Finding {
  const {obligation} = slot
  const {asOf} = subject
  if (asOf < obligation.opensAt) {
    because(argument, 'not-open-yet')
    return {state: 'scheduled'}
  }
  const pastDue = asOf >= obligation.dueAt
  const attached = attachedTo(slot, pastDue, subject, argument)
  if (attached) return attached
  if (!pastDue) {
    because(argument, 'still-open')
    return {state: 'open'}
  }
  return (
    unknowable(slot, slots, subject, argument) ??
    unattested(obligation, subject, argument) ??
    overdue(slot, slots, subject, argument)
  )
}

// Something came, and does not count (yet). What waits for us, in time, goes before what was
// rejected: our queue never makes anyone late.
function attachedTo(
  {attached}: Slot,
  pastDue: boolean,
  {calendar}: Subject,
  argument: Argument,
): Finding | null {
  const last = (pending: Placement['arrival']['pending'], late: boolean) =>
    attached.findLast(
      ({arrival, timing}) => arrival.pending === pending && (late || timing !== 'late'),
    )
  const held = last('held', false)
  const unjudged = pastDue ? last('unjudged', false) : undefined
  const rejected = last('rejected', true)
  const placement = held ?? unjudged ?? rejected
  if (!placement || !('found' in placement.arrival.from)) return null
  const {check, judgement} = placement.arrival.from.found
  const code = held ? 'held' : unjudged ? 'unjudged' : 'rejected'
  because(argument, code, {seen: calendar.minuteOf(check.at)}, check, judgement)
  return {state: held ? 'held' : unjudged ? 'unknown' : 'defective'}
}

/** Past due, and the record cannot say whether it was kept. */
function unknowable(
  slot: Slot,
  slots: readonly Slot[],
  subject: Subject,
  argument: Argument,
): Finding | null {
  const {calendar} = subject
  const baseline = baselineOf(subject)
  if (baseline && slot.baseline) {
    const code = slot.baseline === 'past' ? 'due-before-watching' : 'open-when-watching-began'
    because(argument, code, {at: calendar.minuteOf(baseline.check.at)}, baseline.check)
    return {state: 'unknown'}
  }
  const blind = notLookedSince(slot.obligation, subject, argument)
  if (blind) return blind
  const gap = gapOver(slot, slots)
  if (!gap) return null
  overlapped(gap, subject, argument)
  return {state: 'unknown'}
}

/** Past due, and nobody has looked since: whose fault that is, is said. */
export function notLookedSince(
  {dueAt}: Obligation,
  {commitment, ledger: {checks}, calendar}: Subject,
  argument: Argument,
): Finding | null {
  const last = checks.at(-1)
  if (last && last.at >= dueAt) return null
  if (last) because(argument, 'no-look-since-due', {at: calendar.minuteOf(last.at)}, last)
  else because(argument, commitment.dataset === null ? 'no-dataset' : 'never-looked')
  return {state: 'unknown'}
}

// A register that did not change may be just as it should be; only nobody said so.
function unattested(
  {opensAt, dueAt}: Obligation,
  {dataset, ledger: {checks}}: Subject,
  argument: Argument,
): Finding | null {
  if (dataset?.release.kind !== 'full') return null
  const end = firstCheckFrom(checks, dueAt)
  const looks = checks.slice(firstCheckFrom(checks, opensAt), end + 1)
  const found = looks.findLast(({outcome}) => outcome !== 'nothing')
  if (!found) return null
  because(argument, 'unchanged-unsigned', {}, found, checks[end] ?? null)
  return {state: 'unattested'}
}

function overdue(
  slot: Slot,
  slots: readonly Slot[],
  {ledger: {checks}, found, asOf, calendar}: Subject,
  argument: Argument,
): Finding {
  const {dueAt} = slot.obligation
  const since = checks.slice(firstCheckFrom(checks, dueAt))
  const counting = new Set(found.filter(({delivery}) => delivery.counts).map(({check}) => check.id))
  const empty = since.filter(({id}) => !counting.has(id))
  const first = empty[0] ?? since[0]!
  because(argument, 'nothing-at-due', {at: calendar.minuteOf(first.at)}, first)
  const last = empty.at(-1) ?? first
  const daysLate = lateBy(dueAt, last)
  because(argument, 'nothing-since', {at: calendar.minuteOf(last.at), days: daysLate}, last)
  const next = slots[slots.indexOf(slot) + 1]?.obligation
  if (!next || next.dueAt > asOf) return {state: 'late', daysLate}
  because(argument, 'next-due-too', {due: next.due})
  return {state: 'lapsed', daysLate}
}

function lateBy(dueAt: string, {at}: Check): number {
  return daysBetween(dueAt, at)
}
