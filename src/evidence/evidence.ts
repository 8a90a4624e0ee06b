import type {Check, Evidence} from '../model/evidence.ts'
import {addMonths, type Instant, monthOf} from '../model/time.ts'
import type {Reader, World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {readAll} from './read-all.ts'
import {fromRow} from './rows.ts'
import type {EvidenceTables} from './tables.ts'

type Type = Evidence['type']

/** Evidence as whoever saw or said it hands it in: its number and time of recording are ours. */
export type Unrecorded<Kind extends Type = Type> = Kind extends Type
  ? Omit<Extract<Evidence, {type: Kind}>, 'id' | 'recordedAt'>
  : never

// A standing "no change" must be signed anew each year.
const standingMonthsMax = 12

/**
 * Writes evidence down, for ever. Numbers increase with recording and sort as text.
 * @throws Problem evidence-unsigned, evidence-stands-too-long
 */
export async function record<Kind extends Type>(
  evidence: Unrecorded<Kind> & {readonly type: Kind},
  world: Pick<World, 'records' | 'now'>,
): Promise<Extract<Evidence, {type: Kind}>> {
  const given = evidence as Unrecorded
  mustBeSigned(given)
  mustNotStandTooLong(given)
  const recordedAt = world.now()
  return await world.records.transaction(async records => {
    const tables = records.write<EvidenceTables>()
    const newest = await tables
      .selectFrom('evidence')
      .select(({fn}) => fn.max('seq').as('seq'))
      .executeTakeFirst()
    const row = {
      seq: Number(newest?.seq ?? 0) + 1,
      type: given.type,
      dataset: 'dataset' in given ? given.dataset : null,
      subject: subjectOf(given),
      at: 'at' in given ? given.at : recordedAt,
      recorded_at: recordedAt,
      simulated: given.simulated ? 1 : 0,
      body: JSON.stringify(given),
    }
    await tables.insertInto('evidence').values(row).execute()
    return fromRow(row) as Extract<Evidence, {type: Kind}>
  })
}

/** Everything recorded up to a moment, in order of recording: all that a verdict as of it may rest on. */
export async function evidenceAsOf(
  asOf: Instant,
  {records}: Pick<Reader, 'records'>,
): Promise<readonly Evidence[]> {
  const all = await readAll(records)
  return all.filter(evidence => evidence.recordedAt <= asOf)
}

/** Evidence by its numbers, in the order of the numbers given; unknown numbers are left out. */
export async function evidenceById(
  ids: readonly string[],
  {records}: Pick<Reader, 'records'>,
): Promise<readonly Evidence[]> {
  if (ids.length === 0) return []
  const rows = await records
    .read<EvidenceTables>()
    .selectFrom('evidence')
    .select(['seq', 'recorded_at', 'body'])
    .where('seq', 'in', ids.map(Number.parseFloat).filter(Number.isSafeInteger))
    .execute()
  const found = new Map(rows.map(fromRow).map(evidence => [evidence.id, evidence]))
  return ids.flatMap(id => found.get(id) ?? [])
}

/** The last look at a dataset's source; null if there was none. */
export async function lastCheck(
  dataset: string,
  {records}: Pick<Reader, 'records'>,
): Promise<Check | null> {
  const row = await records
    .read<EvidenceTables>()
    .selectFrom('evidence')
    .select(['seq', 'recorded_at', 'body'])
    .where('dataset', '=', dataset)
    .where('type', '=', 'check')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row ? (fromRow(row) as Check) : null
}

/**
 * What was recorded of a dataset, commitment, obligation, version or day, newest first.
 * @param options.limit records at most; 100 if not given
 */
export async function evidenceAbout(
  subject: string,
  options: {readonly types?: readonly Type[]; readonly limit?: number},
  {records}: Pick<Reader, 'records'>,
): Promise<readonly Evidence[]> {
  let query = records
    .read<EvidenceTables>()
    .selectFrom('evidence')
    .select(['seq', 'recorded_at', 'body'])
    .where(eb => eb.or([eb('dataset', '=', subject), eb('subject', '=', subject)]))
  if (options.types) query = query.where('type', 'in', options.types)
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(options.limit ?? 100)
    .execute()
  return rows.map(fromRow)
}

/** Whether a whole dataset was taken out of the catalog. */
export async function isWithdrawn(
  dataset: string,
  reader: Pick<Reader, 'records'>,
): Promise<boolean> {
  const found = await evidenceAbout(dataset, {types: ['withdrawal'], limit: 1000}, reader)
  return found.some(
    one => one.type === 'withdrawal' && one.dataset === dataset && one.version === null,
  )
}

function subjectOf(evidence: Unrecorded): string | null {
  switch (evidence.type) {
    case 'waiver':
      return evidence.obligation
    case 'ending':
      return evidence.commitment
    case 'note':
      return evidence.subject
    case 'closed-day':
      return evidence.date
    case 'withdrawal':
      return evidence.version
    default:
      return null
  }
}

// A verdict that rests on somebody's word names a post and a reason: both must be there.
function mustBeSigned(evidence: Unrecorded): void {
  const approval = evidence.type === 'judgement' && evidence.outcome === 'approved'
  if (!approval && (evidence.type === 'check' || evidence.type === 'judgement')) return
  if (!evidence.by?.trim() || !evidence.why?.trim())
    throw new Problem('evidence-unsigned', {type: evidence.type})
}

function mustNotStandTooLong(evidence: Unrecorded): void {
  if (evidence.type !== 'attestation' || evidence.standingUntil === null) return
  const latest = addMonths(monthOf(evidence.at), standingMonthsMax) + evidence.at.slice(7, 10)
  if (evidence.standingUntil > latest)
    throw new Problem('evidence-stands-too-long', {
      until: evidence.standingUntil,
      months: standingMonthsMax,
    })
}
