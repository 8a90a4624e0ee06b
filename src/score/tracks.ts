import type {Obligation, Verdict} from '../model/obligation.ts'
import {type LocalDate, monthOf} from '../model/time.ts'
import {type Argument, because, conclude, type Finding} from './argument.ts'
import {arrivalsOf} from './arrivals.ts'
import {monthsAfter} from './calendar.ts'
import {arrived} from './fulfilled.ts'
import {type Arrival, daysLate, type Slot} from './match.ts'
import {endedBefore, explained, setAside} from './steps.ts'
import type {Subject} from './subject.ts'
import {notLookedSince} from './unfulfilled.ts'

/** Within so many months something is published or a "no change" signed. Assigned by us. */
export const trackMonths = {source: 12, owner: 6} as const

/** One stretch of a track: from a restart to its due time, and what ended it. */
interface Stretch {
  readonly obligation: Obligation
  readonly met: Arrival | null
  readonly attached: readonly Arrival[]
}

/**
 * The verdicts on a promise without a calendar (當有更新時): its track opens at our first look, and
 * every publication and every signed "no change" starts it anew.
 * @param slots the commitment's dated windows: what fulfilled one of them restarts the track, but is
 *   not used a second time
 */
export function tracksOf(slots: readonly Slot[], subject: Subject): readonly Verdict[] {
  const {cadence} = subject.commitment
  const first = subject.ledger.checks[0]
  if (cadence.kind !== 'event' || !first) return []
  const months = trackMonths[cadence.trigger]
  const used = new Set(slots.flatMap(({taken}) => (taken ? [taken.arrival.id] : [])))
  const start = Date.parse(first.at)
  const arrivals = arrivalsOf(subject)
    .filter(({seen}) => seen >= start)
    .toSorted((one, other) => one.seen - other.seen || one.after - other.after)
  const opens = subject.calendar.dateOf(first.at)
  return stretchesOf(opens, arrivals, {months, used, subject}).map(stretch =>
    verdictOf(stretch, months, subject),
  )
}

interface TrackTerms {
  readonly months: number
  readonly used: ReadonlySet<string>
  readonly subject: Subject
}

function stretchesOf(
  opens: LocalDate,
  arrivals: readonly Arrival[],
  {months, used, subject}: TrackTerms,
): readonly Stretch[] {
  const stretches: Stretch[] = []
  let obligation = trackOf(opens, months, subject)
  let attached: Arrival[] = []
  for (const arrival of arrivals) {
    const date = subject.calendar.dateOf(new Date(arrival.seen).toISOString())
    if (!arrival.counts) attached.push(arrival)
    // Whatever comes on the day a stretch opens is what opened it.
    if (!arrival.counts || date === obligation.opens) continue
    const spent = used.has(arrival.id)
    const past = arrival.after >= Date.parse(obligation.dueAt)
    // What a dated window took moves the stretch on; only one that had run out stays, unattested.
    if (!spent || past) stretches.push({obligation, met: spent ? null : arrival, attached})
    obligation = trackOf(date, months, subject)
    attached = []
  }
  return [...stretches, {obligation, met: null, attached}]
}

function trackOf(opens: LocalDate, months: number, {commitment, calendar}: Subject): Obligation {
  const due = monthsAfter(opens, months)
  return {
    id: `${commitment.id}:attest:${opens}`,
    commitment: commitment.id,
    dataset: commitment.dataset,
    kind: 'attestation',
    month: monthOf(opens),
    opens,
    due,
    rolledFrom: null,
    opensAt: calendar.startOf(opens),
    dueAt: calendar.endOf(due),
    expectedCoverage: null,
  }
}

function verdictOf(stretch: Stretch, months: number, subject: Subject): Verdict {
  const {obligation, met} = stretch
  const argument: Argument = {reasons: [], evidence: []}
  const {opens, due} = obligation
  because(argument, 'track-opens', {months, opens, due})
  if (opens > subject.horizon.last)
    because(argument, 'horizon-passed', {last: subject.horizon.last})
  const finding =
    (met && metBy(met, obligation, subject, argument)) ??
    endedBefore(obligation, subject, argument) ??
    setAside(obligation, subject, argument) ??
    unmet(stretch, subject, argument)
  explained(obligation, subject, argument)
  return conclude(obligation, finding, argument, subject)
}

function metBy(
  arrival: Arrival,
  {dueAt}: Obligation,
  subject: Subject,
  argument: Argument,
): Finding {
  arrived(arrival, subject, argument)
  const due = Date.parse(dueAt)
  if (arrival.after < due) {
    because(argument, 'on-time')
    return {state: 'fulfilled', timing: 'on-time'}
  }
  const days = daysLate(arrival, due)
  because(argument, 'late-by', {days})
  return {state: 'fulfilled', timing: 'late', daysLate: days}
}

function unmet({obligation, attached}: Stretch, subject: Subject, argument: Argument): Finding {
  const {asOf, calendar, ledger} = subject
  const past = asOf >= obligation.dueAt
  const inTime = attached.filter(({after}) => after < Date.parse(obligation.dueAt))
  const held = inTime.find(({pending}) => pending === 'held')
  const unjudged = past ? inTime.find(({pending}) => pending === 'unjudged') : undefined
  const pending = held ?? unjudged ?? attached.findLast(arrival => arrival.pending === 'rejected')
  if (pending && 'found' in pending.from) {
    const {check, judgement} = pending.from.found
    const code = held ? 'held' : unjudged ? 'unjudged' : 'rejected'
    because(argument, code, {seen: calendar.minuteOf(check.at)}, check, judgement)
    return {state: held ? 'held' : unjudged ? 'unknown' : 'defective'}
  }
  if (!past) {
    because(argument, 'still-open')
    return {state: 'open'}
  }
  const blind = notLookedSince(obligation, subject, argument)
  if (blind) return blind
  const look = ledger.checks.find(({at}) => at >= obligation.dueAt) ?? null
  because(argument, 'neither-published-nor-signed', {due: obligation.due}, look)
  return {state: 'unattested'}
}
