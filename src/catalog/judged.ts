import type {Outcome} from '../model/outcome.ts'
import type {Snapshot} from '../model/version.ts'
import type {World} from '../store/world.ts'
import type {CatalogTables} from './tables.ts'

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
      snapshot: JSON.stringify(snapshot),
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
): Promise<Outcome | null> {
  const row = await records
    .read<CatalogTables>()
    .selectFrom('judged')
    .select(['outcome', 'report'])
    .where('dataset', '=', snapshot.dataset)
    .where('content_hash', '=', snapshot.contentHash)
    .where('context', '=', JSON.stringify(context))
    .executeTakeFirst()
  if (!row) return null
  return row.outcome === 'held'
    ? {kind: 'held', report: row.report}
    : {kind: 'rejected', report: row.report, problem: null}
}

/** The snapshot of a dataset's held content, for the approval that publishes it. */
export async function heldSnapshot(
  dataset: string,
  contentHash: string,
  {records}: Pick<World, 'records'>,
): Promise<Snapshot | null> {
  const row = await records
    .read<CatalogTables>()
    .selectFrom('judged')
    .select('snapshot')
    .where('dataset', '=', dataset)
    .where('content_hash', '=', contentHash)
    .where('outcome', '=', 'held')
    .orderBy('at', 'desc')
    .executeTakeFirst()
  return row ? (JSON.parse(row.snapshot) as Snapshot) : null
}
