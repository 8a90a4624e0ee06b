import {open} from 'node:fs/promises'
import {crc32} from 'node:zlib'
import {Inflate} from 'fflate'
import {chunksOf} from './file.ts'

/** The file is not a whole zip that we can read. Becomes a Problem where the format is known. */
export class NotZip extends Error {}

/** More bytes came out than are allowed, or than the zip itself declares. */
export class ZipTooLarge extends Error {}

interface ZipEntry {
  readonly method: number
  readonly crc: number
  readonly compressed: number
  readonly size: number
  readonly offset: number
}

/** A zip whose entries can be read one after another, to a limit for all of them together. */
export interface ZipFile {
  has(path: string): boolean
  /** @throws NotZip, ZipTooLarge */
  bytes(path: string): AsyncGenerator<Uint8Array>
}

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const commentMax = 65_535

/**
 * Opens a zip by its directory. A bomb is met where it bursts, by counting what comes out, so that an
 * honest file of a high ratio raises no alarm.
 * @throws NotZip
 */
export async function openZip(file: string, bytesMax: number): Promise<ZipFile> {
  const entries = await directory(file)
  let total = 0
  return {
    has: path => entries.has(path),
    async *bytes(path) {
      const entry = entries.get(path)
      if (!entry) throw new NotZip(`no entry ${path}`)
      let size = 0
      let crc = 0
      for await (const chunk of inflated(file, entry)) {
        size += chunk.length
        total += chunk.length
        if (total > bytesMax) throw new ZipTooLarge()
        if (size > entry.size) throw new NotZip(`${path} is larger than it says`)
        crc = crc32(chunk, crc)
        yield chunk
      }
      if (size !== entry.size || crc !== entry.crc) throw new NotZip(`${path} is damaged`)
    },
  }
}

/** Reads the list of entries at the end of the file. */
async function directory(file: string): Promise<ReadonlyMap<string, ZipEntry>> {
  const handle = await open(file, 'r')
  try {
    const {size} = await handle.stat()
    const tail = Buffer.alloc(Math.min(size, endLength + commentMax))
    await handle.read(tail, 0, tail.length, size - tail.length)
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
    if (end < 0 || end + endLength > tail.length || tail.readUInt32LE(end) !== endSignature)
      throw new NotZip('no end of directory')
    const length = tail.readUInt32LE(end + 12)
    const offset = tail.readUInt32LE(end + 16)
    if (offset + length > size) throw new NotZip('directory out of bounds')
    const list = Buffer.alloc(length)
    await handle.read(list, 0, length, offset)
    return entriesOf(list, tail.readUInt16LE(end + 10))
  } finally {
    await handle.close()
  }
}

function entriesOf(list: Buffer, count: number): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > list.length || list.readUInt32LE(at) !== entrySignature)
      throw new NotZip('damaged directory')
    const nameLength = list.readUInt16LE(at + 28)
    const name = list.toString('utf8', at + 46, at + 46 + nameLength)
    const encrypted = (list.readUInt16LE(at + 8) & 1) !== 0
    if (encrypted) throw new NotZip('encrypted entry')
    // Parts are named without regard to case; some writers put backslashes.
    entries.set(partName(name), {
      method: list.readUInt16LE(at + 10),
      crc: list.readUInt32LE(at + 16),
      compressed: list.readUInt32LE(at + 20),
      size: list.readUInt32LE(at + 24),
      offset: list.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32)
  }
  return entries
}

/** The name of a part as it is looked up. */
export function partName(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\//, '').toLowerCase()
}

async function* inflated(file: string, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const head = Buffer.alloc(30)
  const handle = await open(file, 'r')
  await handle.read(head, 0, head.length, entry.offset).finally(() => handle.close())
  if (head.readUInt32LE(0) !== localSignature) throw new NotZip('damaged entry')
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const stored = chunksOf(file, start, start + entry.compressed)
  if (entry.method === 0) return yield* stored
  if (entry.method !== 8) throw new NotZip(`compression method ${entry.method}`)

  let ready: Uint8Array[] = []
  const inflate = new Inflate(chunk => ready.push(chunk))
  try {
    for await (const chunk of stored) {
      // In small pieces: deflate can grow each a thousandfold before anybody counts.
      for (let at = 0; at < chunk.length; at += 16_384) {
        inflate.push(chunk.slice(at, at + 16_384))
        yield* ready
        ready = []
      }
    }
    inflate.push(new Uint8Array(0), true)
  } catch (error) {
    if (error instanceof NotZip || error instanceof ZipTooLarge) throw error
    throw new NotZip('damaged entry', {cause: error})
  }
  yield* ready
}
