import {lastCheck, record} from '../evidence/evidence.ts'
import type {Dataset} from '../model/dataset.ts'
import type {Check} from '../model/evidence.ts'
import type {Snapshot} from '../model/version.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import type {Place} from './connector.ts'
import {connectorOf, type Fetched, type FetchOptions, fetchPlace} from './fetch.ts'
import {systemResolve} from './guard.ts'
import type {IssueRef} from './issues.ts'
import {defaultLimits, type Limits} from './limits.ts'

export {type IssueRef, issuesOf, readingOf} from './issues.ts'
export {sourceMigrations} from './tables.ts'

/** What one look at a source saw. */
export interface Look {
  /** null: nothing was asked (we were to wait, or our own side was at fault), which is no evidence. */
  readonly check: Check | null
  /** What answered, oldest issue first. */
  readonly snapshots: readonly {readonly issue: IssueRef; readonly snapshot: Snapshot}[]
  /** What the publisher or we should know; null also where only a release to come is not there yet. */
  readonly problem: Problem | null
}

export interface LookOptions extends Partial<Pick<FetchOptions, 'resolve'>> {
  readonly limits?: Partial<Limits>
}

type LookWorld = Omit<World, 'tables' | 'events' | 'random'>

/**
 * One look at a dataset's source: fetches the wanted issues, oldest first, stores their bytes, and
 * records one check, which speaks of the newest issue that answered.
 * @param wanted of issuesOf, oldest first
 */
export async function lookAt(
  dataset: Dataset,
  wanted: readonly IssueRef[],
  world: LookWorld,
  options: LookOptions = {},
): Promise<Look> {
  const at = world.now()
  const fetching = {
    limits: {...defaultLimits, ...options.limits},
    resolve: options.resolve ?? systemResolve,
  }
  const tries: Try[] = []
  for (const issue of wanted) tries.push(await tryIssue(dataset, issue, fetching, world))

  const problem = problemOf(tries)
  const check = isEvidence(tries) ? await recordCheck({dataset, at, tries}, world) : null
  if (problem) world.log.warn(problem.message, {dataset: dataset.id})
  return {check, snapshots: tries.flatMap(tried => snapshotOf(tried, dataset)), problem}
}

interface Try {
  readonly issue: IssueRef
  readonly url: string // as everybody may read it
  readonly fetched: Fetched | null
  readonly problem: Problem | null
}

async function tryIssue(
  dataset: Dataset,
  issue: IssueRef,
  options: FetchOptions,
  world: LookWorld,
): Promise<Try> {
  if (!dataset.source) throw new Error(`${dataset.id} has no source to look at`)
  const {url, format, dialect} = issue
  const place: Place = {source: dataset.source, url, format, dialect}
  const shown = connectorOf(place).shown(place)
  try {
    const fetched = await fetchPlace(place, options, world)
    return {issue, url: shown, fetched, problem: null}
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return {issue, url: shown, fetched: null, problem: error}
  }
}

/** What says only that a release is not there. */
const absences: readonly string[] = [
  'source-missing',
  'source-file-missing',
  'source-answered-html',
  'source-empty',
  'source-no-rows',
]

/** Failures of our own side. They say nothing of the publisher, who must not be called late for them. */
const ours: readonly string[] = [
  'source-waiting',
  'source-no-network',
  'source-credential-missing',
  'source-address-invalid',
  'source-address-secret',
  'object-not-stored',
  'object-exists',
]

/** An address by year whose file is not there yet is no problem while an older one is. */
function problemOf(tries: readonly Try[]): Problem | null {
  const problems = tries.flatMap(({problem}) => problem ?? [])
  if (problems.length === tries.length) return problems.at(-1) ?? null
  return problems.findLast(({code}) => !absences.includes(code)) ?? null
}

function isEvidence(tries: readonly Try[]): boolean {
  return tries.some(({problem}) => !problem || !ours.includes(problem.code))
}

async function recordCheck(
  {dataset, at, tries}: {dataset: Dataset; at: string; tries: readonly Try[]},
  world: LookWorld,
): Promise<Check> {
  const newest = tries.findLast(({fetched}) => fetched !== null)
  const failed = tries.findLast(({problem}) => problem !== null)
  const hash = newest?.fetched?.contentHash ?? null
  const before = await lastCheck(dataset.id, world)
  return await record(
    {
      type: 'check',
      simulated: world.site.standIn !== null,
      dataset: dataset.id,
      at,
      outcome: hash === null ? 'nothing' : before?.contentHash === hash ? 'unchanged' : 'found',
      contentHash: hash,
      coverage: dataset.release.periodFrom.from === 'issue' ? (newest?.issue.id ?? null) : null,
      claimedAt: newest?.fetched?.claimedAt ?? null,
      answer: {
        url: (newest ?? failed)!.url,
        status: newest ? newest.fetched!.status : statusOf(failed?.problem ?? null),
        // Of the newest issue that failed, which may be newer than the one that answered.
        problem: failed?.problem?.code ?? null,
        facts: {
          ...failed?.problem?.facts,
          issue: newest?.issue.id ?? null,
          issueFailed: failed?.issue.id ?? null,
          looked: tries.length,
          answered: tries.filter(({fetched}) => fetched !== null).length,
        },
      },
    },
    world,
  )
}

function statusOf(problem: Problem | null): number | null {
  const answer = problem?.facts.answer
  return typeof answer === 'number' ? answer : null
}

function snapshotOf({issue, fetched}: Try, dataset: Dataset): Look['snapshots'] {
  if (!fetched) return []
  const {url, parts, contentHash, claimedAt, takenAt} = fetched
  const {id, sample} = issue
  const snapshot = {
    dataset: dataset.id,
    issue: id,
    takenAt,
    url,
    parts,
    contentHash,
    claimedAt,
    sample,
  }
  return [{issue, snapshot}]
}
