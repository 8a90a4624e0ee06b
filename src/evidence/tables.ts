import type {Migration} from '../store/records.ts'

/** Tables that only this room names. */
export interface EvidenceTables {
  /** One row a record, never updated, never deleted. */
  evidence: {
    seq: number // order of recording
    type: string
    dataset: string | null
    subject: string | null // commitment, obligation, day or whatever else it is about
    at: string // when it was true
    recorded_at: string // when we wrote it down
    simulated: number // SQLite has no boolean
    body: string // the record without id and recordedAt, as JSON
  }
}

/** The one append-only table of everything observed or said. */
export const evidenceMigrations: readonly Migration[] = [
  {
    name: 'evidence-001',
    statements: [
      `create table evidence (
        seq integer primary key,
        type text not null,
        dataset text,
        subject text,
        at text not null,
        recorded_at text not null,
        simulated integer not null,
        body text not null
      )`,
      'create index evidence_by_dataset on evidence (dataset, type, seq)',
      'create index evidence_by_subject on evidence (subject, seq)',
    ],
  },
]
