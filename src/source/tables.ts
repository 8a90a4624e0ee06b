import type {Migration} from '../store/records.ts'

/** Tables that only this room names. */
export interface SourceTables {
  /** What an address answered last: lets us ask conditionally, and tell the same content again. */
  source_addresses: {
    address: string // hash of connector, url, query and credential's name
    url: string // as everybody may read it
    etag: string | null
    last_modified: string | null
    content_hash: string
    claimed_at: string | null
    taken_at: string // when this content was first read here
    fetched_at: string // when all of it was last read
    parts: string // JSON: SnapshotPart[]
  }
  /** Hosts that failed or asked us to wait. */
  source_hosts: {
    host: string
    failures: number // in a row
    wait_until: string // instant; in the past where we need not wait
  }
}

/** The two tables of what sources answered before. */
export const sourceMigrations: readonly Migration[] = [
  {
    name: 'source-001',
    statements: [
      `create table source_addresses (
        address text primary key,
        url text not null,
        etag text,
        last_modified text,
        content_hash text not null,
        claimed_at text,
        taken_at text not null,
        fetched_at text not null,
        parts text not null
      )`,
      `create table source_hosts (
        host text primary key,
        failures integer not null,
        wait_until text not null
      )`,
    ],
  },
]
