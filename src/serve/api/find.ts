import {datasetOf, latestVersion, versionOf} from '../../catalog/catalog.ts'
import {evidenceAbout} from '../../evidence/evidence.ts'
import type {Dataset} from '../../model/dataset.ts'
import type {Withdrawal} from '../../model/evidence.ts'
import {localDate} from '../../model/time.ts'
import type {Version} from '../../model/version.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import {shown} from './parameters.ts'

/** The dataset of an id that a stranger sent. @throws Problem dataset-unknown */
export function findDataset(id: string, {site}: Pick<Reader, 'site'>): Dataset {
  try {
    return datasetOf(id, {site})
  } catch (error) {
    if (error instanceof Problem) throw new Problem(error.code, {id: shown(id)})
    throw error
  }
}

/** The newest version. @throws Problem dataset-withdrawn, nothing-published */
export async function findLatest(
  {id}: Dataset,
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<Version> {
  const latest = await latestVersion(id, reader)
  if (latest) return latest
  const withdrawal = (await withdrawalsOf(id, reader))[0]
  if (withdrawal) throw new Problem('dataset-withdrawn', {id, ...told(withdrawal, reader)})
  throw new Problem('nothing-published', {id})
}

/**
 * A version by its name; "latest" is one. A withdrawn one is found too: its tombstone says so.
 * @throws Problem version-unknown
 */
export async function findVersion(
  dataset: Dataset,
  version: string,
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<Version> {
  if (version === 'latest') return findLatest(dataset, reader)
  const found = await versionOf(dataset.id, version, reader)
  if (!found) throw new Problem('version-unknown', {id: dataset.id, version: shown(version)})
  return found
}

/** The same, for those who want its bytes. @throws Problem version-unknown, version-withdrawn */
export async function findStanding(
  dataset: Dataset,
  version: string,
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<Version> {
  const found = await findVersion(dataset, version, reader)
  if (!found.withdrawn) return found
  const {id} = dataset
  const withdrawal = (await withdrawalsOf(id, reader)).find(
    one => one.version === null || one.version === found.version,
  )
  throw new Problem('version-withdrawn', {
    id,
    version: found.version,
    ...(withdrawal ? told(withdrawal, reader) : {at: '?', by: '?', why: '?'}),
  })
}

/** The tombstones of a dataset and its versions, newest first. */
export async function withdrawalsOf(
  dataset: string,
  reader: Pick<Reader, 'records'>,
): Promise<readonly Withdrawal[]> {
  const found = await evidenceAbout(dataset, {types: ['withdrawal'], limit: 1000}, reader)
  return found.filter((one): one is Withdrawal => one.type === 'withdrawal')
}

function told({at, by, why}: Withdrawal, {site}: Pick<Reader, 'site'>) {
  return {at: localDate(at, site.timeZone), by, why}
}
