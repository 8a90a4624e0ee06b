import type {Origin, Text} from '../text/language.ts'
import type {Dialect, TableSchema} from './table-schema.ts'

/**
 * A collection of data that one publisher keeps up to date, as its site file declares it
 * (sites/…/datasets/{id}.json). Property names are DCAT's own:
 * https://www.w3.org/TR/vocab-dcat-3/#Class:Dataset
 */
export interface Dataset {
  readonly id: string // slug, unique in the catalog, never reused: "hk-itc-hkas-cab-hoklas"
  /** The commitment of the plan that promises it: "D2". */
  readonly commitment: string
  readonly title: Text // in full, as the plan has it
  readonly shortTitle: Text
  readonly description: Text
  /** Who wrote each translation: {"title": {"en": "ours", "zh-Hans": "official"}, "fields": {…}} */
  readonly origin: {readonly [part: string]: {readonly [language: string]: Origin}}
  readonly publisher: string // Publisher.id
  readonly theme: readonly string[] // Theme.id, at least one
  readonly keyword?: readonly Text[]
  readonly contactPoint: string // ContactPoint.id
  readonly source: Source | null // null: no source yet, which is a state and not an error
  readonly release: Release
  readonly dialect: Dialect
  readonly tableSchema: TableSchema
  /** Columns that the plan's remarks promise, and the fields that answer them; [] names what is missing. */
  readonly promised?: readonly PromisedColumn[]
  /** File formats to write beyond those that the commitment promises. */
  readonly formats?: readonly FormatName[]
  readonly picture: Picture
  /** Rows that are totals of the others: {"field": "Programme", "values": ["Total:", "總計"]}. */
  readonly totals?: {
    readonly field: string
    readonly values: readonly string[]
    readonly beyond?: Text
  }
  /** Text kept with every release: what the department says of its own figures. */
  readonly footnotes?: readonly {
    readonly mark?: string
    readonly text: Text
    readonly origin?: Origin
  }[]
  /** Known breaks of the series: nothing is compared or drawn across one without saying so. */
  readonly breaks?: readonly {readonly at: string; readonly note: Text}[]
  /** Gates of our own that this dataset may overrule, each with its reason in `why`. */
  readonly gates?: {readonly vanishedRowsShareMax?: number; readonly why: string}
}

export type FormatName = 'csv' | 'json' | 'ndjson' | 'xml' | 'xls' | 'xlsx' | 'parquet'

export interface PromisedColumn {
  readonly text: string // as the remarks say it: "獲批資助金額"
  readonly fields: readonly string[]
}

/** What one release holds; decides how it is compared with the one before, and how it is drawn. */
export type ReleaseKind = 'full' | 'period' | 'cumulative' | 'history' | 'value' | 'once' | 'live'

export interface Release {
  readonly kind: ReleaseKind
  readonly calendar: 'calendar-year' | 'financial-year' | 'month' | 'quarter' | 'half-year' | 'day'
  /** Where the period or reference date of a release is read from. */
  readonly periodFrom: PeriodFrom
  /** Where the plan's text fixes which period a window is about (前一年度): rule 1 of promises.md. */
  readonly covers?: 'preceding-year' | 'preceding-financial-year'
}

/**
 * issue: the label of the issue (its address); column: the largest value of a field; delivery: the
 * day it was first seen; cell: one cell of the sheet, with a pattern that captures the date.
 */
export type PeriodFrom =
  | {readonly from: 'issue'}
  | {readonly from: 'column'; readonly field: string}
  | {readonly from: 'delivery'}
  | {readonly from: 'cell'; readonly cell: string; readonly pattern: string}

/**
 * Where the publisher keeps it. `{name}` in url, folder and file is filled from the site's variables
 * (the stand-in's address), `{YYYY}` `{MM}` `{DD}` from the issue.
 */
export interface Source {
  readonly connector: 'http' | 'folder' | 'sql'
  readonly format: SourceFormat
  /** http: an address. folder: a path, as "{hkctc}/statistics.xlsx". sql: sqlite:FILE or postgres://… */
  readonly url: string
  /** sql: one SELECT, with an ORDER BY so that the same rows are the same bytes. */
  readonly query?: string
  /** OData and its like: follow this property of each page until it is absent. */
  readonly nextLink?: string
  /** Name of a credential, whose value comes from the environment or a file, never from here. */
  readonly credential?: string
  /** Releases kept at addresses of their own, oldest first. Absent: one address, always the newest. */
  readonly issues?: readonly Issue[]
  /** Issues at addresses by year that go on: every year from `since` to the last complete one. */
  readonly yearly?: {readonly since: number; readonly financial?: boolean}
  /** Sample rows of our own making: every version, page, file and answer says so. */
  readonly sample: boolean
  readonly maxBytes?: number // default 256 MiB
}

export type SourceFormat = 'csv' | 'json' | 'xml' | 'xls' | 'xlsx'

export interface Issue {
  /** "2016-11-30", "2023", "2023-24", "2024-03": names the release, and is its period. */
  readonly id: string
  /** Where this issue is, if not at Source.url with the id filled in. */
  readonly url?: string
  readonly format?: SourceFormat
  readonly dialect?: Dialect
  /** Real material inside a sample dataset, or the other way round. */
  readonly sample?: boolean
  /** Named where the rows are real: who published them, as the facts know it. */
  readonly provenance?: Text
  readonly footnotes?: readonly {
    readonly mark?: string
    readonly text: Text
    readonly origin?: Origin
  }[]
}

/** The picture a dataset opens with: kinds 1–17, as docs/pictures.md lists them. */
export interface Picture {
  readonly kind:
    | 'grants'
    | 'cumulative'
    | 'cross-table'
    | 'programme-statistics'
    | 'by-category'
    | 'register'
    | 'series'
    | 'category-shares'
    | 'quota'
    | 'kpi'
    | 'figure'
    | 'positions'
    | 'counts'
    | 'air'
    | 'list'
    | 'portfolio'
    | 'expenditure'
  /** Fields by their part in the picture. */
  readonly x?: string
  readonly y?: string
  readonly value?: string
  readonly second?: string
  readonly colour?: string
  readonly target?: string
  /** Rows drawn at most; the rest are in the table. */
  readonly limit?: number
}
