import {versionsOf} from '../catalog/catalog.ts'
import {recordSeries} from '../catalog/series.ts'
import type {Dataset} from '../model/dataset.ts'
import {publishSeries} from '../publish/series.ts'
import {claim, ensureJobs, heartbeatSeconds, release} from '../schedule/jobs.ts'
import type {TableWorker} from '../store/tables.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'

/**
 * Works on one dataset under the same lease as a refresh takes, so that an officer's decision and a
 * serving process never work on it at once.
 * @throws Problem dataset-busy
 */
export async function withJob<Out>(
  dataset: Dataset,
  world: World,
  work: (worker: TableWorker) => Promise<Out>,
): Promise<Out> {
  const holder = `${process.pid}`
  await ensureJobs([dataset.id], world)
  if (!(await claim(dataset.id, holder, world.now(), world)))
    throw new Problem('dataset-busy', {id: dataset.id})
  const heartbeat = setInterval(
    () => void claim(dataset.id, holder, world.now(), world).catch(() => {}),
    heartbeatSeconds * 1000,
  )
  const worker = await world.tables.lease()
  try {
    return await work(worker)
  } finally {
    clearInterval(heartbeat)
    await worker.release()
    await release(dataset.id, holder, world)
  }
}

/** Stacks the series anew, after a decision has changed which versions stand. */
export async function renewSeries(
  dataset: Dataset,
  worker: TableWorker,
  world: World,
): Promise<void> {
  const series = await publishSeries(dataset, await versionsOf(dataset.id, world), worker, world)
  if (series) await recordSeries(dataset.id, series, world)
}
