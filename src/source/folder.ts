import type {Stats} from 'node:fs'
import {type FileHandle, open, stat} from 'node:fs/promises'
import {isAbsolute, resolve} from 'node:path'
import {Problem} from '../text/problem.ts'
import type {Answer, Connector, Place} from './connector.ts'

/** A file on a share or a disk. A path that is not absolute is found from the site's folder. */
export const folder: Connector = {
  name: 'folder',
  shown: place => `file:${shownPath(place)}`,
  host: () => null,

  async read(place, {world, keep, signal}): Promise<Answer> {
    const file = shownPath(place)
    const path = isAbsolute(place.url) ? place.url : resolve(world.site.folder, place.url)
    const before = await statOf(path, file)
    const handle = await open(path).catch(error => Promise.reject(unreadable(file, error)))
    try {
      const part = await keep(bytesOf(handle, file, signal), null)
      // Longer or shorter than it was: what we have is half of one file and half of another.
      const after = await statOf(path, file)
      if (after.size !== before.size || after.mtimeMs !== before.mtimeMs)
        throw new Problem('source-file-changing', {file})
      return {
        status: null,
        etag: null,
        lastModified: null,
        parts: [part],
        claimedAt: claimOf(before, world.now()),
      }
    } finally {
      await handle.close()
    }
  },
}

/** Our own folders are no reader's business: what the leading variable stands for is left out. */
function shownPath({source, url}: Place): string {
  const segments = url.split(/[\\/]/)
  if (!source.url.startsWith('{')) return isAbsolute(url) ? segments.at(-1)! : url
  const own = source.url.split(/[\\/]/).length - 1 // all but the variable
  return segments.slice(-Math.max(1, own)).join('/')
}

async function statOf(path: string, file: string): Promise<Stats> {
  const found = await stat(path).catch(error => Promise.reject(unreadable(file, error)))
  // A named pipe would keep us waiting for ever; a folder is no file.
  if (!found.isFile()) throw new Problem('source-file-unreadable', {file, why: 'EISDIR'})
  return found
}

async function* bytesOf(
  handle: FileHandle,
  file: string,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* handle.createReadStream({autoClose: false, signal}) as AsyncIterable<Uint8Array>
  } catch (error) {
    throw unreadable(file, error)
  }
}

function unreadable(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Problem('source-file-missing', {file}, error)
  return code === undefined
    ? error
    : new Problem('source-file-unreadable', {file, why: code}, error)
}

// A file that was copied here a moment ago claims nothing that we do not see ourselves.
const freshSeconds = 60

function claimOf({mtimeMs}: Stats, now: string): string | null {
  return mtimeMs <= Date.parse(now) - freshSeconds * 1000
    ? new Date(Math.floor(mtimeMs)).toISOString()
    : null
}
