import type {Instant, LocalDate} from './time.ts'

/**
 * What was observed or said, append-only. `at` is when it was true, `recordedAt` when we wrote it
 * down: a verdict as of t never rests on anything recorded after t.
 */
export type Evidence =
  | Check
  | Judgement
  | Attestation
  | Waiver
  | Suspension
  | Ending
  | Withdrawal
  | Note
  | ClosedDay

interface Recorded {
  readonly id: string // "000001234-check": sorts by recording
  readonly recordedAt: Instant
  /** Rests on a stand-in or a rehearsal, and is never shown without that word. */
  readonly simulated: boolean
}

/** One look at a source. A definite failure found nothing; no attempt at all is no check. */
export interface Check extends Recorded {
  readonly type: 'check'
  readonly dataset: string
  readonly at: Instant
  /** found: it held content; unchanged: the same as at the look before; nothing: it did not. */
  readonly outcome: 'found' | 'unchanged' | 'nothing'
  /** Hash of the newest content offered; null where nothing was found. */
  readonly contentHash: string | null
  /** Period that this content covers, where the data shows one: "2023", "2023-24", "2024-03-31". */
  readonly coverage: string | null
  /** When the source itself says the content dates from. */
  readonly claimedAt: Instant | null
  /** What answered: a status, a problem's code, the address (without credentials). */
  readonly answer: {
    readonly url: string
    readonly status: number | null
    readonly problem: string | null
    readonly facts: {readonly [name: string]: string | number | boolean | null}
  }
}

/** What became of the content that a check found. */
export interface Judgement extends Recorded {
  readonly type: 'judgement'
  readonly dataset: string
  readonly at: Instant
  readonly contentHash: string
  readonly outcome: 'published' | 'held' | 'rejected' | 'approved' | 'failed'
  /** Period that the content covers, where the data shows one, known once it was read. */
  readonly coverage: string | null
  readonly version: string | null
  readonly report: string | null // object key of the report
  readonly by: string | null // approvals: a post title
  readonly why: string | null
}

interface Signed extends Recorded {
  readonly by: string // a post title, never a person's name
  readonly why: string
}

/** A signed "no change as at …". A standing one holds for up to twelve months, for `full` registers. */
export interface Attestation extends Signed {
  readonly type: 'attestation'
  readonly dataset: string
  readonly at: Instant
  readonly standingUntil: LocalDate | null
}

/** Recorded before the due time it waives the obligation; after it, it only explains. */
export interface Waiver extends Signed {
  readonly type: 'waiver'
  readonly obligation: string // Obligation.id
}

/** An announced pause of a real-time feed. */
export interface Suspension extends Signed {
  readonly type: 'suspension'
  readonly dataset: string
  readonly from: Instant
  readonly until: Instant | null
}

/** The subject of a commitment ended (a scheme closed): windows after it are `ended`. */
export interface Ending extends Signed {
  readonly type: 'ending'
  readonly commitment: string
  readonly endedOn: LocalDate
}

/** A dataset or a version taken out of the catalog; a tombstone stays. */
export interface Withdrawal extends Signed {
  readonly type: 'withdrawal'
  readonly dataset: string
  readonly version: string | null
  readonly at: Instant
}

/** Words beside an obligation, a version or a dataset. */
export interface Note extends Signed {
  readonly type: 'note'
  readonly subject: string
}

/** A day on which offices closed early (gale, black rain): rolls a due date as a holiday does. */
export interface ClosedDay extends Signed {
  readonly type: 'closed-day'
  readonly date: LocalDate
}
