import {once} from 'node:events'
import {DatabaseSync, type SQLOutputValue, type StatementSync} from 'node:sqlite'
import {text} from 'node:stream/consumers'
import {type QueryCell, rowText} from './row-text.ts'

// A process of its own: reads a task from standard input, writes the rows to standard output, and
// says on standard error, as one line of JSON, what went wrong.

export interface SqliteTask {
  readonly file: string
  readonly query: string
  readonly format: 'csv' | 'json'
}

export interface SqliteFailure {
  readonly code: 'source-database-failed' | 'source-query-failed'
  readonly why: string
}

const chunkCharacters = 65_536

await run(JSON.parse(await text(process.stdin)) as SqliteTask)

async function run({file, query, format}: SqliteTask): Promise<void> {
  let code: SqliteFailure['code'] = 'source-database-failed'
  try {
    const database = new DatabaseSync(file, {readOnly: true})
    database.exec('PRAGMA query_only = 1; SELECT count(*) FROM sqlite_schema')
    code = 'source-query-failed'
    const statement = database.prepare(query)
    statement.setReadBigInts(true)
    statement.setReturnArrays(true)
    await writeRows(statement, format)
    database.close()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    process.stderr.write(`${JSON.stringify({code, why} satisfies SqliteFailure)}\n`)
    process.exitCode = 1
  }
}

async function writeRows(statement: StatementSync, format: 'csv' | 'json'): Promise<void> {
  const columns = statement.columns().map(({name}) => name)
  if (columns.length === 0) throw new Error('it is no SELECT')
  const writer = rowText(format)
  let chunk = writer.start(columns)
  let first = true
  for (const row of statement.iterate() as Iterable<unknown>) {
    chunk += writer.row(
      (row as SQLOutputValue[]).map((value, at) => cellOf(value, columns[at]!)),
      first,
    )
    first = false
    if (chunk.length < chunkCharacters) continue
    await write(chunk)
    chunk = ''
  }
  await write(chunk + writer.end())
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

function cellOf(value: SQLOutputValue, column: string): QueryCell {
  if (value === null) return {text: null, bare: false}
  if (typeof value === 'string') return {text: value, bare: false}
  if (value instanceof Uint8Array) throw new Error(`column ${column} holds bytes, not text`)
  return {text: String(value), bare: true}
}
