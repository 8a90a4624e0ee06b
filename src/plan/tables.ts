import type {Migration} from '../store/records.ts'

/** Tables that only this room names. */
export interface PlanTables {
  plan_editions: {
    seq: number // order of import
    id: string
    checksum: string // of the document's bytes
    imported_at: string
    body: string // PlanEdition as JSON
  }
}

/** Editions as they were read, never updated. */
export const planMigrations: readonly Migration[] = [
  {
    name: 'plan-001',
    statements: [
      `create table plan_editions (
        seq integer primary key,
        id text not null unique,
        checksum text not null unique,
        imported_at text not null,
        body text not null
      )`,
    ],
  },
]
