import {pipeline, type Readable} from 'node:stream'
import {createBrotliDecompress, createGunzip, createInflate} from 'node:zlib'
import {Agent, type Dispatcher, request} from 'undici'
import {Problem} from '../text/problem.ts'
import type {Place, Reading, Validators} from './connector.ts'
import {guardedLookup, isAllowedHost, refusePrivateLiteral} from './guard.ts'
import {bodyFailure, headFailure} from './http-failure.ts'
import {withoutUserInfo} from './issues.ts'

/** One answer, after its redirects; the body still to come. */
export interface Hop {
  readonly status: number
  readonly headers: {readonly [name: string]: string | readonly string[] | undefined}
  readonly body: Readable & {dump(): Promise<unknown>}
}

/** Ways to ask one source; closed when the reading is over. */
export interface HttpConnection {
  get(url: string, validators: Validators | null): Promise<Hop>
  close(): Promise<void>
}

/**
 * Opens two dispatchers: one whose sockets reach public addresses only, and one for the hosts that
 * the site allows. Neither knows of proxy variables: those could lead around the guard.
 */
export function openHttp(place: Place, reading: Reading): HttpConnection {
  const {connectSeconds} = reading.limits
  const guarded = agent(connectSeconds, guardedLookup(reading.resolve))
  const allowed = agent(connectSeconds, reading.resolve)
  return {
    get: (url, validators) => follow(url, {place, reading, validators, guarded, allowed}),
    async close() {
      await Promise.all([guarded.destroy(), allowed.destroy()])
    },
  }
}

function agent(connectSeconds: number, lookup: Reading['resolve']): Agent {
  return new Agent({connect: {timeout: connectSeconds * 1000, lookup}, pipelining: 1})
}

interface Asking {
  readonly place: Place
  readonly reading: Reading
  readonly validators: Validators | null
  readonly guarded: Agent
  readonly allowed: Agent
}

/** Follows redirects by hand, so that each hop is checked before anything leaves for it. */
async function follow(first: string, asking: Asking): Promise<Hop> {
  const {limits} = asking.reading
  const shown = withoutUserInfo(first)
  let url = addressOf(first)
  for (let hops = 0; hops <= limits.redirectsMax; hops += 1) {
    const hop = await ask(url, asking)
    if (![301, 302, 303, 307, 308].includes(hop.status)) return accepted(hop, {url, shown, asking})
    const location = header(hop, 'location')
    hop.body.destroy()
    const next = location !== null && URL.canParse(location, url) ? new URL(location, url) : null
    if (!next || !/^https?:$/.test(next.protocol))
      throw new Problem('source-redirect-refused', {url: shown})
    next.username = ''
    next.password = ''
    url = next
  }
  throw new Problem('source-redirects-endless', {url: shown, redirectsMax: limits.redirectsMax})
}

function addressOf(text: string): URL {
  const url = withoutUserInfo(text)
  if (!URL.canParse(text)) throw new Problem('source-address-invalid', {url})
  const address = new URL(text)
  if (!/^https?:$/.test(address.protocol)) throw new Problem('source-address-invalid', {url})
  if (address.username || address.password) throw new Problem('source-address-secret', {url})
  return address
}

async function ask(url: URL, {place, reading, validators, ...agents}: Asking): Promise<Hop> {
  const {limits, world, signal} = reading
  const allowed = isAllowedHost(url, world.site.allowedHosts)
  if (!allowed) refusePrivateLiteral(url)
  // The credential is for the source's own server: a redirect elsewhere does not take it along.
  const own = url.origin === new URL(place.url).origin
  const headers = {
    'user-agent': userAgent(reading),
    accept: '*/*',
    'accept-encoding': 'gzip',
    ...(validators?.etag ? {'if-none-match': validators.etag} : {}),
    ...(validators?.lastModified ? {'if-modified-since': validators.lastModified} : {}),
    ...(own ? credentialHeader(place, reading) : {}),
  }
  const options: Parameters<typeof request>[1] = {
    dispatcher: (allowed ? agents.allowed : agents.guarded) satisfies Dispatcher,
    method: 'GET',
    headers,
    headersTimeout: limits.firstByteSeconds * 1000,
    bodyTimeout: limits.idleSeconds * 1000,
    signal,
  }
  try {
    const {statusCode, headers: answered, body} = await request(url, options)
    // Whoever reads the body meets its errors there; a body put away unread must not crash us.
    body.on('error', () => {})
    return {status: statusCode, headers: answered, body}
  } catch (error) {
    throw headFailure(error, {url, limits, signal})
  }
}

/** Who we are, and where to complain. */
function userAgent({world}: Pick<Reading, 'world'>): string {
  const {site, code} = world
  const [contact] = site.contactPoints
  const complain = site.homepage ?? contact?.url ?? contact?.email
  return `${code} (${[site.id, ...(complain ? [`+${complain}`] : [])].join('; ')})`
}

/**
 * A credential is one header line, "X-Api-Key: …"; without a name it is a bearer token.
 * @throws Problem source-credential-missing
 */
function credentialHeader({source, url}: Place, {world}: Reading): {[name: string]: string} {
  if (source.credential === undefined) return {}
  const value = world.credential(source.credential)
  if (value === null)
    throw new Problem('source-credential-missing', {
      name: source.credential,
      url: withoutUserInfo(url),
    })
  const [, name, content] = /^([A-Za-z0-9-]+):\s*(.*)$/.exec(value) ?? []
  return name ? {[name.toLowerCase()]: content!} : {authorization: `Bearer ${value}`}
}

/** Only a whole answer with content, or "not modified", goes on. */
function accepted(hop: Hop, {url, shown, asking}: {url: URL; shown: string; asking: Asking}): Hop {
  const {status} = hop
  if (status === 200 || status === 203 || (status === 304 && asking.validators)) return hop
  hop.body.destroy()
  if (status === 204 || status === 205) throw new Problem('source-empty', {url: shown})
  if (status === 404 || status === 410)
    throw new Problem('source-missing', {url: shown, answer: status})
  if (status === 429 || status === 503) {
    const until = retryAfter(header(hop, 'retry-after'), asking.reading.world.now())
    throw new Problem('source-busy', {host: url.host, answer: status, until})
  }
  throw new Problem('source-refused', {url: shown, answer: status})
}

const retryDefaultSeconds = 60
// Longer than a day is a mistake of the server's; we look once a day anyhow.
const retryMaxSeconds = 86_400

/** Retry-After as seconds or as a date (RFC 9110, 10.2.3). @returns an instant */
function retryAfter(value: string | null, now: string): string {
  const at = Date.parse(now)
  const asked = /^\d{1,9}$/.test(value ?? '')
    ? Number(value)
    : (Date.parse(value ?? '') - at) / 1000
  const seconds = Number.isFinite(asked) ? Math.min(Math.max(asked, 1), retryMaxSeconds) : null
  return new Date(at + (seconds ?? retryDefaultSeconds) * 1000).toISOString()
}

/** A header's value; the first where a server sends it twice; null if it sends none. */
export function header({headers}: Pick<Hop, 'headers'>, name: string): string | null {
  const value = headers[name]
  return (typeof value === 'string' ? value : value?.[0]) ?? null
}

// A server that stamps every answer with the present claims nothing about its content.
const freshSeconds = 60

/** The Last-Modified of an answer, unless it is only the time of the answer itself. */
export function claimOf(hop: Hop, now: string): string | null {
  const modified = Date.parse(header(hop, 'last-modified') ?? '')
  if (Number.isNaN(modified)) return null
  const answered = Date.parse(header(hop, 'date') ?? '') || Date.parse(now)
  if (modified > answered - freshSeconds * 1000) return null
  const claim = new Date(modified).toISOString()
  return claim > now ? null : claim
}

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const

/**
 * The bytes of an answer as they come, its content coding undone.
 * @throws Problem source-truncated, source-too-slow, source-encoding-unknown, source-garbled
 */
export async function* bodyOf(
  hop: Hop,
  place: Place,
  {limits, signal}: Reading,
): AsyncGenerator<Uint8Array> {
  const url = withoutUserInfo(place.url)
  const coding = (header(hop, 'content-encoding') ?? 'identity').trim().toLowerCase()
  let received = 0
  hop.body.on('data', (chunk: Uint8Array) => {
    received += chunk.byteLength
  })
  hop.body.pause()
  try {
    yield* decoded(hop.body, coding, url)
    const expected = header(hop, 'content-length')
    if (expected !== null && Number(expected) !== received)
      throw new Problem('source-truncated', {url, received})
  } catch (error) {
    throw bodyFailure(error, {url, limits, signal, received})
  } finally {
    hop.body.destroy()
  }
}

function decoded(body: Readable, coding: string, url: string): AsyncIterable<Uint8Array> {
  if (coding === 'identity' || coding === '') return body
  if (!Object.hasOwn(decoders, coding))
    throw new Problem('source-encoding-unknown', {url, coding: coding.slice(0, 40)})
  const decoder = decoders[coding as keyof typeof decoders]()
  // pipeline hands an error of the body on to the decoder, which pipe does not.
  pipeline(body, decoder, () => {})
  return decoder
}
