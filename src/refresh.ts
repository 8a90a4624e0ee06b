import {versionsOf} from './catalog/catalog.ts'
import {judgedBefore} from './catalog/judged.ts'
import {beginVersion, recordVersion} from './catalog/record.ts'
import {recordSeries} from './catalog/series.ts'
import {settle, storeReport} from './catalog/settle.ts'
import {
  declarationOf,
  holdsSame,
  keyOf,
  kindOf,
  positionOf,
  versionBefore,
} from './catalog/versions.ts'
import {isWithdrawn} from './evidence/evidence.ts'
import {ingest} from './ingest/ingest.ts'
import type {Dataset} from './model/dataset.ts'
import type {Outcome} from './model/outcome.ts'
import {localDate} from './model/time.ts'
import type {Snapshot} from './model/version.ts'
import {promisedFormats} from './plan/promised.ts'
import {declarationHash, publish} from './publish/publish.ts'
import {saysTheSame} from './publish/same.ts'
import {publishSeries} from './publish/series.ts'
import {type IssueRef, issuesOf, lookAt} from './source/source.ts'
import {askJob} from './store/ask.ts'
import type {TableWorker} from './store/tables.ts'
import type {World} from './store/world.ts'
import {isAboutBytes, Problem} from './text/problem.ts'
import {validate} from './validate/validate.ts'

/**
 * Brings one dataset up to date. Read this first: it is the whole journey of its data, and every
 * step is the front door of the folder of its name.
 * @returns one outcome for each issue that answered, or the one failure; none if it was withdrawn
 */
export async function refresh(dataset: Dataset, world: World): Promise<readonly Outcome[]> {
  if (await isWithdrawn(dataset.id, world)) return [] // out of the catalog: looked at no more

  // Bytes, as the publisher served them: kept, so that any version can be rebuilt. The look itself
  // is recorded as a check, whatever it found: verdicts rest on it.
  const {snapshots, problem} = await lookAt(dataset, await wantedIssues(dataset, world), world)
  const nothing = {dataset: dataset.id, snapshot: null, context: null, coverage: null}
  if (snapshots.length === 0) {
    const why = problem ?? new Problem('dataset-without-source', {id: dataset.id})
    return [await settle({...nothing, outcome: {kind: 'failed', problem: why}}, world)]
  }

  const worker = await world.tables.lease()
  try {
    const outcomes: Outcome[] = []
    for (const {issue, snapshot} of snapshots)
      outcomes.push(await bring({snapshot, issue, dataset, approved: false}, worker, world))
    if (outcomes.some(({kind}) => kind === 'published')) {
      const series = await publishSeries(
        dataset,
        await versionsOf(dataset.id, world),
        worker,
        world,
      )
      if (series) await recordSeries(dataset.id, series, world)
    }
    return outcomes
  } finally {
    await worker.release()
  }
}

/** What is to be brought to the public, and whether a person has approved this very content. */
export interface Consignment {
  readonly snapshot: Snapshot
  readonly issue: Pick<IssueRef, 'dialect' | 'format'>
  readonly dataset: Dataset
  readonly approved: boolean
}

/** Brings one snapshot as far as it can go: to a version, or to the reason why not. */
export async function bring(
  {snapshot, issue, dataset, approved}: Consignment,
  worker: TableWorker,
  world: World,
): Promise<Outcome> {
  const versions = await versionsOf(dataset.id, world)
  const before = versionBefore(versions, snapshot.issue)
  const declaration = declarationHash(dataset)
  const context = {before: before?.version ?? null, declaration, code: world.code}
  let coverage = snapshot.issue
  const end = (outcome: Outcome) =>
    settle({dataset: dataset.id, snapshot, context, coverage, outcome}, world)
  try {
    // What readers already have, or bytes already judged in this context: that outcome stands.
    // (A, then B, then A again is news.)
    if (before && holdsSame(snapshot, before)) return end({kind: 'unchanged', version: before})
    // What was withdrawn stays so, until its publisher offers something else.
    const tombstone = versions.find(version => version.withdrawn && holdsSame(snapshot, version))
    if (tombstone && !approved) return end({kind: 'unchanged', version: tombstone})
    const judged = approved ? null : await judgedBefore(snapshot, context, world)
    if (judged) return judged

    // Rows, typed by the table schema, in a worker where they can be asked about more than once.
    const table = await ingest(snapshot, issue, dataset, worker, world)
    coverage = table.period
    if (before && (await saysTheSame(table, dataset, before, worker)))
      return end({kind: 'unchanged', version: before})

    // A bad table never replaces a good version: readers keep the last, its publisher a report.
    const subject = {
      ...{dataset, approved, contentHash: snapshot.contentHash, findings: table.findings},
      before: before && {schema: (await declarationOf(before, world)).tableSchema},
      seenOn: localDate(snapshot.takenAt, world.site.timeZone),
    }
    const parquet = before && (await world.objects.localFile(keyOf(before, 'parquet')))
    const report = await validate(subject, questions =>
      worker.run(askJob, {questions, before: parquet}),
    )
    if (report.verdict !== 'publishable') {
      const kept = await storeReport(report, world)
      return end({kind: report.verdict, report: kept, problem: null})
    }

    // Files first; then the record, with its news in the outbox, in one transaction, so that whoever
    // hears of a version can fetch it.
    const issued = world.now()
    const publication = {
      ...{dataset, snapshot, report, worker, issued, previous: before, period: table.period},
      version: await beginVersion(dataset.id, issued, world),
      promised: await promisedFormats(dataset.id, world),
      position: positionOf(table.period, issued),
      sourceFootnotes: table.footnotes,
      kind: kindOf(table.period, before),
    }
    const version = await publish(publication, world)
    await recordVersion(version, world)
    return end({kind: 'published', version})
  } catch (error) {
    if (!(error instanceof Problem)) throw error // our own mistake: crash where it can be seen
    return isAboutBytes(error)
      ? end({kind: 'rejected', report: null, problem: error})
      : end({kind: 'failed', problem: error})
  }
}

/** Issues that have no version yet, and the newest two, which may have been replaced or corrected. */
async function wantedIssues(dataset: Dataset, world: World): Promise<readonly IssueRef[]> {
  const published = new Set((await versionsOf(dataset.id, world)).map(({issue}) => issue))
  const issues = issuesOf(dataset, world)
  return issues.filter(({id}, at) => !published.has(id) || at >= issues.length - 2)
}
