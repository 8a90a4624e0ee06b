import type {DatabaseSync, SQLInputValue} from 'node:sqlite'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/**
 * Kysely over node:sqlite. Kysely's own SqliteDialect expects better-sqlite3 and fails on node:sqlite
 * ("Unknown named parameter '0'"), hence these lines. One connection, so that everybody who wants it
 * waits while a transaction has it: without that, a stranger's statement would join the transaction.
 */
export function nodeSqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(database),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
}

function driverOf(database: DatabaseSync): Driver {
  const connection = connectionOf(database)
  let last: Promise<void> = Promise.resolve()
  let free: () => void = () => {}

  return {
    async init() {},
    async acquireConnection() {
      const before = last
      last = new Promise(resolve => {
        const mine = resolve
        void before.then(() => {
          free = mine
        })
      })
      await before
      return connection
    },
    async releaseConnection() {
      free()
    },
    async beginTransaction(open) {
      await open.executeQuery(CompiledQuery.raw('begin immediate'))
    },
    async commitTransaction(open) {
      await open.executeQuery(CompiledQuery.raw('commit'))
    },
    async rollbackTransaction(open) {
      await open.executeQuery(CompiledQuery.raw('rollback'))
    },
    async destroy() {},
  }
}

const statementsMax = 500

function connectionOf(database: DatabaseSync): DatabaseConnection {
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()

  function statementOf(sql: string): ReturnType<DatabaseSync['prepare']> {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    if (statements.size >= statementsMax) statements.clear()
    statements.set(sql, made)
    return made
  }

  return {
    async executeQuery<R>({sql, parameters}: CompiledQuery): Promise<QueryResult<R>> {
      const statement = statementOf(sql)
      const values = parameters as readonly SQLInputValue[]
      if (statement.columns().length > 0) return {rows: statement.all(...values) as R[]}
      const {changes, lastInsertRowid} = statement.run(...values)
      return {numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: []}
    },
    async *streamQuery<R>({sql, parameters}: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
      for (const row of database.prepare(sql).iterate(...(parameters as SQLInputValue[])))
        yield {rows: [row as R]}
    },
  }
}
