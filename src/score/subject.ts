import type {Dataset} from '../model/dataset.ts'
import type {Check, Ending, Waiver} from '../model/evidence.ts'
import type {Delivery} from '../model/obligation.ts'
import type {Commitment, PlanEdition} from '../model/plan.ts'
import type {Site} from '../model/site.ts'
import type {Instant} from '../model/time.ts'
import type {Calendar} from './calendar.ts'
import {deliveriesOf, type Found} from './deliveries.ts'
import type {DatasetLedger, Ledger} from './ledger.ts'

/** One commitment with all that a verdict on it may rest on, as of a moment. */
export interface Subject {
  readonly commitment: Commitment
  readonly dataset: Dataset | null
  readonly horizon: PlanEdition['horizon']
  readonly asOf: Instant
  readonly standIn: boolean
  readonly calendar: Calendar
  readonly ledger: DatasetLedger
  readonly found: readonly Found[]
  readonly ending: Ending | null
  waiversOf(obligation: string): readonly Waiver[]
}

/** Gathers what is known of a commitment. */
export function subjectOf(
  commitment: Commitment,
  ledger: Ledger,
  {
    horizon,
    asOf,
    calendar,
    site,
  }: {
    readonly horizon: PlanEdition['horizon']
    readonly asOf: Instant
    readonly calendar: Calendar
    readonly site: Pick<Site, 'datasets' | 'standIn'>
  },
): Subject {
  const dataset = site.datasets.find(({id}) => id === commitment.dataset) ?? null
  const own = ledger.datasetOf(commitment.dataset)
  return {
    commitment,
    dataset,
    horizon,
    asOf,
    standIn: site.standIn !== null,
    calendar,
    ledger: own,
    found: deliveriesOf(own.checks, own.judgements),
    ending: ledger.endingOf(commitment.id),
    waiversOf: ledger.waiversOf,
  }
}

/** The first content seen, where no earlier look had found nothing. */
export function baselineOf({found}: Subject): Found | null {
  const [first] = found
  return first?.delivery.baseline ? first : null
}

/** Where the first look at or after a moment stands among the looks, which are in order of time. */
export function firstCheckFrom(checks: readonly Check[], at: Instant): number {
  let low = 0
  let high = checks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (checks[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Why a delivery does not count, where that may change or matters. */
export function pendingOf({judgement}: Delivery): 'held' | 'unjudged' | 'rejected' | null {
  if (judgement === 'published') return null
  if (judgement === 'held' || judgement === 'rejected') return judgement
  return 'unjudged' // no judgement yet, or our own failure
}
