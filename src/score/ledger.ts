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
  const datasets = new Map<string, OpenLedger>()
  const waivers = new Map<string, Waiver[]>()
  const endings = new Map<string, Ending>()
  const closedDays: LocalDate[] = []
  let watchingSince: Instant | null = null
  for (const found of evidence) {
    if (found.recordedAt > asOf || ('at' in found && found.at > asOf)) continue
    if (found.type === 'waiver')
      waivers.set(found.obligation, [...(waivers.get(found.obligation) ?? []), found])
    else if (found.type === 'ending') endings.set(found.commitment, found)
    else if (found.type === 'closed-day') closedDays.push(found.date)
    else if ('dataset' in found) file(found, datasets)
    if (found.type === 'check' && (watchingSince === null || found.at < watchingSince))
      watchingSince = found.at
  }
  return {
    datasetOf: id => inOrder((id !== null && datasets.get(id)) || nothing),
    waiversOf: obligation => waivers.get(obligation) ?? [],
    endingOf: commitment => endings.get(commitment) ?? null,
    closedDays,
    watchingSince,
  }
}

interface OpenLedger {
  readonly checks: Check[]
  readonly judgements: Judgement[]
  readonly attestations: Attestation[]
  withdrawal: Withdrawal | null
}

function file(
  found: Extract<Evidence, {dataset: string}>,
  datasets: Map<string, OpenLedger>,
): void {
  let own = datasets.get(found.dataset)
  if (!own) {
    own = {checks: [], judgements: [], attestations: [], withdrawal: null}
    datasets.set(found.dataset, own)
  }
  if (found.type === 'check') own.checks.push(found)
  else if (found.type === 'judgement') own.judgements.push(found)
  else if (found.type === 'attestation') own.attestations.push(found)
  else if (found.type === 'withdrawal' && found.version === null) own.withdrawal ??= found
}

// Recorded in order of time as a rule, so that sorting again would be work for nothing.
function inOrder(ledger: DatasetLedger): DatasetLedger {
  const {checks} = ledger
  if (checks.every((check, at) => at === 0 || checks[at - 1]!.at <= check.at)) return ledger
  const sorted = checks.toSorted((one, other) =>
    one.at < other.at ? -1 : one.at > other.at ? 1 : 0,
  )
  return {...ledger, checks: sorted}
}
