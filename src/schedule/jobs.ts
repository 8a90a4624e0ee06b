import type {Instant} from '../model/time.ts'
import type {Migration} from '../store/records.ts'
import type {World} from '../store/world.ts'

interface ScheduleTables {
  jobs: {
    dataset: string
    due: string
    failures: number
    leased_by: string | null
    leased_until: string
  }
}

export const scheduleMigrations: readonly Migration[] = [
  {
    name: 'schedule-001',
    statements: [
      `create table jobs (
        dataset text primary key, due text not null, failures integer not null,
        leased_by text, leased_until text not null)`,
      `create index jobs_due on jobs (due)`,
    ],
  },
]

/** A lease not renewed for so long is anybody's: its holder is dead. */
const leaseSeconds = 60
export const heartbeatSeconds = 20

type Records = Pick<World, 'records'>

/** Makes sure each of these datasets has a job; new ones are due at once. */
export async function ensureJobs(datasets: readonly string[], {records}: Records): Promise<void> {
  if (datasets.length === 0) return
  await records
    .write<ScheduleTables>()
    .insertInto('jobs')
    .values(
      datasets.map(dataset => ({
        dataset,
        due: '',
        failures: 0,
        leased_by: null,
        leased_until: '',
      })),
    )
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Datasets whose job is due, the one that waited longest first. */
export async function dueJobs(now: Instant, {records}: Records): Promise<readonly string[]> {
  const rows = await records
    .read<ScheduleTables>()
    .selectFrom('jobs')
    .select('dataset')
    .where('due', '<=', now)
    .where('leased_until', '<=', now)
    .orderBy('due')
    .orderBy('dataset')
    .execute()
  return rows.map(({dataset}) => dataset)
}

/** When each job is due next, for whoever asks. */
export async function dueTimes({
  records,
}: {
  readonly records: Pick<World['records'], 'read'>
}): Promise<ReadonlyMap<string, Instant>> {
  const rows = await records
    .read<ScheduleTables>()
    .selectFrom('jobs')
    .select(['dataset', 'due'])
    .execute()
  return new Map(rows.map(({dataset, due}) => [dataset, due]))
}

/** Takes a job for a holder, unless another has it. @returns whether it is ours now */
export async function claim(
  dataset: string,
  holder: string,
  now: Instant,
  {records}: Records,
): Promise<boolean> {
  const {numUpdatedRows} = await records
    .write<ScheduleTables>()
    .updateTable('jobs')
    .set({leased_by: holder, leased_until: later(now, leaseSeconds)})
    .where('dataset', '=', dataset)
    .where(({or, eb}) => or([eb('leased_until', '<=', now), eb('leased_by', '=', holder)]))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Frees every job: for the one process that works on the data folder, whose forerunner is dead. */
export async function freeLeases({records}: Records): Promise<void> {
  await records
    .write<ScheduleTables>()
    .updateTable('jobs')
    .set({leased_by: null, leased_until: ''})
    .where('leased_until', '<>', '')
    .execute()
}

/** Gives a job back as it was, for those who took it for something else than a look. */
export async function release(dataset: string, holder: string, {records}: Records): Promise<void> {
  await records
    .write<ScheduleTables>()
    .updateTable('jobs')
    .set({leased_by: null, leased_until: ''})
    .where('dataset', '=', dataset)
    .where('leased_by', '=', holder)
    .execute()
}

/** Gives a job back, due again at a time that may depend on how many looks in a row have failed. */
export async function finish(
  dataset: string,
  holder: string,
  end: {readonly failed: boolean; readonly due: (failures: number) => Instant},
  {records}: Records,
): Promise<void> {
  await records.transaction(async inside => {
    const row = await inside
      .read<ScheduleTables>()
      .selectFrom('jobs')
      .select('failures')
      .where('dataset', '=', dataset)
      .where('leased_by', '=', holder)
      .executeTakeFirst()
    if (!row) return // the lease ran out and another holder finishes it
    const failures = end.failed ? row.failures + 1 : 0
    await inside
      .write<ScheduleTables>()
      .updateTable('jobs')
      .set({due: end.due(failures), failures, leased_by: null, leased_until: ''})
      .where('dataset', '=', dataset)
      .execute()
  })
}

function later(now: Instant, seconds: number): Instant {
  return new Date(Date.parse(now) + seconds * 1000).toISOString()
}
