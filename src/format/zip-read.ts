import {crc32} from 'node:zlib'
import {Inflate} from 'fflate'
import {partOf, sizeOf} from './file.ts'

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
  bytes(path: string): Generator<Uint8Array>
}

const endSignature = Buffer.from([0x50, 0x4b, 5, 6])
const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22
const commentMax = 65_535

/**
 * Opens a zip by its directory. A bomb is met where it bursts, by counting what comes out, so that an
 * honest file of a high ratio raises no alarm.
 * @throws NotZip
 */
export function openZip(file: string, bytesMax: number): ZipFile {
  const source = zipSource(file)
  const entries = directory(source)
  let total = 0
  return {
    has: path => entries.has(path),
    *bytes(path) {
      const entry = entries.get(path)
      if (!entry) throw new NotZip(`no entry ${path}`)
      let size = 0
      let crc = 0
      for (const chunk of inflated(source, entry)) {
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
function directory(file: ZipSource): ReadonlyMap<string, ZipEntry> {
  const tailLength = Math.min(file.size, endLength + commentMax)
  const tail = file.part(file.size - tailLength, tailLength)
  const end = tail.lastIndexOf(endSignature)
  if (end < 0 || end + endLength > tail.length) throw new NotZip('no end of directory')
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  if (offset + length > file.size) throw new NotZip('directory out of bounds')
  return entriesOf(file.part(offset, length), tail.readUInt16LE(end + 10))
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

function* inflated(file: ZipSource, entry: ZipEntry): Generator<Uint8Array> {
  const head = file.part(entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== localSignature) throw new NotZip('damaged entry')
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (entry.method !== 0 && entry.method !== 8)
    throw new NotZip(`compression method ${entry.method}`)
  const inflate = entry.method === 8 ? inflater() : (piece: Uint8Array) => [piece]
  // In small pieces: deflate can grow each a thousandfold before anybody counts.
  for (let at = 0; at < entry.compressed; at += pieceBytes)
    yield* inflate(file.part(start + at, Math.min(pieceBytes, entry.compressed - at)))
  yield* inflate(new Uint8Array(0), true)
}

const pieceBytes = 1 << 16

/** @throws NotZip (from the function returned) where the bytes are not deflated ones */
function inflater(): (piece: Uint8Array, isLast?: boolean) => Uint8Array[] {
  let ready: Uint8Array[] = []
  const inflate = new Inflate(chunk => ready.push(chunk))
  return (piece, isLast = false) => {
    ready = []
    try {
      inflate.push(piece, isLast)
    } catch (error) {
      throw new NotZip('damaged entry', {cause: error})
    }
    return ready
  }
}

/** The bytes of the zip itself, held if they are few. */
interface ZipSource {
  readonly size: number
  part(start: number, length: number): Buffer
}

const heldBytesMax = 4 * 1024 * 1024

function zipSource(file: string): ZipSource {
  const size = sizeOf(file)
  if (size > heldBytesMax) return {size, part: (start, length) => partOf(file, start, length)}
  const bytes = partOf(file, 0, size)
  return {size, part: (start, length) => bytes.subarray(start, start + length)}
}
