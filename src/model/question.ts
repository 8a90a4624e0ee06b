import type {FieldType, TableSchema} from './table-schema.ts'
import type {ColumnProfile} from './version.ts'

/**
 * What to ask of a table, as plain data: validate/ writes it, store/ask.ts turns it into a few SQL
 * statements beside the data, validate/ judges the answers. Neither knows the other.
 */
export interface Questions {
  /** The published fields, in order: those of the tables `raw` and `typed`. */
  readonly schema: TableSchema
  readonly cells: readonly CellQuestion[]
  readonly keys: readonly KeyQuestion[]
  /** Of the table `before`, loaded from the version before; null: there is none. */
  readonly before: BeforeQuestions | null
  /** Cells shown of each question; all are counted. */
  readonly samplesMax: number
}

/** How many cells of a field break a condition, and the first few of them. */
export interface CellQuestion {
  readonly id: string
  readonly field: string
  readonly breaks: Condition
  /** Personal data: the rows are told, the values never leave the table. */
  readonly masked: boolean
}

/** True of a cell that is wrong. An empty or mistyped cell breaks none but the first three. */
export type Condition =
  | {readonly kind: 'mistyped'}
  | {readonly kind: 'other-unit'}
  | {readonly kind: 'missing'}
  | {readonly kind: 'shorter' | 'longer'; readonly length: number}
  | {readonly kind: 'below' | 'above'; readonly bound: number | string}
  | {readonly kind: 'unlike'; readonly pattern: string}
  | {readonly kind: 'outside'; readonly values: readonly (string | number)[]}

/** Which rows repeat the value of an earlier row in all of these fields. */
export interface KeyQuestion {
  readonly id: string
  readonly fields: readonly string[]
  readonly masked: boolean
}

export interface BeforeQuestions {
  /** Fields that both tables have. */
  readonly shared: readonly string[]
  /** Compares rows by these fields; null: rows are not compared. */
  readonly key: readonly string[] | null
  /** Numbers that are looked at for a fall since the version before, row by row. */
  readonly falling: readonly string[]
  readonly masked: boolean
}

export interface Answers {
  readonly rows: number
  readonly cells: readonly CellAnswer[]
  readonly keys: readonly CellAnswer[]
  readonly profile: readonly ColumnProfile[]
  readonly before: BeforeAnswers | null
}

/** A count over the whole table, and the first few cells by their line in the source. */
export interface CellAnswer {
  readonly id: string
  readonly count: number
  readonly cells: readonly {readonly row: number; readonly value: string | null}[]
}

export interface BeforeAnswers {
  readonly rows: number
  /** Shared fields that held values before and hold none now. */
  readonly emptied: readonly string[]
  /** Keys of the version before that are gone; null where rows are not compared. */
  readonly vanished: {readonly count: number; readonly keys: readonly (string | null)[]} | null
  readonly fallen: readonly FallAnswer[]
}

/** Rows of the same key whose number fell. */
export interface FallAnswer {
  readonly field: string
  readonly count: number
  readonly cells: readonly {
    readonly row: number
    readonly key: string | null
    readonly before: string
    readonly after: string
  }[]
}

/** Whether values of a type are compared as numbers; the others sort as their canonical text. */
export function isNumeric(type: FieldType): boolean {
  return type === 'integer' || type === 'number' || type === 'year'
}
