// Records of BIFF8, the stream inside an .xls ([MS-XLS]): a type, a length, and so many bytes.

const recordBytesMax = 8224 // what is longer goes on in CONTINUE records
const continueRecord = 0x003c

/** Bytes that grow, numbers little-endian as everything in BIFF is. */
export interface ByteWriter {
  record(type: number, byteSize: number): void
  u8(value: number): void
  u16(value: number): void
  u32(value: number): void
  f64(value: number): void
  /** Characters as they are: one byte each, or two in UTF-16. */
  characters(text: string, wide: boolean): void
  readonly length: number
  bytes(): Buffer
  /** Writes a number over an earlier one. */
  patchU16(at: number, value: number): void
  patchU32(at: number, value: number): void
}

/** Starts with nothing. */
export function byteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafe(1 << 16)
  let length = 0

  /** Makes room and moves on. @returns where to write */
  function take(count: number): number {
    const at = length
    length += count
    if (length > buffer.length) {
      const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, length))
      buffer.copy(larger, 0, 0, at)
      buffer = larger
    }
    return at
  }

  // `take` may move the bytes to a larger buffer, so it comes before `buffer` is looked at.
  function u16(value: number): void {
    const at = take(2)
    buffer.writeUInt16LE(value, at)
  }
  return {
    u16,
    u8(value) {
      const at = take(1)
      buffer[at] = value
    },
    u32(value) {
      const at = take(4)
      buffer.writeUInt32LE(value, at)
    },
    f64(value) {
      const at = take(8)
      buffer.writeDoubleLE(value, at)
    },
    record(type, byteSize) {
      u16(type)
      u16(byteSize)
    },
    characters(text, wide) {
      const at = take(text.length * (wide ? 2 : 1))
      buffer.write(text, at, wide ? 'utf16le' : 'latin1')
    },
    get length() {
      return length
    },
    bytes: () => buffer.subarray(0, length),
    patchU16: (at, value) => void buffer.writeUInt16LE(value, at),
    patchU32: (at, value) => void buffer.writeUInt32LE(value, at),
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: all that fits in one byte does
const narrow = /^[\u0000-\u00ff]*$/

/** A name with its length in one byte, as fonts and sheets have them. */
export function shortString(writer: ByteWriter, text: string): void {
  const wide = !narrow.test(text)
  writer.u8(text.length)
  writer.u8(wide ? 1 : 0)
  writer.characters(text, wide)
}

/** Bytes that shortString takes. */
export function shortStringBytes(text: string): number {
  return 2 + text.length * (narrow.test(text) ? 1 : 2)
}

/**
 * The table of all texts (SST), each once, cut into records where one is full. A text may be cut
 * between characters, and goes on behind a byte that says again how wide its characters are; its
 * head may not be cut.
 * @param count how often the texts are referred to in all
 */
export function sharedTexts(
  writer: ByteWriter,
  texts: Iterable<string>,
  unique: number,
  count: number,
): void {
  const type = 0x00fc
  let start = writer.length // of the record at hand
  writer.record(type, 0)
  writer.u32(count)
  writer.u32(unique)
  const room = () => recordBytesMax - (writer.length - start - 4)
  const close = () => writer.patchU16(start + 2, writer.length - start - 4)

  function proceed(): void {
    close()
    start = writer.length
    writer.record(continueRecord, 0)
  }

  for (const text of texts) {
    const wide = !narrow.test(text)
    const size = wide ? 2 : 1
    // Head and at least one character together.
    if (room() < 3 + size) proceed()
    writer.u16(text.length)
    writer.u8(wide ? 1 : 0)
    for (let at = 0; at < text.length; ) {
      if (room() < size) {
        proceed()
        writer.u8(wide ? 1 : 0)
      }
      const fits = Math.min(text.length - at, Math.floor(room() / size))
      writer.characters(text.slice(at, at + fits), wide)
      at += fits
    }
  }
  close()
}
