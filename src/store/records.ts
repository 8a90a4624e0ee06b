import type {Kysely} from 'kysely'

/**
 * Rows we own, in SQL. A table is named only by the room that owns it, which also says how its rows
 * look (`T`) and makes it (a Migration). One SQL subset serves SQLite and PostgreSQL: TEXT and
 * INTEGER columns, instants as ISO text, documents as JSON text.
 * Embedded: records-sqlite.ts. Passes test/store/records.contract.ts.
 */
export interface Records extends ReadRecords {
  /** Statements are durable when their promise resolves. */
  write<T>(): Kysely<T>

  /** All or nothing; use only the records handed to `work` inside it. */
  transaction<Out>(work: (records: Records) => Promise<Out>): Promise<Out>

  /** Runs, once each and in order, the migrations this database has not seen. */
  migrate(migrations: readonly Migration[]): Promise<void>

  close(): Promise<void>
}

/** The same rows for those who may only look. */
export interface ReadRecords {
  read<T>(): Pick<Kysely<T>, 'selectFrom'>
}

/** Statements that bring a room's tables from one shape to the next; never edited once released. */
export interface Migration {
  readonly name: string // "catalog-001"
  readonly statements: readonly string[]
}
