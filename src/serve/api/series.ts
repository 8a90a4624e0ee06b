import {versionsOf} from '../../catalog/catalog.ts'
import {seriesOf} from '../../catalog/series.ts'
import type {Distribution, Version} from '../../model/version.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'

/** Formats in which a stacked series can be asked for. */
export const seriesFormats = ['csv', 'json', 'parquet'] as const

/** The stacked series readers get: its files, the newest version in it, what must be said of it. */
export interface CurrentSeries {
  readonly version: Version
  readonly distributions: readonly Distribution[]
  readonly sample: boolean
  readonly simulated: boolean
}

/**
 * The newest series that ends with a version still standing. A version becomes visible a moment
 * before its series does; until then readers get the one before.
 * @throws Problem series-missing
 */
export async function findSeries(
  dataset: string,
  reader: Pick<Reader, 'records'>,
): Promise<CurrentSeries> {
  const standing = (await versionsOf(dataset, reader)).filter(({withdrawn}) => !withdrawn)
  for (const {version: name, distributions} of await seriesOf(dataset, reader)) {
    const version = standing.find(one => one.version === name)
    if (!version) continue
    return {
      version,
      distributions,
      // One release of samples makes the whole table one that holds samples.
      sample: standing.some(one => one.sample),
      simulated: standing.some(one => one.simulated),
    }
  }
  throw new Problem('series-missing', {id: dataset})
}
