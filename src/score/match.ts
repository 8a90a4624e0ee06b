import type {Attestation} from '../model/evidence.ts'
import type {Obligation} from '../model/obligation.ts'
import type {Cadence} from '../model/plan.ts'
import type {Found} from './deliveries.ts'

/** Something that may fulfil a window: a delivery, or a signed "no change". Times in milliseconds. */
export interface Arrival {
  readonly id: string
  /** Possible time (after, seen]; a baseline's has no beginning. */
  readonly after: number
  readonly seen: number
  readonly baseline: boolean
  readonly counts: boolean
  /** Why it does not count, where that may change or matters. */
  readonly pending: 'held' | 'unjudged' | 'rejected' | null
  /** The year it covers, where the text fixes one and the data shows it. */
  readonly year: string | null
  readonly from: {readonly found: Found} | {readonly attestation: Attestation}
}

/** Where an arrival stands for a window. */
export interface Placement {
  readonly arrival: Arrival
  readonly by: 'coverage' | 'time' | 'baseline'
  readonly timing: 'early' | 'on-time' | 'late'
  readonly daysLate: number | null // late only: at least so many
}

/** A window, and what fell into it. */
export interface Slot {
  readonly obligation: Obligation
  readonly opens: number
  readonly due: number
  taken: Placement | null
  /** What would stand for it if it counted. */
  readonly attached: Placement[]
  /** Was it past due, or open, when we first saw content? Then we cannot know of before. */
  readonly baseline: 'past' | 'open' | null
  /** Fulfilled by other means than an arrival: takes none. */
  readonly settled: boolean
  /** May a delivery after the due time still be late for it? */
  readonly mendable: boolean
}

/** What the matching needs to know of a commitment. */
export interface MatchTerms {
  readonly cadence: Cadence
  /** Already fulfilled: dated by the plan or the source, or kept by a standing "no change". */
  settled(obligation: Obligation): boolean
  /** Not waived, not withdrawn: may be mended late. */
  mendable(obligation: Obligation): boolean
}

const dayMilliseconds = 86_400_000

/** How long before the next window content may come and be early for it: a quarter of the period. */
export const earlyDays = {P1Y: 91, P6M: 45, P3M: 22, P1M: 0} as const

/** Possible times longer than this leave it open which window a delivery was for. Assigned by us. */
export const gapHours = 48

/**
 * Which arrival fulfils which window: each at most one, each window at most one. Arrivals are taken
 * in the order in which they were seen.
 * @param obligations dated windows of one commitment, in order
 */
export function match(
  obligations: readonly Obligation[],
  arrivals: readonly Arrival[],
  terms: MatchTerms,
): readonly Slot[] {
  const ordered = arrivals.toSorted(
    (one, other) => one.seen - other.seen || one.after - other.after,
  )
  const baseline = ordered.find(arrival => arrival.baseline) ?? null
  const slots = obligations.map(obligation => slotOf(obligation, baseline, terms))
  for (const arrival of ordered) {
    const place = placeOf(arrival, slots, terms)
    if (!place) continue
    if (arrival.counts) place.slot.taken = place.placement
    else place.slot.attached.push(place.placement)
  }
  return slots
}

/**
 * A window may have been met unseen, in a long gap between two of our own looks, after which what
 * was found went to another window.
 */
export function gapOver(slot: Slot, slots: readonly Slot[]): Placement | null {
  const over = slots.find(other => {
    if (other === slot || !other.taken || other.taken.arrival.baseline) return false
    const {after, seen} = other.taken.arrival
    return seen - after > gapHours * 3_600_000 && touches(other.taken.arrival, slot)
  })
  return over?.taken ?? null
}

function slotOf(obligation: Obligation, baseline: Arrival | null, terms: MatchTerms): Slot {
  const opens = Date.parse(obligation.opensAt)
  const due = Date.parse(obligation.dueAt)
  return {
    obligation,
    opens,
    due,
    taken: null,
    attached: [],
    baseline: baseline && standing(baseline, obligation, opens, due),
    settled: terms.settled(obligation),
    mendable: terms.mendable(obligation),
  }
}

function standing(
  baseline: Arrival,
  {kind}: Obligation,
  opens: number,
  due: number,
): Slot['baseline'] {
  if (due <= baseline.seen) return 'past'
  // A first release that was rejected is known not to have been made: nothing is unknown about it.
  if (baseline.pending === 'rejected' && isFirst(kind)) return null
  return opens <= baseline.seen ? 'open' : null
}

interface Place {
  readonly slot: Slot
  readonly placement: Placement
}

function placeOf(arrival: Arrival, slots: readonly Slot[], terms: MatchTerms): Place | null {
  if (arrival.baseline) return placeBaseline(arrival, slots)
  if (arrival.year !== null) return placeByCoverage(arrival, arrival.year, slots)
  return placeByTime(arrival, slots, terms)
}

// The first content seen may have been there for years: it speaks only for a first release that is
// not yet due, or for the window of the year it covers.
function placeBaseline(arrival: Arrival, slots: readonly Slot[]): Place | null {
  const slot = slots.find(
    candidate =>
      isFree(candidate) &&
      arrival.seen < candidate.due &&
      (arrival.year !== null
        ? candidate.obligation.expectedCoverage === arrival.year
        : isFirst(candidate.obligation.kind)),
  )
  if (!slot) return null
  const timing = arrival.seen < slot.opens ? 'early' : 'on-time'
  return {slot, placement: {arrival, by: 'baseline', timing, daysLate: null}}
}

// Rule 1: where the text fixes the period, the earliest that covers it stands, whenever it comes.
function placeByCoverage(arrival: Arrival, year: string, slots: readonly Slot[]): Place | null {
  const slot = slots.find(
    candidate => isFree(candidate) && candidate.obligation.expectedCoverage === year,
  )
  if (!slot) return null
  if (arrival.after < slot.due) {
    const timing = arrival.seen < slot.opens ? 'early' : 'on-time'
    return {slot, placement: {arrival, by: 'coverage', timing, daysLate: null}}
  }
  return isMendable(slot) ? late(arrival, slot, 'coverage') : null
}

// Rule 2: elsewhere by time.
function placeByTime(
  arrival: Arrival,
  slots: readonly Slot[],
  {cadence}: MatchTerms,
): Place | null {
  const touched = slots.filter(slot => touches(arrival, slot))
  if (touched.length > 0) {
    const slot = touched.find(isFree)
    return slot ? {slot, placement: onTime(arrival)} : null
  }
  const before = slots.findLast(slot => slot.due <= arrival.after)
  if (before && isMendable(before)) return late(arrival, before, 'time')
  const next = slots.find(slot => slot.opens > arrival.seen)
  if (!next || !isFree(next)) return null
  if (next.opens - arrival.seen > earlyDaysFor(next, cadence) * dayMilliseconds) return null
  return {slot: next, placement: {arrival, by: 'time', timing: 'early', daysLate: null}}
}

// A window that a gap of ours leaves unknown may be mended too, or one more delivery, taken by the
// window before it, could un-fulfil it (law 2); the verdict then names the gap.
function isMendable(slot: Slot): boolean {
  return isFree(slot) && slot.mendable && slot.baseline === null
}

// A first release kept before its month is kept, however long before: no earlier window could have
// been meant.
function earlyDaysFor({obligation}: Slot, cadence: Cadence): number {
  if (isFirst(obligation.kind)) return Number.POSITIVE_INFINITY
  return cadence.kind === 'periodic' ? earlyDays[cadence.period] : 0
}

function onTime(arrival: Arrival): Placement {
  return {arrival, by: 'time', timing: 'on-time', daysLate: null}
}

function late(arrival: Arrival, slot: Slot, by: Placement['by']): Place {
  return {slot, placement: {arrival, by, timing: 'late', daysLate: daysLate(arrival, slot.due)}}
}

/** By how many whole days, at least, an arrival came after a due time. */
export function daysLate({after}: Arrival, due: number): number {
  return Math.floor((Math.ceil(after) - due) / dayMilliseconds)
}

function touches({after, seen}: Arrival, {opens, due}: Slot): boolean {
  return after < due && seen >= opens
}

function isFree(slot: Slot): boolean {
  return slot.taken === null && !slot.settled
}

function isFirst(kind: Obligation['kind']): boolean {
  return kind === 'release' || kind === 'once'
}
