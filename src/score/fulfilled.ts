import {type Argument, because, type Finding} from './argument.ts'
import {contentOf} from './deliveries.ts'
import type {Arrival, Placement, Slot} from './match.ts'
import type {Settled} from './settled.ts'
import {baselineOf, type Subject} from './subject.ts'

/** Argues that an arrival fulfils a window. */
export function byArrival(placement: Placement, subject: Subject, argument: Argument): Finding {
  const {arrival, timing, daysLate} = placement
  arrived(arrival, subject, argument)
  if (arrival.year !== null) because(argument, 'covers-expected', {period: arrival.year})
  if (timing === 'late') because(argument, 'late-by', {days: daysLate})
  else because(argument, timing)
  return {state: 'fulfilled', timing, daysLate}
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
