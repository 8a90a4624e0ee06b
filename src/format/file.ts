import {closeSync, fstatSync, openSync, readSync, statSync, writeFileSync} from 'node:fs'

// Without waiting: formats run in table workers, which have nobody else to attend to, and a small
// file's every trip through the thread pool takes longer than its reading.

const chunkBytes = 1 << 18

/** The bytes of a file, chunk by chunk. A chunk is only valid until the next one is asked for. */
export async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(Math.max(1, Math.min(chunkBytes, fstatSync(handle).size)))
    for (;;) {
      const length = readSync(handle, buffer)
      if (length === 0) return
      yield buffer.subarray(0, length)
    }
  } finally {
    closeSync(handle)
  }
}

/** Part of a file; shorter where the file ends before it. */
export function partOf(file: string, start: number, length: number): Buffer {
  const handle = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, fstatSync(handle).size - start)))
    let read = 0
    while (read < buffer.length) {
      const more = readSync(handle, buffer, read, buffer.length - read, start + read)
      if (more === 0) break
      read += more
    }
    return buffer.subarray(0, read)
  } finally {
    closeSync(handle)
  }
}

/** The size of a file in bytes. */
export function sizeOf(file: string): number {
  return statSync(file).size
}

/** Writes pieces one after another, replacing what was there. */
export async function writePieces(
  file: string,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const handle = openSync(file, 'w')
  try {
    // To a descriptor, writeFile goes on where the last piece ended, and never writes only half.
    for await (const piece of pieces) if (piece.length > 0) writeFileSync(handle, piece)
  } finally {
    closeSync(handle)
  }
}
