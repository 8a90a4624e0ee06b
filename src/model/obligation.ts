import type {Instant, LocalDate, Month} from './time.ts'

/** One due window of a commitment. Intervals are half-open: [open, due). */
export interface Obligation {
  readonly id: string // "D5:2022-12"; attestation tracks "D1:attest:2026-11-23"
  readonly commitment: string
  readonly dataset: string | null
  readonly kind: 'release' | 'periodic' | 'realtime' | 'attestation' | 'once'
  readonly month: Month // the anchor month
  readonly opens: LocalDate
  /** The last day of the window, after rolling; the window closes at its 24:00. */
  readonly due: LocalDate
  readonly rolledFrom: LocalDate | null
  readonly opensAt: Instant
  readonly dueAt: Instant
  /** Which period the text says this window is about; null where it says none. */
  readonly expectedCoverage: string | null
}

export type VerdictState =
  | 'scheduled'
  | 'open'
  | 'fulfilled'
  | 'late'
  | 'lapsed'
  | 'defective'
  | 'held'
  | 'missed'
  | 'unattested'
  | 'waived'
  | 'superseded'
  | 'withdrawn'
  | 'ended'
  | 'unknown'

export type EvidenceKind = 'observed' | 'claimed' | 'simulated'

/** What the evidence says of an obligation, as of a time. Computed, never set. */
export interface Verdict {
  readonly obligation: Obligation
  readonly asOf: Instant
  readonly state: VerdictState
  /** fulfilled only: early, on time, or late by at least daysLate. */
  readonly timing: 'early' | 'on-time' | 'late' | null
  readonly daysLate: number | null
  readonly evidenceKind: EvidenceKind
  /** Ids of the evidence it rests on, in the order of the argument. */
  readonly evidence: readonly string[]
  /** The argument, step by step; each names a rule of score/ (worded in score/reasons.ts) and its facts. */
  readonly reasons: readonly Reason[]
}

export interface Reason {
  readonly code: string
  readonly facts: {readonly [name: string]: string | number | boolean | null}
}

/** Content that a source was first seen to offer, derived from checks and judgements. */
export interface Delivery {
  readonly id: string // the id of the check that first saw it
  readonly dataset: string
  readonly contentHash: string
  readonly coverage: string | null
  readonly claimedAt: Instant | null
  /** Possible time (notBefore, seenAt]; null: no earlier check, it is the baseline. */
  readonly notBefore: Instant | null
  readonly seenAt: Instant
  readonly baseline: boolean
  /** Became a version (or once approved becomes one), and differs from the delivery before it. */
  readonly counts: boolean
  readonly judgement: 'published' | 'held' | 'rejected' | 'failed' | null
  readonly simulated: boolean
}
