import type {Instant, LocalDate, Month} from './time.ts'

/** stated: the text says so; inferred: by the named rule; assigned: by us, with the reason. */
export type Provenance =
  | {readonly kind: 'stated'}
  | {readonly kind: 'inferred'; readonly rule: string}
  | {readonly kind: 'assigned'; readonly reason: string}

/** One published edition of a plan. Re-importing the same bytes changes nothing. */
export interface PlanEdition {
  readonly id: string // "hk-itc-2022-2024"
  readonly publisher: string // Publisher.id
  readonly title: string // as the document has it
  readonly horizon: {readonly first: LocalDate; readonly last: LocalDate}
  readonly issued: LocalDate | null // null: unknown, an assumption that is shown
  readonly supersedes: string | null
  readonly source: {readonly file: string; readonly checksum: string; readonly byteSize: number}
  readonly importedAt: Instant
  readonly commitments: readonly Commitment[]
}

export type Section = 'A' | 'B' | 'C' | 'D'

/**
 * How often something is promised. anchors: the months (1–12) in which a window opens; since: the
 * month from which they hold, where the text names one (自2020年起為每年二月), beside a first release
 * in the target month.
 */
export type Cadence =
  | {readonly kind: 'realtime'}
  | {
      readonly kind: 'periodic'
      readonly period: 'P1M' | 'P3M' | 'P6M' | 'P1Y'
      readonly anchors: readonly number[]
      readonly since?: Month
    }
  | {readonly kind: 'event'; readonly trigger: 'source' | 'owner'}
  | {readonly kind: 'once'}

/**
 * One line of a plan: dataset, publisher, date, cadence, formats (Open Government Partnership's
 * word). Immutable; every field carries where it comes from.
 */
export interface Commitment {
  readonly id: string // section and ordinal: "D34"
  readonly plan: string // PlanEdition.id
  readonly section: Section
  readonly ordinal: number
  readonly group: string | null // the group row above it: "創新及科技基金 (ITF)"
  readonly publisher: string // Publisher.id; a group is not always the publisher
  readonly title: string // the plan's own words, after the slash
  readonly category: string // before the slash: "工商業"
  readonly dataset: string | null // Dataset.id of the site, matched by (publisher, title)
  readonly target: Month
  readonly cadence: Cadence
  readonly formats: readonly PromisedFormat[]
  readonly clauses: readonly Clause[]
  /** What the remarks fix of the period a window is about: 前一年度, 上一個財政年度. */
  readonly covers: 'preceding-year' | 'preceding-financial-year' | null
  /** The row as the document has it, and where: 1-based line, end exclusive. */
  readonly quote: {readonly text: string; readonly lineStart: number; readonly lineEnd: number}
  readonly provenance: {
    readonly [field in
      | 'publisher'
      | 'title'
      | 'target'
      | 'cadence'
      | 'anchors'
      | 'formats'
      | 'covers']?: Provenance
  }
}

export type PromisedFormat = 'CSV' | 'JSON' | 'XML' | 'XLS'

/** Something else that the remarks promise or define. */
export interface Clause {
  readonly kind: 'columns' | 'definition' | 'description'
  readonly text: string
}
