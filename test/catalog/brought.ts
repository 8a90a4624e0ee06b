import {createHash} from 'node:crypto'
import {migrations} from '../../src/command/migrations.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Outcome} from '../../src/model/outcome.ts'
import {bring} from '../../src/refresh.ts'
import {datasetOf} from '../journeys/stage.ts'
import {threeFields} from '../journeys/three-fields.ts'
import {type TestWorld, testWorld} from '../world.ts'

/** A dataset of car parks, by month, that takes its period from the issue. */
export const carParks: Dataset = datasetOf({
  tableSchema: threeFields,
  release: {kind: 'full', calendar: 'month', periodFrom: {from: 'issue'}},
})

/** A world with nothing in it but the dataset. */
export function carParkWorld(dataset: Dataset = carParks): Promise<TestWorld> {
  return testWorld({migrations, site: {datasets: [dataset]}})
}

/** Brings text as an issue of the dataset, as if its source had served it. */
export async function broughtIssue(
  {issue, rows, dataset = carParks, approved = false}: Brought,
  world: TestWorld,
): Promise<Outcome> {
  const bytes = new TextEncoder().encode(`Code,Name,Spaces\r\n${rows.join('\r\n')}\r\n`)
  const checksum = createHash('sha256').update(bytes).digest('hex')
  const key = `snapshots/${checksum}`
  await world.objects.put(key, bytes)
  const snapshot = {
    ...{dataset: dataset.id, issue, takenAt: world.now(), url: 'test:', claimedAt: null},
    parts: [{key, checksum, byteSize: bytes.byteLength, mediaType: 'text/csv'}],
    contentHash: checksum,
    sample: true,
  }
  const worker = await world.tables.lease()
  try {
    const consignment = {snapshot, issue: {dialect: {}, format: 'csv'} as const, dataset, approved}
    return await bring(consignment, worker, world)
  } finally {
    await worker.release()
  }
}

export interface Brought {
  readonly issue: string | null
  readonly rows: readonly string[]
  readonly dataset?: Dataset
  readonly approved?: boolean
}
