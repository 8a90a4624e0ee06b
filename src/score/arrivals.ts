import type {Attestation} from '../model/evidence.ts'
import {yearCalendarOf, yearCovered} from './coverage.ts'
import type {Found} from './deliveries.ts'
import type {Arrival} from './match.ts'
import {pendingOf, type Subject} from './subject.ts'

/** Everything that may fulfil a window of a commitment: its deliveries, and signed "no change"s. */
export function arrivalsOf(subject: Subject): readonly Arrival[] {
  const {commitment, dataset, found, ledger} = subject
  const years = commitment.covers && yearCalendarOf(commitment.covers, dataset)
  return [
    ...found
      .filter(({delivery}) => delivery.counts || pendingOf(delivery) !== null)
      .map(one => ofDelivery(one, years ? yearCovered(one.delivery.coverage, years) : null)),
    ...ledger.attestations.map(ofAttestation),
  ]
}

function ofDelivery(found: Found, year: string | null): Arrival {
  const {delivery} = found
  return {
    id: delivery.id,
    after: delivery.notBefore === null ? Number.NEGATIVE_INFINITY : Date.parse(delivery.notBefore),
    seen: Date.parse(delivery.seenAt),
    baseline: delivery.baseline,
    counts: delivery.counts,
    pending: pendingOf(delivery),
    year,
    from: {found},
  }
}

// A signature has one moment, not a span: half a millisecond before it is still after all others.
function ofAttestation(attestation: Attestation): Arrival {
  const at = Date.parse(attestation.at)
  return {
    id: attestation.id,
    after: at - 0.5,
    seen: at,
    baseline: false,
    counts: true,
    pending: null,
    year: null,
    from: {attestation},
  }
}
