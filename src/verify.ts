import {createHash} from 'node:crypto'
import {versionsOf} from './catalog/catalog.ts'
import {seriesOf} from './catalog/series.ts'
import {declarationOf} from './catalog/versions.ts'
import {ingest} from './ingest/ingest.ts'
import type {Dataset} from './model/dataset.ts'
import type {Version} from './model/version.ts'
import {rebuild} from './publish/publish.ts'
import {readingOf} from './source/source.ts'
import type {World} from './store/world.ts'

/** Something stored that is not what it was, or a version that its snapshot no longer gives. */
export interface Flaw {
  readonly kind: 'missing' | 'changed' | 'rebuild-differs'
  readonly key: string
  readonly expected: string
  readonly found: string | null
}

export interface Verified {
  readonly objects: number
  readonly versions: number
  readonly rebuilt: number
  /** Versions that another version of our code made: their bytes may differ when made again. */
  readonly otherCode: number
  readonly flaws: readonly Flaw[]
}

/** What `verify` may be asked to do less of. */
export interface VerifyOptions {
  readonly ids?: readonly string[]
  /** all: every version is made again from its snapshot; latest: one of each dataset. */
  readonly rebuild: 'all' | 'latest' | 'none'
  readonly onFlaw?: (flaw: Flaw) => void
}

/**
 * Proves what is stored: re-hashes every object that a version names, and makes versions again from
 * their snapshot, schema and our code, comparing byte for byte.
 */
export async function verify(world: World, options: VerifyOptions): Promise<Verified> {
  const flaws: Flaw[] = []
  const hashed = new Set<string>()
  const counts = {versions: 0, rebuilt: 0, otherCode: 0}
  const flawed = (flaw: Flaw) => {
    flaws.push(flaw)
    options.onFlaw?.(flaw)
  }
  for (const dataset of world.site.datasets) {
    if (options.ids && !options.ids.includes(dataset.id)) continue
    for (const {distributions} of await seriesOf(dataset.id, world))
      for (const file of distributions) await verifyObject(file, hashed, flawed, world)
    const versions = await versionsOf(dataset.id, world)
    for (const [at, version] of versions.entries()) {
      counts.versions += 1
      const code = await verifyObjects(version, hashed, flawed, world)
      if (madeFrom(version).some(key => flaws.some(flaw => flaw.key === key))) continue
      if (version.withdrawn || options.rebuild === 'none') continue
      if (options.rebuild === 'latest' && at > 0) continue
      if (code !== world.code) counts.otherCode += 1
      counts.rebuilt += 1
      for (const flaw of await rebuildFlaws(version, world)) flawed(flaw)
    }
  }
  for await (const key of world.objects.list('reports/')) // named by their own hash
    await verifyObject({key, checksum: /(\w+)\.json$/.exec(key)?.[1] ?? ''}, hashed, flawed, world)
  return {objects: hashed.size, ...counts, flaws}
}

/** Where any of these is not what it was, the version cannot be made again: the flaw is told already. */
function madeFrom({snapshot, declaration}: Version): readonly string[] {
  return [...snapshot.parts.map(({key}) => key), `declarations/${declaration}.json`]
}

interface Manifest {
  readonly code: string
  readonly files: readonly {readonly path: string; readonly checksum: string}[]
}

/** @returns the code that made the version, as its manifest says; null if that is lost */
async function verifyObjects(
  version: Version,
  hashed: Set<string>,
  flawed: (flaw: Flaw) => void,
  world: World,
): Promise<string | null> {
  const folder = version.manifest.slice(0, -'/manifest.json'.length)
  const manifest = await readManifest(version.manifest, world)
  const expected = [
    ...(manifest?.files ?? []).map(({path, checksum}) => [`${folder}/${path}`, checksum] as const),
    ...version.snapshot.parts.map(({key, checksum}) => [key, checksum] as const),
    [`declarations/${version.declaration}.json`, version.declaration] as const,
    [version.manifest, version.manifestChecksum] as const,
  ]
  for (const [key, checksum] of expected) await verifyObject({key, checksum}, hashed, flawed, world)
  return manifest?.code ?? null
}

async function verifyObject(
  {key, checksum}: {readonly key: string; readonly checksum: string},
  hashed: Set<string>,
  flawed: (flaw: Flaw) => void,
  world: World,
): Promise<void> {
  if (hashed.has(key)) return
  hashed.add(key)
  const found = await checksumOf(key, world)
  if (found === checksum) return
  flawed({kind: found ? 'changed' : 'missing', key, expected: checksum, found})
}

async function readManifest(key: string, {objects}: World): Promise<Manifest | null> {
  if (!(await objects.stat(key))) return null
  try {
    const bytes = Buffer.concat(await Array.fromAsync(objects.get(key)))
    return JSON.parse(bytes.toString('utf8')) as Manifest
  } catch {
    return null // not JSON any more: as good as gone, and reported so
  }
}

async function checksumOf(key: string, {objects}: World): Promise<string | null> {
  if (!(await objects.stat(key))) return null
  const hash = createHash('sha256')
  for await (const chunk of objects.get(key)) hash.update(chunk)
  return hash.digest('hex')
}

/** Makes a version again, under the declaration it was made under, and compares every data file. */
async function rebuildFlaws(version: Version, world: World): Promise<readonly Flaw[]> {
  const dataset: Dataset = await declarationOf(version, world)
  const issue = readingOf(dataset, version.issue)
  const key = version.manifest
  if (!issue)
    return [{kind: 'rebuild-differs', key, expected: `issue ${version.issue}`, found: null}]
  const worker = await world.tables.lease()
  try {
    await ingest(version.snapshot, issue, dataset, worker, world)
    const made = await rebuild(version, dataset, worker)
    return version.distributions
      .map(({key, checksum, format}) => ({
        key,
        expected: checksum,
        found: made.get(format) ?? null,
      }))
      .filter(({expected, found}) => expected !== found)
      .map(differing => ({kind: 'rebuild-differs', ...differing}))
  } finally {
    await worker.release()
  }
}
