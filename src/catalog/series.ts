import type {Distribution} from '../model/version.ts'
import type {Reader, World} from '../store/world.ts'
import type {CatalogTables} from './tables.ts'

/** Files of a dataset's stacked series, up to and with its newest version. */
export interface Series {
  readonly version: string
  readonly distributions: readonly Distribution[]
}

/** Makes a series visible: the newest one is what readers get. */
export async function recordSeries(
  dataset: string,
  {version, distributions}: Series,
  {records}: Pick<World, 'records'>,
): Promise<void> {
  const body = JSON.stringify(distributions)
  await records
    .write<CatalogTables>()
    .insertInto('series')
    .values({dataset, version, body})
    .onConflict(conflict => conflict.columns(['dataset', 'version']).doUpdateSet({body}))
    .execute()
}

/** Every series of a dataset that was published, newest first. */
export async function seriesOf(
  dataset: string,
  {records}: Pick<Reader, 'records'>,
): Promise<readonly Series[]> {
  const rows = await records
    .read<CatalogTables>()
    .selectFrom('series')
    .select(['version', 'body'])
    .where('dataset', '=', dataset)
    .orderBy('version', 'desc')
    .execute()
  return rows.map(({version, body}) => ({
    version,
    distributions: JSON.parse(body) as Distribution[],
  }))
}
