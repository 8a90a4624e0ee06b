import type {
  Attestation,
  Check,
  Ending,
  Evidence,
  Judgement,
  Waiver,
  Withdrawal,
} from '../model/evidence.ts'
import type {Instant, LocalDate} from '../model/time.ts'

/** What the record holds of one dataset, up to a moment. */
export interface DatasetLedger {
  readonly checks: readonly Check[] // in order of time
  readonly judgements: readonly Judgement[] // in order of recording
  readonly attestations: readonly Attestation[]
  readonly withdrawal: Withdrawal | null // of the whole dataset
}

/** The evidence of a site, sorted by what it is about. */
export interface Ledger {
  datasetOf(id: string | null): DatasetLedger
  /** By obligation, in order of recording. */
  waiversOf(obligation: string): readonly Waiver[]
  /** The last word on whether, and when, a commitment's subject ended. */
  endingOf(commitment: string): Ending | null
  readonly closedDays: readonly LocalDate[]
  readonly watchingSince: Instant | null
}

const nothing: DatasetLedger = {checks: [], judgements: [], attestations: [], withdrawal: null}

/** Sorts evidence; whatever was recorded after `asOf`, or is said of a later time, is not looked at. */
export function ledgerOf(evidence: readonly Evidence[], asOf: Instant): Ledger {
  const known = evidence.filter(
    found => found.recordedAt <= asOf && (!('at' in found) || found.at <= asOf),
  )
  const byType = Map.groupBy(known, ({type}) => type)
  const of = <Type extends Evidence['type']>(type: Type) =>
    (byType.get(type) ?? []) as Extract<Evidence, {type: Type}>[]
  const checks = Map.groupBy(of('check'), ({dataset}) => dataset)
  const judgements = Map.groupBy(of('judgement'), ({dataset}) => dataset)
  const attestations = Map.groupBy(of('attestation'), ({dataset}) => dataset)
  const withdrawals = of('withdrawal').filter(({version}) => version === null)
  const waivers = Map.groupBy(of('waiver'), ({obligation}) => obligation)
  const endings = new Map(of('ending').map(ending => [ending.commitment, ending]))
  return {
    datasetOf: id =>
      id === null
        ? nothing
        : {
            checks: inOrder(checks.get(id) ?? []),
            judgements: judgements.get(id) ?? [],
            attestations: attestations.get(id) ?? [],
            withdrawal: withdrawals.find(({dataset}) => dataset === id) ?? null,
          },
    waiversOf: obligation => waivers.get(obligation) ?? [],
    endingOf: commitment => endings.get(commitment) ?? null,
    closedDays: of('closed-day').map(({date}) => date),
    watchingSince: of('check').reduce<Instant | null>(
      (first, {at}) => (first === null || at < first ? at : first),
      null,
    ),
  }
}

// Recorded in order of time as a rule, so that sorting again would be work for nothing.
function inOrder(checks: readonly Check[]): readonly Check[] {
  const sorted = checks.every((check, at) => at === 0 || checks[at - 1]!.at <= check.at)
  return sorted
    ? checks
    : checks.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}
