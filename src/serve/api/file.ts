import {createHash} from 'node:crypto'
import {Readable} from 'node:stream'
import type {FastifyReply, FastifyRequest} from 'fastify'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import {answerOf} from './conditions.ts'

/** One stored file, and how it is to be sent. */
export interface SentFile {
  readonly key: string
  readonly mediaType: string
  /** Under which name a browser saves it: letters, digits, dots and dashes only. */
  readonly name: string
  /** sha256, hex; null: it is found out by reading, once. */
  readonly checksum: string | null
  readonly modified: string // instant
  /** Whether the address always means these bytes. */
  readonly immutable: boolean
  readonly sample: boolean
  readonly simulated: boolean
  /** Where the same bytes stay, when the address is one that moves on. */
  readonly permanent?: string
}

const year = 'public, max-age=31536000, immutable'
const minute = 'public, max-age=60, must-revalidate'

/** Sends a stored file: whole, a range of it, or only word that it has not changed. */
export async function sendFile(
  file: SentFile,
  request: FastifyRequest,
  reply: FastifyReply,
  {objects}: Pick<Reader, 'objects'>,
): Promise<FastifyReply> {
  const stored = await objects.stat(file.key)
  if (!stored) throw new Problem('object-missing', {key: file.key})
  const {byteSize} = stored
  const checksum = file.checksum ?? (await checksumOf(file.key, objects))
  const etag = `"${checksum}"`
  const lastModified = new Date(file.modified).toUTCString()
  const answer = answerOf(request.method, request.headers, {etag, lastModified, byteSize})

  reply.headers({
    etag,
    'last-modified': lastModified,
    'accept-ranges': 'bytes',
    'cache-control': file.immutable ? year : minute,
    ...(file.permanent ? {'content-location': file.permanent} : {}),
    ...(file.sample ? {'x-kept-sample': 'true'} : {}),
    ...(file.simulated ? {'x-kept-simulated': 'true'} : {}),
  })
  if (answer.status === 304 || answer.status === 412) return reply.code(answer.status).send()
  if (answer.status === 416) {
    reply.header('content-range', `bytes */${byteSize}`)
    throw new Problem('range-not-satisfiable', {byteSize, range: request.headers.range ?? ''})
  }
  const [first, last] = answer.status === 206 ? [answer.first, answer.last] : [0, byteSize - 1]
  if (answer.status === 206) reply.header('content-range', `bytes ${first}-${last}/${byteSize}`)
  reply
    .code(answer.status)
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename="${safeName(file.name)}"`)
    .header('content-length', last - first + 1)
  // A file is only data: whatever it holds, no browser may run it under our name.
  reply.header('content-security-policy', "default-src 'none'; sandbox")
  if (request.method === 'HEAD' || byteSize === 0) return reply.send(Readable.from([]))
  return reply.send(Readable.from(objects.get(file.key, [first, last]), {objectMode: false}))
}

/** Nothing in a header but what every file system takes and no header can be broken with. */
export function safeName(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, '-').slice(0, 200)
}

/** An object never changes, so its hash is worked out once a store; the oldest are forgotten. */
const checksums = new WeakMap<object, Map<string, string>>()
const checksumsMax = 2000

async function checksumOf(key: string, objects: Reader['objects']): Promise<string> {
  const known = checksums.get(objects) ?? new Map<string, string>()
  checksums.set(objects, known)
  const before = known.get(key)
  if (before) return before
  const hash = createHash('sha256')
  for await (const chunk of objects.get(key)) hash.update(chunk)
  const checksum = hash.digest('hex')
  if (known.size >= checksumsMax) known.delete(known.keys().next().value!)
  known.set(key, checksum)
  return checksum
}
