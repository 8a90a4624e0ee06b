import {drainOutbox} from '../catalog/outbox.ts'
import type {Dataset} from '../model/dataset.ts'
import type {Outcome} from '../model/outcome.ts'
import {refresh} from '../refresh.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {nextLook} from './due.ts'
import {claim, dueJobs, ensureJobs, finish, heartbeatSeconds} from './jobs.ts'

/** Looks at the same time: one waits for a slow server while another's rows are worked on. */
const looksMax = 4
const tickSeconds = 30

export interface Refreshed {
  readonly dataset: Dataset
  readonly outcomes: readonly Outcome[]
}

export interface RefreshOptions {
  /** Only these datasets; absent: all that have a source. */
  readonly ids?: readonly string[]
  /** Told as each dataset is done. */
  readonly onDone?: (refreshed: Refreshed) => void
  /** Once aborted, no further look is begun; those under way are finished. */
  readonly signal?: AbortSignal
}

/**
 * Refreshes datasets now, whether due or not, several at a time. One bad source delays no other:
 * each look has its limits, and the rest go on meanwhile.
 */
export async function refreshAll(
  world: World,
  {ids, onDone, signal}: RefreshOptions = {},
): Promise<readonly Refreshed[]> {
  const wanted = world.site.datasets.filter(({id, source}) =>
    ids ? ids.includes(id) : source !== null,
  )
  await ensureJobs(
    wanted.map(({id}) => id),
    world,
  )
  const done: Refreshed[] = []
  const waiting = [...wanted]
  async function work(): Promise<void> {
    for (let dataset = waiting.shift(); dataset; dataset = waiting.shift()) {
      if (signal?.aborted) return
      const refreshed = await refreshLeased(dataset, world)
      if (!refreshed) continue // another process is at it
      done.push(refreshed)
      onDone?.(refreshed)
    }
  }
  await Promise.all(Array.from({length: looksMax}, work))
  await drain(world)
  return done
}

/** Refreshes what is due, again and again, until stopped. */
export function startSchedule(world: World): {stop(): Promise<void>} {
  const stopping = new AbortController()
  let timer: NodeJS.Timeout
  let turn: Promise<void> = Promise.resolve()

  async function takeTurn(): Promise<void> {
    try {
      const due = await dueJobs(world.now(), world)
      if (due.length > 0) await refreshAll(world, {ids: due, signal: stopping.signal})
      await drain(world)
    } catch (error) {
      if (!(error instanceof Problem)) throw error // our own mistake: crash where it can be seen
      world.log.error('schedule: a turn failed and will be taken again', {problem: error.message})
    }
    if (!stopping.signal.aborted) arm()
  }
  function arm(): void {
    timer = setTimeout(() => {
      turn = takeTurn()
    }, tickSeconds * 1000)
    timer.unref()
  }
  arm()
  return {
    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await turn
    },
  }
}

/** One look under a lease, which a heartbeat keeps while it lasts. @returns null: not ours to take */
async function refreshLeased(dataset: Dataset, world: World): Promise<Refreshed | null> {
  const holder = `${process.pid}`
  if (!(await claim(dataset.id, holder, world.now(), world))) return null
  const heartbeat = setInterval(
    () => void claim(dataset.id, holder, world.now(), world).catch(() => {}),
    heartbeatSeconds * 1000,
  )
  try {
    const outcomes = await refresh(dataset, world)
    const failed = outcomes.some(({kind}) => kind === 'failed')
    const {timeZone, polling} = world.site
    const due = (failures: number) =>
      nextLook(world.now(), failures, {daily: polling.daily, timeZone})
    await finish(dataset.id, holder, {failed, due}, world)
    return {dataset, outcomes}
  } finally {
    clearInterval(heartbeat)
  }
}

async function drain(world: World): Promise<void> {
  while ((await drainOutbox(world)) > 0);
}
