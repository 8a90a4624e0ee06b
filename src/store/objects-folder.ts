import {createHash, randomUUID} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {copyFile, link, mkdir, open, readdir, rename, rm, stat} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {Problem} from '../text/problem.ts'
import type {Objects, StoredObject} from './objects.ts'

/** Objects as files of a folder, each under its key. Half-written ones lie in `incoming`, unseen. */
export function openFolder(folder: string): Objects {
  const incoming = join(folder, 'incoming')
  const pathOf = (key: string) => join(folder, 'keys', checkedKey(key))

  async function settle(key: string, written: string, found: StoredObject): Promise<StoredObject> {
    const path = pathOf(key)
    await makeFolder(dirname(path))
    try {
      await link(written, path) // unlike rename, link refuses to replace what is there
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw storeProblem(key, error)
      if ((await hashOf(path)).checksum !== found.checksum)
        throw new Problem('object-exists', {key})
    }
    await rm(written, {force: true})
    await syncFolder(dirname(path))
    return found
  }

  return {
    async put(key, bytes) {
      checkedKey(key)
      await makeFolder(incoming)
      const path = join(incoming, randomUUID())
      try {
        return await settle(key, path, {key, ...(await writeFile(path, bytes))})
      } catch (error) {
        await rm(path, {force: true})
        throw error instanceof Problem ? error : storeProblem(key, error)
      }
    },

    async putFile(key, from) {
      checkedKey(key)
      await makeFolder(incoming)
      const path = join(incoming, randomUUID())
      try {
        await rename(from, path).catch(() => copyFile(from, path)) // across devices: a copy
        await syncFile(path)
        return await settle(key, path, {key, ...(await hashOf(path))})
      } catch (error) {
        await rm(path, {force: true})
        throw error instanceof Problem ? error : storeProblem(key, error)
      }
    },

    async remove(key) {
      await rm(pathOf(key), {force: true})
      await syncFolder(dirname(pathOf(key)))
    },

    async *get(key, range) {
      const path = pathOf(key)
      const options = range ? {start: range[0], end: range[1]} : {}
      try {
        yield* createReadStream(path, options) as AsyncIterable<Uint8Array>
      } catch (error) {
        throw missingOr(error, key)
      }
    },

    async stat(key) {
      const found = await stat(pathOf(key)).catch(() => null)
      return found?.isFile() ? {byteSize: found.size} : null
    },

    async *list(prefix) {
      for await (const key of keysOf(join(folder, 'keys'), '', prefix)) yield key
    },

    async localFile(key) {
      if (!(await stat(pathOf(key)).catch(() => null))) throw new Problem('object-missing', {key})
      return pathOf(key)
    },
  }
}

const segment = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,200}$/

/** A key that cannot leave the folder. A bad one is our own mistake: callers check what strangers send. */
function checkedKey(key: string): string {
  if (!key.split('/').every(part => segment.test(part)))
    throw new Problem('object-missing', {key: key.slice(0, 200)})
  return key
}

async function writeFile(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<{byteSize: number; checksum: string}> {
  const hash = createHash('sha256')
  let byteSize = 0
  const file = await open(path, 'wx')
  try {
    for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
      hash.update(chunk)
      byteSize += chunk.byteLength
      await file.writeFile(chunk)
    }
    await file.datasync()
  } finally {
    await file.close()
  }
  return {byteSize, checksum: hash.digest('hex')}
}

async function hashOf(path: string): Promise<{byteSize: number; checksum: string}> {
  const hash = createHash('sha256')
  let byteSize = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    byteSize += chunk.byteLength
  }
  return {byteSize, checksum: hash.digest('hex')}
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** A new name in a folder is durable only once the folder itself is synced. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform !== 'win32') await syncFile(folder)
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, {recursive: true})
  if (made) await syncFolder(dirname(made))
}

async function* keysOf(folder: string, under: string, prefix: string): AsyncGenerator<string> {
  const entries = await readdir(folder, {withFileTypes: true}).catch(() => [])
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = under + entry.name
    const within = entry.isDirectory() ? `${key}/` : key
    if (!within.startsWith(prefix) && !prefix.startsWith(within)) continue
    if (entry.isDirectory()) yield* keysOf(join(folder, entry.name), within, prefix)
    else yield key
  }
}

function missingOr(error: unknown, key: string): unknown {
  return (error as NodeJS.ErrnoException).code === 'ENOENT'
    ? new Problem('object-missing', {key}, error)
    : storeProblem(key, error)
}

function storeProblem(key: string, error: unknown): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  return new Problem('object-not-stored', {key, code}, error)
}
