import type {Snapshot, Version} from '../model/version.ts'
import type {Records} from '../store/records.ts'
import type {World} from '../store/world.ts'
import type {LastOutcome} from './catalog.ts'
import {enqueue} from './outbox.ts'
import type {CatalogTables} from './tables.ts'

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

/** What a judgement rests on besides the bytes: change any of these and it must be made anew. */
export interface JudgedContext {
  readonly before: string | null // version it was compared with
  readonly declaration: string // hash of the dataset's declaration
  readonly code: string
}

/** Remembers that these bytes were held or rejected in this context. */
export async function recordJudged(
  judged: {
    readonly snapshot: Snapshot
    readonly context: JudgedContext
    readonly outcome: 'held' | 'rejected'
    readonly report: string
    readonly at: string
  },
  {records}: Pick<World, 'records'>,
): Promise<void> {
  const {snapshot, context, outcome, report, at} = judged
  await records
    .write<CatalogTables>()
    .insertInto('judged')
    .values({
      dataset: snapshot.dataset,
      content_hash: snapshot.contentHash,
      context: JSON.stringify(context),
      outcome,
      report,
      at,
    })
    .onConflict(conflict =>
      conflict.columns(['dataset', 'content_hash', 'context']).doUpdateSet({outcome, report, at}),
    )
    .execute()
}

/** What was decided of these bytes in this context before; null: they are still to be judged. */
export async function judgedBefore(
  snapshot: Snapshot,
  context: JudgedContext,
  {records}: Pick<World, 'records'>,
): Promise<{outcome: 'held' | 'rejected'; report: string} | null> {
  const row = await records
    .read<CatalogTables>()
    .selectFrom('judged')
    .select(['outcome', 'report'])
    .where('dataset', '=', snapshot.dataset)
    .where('content_hash', '=', snapshot.contentHash)
    .where('context', '=', JSON.stringify(context))
    .executeTakeFirst()
  return row ? {outcome: row.outcome as 'held' | 'rejected', report: row.report} : null
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
