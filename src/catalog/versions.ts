import type {Dataset, FormatName} from '../model/dataset.ts'
import type {Instant} from '../model/time.ts'
import type {Snapshot, Version} from '../model/version.ts'
import type {Reader} from '../store/world.ts'

/**
 * Where a version stands among its dataset's, as text that sorts: what it covers, else its time. What
 * names no year ("undated") comes before all that does.
 */
export function positionOf(period: string | null, issued: Instant): string {
  if (period === null) return issued
  return /^\d{4}/.test(period) ? period : `0000-${period}`
}

/**
 * The version that new content is compared with: the last at or before its place.
 * @param versions newest first, as versionsOf gives them
 * @param issue the issue the content came from; null: the dataset has one address, always the newest
 */
export function versionBefore(versions: readonly Version[], issue: string | null): Version | null {
  const standing = versions.filter(({withdrawn}) => !withdrawn)
  if (issue === null) return standing[0] ?? null
  const position = positionOf(issue, '')
  return standing.find(version => version.position <= position) ?? null
}

/** Whether a snapshot holds just what readers already have of its issue. */
export function holdsSame(snapshot: Snapshot, before: Version | null): boolean {
  return (
    before !== null &&
    before.issue === snapshot.issue &&
    before.snapshot.contentHash === snapshot.contentHash
  )
}

/** An update is new content in its time; a correction is another version of what was covered before. */
export function kindOf(
  period: string | null,
  before: Version | null,
): Extract<Version['kind'], 'update' | 'correction'> {
  return before !== null && period !== null && before.period === period ? 'correction' : 'update'
}

/** Where a version's file of a format lies. @throws Error if it has none in this format */
export function keyOf(version: Version, format: FormatName): string {
  const file = version.distributions.find(distribution => distribution.format === format)
  if (!file) throw new Error(`version ${version.dataset} ${version.version} has no ${format}`)
  return file.key
}

/** The declaration a version was made under. @throws Problem object-missing */
export async function declarationOf(
  version: Pick<Version, 'declaration'>,
  {objects}: Pick<Reader, 'objects'>,
): Promise<Dataset> {
  const key = `declarations/${version.declaration}.json`
  const bytes = Buffer.concat(await Array.fromAsync(objects.get(key)))
  return JSON.parse(bytes.toString('utf8')) as Dataset
}
