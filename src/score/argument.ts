import type {Evidence} from '../model/evidence.ts'
import type {EvidenceKind, Obligation, Reason, Verdict, VerdictState} from '../model/obligation.ts'
import type {Instant} from '../model/time.ts'
import type {ReasonCode} from './reasons.ts'

/** The steps towards a verdict, and the evidence they name, as they are found. */
export interface Argument {
  readonly reasons: Reason[]
  readonly evidence: Evidence[]
}

/** Adds a step. The ids of the evidence it rests on go with its facts. */
export function because(
  argument: Argument,
  code: ReasonCode,
  facts: Reason['facts'] = {},
  ...evidence: readonly (Evidence | null)[]
): void {
  const named = evidence.filter(found => found !== null)
  const ids = named.map(({id}) => id).join(' ')
  argument.reasons.push({code, facts: ids === '' ? facts : {...facts, evidence: ids}})
  for (const found of named) if (!argument.evidence.includes(found)) argument.evidence.push(found)
}

/** What a verdict says, before the argument for it is attached. */
export interface Finding {
  readonly state: VerdictState
  readonly timing?: Verdict['timing']
  readonly daysLate?: number | null
  /** Rests on the word of the plan or the source alone. */
  readonly claimed?: boolean
}

/** Puts verdict and argument together. */
export function conclude(
  obligation: Obligation,
  {state, timing = null, daysLate = null, claimed = false}: Finding,
  argument: Argument,
  {asOf, standIn}: {readonly asOf: Instant; readonly standIn: boolean},
): Verdict {
  const evidenceKind = kindOf(argument.evidence, claimed, standIn)
  if (argument.evidence.some(({simulated}) => simulated)) because(argument, 'simulated')
  return {
    obligation,
    asOf,
    state,
    timing,
    daysLate,
    evidenceKind,
    evidence: argument.evidence.map(({id}) => id),
    reasons: argument.reasons,
  }
}

// A stand-in's word is not the department's: simulated goes before claimed.
function kindOf(evidence: readonly Evidence[], claimed: boolean, standIn: boolean): EvidenceKind {
  if (evidence.some(({simulated}) => simulated)) return 'simulated'
  if (claimed) return 'claimed'
  return evidence.length === 0 && standIn ? 'simulated' : 'observed'
}
