import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api'
import type {Engine, SqlCell, SqlValue} from './tables.ts'

/** An Engine that holds its own DuckDB and can be closed. */
export interface DuckdbEngine extends Engine {
  close(): Promise<void>
}

const chunkRows = 2048 // DuckDB's vector size

/**
 * A DuckDB in memory. UTC, since its own idea of local time would enter the data; extensions are
 * never looked for on the network; spilling goes to the scratch folder.
 */
export async function openEngine(scratch: string, megabytes: number): Promise<DuckdbEngine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${megabytes}MB`,
    temp_directory: `${scratch}/spill`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    threads: '1',
    // It takes a file rewritten within the second, at the same length, for the one it remembers.
    enable_external_file_cache: 'false',
  })
  const connection = await instance.connect()
  await connection.run("set TimeZone = 'UTC'; set preserve_insertion_order = true")

  return {
    scratch,
    async run(sql, values) {
      await connection.run(sql, bound(values))
    },
    async rows(sql, values) {
      const reader = await connection.runAndReadAll(sql, bound(values))
      return reader.getRows().map(row => row.map(cellOf))
    },
    async *batches(sql, values) {
      const result = await connection.stream(sql, bound(values))
      for (;;) {
        const chunk = await result.fetchChunk()
        if (!chunk || chunk.rowCount === 0) return
        yield chunk.getRows().map(row => row.map(cellOf))
      }
    },
    append: (table, rows) => append(connection, table, rows),
    async close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

function bound(values: readonly SqlValue[] | undefined): DuckDBValue[] | undefined {
  return values ? [...values] : undefined
}

/** Exact: what JavaScript numbers cannot hold (BIGINT, HUGEINT, DECIMAL) and dates come as text. */
function cellOf(value: DuckDBValue): SqlCell {
  if (value === null || typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  return String(value)
}

async function append(
  connection: DuckDBConnection,
  table: string,
  rows: Iterable<readonly (string | number | null)[]>,
): Promise<void> {
  const appender = await connection.createAppender(table)
  let pending: (readonly (string | number | null)[])[] = []

  function flush(): void {
    const [first] = pending
    if (!first) return
    const types = first.map((_, index) =>
      pending.some(row => typeof row[index] === 'number') ? INTEGER : VARCHAR,
    )
    const chunk = DuckDBDataChunk.create(types, pending.length)
    chunk.setColumns(types.map((_, index) => pending.map(row => row[index] ?? null)))
    appender.appendDataChunk(chunk)
    pending = []
  }

  for (const row of rows) {
    pending.push(row)
    if (pending.length === chunkRows) flush()
  }
  flush()
  appender.closeSync()
}
