import type {Instant} from '../model/time.ts'
import type {Version} from '../model/version.ts'
import type {Records} from '../store/records.ts'
import type {World} from '../store/world.ts'
import type {LastOutcome} from './catalog.ts'
import {enqueue} from './outbox.ts'
import type {CatalogTables} from './tables.ts'

/**
 * Names a new version and notes that it is being written, so that what a killed process leaves half
 * done is found and removed at the next start.
 * @returns "2026-11-23T101112.345Z": the time of issue without colons, which file names cannot hold
 */
export async function beginVersion(
  dataset: string,
  issued: Instant,
  {records}: Pick<World, 'records'>,
): Promise<string> {
  const stem = issued.replaceAll(':', '')
  return records.transaction(async inside => {
    const tables = inside.write<CatalogTables>()
    for (let nth = 1; ; nth += 1) {
      const version = nth === 1 ? stem : `${stem}-${nth}`
      const taken = await inside
        .read<CatalogTables>()
        .selectFrom('versions')
        .select('version')
        .where('dataset', '=', dataset)
        .where('version', '=', version)
        .executeTakeFirst()
      if (taken) continue
      await tables
        .insertInto('unfinished')
        .values({dataset, version})
        .onConflict(conflict => conflict.doNothing())
        .execute()
      return version
    }
  })
}

/**
 * Removes what was being written when a process died. None of it was ever visible.
 * @returns the versions removed, for the operator to read
 */
export async function mendUnfinished({
  records,
  objects,
}: Pick<World, 'records' | 'objects'>): Promise<readonly string[]> {
  const left = await records.read<CatalogTables>().selectFrom('unfinished').selectAll().execute()
  for (const {dataset, version} of left) {
    for await (const key of objects.list(`versions/${dataset}/${version}/`))
      await objects.remove(key)
    await forgetUnfinished(dataset, version, records)
  }
  return left.map(({dataset, version}) => `${dataset} ${version}`)
}

async function forgetUnfinished(dataset: string, version: string, records: Records): Promise<void> {
  await records
    .write<CatalogTables>()
    .deleteFrom('unfinished')
    .where('dataset', '=', dataset)
    .where('version', '=', version)
    .execute()
}

/**
 * Makes a version visible: its row and its news in one transaction, after its files. Whoever hears
 * of a version can fetch it, and nobody sees half of one.
 */
export async function recordVersion(
  version: Version,
  {records}: Pick<World, 'records'>,
): Promise<void> {
  await records.transaction(async inside => {
    await inside
      .write<CatalogTables>()
      .insertInto('versions')
      .values({
        dataset: version.dataset,
        version: version.version,
        issue: version.issue,
        position: version.position,
        issued: version.issued,
        content_hash: version.snapshot.contentHash,
        withdrawn: 0,
        body: JSON.stringify(version),
      })
      .execute()
    await forgetUnfinished(version.dataset, version.version, inside)
    await enqueue(
      {
        type: 'version-published',
        at: version.issued,
        subject: version.dataset,
        data: {version: version.version, period: version.period, rows: version.rows},
      },
      inside,
    )
  })
}

const newsOf = {
  held: 'version-held',
  rejected: 'version-rejected',
  failed: 'refresh-failed',
} as const

/** Keeps how the last look at a dataset ended; news only when that is new and not good. */
export async function recordOutcome(
  dataset: string,
  outcome: LastOutcome,
  {records}: Pick<World, 'records'>,
): Promise<void> {
  await records.transaction(async inside => {
    const before = await outcomeBefore(dataset, inside)
    await inside
      .write<CatalogTables>()
      .insertInto('outcomes')
      .values({dataset, body: JSON.stringify(outcome)})
      .onConflict(conflict =>
        conflict.column('dataset').doUpdateSet({body: JSON.stringify(outcome)}),
      )
      .execute()
    if (outcome.kind === 'published' || outcome.kind === 'unchanged') return
    const same = before?.kind === outcome.kind && before.contentHash === outcome.contentHash
    if (same && before?.problem?.code === outcome.problem?.code) return
    await enqueue(
      {
        type: newsOf[outcome.kind],
        at: outcome.at,
        subject: dataset,
        data: {problem: outcome.problem?.code ?? null, report: outcome.report},
      },
      inside,
    )
  })
}

async function outcomeBefore(dataset: string, records: Records): Promise<LastOutcome | null> {
  const row = await records
    .read<CatalogTables>()
    .selectFrom('outcomes')
    .select('body')
    .where('dataset', '=', dataset)
    .executeTakeFirst()
  return row ? (JSON.parse(row.body) as LastOutcome) : null
}

/** Leaves a tombstone: the version's row stays and says that it was withdrawn; its news goes out. */
export async function recordWithdrawal(
  version: Version,
  withdrawal: {readonly at: string; readonly why: string},
  {records}: Pick<World, 'records'>,
): Promise<void> {
  await records.transaction(async inside => {
    await inside
      .write<CatalogTables>()
      .updateTable('versions')
      .set({withdrawn: 1, body: JSON.stringify({...version, withdrawn: true})})
      .where('dataset', '=', version.dataset)
      .where('version', '=', version.version)
      .execute()
    await enqueue(
      {
        type: 'dataset-withdrawn',
        at: withdrawal.at,
        subject: version.dataset,
        data: {version: version.version, why: withdrawal.why},
      },
      inside,
    )
  })
}
