import {record} from '../evidence/evidence.ts'
import type {Outcome} from '../model/outcome.ts'
import type {Report, Snapshot} from '../model/version.ts'
import type {World} from '../store/world.ts'
import type {LastOutcome} from './catalog.ts'
import {type JudgedContext, recordJudged, recordOutcome} from './record.ts'

/** Where the report of what was not published is kept: by the bytes it speaks of, and the context. */
export async function storeReport(
  report: Report,
  at: string,
  {objects}: Pick<World, 'objects'>,
): Promise<string> {
  const key = `reports/${report.dataset}/${report.contentHash}-${at.replaceAll(':', '')}.json`
  await objects.put(key, new TextEncoder().encode(`${JSON.stringify(report, null, 1)}\n`))
  return key
}

/** Remembers a verdict on bytes, so that they are not judged again in the same context. */
export async function rememberJudged(
  snapshot: Snapshot,
  context: JudgedContext,
  outcome: Outcome,
  world: Pick<World, 'records' | 'now'>,
): Promise<void> {
  if (outcome.kind !== 'held' && outcome.kind !== 'rejected') return
  if (outcome.key === null) return
  const {kind, key} = outcome
  await recordJudged({snapshot, context, outcome: kind, report: key, at: world.now()}, world)
}

/** Writes down how a journey ended: as evidence for the verdicts, and for whoever looks. */
export async function settle(
  dataset: string,
  snapshot: Snapshot | null,
  outcome: Outcome,
  coverage: string | null,
  world: Pick<World, 'records' | 'now' | 'site'>,
): Promise<void> {
  const at = world.now()
  if (snapshot && outcome.kind !== 'unchanged')
    await record(
      {
        type: 'judgement',
        dataset,
        at,
        contentHash: snapshot.contentHash,
        outcome: outcome.kind,
        coverage,
        version: outcome.kind === 'published' ? outcome.version.version : null,
        report: keyOf(outcome),
        by: null,
        why: null,
        simulated: world.site.standIn !== null,
      },
      world,
    )
  await recordOutcome(dataset, lastOutcome(snapshot, outcome, at), world)
}

function lastOutcome(snapshot: Snapshot | null, outcome: Outcome, at: string): LastOutcome {
  const problem = 'problem' in outcome ? outcome.problem : null
  return {
    kind: outcome.kind,
    at,
    issue: snapshot?.issue ?? null,
    version: 'version' in outcome ? outcome.version.version : null,
    problem: problem ? {code: problem.code, facts: problem.facts} : null,
    report: keyOf(outcome),
    contentHash: snapshot?.contentHash ?? null,
  }
}

function keyOf(outcome: Outcome): string | null {
  return outcome.kind === 'held' || outcome.kind === 'rejected' ? outcome.key : null
}
