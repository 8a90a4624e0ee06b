import {createHash} from 'node:crypto'
import type {Instant} from '../model/time.ts'
import type {SnapshotPart} from '../model/version.ts'
import {Problem} from '../text/problem.ts'
import {noteBehaviour, respectWait} from './back-off.ts'
import type {Answer, Connector, Place, Reading, SourceWorld} from './connector.ts'
import {connectors} from './connectors.ts'
import type {Resolve} from './guard.ts'
import {inspectHead, isListWithoutRows} from './inspect.ts'
import {keepBytes} from './keep.ts'
import type {Limits} from './limits.ts'
import type {SourceTables} from './tables.ts'

/** What a place holds now, its bytes stored. */
export interface Fetched {
  readonly url: string // as everybody may read it
  readonly status: number | null
  readonly parts: readonly SnapshotPart[]
  readonly contentHash: string
  readonly claimedAt: Instant | null
  /** When this content was first read here; the same content again keeps its time. */
  readonly takenAt: Instant
}

export interface FetchOptions {
  readonly limits: Limits
  readonly resolve: Resolve
}

type Known = SourceTables['source_addresses']

// A server whose ETag stays while its file changes would keep us blind for ever: once a week the
// whole file is read, whatever the validators say.
const trustSeconds = 7 * 86_400
const forgetSeconds = 90 * 86_400

// By world and address: thirteen datasets of one workbook that are due together fetch it once.
const underWay = new WeakMap<object, Map<string, Promise<Fetched>>>()

/**
 * Fetches what a place holds and stores it.
 * @throws Problem for everything that can be wrong with a source
 */
export async function fetchPlace(
  place: Place,
  options: FetchOptions,
  world: SourceWorld,
): Promise<Fetched> {
  const address = addressKey(place)
  const fetches = underWay.get(world.records) ?? new Map<string, Promise<Fetched>>()
  underWay.set(world.records, fetches)
  const running = fetches.get(address) ?? fetchOnce(place, {address, ...options}, world)
  fetches.set(address, running)
  try {
    return await running
  } finally {
    // The second of two that waited must not end a third that began since.
    if (fetches.get(address) === running) fetches.delete(address)
  }
}

/** The connector of a place's kind. */
export function connectorOf({source}: Pick<Place, 'source'>): Connector {
  const connector = connectors.find(({name}) => name === source.connector)
  if (!connector) throw new Error(`There is no connector ${source.connector}`)
  return connector
}

async function fetchOnce(
  place: Place,
  options: FetchOptions & {readonly address: string},
  world: SourceWorld,
): Promise<Fetched> {
  const connector = connectorOf(place)
  const host = connector.host(place)
  if (host !== null) await respectWait(host, world)
  const known = await knownAt(options.address, world)
  try {
    const answer = await readWithin(place, {...options, connector, known}, world)
    if (host !== null) await noteBehaviour(host, null, world)
    const shown = connector.shown(place)
    return await remember(answer, {known, shown, address: options.address}, world)
  } catch (error) {
    if (host !== null && error instanceof Problem) await noteBehaviour(host, error, world)
    throw error
  }
}

interface ReadOptions extends FetchOptions {
  readonly connector: Connector
  readonly known: Known | null
}

async function readWithin(place: Place, options: ReadOptions, world: SourceWorld): Promise<Answer> {
  const {connector, known, limits, resolve} = options
  const url = connector.shown(place)
  let bytesLeft = place.source.maxBytes ?? limits.bytesMax
  const reading: Reading = {
    world,
    limits,
    resolve,
    signal: AbortSignal.timeout(limits.totalSeconds * 1000),
    validators: known && (await mayTrust(known, world)) ? validatorsOf(known) : null,
    async keep(bytes, mediaType) {
      const inspect = (head: Uint8Array) => inspectHead(head, {...place, url, mediaType})
      const part = await keepBytes(bytes, {bytesMax: bytesLeft, url, mediaType, inspect}, world)
      bytesLeft -= part.byteSize
      return part
    },
  }
  const answer = await connector.read(place, reading)
  if (answer.parts && (await holdsNoRows(answer.parts, place, world)))
    throw new Problem('source-no-rows', {url})
  return answer
}

/** Whether the answer of a service is an empty list, told without reading much of it. */
async function holdsNoRows(
  parts: readonly SnapshotPart[],
  {format, dialect}: Place,
  {objects}: SourceWorld,
): Promise<boolean> {
  const [part] = parts
  if (format !== 'json' || parts.length !== 1 || !part) return false
  const chunks: Uint8Array[] = []
  for await (const chunk of objects.get(part.key, [0, 8191])) chunks.push(chunk)
  return isListWithoutRows(Buffer.concat(chunks), dialect.property ?? null)
}

async function mayTrust(known: Known, {objects, now}: SourceWorld): Promise<boolean> {
  if (Date.parse(now()) - Date.parse(known.fetched_at) > trustSeconds * 1000) return false
  const kept = await Promise.all(partsOf(known).map(part => objects.stat(part.key)))
  return kept.every(found => found !== null)
}

function validatorsOf({etag, last_modified: lastModified}: Known): Reading['validators'] {
  return etag === null && lastModified === null ? null : {etag, lastModified}
}

async function knownAt(address: string, {records}: SourceWorld): Promise<Known | null> {
  const row = await records
    .read<SourceTables>()
    .selectFrom('source_addresses')
    .selectAll()
    .where('address', '=', address)
    .executeTakeFirst()
  return row ?? null
}

async function remember(
  answer: Answer,
  {known, shown, address}: {known: Known | null; shown: string; address: string},
  {records, now}: SourceWorld,
): Promise<Fetched> {
  if (!answer.parts) {
    if (!known) throw new Problem('source-garbled', {url: shown, why: '304'})
    return {...fetchedOf(known), url: shown, status: answer.status}
  }
  const contentHash = hashOf(answer.parts)
  // Whatever its headers say, the same bytes are the same content, first read when it was.
  const same = known?.content_hash === contentHash ? known : null
  const row: Known = {
    address,
    url: shown,
    etag: answer.etag,
    last_modified: answer.lastModified,
    content_hash: contentHash,
    claimed_at: same ? same.claimed_at : answer.claimedAt,
    taken_at: same ? same.taken_at : now(),
    fetched_at: now(),
    parts: JSON.stringify(answer.parts),
  }
  const tables = records.write<SourceTables>()
  if (!known) {
    // A live address is read whole once a week: what was not for so long is asked no more.
    const forgotten = new Date(Date.parse(now()) - forgetSeconds * 1000).toISOString()
    await tables.deleteFrom('source_addresses').where('fetched_at', '<', forgotten).execute()
  }
  await tables
    .insertInto('source_addresses')
    .values(row)
    .onConflict(conflict => conflict.column('address').doUpdateSet(row))
    .execute()
  return {...fetchedOf(row), status: answer.status}
}

function fetchedOf(row: Known): Omit<Fetched, 'status'> {
  return {
    url: row.url,
    parts: partsOf(row),
    contentHash: row.content_hash,
    claimedAt: row.claimed_at,
    takenAt: row.taken_at,
  }
}

function partsOf({parts}: Known): readonly SnapshotPart[] {
  return JSON.parse(parts) as readonly SnapshotPart[]
}

/** One part: its own hash, so that it can be checked with sha256sum; several: a hash of the hashes. */
function hashOf(parts: readonly SnapshotPart[]): string {
  const [only] = parts
  if (parts.length === 1 && only) return only.checksum
  return sha256(parts.map(({checksum}) => checksum).join('\n'))
}

function addressKey({source, url}: Place): string {
  const {connector, query, credential, nextLink} = source
  return sha256(JSON.stringify([connector, url, query, credential, nextLink]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
