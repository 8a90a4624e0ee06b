import type {ColumnType} from 'kysely'
import type {Migration} from '../store/records.ts'

/** Tables that only this room names. */
export interface CatalogTables {
  versions: {
    dataset: string
    version: string
    issue: string | null
    position: string
    issued: string
    content_hash: string
    withdrawn: number // SQLite has no boolean
    body: string // Version as JSON
  }
  series: {
    dataset: string
    version: string // the newest in it
    body: string // Distribution[] as JSON
  }
  outcomes: {
    dataset: string
    body: string // LastOutcome as JSON
  }
  judged: {
    dataset: string
    content_hash: string
    /** What else the judgement rests on: the version before, the declaration, the code. */
    context: string
    outcome: string // 'unchanged' is never judged; 'held' | 'rejected'
    report: string // object key
    snapshot: string // Snapshot as JSON, so that an approval can publish it
    at: string
  }
  /** Versions being written: what a killed process leaves here was never visible, and is removed. */
  unfinished: {
    dataset: string
    version: string
  }
  outbox: {
    id: ColumnType<number, never, never>
    sent: number
    body: string // Event without its id, as JSON
  }
}

export const catalogMigrations: readonly Migration[] = [
  {
    name: 'catalog-001',
    statements: [
      `create table versions (
        dataset text not null, version text not null, issue text, position text not null,
        issued text not null, content_hash text not null, withdrawn integer not null default 0,
        body text not null, primary key (dataset, version))`,
      `create index versions_by_position on versions (dataset, withdrawn, position, issued)`,
      `create table series (
        dataset text not null, version text not null, body text not null,
        primary key (dataset, version))`,
      `create table outcomes (dataset text primary key, body text not null)`,
      `create table judged (
        dataset text not null, content_hash text not null, context text not null,
        outcome text not null, report text not null, snapshot text not null, at text not null,
        primary key (dataset, content_hash, context))`,
      `create table unfinished (
        dataset text not null, version text not null, primary key (dataset, version))`,
      `create table outbox (
        id integer primary key, sent integer not null default 0, body text not null)`,
      `create index outbox_unsent on outbox (sent, id)`,
    ],
  },
]
