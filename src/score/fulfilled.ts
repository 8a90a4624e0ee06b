import {type Argument, because, type Finding} from './argument.ts'
import {contentOf} from './deliveries.ts'
import {type Arrival, gapHours, type Placement, type Slot} from './match.ts'
import type {Settled} from './settled.ts'
import {baselineOf, type Subject} from './subject.ts'

/** Argues that what a window took fulfils it. */
export function byArrival(
  {arrival, timing, daysLate}: Placement,
  gap: Placement | null,
  subject: Subject,
  argument: Argument,
): Finding {
  arrived(arrival, subject, argument)
  if (arrival.year !== null) because(argument, 'covers-expected', {period: arrival.year})
  if (timing !== 'late') because(argument, timing)
  else {
    because(argument, 'late-by', {days: daysLate})
    if (gap) overlapped(gap, subject, argument)
  }
  return {state: 'fulfilled', timing, daysLate}
}

/** We did not look for long, and what we then found went to another window: say so. */
export function overlapped({arrival}: Placement, {calendar}: Subject, argument: Argument): void {
  if (!('found' in arrival.from)) return
  const {before, check} = arrival.from.found
  const from = before && calendar.minuteOf(before.at)
  const facts = {from, to: calendar.minuteOf(check.at), hours: gapHours}
  because(argument, 'gap', facts, before, check)
}

/** How something came: when it was seen, or signed. */
export function arrived({from}: Arrival, {calendar}: Subject, argument: Argument): void {
  if ('attestation' in from) {
    const {attestation} = from
    const {by, why, at} = attestation
    because(argument, 'attested', {by, why, at: calendar.minuteOf(at)}, attestation)
    return
  }
  const {check, before, judgement} = from.found
  const seen = calendar.minuteOf(check.at)
  if (before)
    because(argument, 'seen-new', {seen, before: calendar.minuteOf(before.at)}, before, check)
  else because(argument, 'seen-first', {seen}, check)
  if (judgement?.version)
    because(argument, 'became-version', {version: judgement.version}, judgement)
}

/** Argues that a window is fulfilled without a delivery of its own. */
export function bySettlement(settled: Settled, subject: Subject, argument: Argument): Finding {
  const {commitment, calendar} = subject
  if (settled.by === 'plan') {
    because(argument, 'claimed-by-plan', {month: commitment.target})
    return {state: 'fulfilled', timing: 'on-time', claimed: true}
  }
  if (settled.by === 'source') {
    const {check, delivery, judgement} = settled.found
    const claimed = calendar.dateOf(delivery.claimedAt!)
    because(argument, 'claimed-by-source', {claimed}, check, judgement)
    return {state: 'fulfilled', timing: 'on-time', claimed: true}
  }
  const {attestation, check} = settled
  const {by, at, standingUntil} = attestation
  because(
    argument,
    'standing',
    {by, at: calendar.minuteOf(at), until: standingUntil, seen: calendar.minuteOf(check.at)},
    attestation,
    check,
  )
  because(argument, 'on-time')
  return {state: 'fulfilled', timing: 'on-time'}
}

/** A one-off release must stay downloadable and as it was; while it is not, it is defective. */
export function spoiltSince({taken}: Slot, subject: Subject, argument: Argument): Finding | null {
  const {checks} = subject.ledger
  const last = checks.at(-1)
  if (!last) return null
  const released =
    taken && 'found' in taken.arrival.from ? taken.arrival.from.found : baselineOf(subject)
  const at = subject.calendar.minuteOf(last.at)
  if (last.outcome === 'nothing') because(argument, 'gone', {at}, last)
  else if (
    released &&
    contentOf(last, released.delivery.contentHash) !== released.delivery.contentHash
  )
    because(argument, 'changed', {at}, last)
  else return null
  return {state: 'defective'}
}
