import {isIP} from 'node:net'
import type {ClientConfig} from 'pg'
import pg from 'pg'
import {Problem} from '../text/problem.ts'
import type {Place, Reading} from './connector.ts'
import {guardedLookup, isAllowedHost, refusePrivateLiteral} from './guard.ts'
import {headFailure} from './http-failure.ts'
import type {Query} from './query.ts'
import {type QueryCell, type RowText, rowText} from './row-text.ts'

/** A PostgreSQL source as everybody may read it: "postgres://db.example/permits". */
export function shownPostgres({url}: Place): string {
  if (!URL.canParse(url)) return 'postgres:'
  const {host, pathname} = new URL(url)
  return `postgres://${host}${pathname}`
}

const rowsAtOnce = 1000

/**
 * Rows of a query as bytes, in one read-only transaction, a thousand rows at a time.
 * @throws Problem source-address-invalid, source-credential-missing, source-address-private,
 * source-unreachable, source-database-failed, source-query-failed, source-too-slow
 */
export async function* readPostgres(
  place: Place,
  query: Query,
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  const url = addressOf(place, query)
  const client = new pg.Client(await configOf(url, {place, query, reading}))
  // A connection that breaks between two statements says so here; the next statement fails too.
  client.on('error', () => {})
  const end = () => void client.end()
  reading.signal.addEventListener('abort', end)
  try {
    await step('source-database-failed', () => client.connect())
    yield* rows(client, query, step)
  } finally {
    reading.signal.removeEventListener('abort', end)
    await client.end()
  }

  async function step<Out>(code: FailureCode, work: () => Promise<Out>): Promise<Out> {
    try {
      return await work()
    } catch (error) {
      throw failureOf(error, {code, url, query, reading})
    }
  }
}

type FailureCode = 'source-database-failed' | 'source-query-failed'
type Step = <Out>(code: FailureCode, work: () => Promise<Out>) => Promise<Out>

async function* rows(client: pg.Client, query: Query, step: Step): AsyncGenerator<Uint8Array> {
  const ask = (text: string) =>
    step('source-query-failed', () =>
      // The extended protocol takes one statement only: a second one cannot hide behind a semicolon.
      client.query<string[]>({text, rowMode: 'array', queryMode: 'extended'} as ArrayQuery),
    )
  // The same rows are the same bytes, whatever the server's or the role's own settings are.
  for (const setting of ["DateStyle = 'ISO'", "IntervalStyle = 'iso_8601'", "TimeZone = 'UTC'"])
    await ask(`SET ${setting}`)
  await ask('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  await ask(`DECLARE kept NO SCROLL CURSOR FOR ${query.text}`)
  const writer = rowText(query.format)
  let first = true
  for (;;) {
    const {rows: cells, fields} = await ask(`FETCH FORWARD ${rowsAtOnce} FROM kept`)
    const start = first ? writer.start(fields.map(({name}) => name)) : ''
    const types = fields.map(({dataTypeID}) => dataTypeID)
    yield Buffer.from(start + textOf(cells, {types, writer, first}))
    first = false
    if (cells.length < rowsAtOnce) break
  }
  yield Buffer.from(writer.end())
  await ask('ROLLBACK')
}

// pg knows queryMode; its types do not yet.
type ArrayQuery = pg.QueryArrayConfig & {readonly queryMode: 'extended'}

function textOf(
  rows: readonly (readonly (string | null)[])[],
  {types, writer, first}: {types: readonly number[]; writer: RowText; first: boolean},
): string {
  return rows
    .map((row, at) =>
      writer.row(
        row.map((text, column) => cellOf(text, types[column]!)),
        first && at === 0,
      ),
    )
    .join('')
}

// Object ids of PostgreSQL's own types (pg_type.dat), which never change.
const booleanType = 16
const numberTypes = new Set([20, 21, 23, 26, 700, 701, 1700])

function cellOf(text: string | null, type: number): QueryCell {
  if (type === booleanType && text !== null)
    return {text: text === 't' ? 'true' : 'false', bare: true}
  return {text, bare: numberTypes.has(type)}
}

function addressOf(place: Place, {shown}: Query): URL {
  if (!/^postgres(?:ql)?:\/\//.test(place.url) || !URL.canParse(place.url))
    throw new Problem('source-address-invalid', {url: shown})
  const url = new URL(place.url)
  if (url.password) throw new Problem('source-address-secret', {url: shown})
  if (!url.username || !url.hostname || url.pathname.length < 2)
    throw new Problem('source-address-invalid', {url: shown})
  return url
}

interface Asking {
  readonly place: Place
  readonly query: Query
  readonly reading: Reading
}

/** Every setting is said, because pg fills gaps from the environment, and that is not the site's. */
async function configOf(url: URL, {place, query, reading}: Asking): Promise<ClientConfig> {
  const {limits, world} = reading
  const {credential} = place.source
  const password = credential === undefined ? '' : world.credential(credential)
  if (password === null)
    throw new Problem('source-credential-missing', {name: credential!, url: query.shown})
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return {
    host: await checkedAddress(url, host, reading),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    database: decodeURIComponent(url.pathname.slice(1)),
    password: () => password,
    ssl: sslOf(url.searchParams.get('sslmode'), host),
    application_name: world.code,
    connectionTimeoutMillis: limits.connectSeconds * 1000,
    statement_timeout: limits.firstByteSeconds * 1000,
    types: {getTypeParser: () => (text: string) => text} as unknown as pg.CustomTypesConfig,
  }
}

/** verify-full where nothing is said: a password and a department's rows do not travel in the clear. */
function sslOf(mode: string | null, host: string): ClientConfig['ssl'] {
  const here = host === 'localhost' || host === '::1' || host.startsWith('127.')
  if (mode === 'disable' || (mode === null && here)) return false
  const servername = isIP(host) ? {} : {servername: host}
  return {rejectUnauthorized: mode !== 'require', ...servername}
}

/** Connects to the address that was checked, never to a name that could be answered anew. */
async function checkedAddress(url: URL, host: string, reading: Reading): Promise<string> {
  const allowed = isAllowedHost(url, reading.world.site.allowedHosts)
  if (!allowed) refusePrivateLiteral(webAddress(url))
  if (isIP(host)) return host
  const lookup = allowed ? reading.resolve : guardedLookup(reading.resolve)
  try {
    return await new Promise<string>((done, failed) =>
      lookup(host, {all: false}, (error, found) => {
        if (error) failed(error)
        else done(typeof found === 'string' ? found : found[0]!.address)
      }),
    )
  } catch (error) {
    throw headFailure(error, {url, limits: reading.limits, signal: reading.signal})
  }
}

/** The same host in an address whose scheme makes URL read 0x7f.1 as the number that it is. */
function webAddress({host}: URL): URL {
  if (!URL.canParse(`http://${host}`))
    throw new Problem('source-address-invalid', {url: `postgres://${host}`})
  return new URL(`http://${host}`)
}

function failureOf(
  error: unknown,
  {code, url, query, reading}: Omit<Asking, 'place'> & {code: FailureCode; url: URL},
): unknown {
  const {limits, signal} = reading
  const database = query.shown
  const state = error instanceof Error && 'code' in error ? String(error.code) : ''
  // 57014: the server's own statement_timeout.
  if (signal.aborted || state === '57014')
    return new Problem(
      'source-too-slow',
      {url: database, seconds: signal.aborted ? limits.totalSeconds : limits.firstByteSeconds},
      error,
    )
  const said = error instanceof Error ? error.message : String(error)
  if (/^[0-9A-Z]{5}$/.test(state) && !/^E[A-Z]+$/.test(state))
    return new Problem(code, {database, why: said}, error)
  if (state === '' && code === 'source-database-failed')
    return /timeout/i.test(said)
      ? new Problem('source-unreachable', {host: url.host, seconds: limits.connectSeconds}, error)
      : new Problem(code, {database, why: said}, error)
  const failed = headFailure(error, {url, limits, signal})
  return failed === error ? new Problem(code, {database, why: said}, error) : failed
}
