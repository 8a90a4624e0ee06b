import {spawn} from 'node:child_process'
import {isAbsolute, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Problem} from '../text/problem.ts'
import type {Place, Reading} from './connector.ts'
import type {Query} from './query.ts'
import type {SqliteFailure, SqliteTask} from './sql-sqlite-child.ts'

/** A SQLite source as everybody may read it: "sqlite:ledger". */
export function shownSqlite({source, url}: Place): string {
  const path = source.url.includes('{') ? source.url.slice('sqlite:'.length) : url
  return `sqlite:${path.replaceAll(/[{}]/g, '').split(/[\\/]/).at(-1)}`
}

/**
 * Rows of a SQLite file as bytes. SQLite works without pause and cannot be interrupted, so it does
 * that in a child, which can be killed.
 * @throws Problem source-database-failed, source-query-failed, source-too-slow
 */
export async function* readSqlite(
  {url}: Place,
  query: Query,
  {world, limits, signal}: Reading,
): AsyncGenerator<Uint8Array> {
  const path = url.slice('sqlite:'.length)
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('sql-sqlite-child.ts', import.meta.url))],
    {stdio: ['pipe', 'pipe', 'pipe'], env: {}},
  )
  const ended = new Promise<number | null>(done => child.once('close', done))
  const kill = () => child.kill('SIGKILL')
  signal.addEventListener('abort', kill)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', chunk => {
    said = (said + chunk).slice(-10_000)
  })
  child.stdin.on('error', () => {}) // it died first; its exit tells
  child.stdin.end(
    JSON.stringify({
      file: isAbsolute(path) ? path : resolve(world.site.folder, path),
      query: query.text,
      format: query.format,
    } satisfies SqliteTask),
  )
  try {
    yield* child.stdout as AsyncIterable<Uint8Array>
    const status = await ended
    if (signal.aborted)
      throw new Problem('source-too-slow', {
        url: query.shown,
        seconds: limits.totalSeconds,
        phase: 'total',
      })
    if (status !== 0) throw failure(said, query.shown)
  } finally {
    signal.removeEventListener('abort', kill)
    child.kill('SIGKILL')
  }
}

function failure(said: string, database: string): Error {
  const line = said.trim().split('\n').at(-1) ?? ''
  if (!line.startsWith('{')) return new Error(`The SQLite child failed: ${said}`)
  const {code, why} = JSON.parse(line) as SqliteFailure
  return new Problem(code, {database, why})
}
