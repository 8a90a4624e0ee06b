import {DatabaseSync} from 'node:sqlite'
import {Kysely, sql, type Transaction} from 'kysely'
import {nodeSqliteDialect} from './kysely-sqlite.ts'
import type {Migration, Records} from './records.ts'

interface MigrationTables {
  migrations: {name: string}
}

/**
 * Records in one SQLite file, or in memory for `:memory:`. WAL with synchronous=FULL: a statement
 * whose promise resolved survives a power cut. Readers of a file have a connection of their own and
 * never wait for a transaction.
 */
export function openSqlite(file: string): Records {
  const writing = new DatabaseSync(file)
  writing.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on')
  writing.exec('pragma busy_timeout = 5000')
  const writer = new Kysely<unknown>({dialect: nodeSqliteDialect(writing)})
  if (file === ':memory:') return recordsOf(writer, writer, async () => writing.close())

  const reading = new DatabaseSync(file, {readOnly: true})
  const reader = new Kysely<unknown>({dialect: nodeSqliteDialect(reading)})
  return recordsOf(writer, reader, async () => {
    reading.close()
    writing.close()
  })
}

function recordsOf(
  writer: Kysely<unknown>,
  reader: Kysely<unknown>,
  close: () => Promise<void>,
): Records {
  return {
    read: <T>() => reader as Kysely<T>,
    write: <T>() => writer as Kysely<T>,
    transaction: work => writer.transaction().execute(open => work(insideOf(open))),
    migrate: migrations => migrate(writer, migrations),
    close,
  }
}

/** Records inside a transaction: everything through its connection, and no transaction within it. */
function insideOf(open: Transaction<unknown>): Records {
  const inside: Records = {
    read: <T>() => open as unknown as Kysely<T>,
    write: <T>() => open as unknown as Kysely<T>,
    transaction: work => work(inside),
    migrate: async () => {
      throw new Error('records: no migration inside a transaction')
    },
    close: async () => {},
  }
  return inside
}

async function migrate(db: Kysely<unknown>, migrations: readonly Migration[]): Promise<void> {
  await sql`create table if not exists migrations (name text primary key)`.execute(db)
  await db.transaction().execute(async open => {
    const tables = open as unknown as Kysely<MigrationTables>
    const seen = new Set(
      (await tables.selectFrom('migrations').select('name').execute()).map(row => row.name),
    )
    for (const {name, statements} of migrations.filter(found => !seen.has(found.name))) {
      for (const statement of statements) await sql.raw(statement).execute(open)
      await tables.insertInto('migrations').values({name}).execute()
    }
  })
}
