import type {Text} from '../text/language.ts'
import type {FormatName} from './dataset.ts'
import type {Instant} from './time.ts'

/** The bytes a source served at a moment, kept by hash so that any version can be rebuilt. */
export interface Snapshot {
  readonly dataset: string
  readonly issue: string | null // Issue.id
  readonly takenAt: Instant
  readonly url: string // without credentials
  readonly parts: readonly SnapshotPart[] // one a page, file or sheet-bearing workbook, in order
  /** Hash over the parts: the same content has the same hash, whenever it was served. */
  readonly contentHash: string
  readonly claimedAt: Instant | null
  readonly sample: boolean
}

export interface SnapshotPart {
  readonly key: string // object key: "snapshots/{sha256}"
  readonly checksum: string // sha256, hex
  readonly byteSize: number
  readonly mediaType: string | null
}

/** One immutable publication. A correction is a new version. */
export interface Version {
  readonly dataset: string
  readonly version: string // "2026-11-23T101112Z"
  readonly issue: string | null
  /** Where it stands among the dataset's versions, as text that sorts: its period, else its time. */
  readonly position: string
  readonly period: string | null // what it covers: "2023", "2023-24", "2016-11-30"
  readonly kind: 'update' | 'correction' | 'redaction'
  readonly issued: Instant
  readonly previousVersion: string | null
  readonly sample: boolean
  readonly simulated: boolean
  readonly rows: number
  readonly fields: readonly string[]
  readonly distributions: readonly Distribution[]
  readonly snapshot: Snapshot
  /** Digest of all cells, in order, counting duplicates: the same in every written file. */
  readonly parity: string
  readonly footnotes: readonly {
    readonly mark?: string
    readonly text: Text
    readonly origin?: string
  }[]
  /** Footnotes that stood in the file itself, in whatever language the source wrote them. */
  readonly sourceFootnotes: readonly string[]
  /** Hash of the dataset's declaration (objects `declarations/{sha256}.json`) this was made under. */
  readonly declaration: string
  /** Object key of manifest.json, which names schema, code version, files and hashes. */
  readonly manifest: string
  readonly manifestChecksum: string // sha256, hex; the one file that the manifest cannot name
  readonly withdrawn: boolean
}

/** One file of one version in one format (dcat:Distribution). */
export interface Distribution {
  readonly format: FormatName
  readonly key: string // object key
  readonly mediaType: string
  readonly byteSize: number
  readonly checksum: string // sha256, hex
  readonly promised: boolean
}

/** What validation says of a table. */
export interface Report {
  readonly dataset: string
  readonly contentHash: string
  readonly verdict: 'publishable' | 'held' | 'rejected'
  readonly rows: number
  /** Findings by type and field, all counted; `cells` holds the first few of each. */
  readonly findings: readonly Finding[]
  readonly profile: readonly ColumnProfile[]
}

/** One thing validation found, named after the Frictionless error types. */
export interface Finding {
  readonly type: string // "type-error", "constraint-error", "primary-key-error", "missing-label", …
  readonly severity: 'rejects' | 'holds' | 'notes'
  readonly field: string | null
  readonly count: number
  readonly cells: readonly {readonly row: number; readonly value: string | null}[]
  /** Facts for the wording in validate/wording.ts: {"minimum": 0}. */
  readonly facts: {readonly [name: string]: string | number | boolean | null}
}

export interface ColumnProfile {
  readonly field: string
  readonly values: number // cells that hold something
  readonly missing: number
  readonly distinct: number // approximate beyond 10,000 rows
  readonly minimum: string | null
  readonly maximum: string | null
  /** The most frequent values with their counts, for columns of few values. */
  readonly top: readonly {readonly value: string; readonly count: number}[]
}
