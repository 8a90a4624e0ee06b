import {isUtf8} from 'node:buffer'
import chardet from 'chardet'
import iconv from 'iconv-lite'
import {Problem} from '../text/problem.ts'
import {chunksOf, partOf} from './file.ts'

/** What the characters of a file are written in, and how we know. A guess is for a person to see. */
export interface Encoding {
  readonly name: string // "utf-8", "utf-16le", "big5-hkscs", as iconv and WHATWG name them
  readonly from: 'mark' | 'bytes' | 'declared' | 'guess'
}

const headBytes = 1 << 16

/**
 * Finds the encoding of a text file: its byte order mark; else UTF-8 if every byte fits (other
 * encodings hardly ever fit by chance); else what is declared; else a guess. Text that is UTF-8 but
 * for a few bytes stays UTF-8, so that reading it finds them instead of making other words of them.
 * @throws Problem encoding-unknown if the declared encoding is not one we know
 */
export async function encodingOf(file: string, declared?: string): Promise<Encoding> {
  const head = partOf(file, 0, headBytes)
  const mark = markOf(head)
  if (mark) return {name: mark, from: 'mark'}
  if (declared !== undefined && !iconv.encodingExists(declared))
    throw new Problem('encoding-unknown', {encoding: declared})
  // ASCII text in UTF-16 is also valid UTF-8, full of NULs.
  if (declared !== undefined && isWide(declared))
    return {name: wideName(declared), from: 'declared'}

  const wide = wideByNuls(head)
  if (wide) return {name: wide, from: 'guess'}
  const [fitting, failing] = await countUtf8(file)
  if (failing === 0) return {name: 'utf-8', from: 'bytes'}
  if (declared !== undefined) return {name: declared.toLowerCase(), from: 'declared'}
  if (fitting > 20 * failing) return {name: 'utf-8', from: 'bytes'}
  return {name: guess(head), from: 'guess'}
}

/**
 * The characters of a text file, chunk by chunk, without its byte order mark.
 * @throws Problem text-not-in-encoding with line and column of the first byte that does not fit
 */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoder(encoding.name, true)
  try {
    for await (const chunk of chunksOf(file)) {
      const text = decode(chunk)
      if (text !== '') yield text
    }
    const rest = decode(null)
    if (rest !== '') yield rest
  } catch (error) {
    if (!(error instanceof NotInEncoding)) throw error
    throw new Problem('text-not-in-encoding', {
      encoding: encoding.name,
      ...(await placeOf(file, encoding.name)),
    })
  }
}

/** Finds the encoding, then decodes: what readers of text formats begin with. */
export async function* decoded(file: string, declared?: string): AsyncGenerator<string> {
  yield* textOf(file, await encodingOf(file, declared))
}

class NotInEncoding extends Error {}

type Decoder = (chunk: Uint8Array | null) => string

/** The Unicode encodings by the platform (exact about errors), all others by iconv-lite. */
function decoder(encoding: string, fatal: boolean): Decoder {
  if (encoding === 'utf-8' || encoding === 'utf-16le' || encoding === 'utf-16be') {
    const text = new TextDecoder(encoding, {fatal})
    return chunk => {
      try {
        return chunk ? text.decode(chunk, {stream: true}) : text.decode()
      } catch (error) {
        throw new NotInEncoding('', {cause: error})
      }
    }
  }
  const stream = iconv.getDecoder(encoding, {stripBOM: true})
  return chunk => {
    // A view, because iconv wants a Buffer; each chunk is decoded before the next one is read.
    const text = chunk
      ? stream.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
      : (stream.end() ?? '')
    if (fatal && text.includes('\ufffd')) throw new NotInEncoding()
    return text
  }
}

/** Reads again, only to say where: line and column (in characters) of the first misfit. */
async function placeOf(file: string, encoding: string): Promise<{line: number; column: number}> {
  const decode = decoder(encoding, false)
  let line = 1
  let column = 1
  const misfitIn = (text: string): boolean => {
    const misfit = text.indexOf('\ufffd')
    const before = misfit < 0 ? text : text.slice(0, misfit)
    const lines = before.split('\n')
    line += lines.length - 1
    const last = [...lines.at(-1)!].length
    column = lines.length > 1 ? last + 1 : column + last
    return misfit >= 0
  }
  for await (const chunk of chunksOf(file)) if (misfitIn(decode(chunk))) return {line, column}
  misfitIn(decode(null))
  return {line, column}
}

function markOf([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

function isWide(encoding: string): boolean {
  return /^(utf-?16|ucs-?2|unicode$)/i.test(encoding)
}

function wideName(encoding: string): string {
  return /be$/i.test(encoding) ? 'utf-16be' : 'utf-16le'
}

/**
 * UTF-16 without a mark: commas and line ends of a table leave NULs in one half, and read in this
 * way there are such characters, and no NUL among them.
 */
function wideByNuls(head: Uint8Array): string | null {
  if (!head.includes(0) || head.length % 2 !== 0) return null
  for (const name of ['utf-16le', 'utf-16be']) {
    try {
      const text = new TextDecoder(name, {fatal: true}).decode(head)
      if (/[,;\t\r\n]/.test(text) && !text.includes('\0')) return name
    } catch {
      // Not this one; half a surrogate pair at the end of the head is not worth a guess.
    }
  }
  return null
}

/** How many multi-byte sequences of UTF-8 the file holds, and how many misfits. */
async function countUtf8(file: string): Promise<[fitting: number, failing: number]> {
  let fitting = 0
  let failing = 0
  const decode = new TextDecoder('utf-8')
  const count = (text: string) => {
    for (const character of text) {
      if (character === '\ufffd') failing++
      else if (character > '\u007f') fitting++
    }
  }
  if (await fits(file)) return [0, 0]
  for await (const chunk of chunksOf(file)) count(decode.decode(chunk, {stream: true}))
  count(decode.decode())
  return [fitting, failing]
}

/** Whether every byte is UTF-8. Sequences cut by a chunk's end go to the next chunk. */
async function fits(file: string): Promise<boolean> {
  let carried: Uint8Array = new Uint8Array(0)
  for await (const chunk of chunksOf(file)) {
    const bytes = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
    const whole = wholeSequences(bytes)
    if (!isUtf8(bytes.subarray(0, whole))) return false
    carried = Uint8Array.from(bytes.subarray(whole)) // a copy: the chunk is written over
  }
  return carried.length === 0
}

/** Length without a sequence that has only begun at the end: at most three bytes. */
function wholeSequences(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return bytes.length
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.length - back : bytes.length
    }
  }
  return bytes.length
}

function guess(head: Uint8Array): string {
  const name = chardet.detect(head)?.toLowerCase() ?? 'windows-1252'
  // Hong Kong's Big5 has its own characters; ISO-8859-1 in files means windows-1252 (as WHATWG has it).
  if (name === 'big5') return 'big5-hkscs'
  if (name === 'iso-8859-1') return 'windows-1252'
  return iconv.encodingExists(name) ? name : 'windows-1252'
}
