import {open} from 'node:fs/promises'

const chunkBytes = 1 << 18

/** The bytes of a file, chunk by chunk. A chunk is only valid until the next one is asked for. */
export async function* chunksOf(
  file: string,
  start = 0,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const {size} = await handle.stat()
    const buffer = new Uint8Array(Math.max(1, Math.min(chunkBytes, size)))
    for (let at = start; at < end; ) {
      const length = Math.min(buffer.length, end - at)
      const {bytesRead} = await handle.read(buffer, 0, length, at)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  } finally {
    await handle.close()
  }
}

/** Writes pieces one after another, replacing what was there. */
export async function writePieces(
  file: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  const handle = await open(file, 'w')
  try {
    for await (const piece of pieces) {
      if (piece.length > 0) await handle.writeFile(piece) // goes on where the last ended, unlike write() never partly
    }
  } finally {
    await handle.close()
  }
}
