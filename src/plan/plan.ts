import {createHash} from 'node:crypto'
import type {Commitment, PlanEdition} from '../model/plan.ts'
import type {Reader, World} from '../store/world.ts'
import {decodePlan} from './decode.ts'
import type {NotPlaced, SectionLayout} from './layout.ts'
import {type LinkRemark, linkDatasets} from './link.ts'
import {readPlan} from './read.ts'
import type {PlanTables} from './tables.ts'

/** What an import did, and all that it read, inferred and could not place. */
export interface PlanImport {
  readonly edition: PlanEdition
  /** These very bytes were imported before: nothing was written. */
  readonly unchanged: boolean
  readonly dryRun: boolean
  readonly sections: readonly SectionLayout[]
  readonly notPlaced: readonly NotPlaced[]
  /** Fields that the text does not state: by which rule they were inferred, or why assigned. */
  readonly unstated: readonly Unstated[]
  /** Where plan and declared datasets do not agree. */
  readonly remarks: readonly LinkRemark[]
}

export interface Unstated {
  readonly commitment: string
  readonly field: string
  readonly kind: 'inferred' | 'assigned'
  readonly why: string // rule or reason, worded in plan/words.ts
}

/**
 * Reads a plan document and keeps what it promises. The same bytes again change nothing; other bytes
 * are a new edition, and the old one stays.
 * @throws Problem plan-not-text, plan-too-large, plan-not-recognised, plan-without-rows,
 *   plan-row-repeated, plan-publisher-unknown
 */
export async function importPlan(
  document: {readonly file: string; readonly bytes: Uint8Array},
  {dryRun}: {readonly dryRun: boolean},
  world: Pick<World, 'site' | 'records' | 'objects' | 'now'>,
): Promise<PlanImport> {
  const {file, bytes} = document
  const checksum = createHash('sha256').update(bytes).digest('hex')
  const editions = await planEditions(world)
  const same = editions.find(({source}) => source.checksum === checksum)
  const text = decodePlan(file, bytes)
  const name = same ? () => same.id : editionNamer(editions)
  const {plan, sections, notPlaced} = readPlan(text, world.site, name)
  const edition: PlanEdition = same ?? {
    id: plan.commitments[0]!.plan,
    ...plan,
    supersedes: editions.at(-1)?.id ?? null,
    source: {file, checksum, byteSize: bytes.byteLength},
    importedAt: world.now(),
  }
  if (!same && !dryRun) await keep(edition, bytes, world)
  const {commitments, remarks} = linkDatasets(edition.commitments, world.site)
  return {
    edition: {...edition, commitments},
    unchanged: same !== undefined,
    dryRun,
    sections,
    notPlaced,
    unstated: commitments.flatMap(unstatedOf),
    remarks,
  }
}

/** The edition in force: the one imported last, its commitments linked to the site's datasets. */
export async function currentPlan(
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<PlanEdition | null> {
  const row = await reader.records
    .read<PlanTables>()
    .selectFrom('plan_editions')
    .select('body')
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  if (!row) return null
  const edition = JSON.parse(row.body) as PlanEdition
  return {...edition, commitments: linkDatasets(edition.commitments, reader.site).commitments}
}

/** Every edition that was imported, oldest first, as it was read. */
export async function planEditions({
  records,
}: Pick<Reader, 'records'>): Promise<readonly PlanEdition[]> {
  const rows = await records
    .read<PlanTables>()
    .selectFrom('plan_editions')
    .select('body')
    .orderBy('seq')
    .execute()
  return rows.map(({body}) => JSON.parse(body) as PlanEdition)
}

/** Under which object key the bytes of an edition's document are kept. */
export function planKey({source}: Pick<PlanEdition, 'source'>): string {
  return `plans/${source.checksum}`
}

// Bytes first: whoever sees the edition can also see what it was read from.
async function keep(
  edition: PlanEdition,
  bytes: Uint8Array,
  {objects, records}: Pick<World, 'objects' | 'records'>,
): Promise<void> {
  await objects.put(planKey(edition), bytes)
  await records.transaction(async open => {
    const tables = open.write<PlanTables>()
    const newest = await tables
      .selectFrom('plan_editions')
      .select(({fn}) => fn.max('seq').as('seq'))
      .executeTakeFirst()
    await tables
      .insertInto('plan_editions')
      .values({
        seq: Number(newest?.seq ?? 0) + 1,
        id: edition.id,
        checksum: edition.source.checksum,
        imported_at: edition.importedAt,
        body: JSON.stringify(edition),
      })
      .execute()
  })
}

// A document that was changed within its years is a further edition: hk-itc-2022-2024-2.
function editionNamer(editions: readonly PlanEdition[]) {
  return (publisher: string, years: string): string => {
    const base = `${publisher}-${years}`
    const taken = editions.filter(({id}) => id === base || id.startsWith(`${base}-`)).length
    return taken === 0 ? base : `${base}-${taken + 1}`
  }
}

function unstatedOf({id, provenance}: Commitment): Unstated[] {
  return Object.entries(provenance).flatMap(([field, from]): Unstated[] => {
    if (from.kind === 'stated') return []
    const why = from.kind === 'inferred' ? from.rule : from.reason
    return [{commitment: id, field, kind: from.kind, why}]
  })
}
