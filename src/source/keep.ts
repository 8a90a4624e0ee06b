import {createHash, randomUUID} from 'node:crypto'
import {open, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SnapshotPart} from '../model/version.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {headBytes} from './inspect.ts'

export interface KeepOptions {
  readonly bytesMax: number
  readonly url: string // for problems
  readonly mediaType: string | null
  /** Sees the first kilobyte (or all, if less) before any more is read; throws to refuse it. */
  inspect(head: Uint8Array): void
}

/**
 * Stores bytes under their hash. They pass through a file, because the key is known only at the end
 * and memory is no place for 256 MiB.
 * @throws Problem source-too-large, and whatever `inspect` throws
 */
export async function keepBytes(
  bytes: AsyncIterable<Uint8Array>,
  options: KeepOptions,
  {objects}: Pick<World, 'objects'>,
): Promise<SnapshotPart> {
  const path = join(tmpdir(), `kept-source-${randomUUID()}`)
  try {
    const {checksum, byteSize} = await write(bytes, path, options)
    const key = `snapshots/${checksum}`
    // Already kept, perhaps for another dataset: nothing to sync to disk.
    if ((await objects.stat(key))?.byteSize !== byteSize) await objects.putFile(key, path)
    return {key, checksum, byteSize, mediaType: options.mediaType}
  } finally {
    await rm(path, {force: true})
  }
}

async function write(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  {bytesMax, url, inspect}: KeepOptions,
): Promise<{checksum: string; byteSize: number}> {
  const hash = createHash('sha256')
  let byteSize = 0
  let head: Buffer | null = Buffer.alloc(0)
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of bytes) {
      byteSize += chunk.byteLength
      if (byteSize > bytesMax) throw new Problem('source-too-large', {url, bytesMax})
      if (head) {
        head = Buffer.concat([head, chunk.subarray(0, headBytes)])
        if (head.byteLength >= headBytes) {
          inspect(head)
          head = null
        }
      }
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    if (head) inspect(head)
  } finally {
    await file.close()
  }
  return {checksum: hash.digest('hex'), byteSize}
}
