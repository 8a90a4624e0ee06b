import type {Report, Version} from '../model/version.ts'
import type {Reader} from '../store/world.ts'
import type {Facts} from '../text/language.ts'
import {Problem} from '../text/problem.ts'
import type {ProblemCode} from '../text/problems.ts'
import type {CatalogTables} from './tables.ts'

type Records = Pick<Reader, 'records'>

/** How the last look at a dataset ended. */
export interface LastOutcome {
  readonly kind: 'published' | 'unchanged' | 'held' | 'rejected' | 'failed'
  readonly at: string
  readonly issue: string | null
  readonly version: string | null
  readonly problem: {readonly code: ProblemCode; readonly facts: Facts} | null
  /** Object key of the report of what was held or rejected. */
  readonly report: string | null
  readonly contentHash: string | null
}

/** The newest version in the order of what they cover, withdrawn ones left out. */
export async function latestVersion(dataset: string, {records}: Records): Promise<Version | null> {
  const row = await records
    .read<CatalogTables>()
    .selectFrom('versions')
    .select('body')
    .where('dataset', '=', dataset)
    .where('withdrawn', '=', 0)
    .orderBy('position', 'desc')
    .orderBy('issued', 'desc')
    .orderBy('version', 'desc')
    .executeTakeFirst()
  return row ? (JSON.parse(row.body) as Version) : null
}

/** The latest version of every dataset that has one, by dataset. */
export async function latestVersions({records}: Records): Promise<ReadonlyMap<string, Version>> {
  const rows = await records
    .read<CatalogTables>()
    .selectFrom('versions')
    .select(['dataset', 'body'])
    .where('withdrawn', '=', 0)
    .orderBy('dataset')
    .orderBy('position')
    .orderBy('issued')
    .orderBy('version')
    .execute()
  const bodies = new Map(rows.map(({dataset, body}) => [dataset, body])) // the last of each stays
  return new Map([...bodies].map(([dataset, body]) => [dataset, JSON.parse(body) as Version]))
}

/** Every version of a dataset, newest first in the order of what they cover; tombstones included. */
export async function versionsOf(dataset: string, {records}: Records): Promise<readonly Version[]> {
  const rows = await records
    .read<CatalogTables>()
    .selectFrom('versions')
    .select('body')
    .where('dataset', '=', dataset)
    .orderBy('position', 'desc')
    .orderBy('issued', 'desc')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({body}) => JSON.parse(body) as Version)
}

/** One version by its name; null if there is none, a tombstone if it was withdrawn. */
export async function versionOf(
  dataset: string,
  version: string,
  {records}: Records,
): Promise<Version | null> {
  const row = await records
    .read<CatalogTables>()
    .selectFrom('versions')
    .select('body')
    .where('dataset', '=', dataset)
    .where('version', '=', version)
    .executeTakeFirst()
  return row ? (JSON.parse(row.body) as Version) : null
}

/** How the last look at each dataset ended, by dataset. */
export async function outcomesOf({records}: Records): Promise<ReadonlyMap<string, LastOutcome>> {
  const rows = await records.read<CatalogTables>().selectFrom('outcomes').selectAll().execute()
  return new Map(rows.map(({dataset, body}) => [dataset, JSON.parse(body) as LastOutcome]))
}

/** What validation said of a version when it was published. */
export async function reportOf(version: Version, reader: Pick<Reader, 'objects'>): Promise<Report> {
  return reportAt(`versions/${version.dataset}/${version.version}/report.json`, reader)
}

/** A report by its key, as outcomes and judgements name it. @throws Problem object-missing */
export async function reportAt(key: string, {objects}: Pick<Reader, 'objects'>): Promise<Report> {
  const bytes = Buffer.concat(await Array.fromAsync(objects.get(key)))
  return JSON.parse(bytes.toString('utf8')) as Report
}

/** The dataset as the site declares it. @throws Problem dataset-unknown */
export function datasetOf(
  id: string,
  {site}: Pick<Reader, 'site'>,
): Reader['site']['datasets'][number] {
  const found = site.datasets.find(dataset => dataset.id === id || dataset.commitment === id)
  if (!found) throw new Problem('dataset-unknown', {id})
  return found
}
