import {createHash} from 'node:crypto'
import {record} from '../evidence/evidence.ts'
import type {Outcome} from '../model/outcome.ts'
import type {Report, Snapshot} from '../model/version.ts'
import type {World} from '../store/world.ts'
import type {LastOutcome} from './catalog.ts'
import {type JudgedContext, recordJudged} from './judged.ts'
import {recordOutcome} from './record.ts'

/** Keeps the report of what was not published, under its own hash. @returns its object key */
export async function storeReport(
  report: Report,
  {objects}: Pick<World, 'objects'>,
): Promise<string> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(report, null, 1)}\n`)
  const key = `reports/${createHash('sha256').update(bytes).digest('hex')}.json`
  await objects.put(key, bytes)
  return key
}

/** The end of a journey: what came of which bytes, judged in which context. */
export interface End {
  readonly dataset: string
  readonly outcome: Outcome
  /** null: there were no bytes. */
  readonly snapshot: Snapshot | null
  readonly context: JudgedContext | null
  /** Period that the content covers, where the data shows one. */
  readonly coverage: string | null
}

type Settling = Pick<World, 'records' | 'now' | 'site'>

/** Writes down how a journey ended: as evidence for the verdicts, and for whoever looks. */
export async function settle(end: End, world: Settling): Promise<Outcome> {
  const {dataset, outcome, snapshot, context} = end
  const at = world.now()
  if (snapshot && outcome.kind !== 'unchanged') await recordJudgement(end, snapshot, at, world)
  if (snapshot && context && (outcome.kind === 'held' || outcome.kind === 'rejected')) {
    const {kind, report} = outcome
    if (report !== null) await recordJudged({snapshot, context, outcome: kind, report, at}, world)
  }
  await recordOutcome(dataset, lastOutcome(snapshot, outcome, at), world)
  return outcome
}

async function recordJudgement(
  {dataset, outcome, coverage}: End,
  snapshot: Snapshot,
  at: string,
  world: Settling,
): Promise<void> {
  if (outcome.kind === 'unchanged') return
  await record(
    {
      type: 'judgement',
      dataset,
      at,
      contentHash: snapshot.contentHash,
      outcome: outcome.kind,
      coverage,
      version: outcome.kind === 'published' ? outcome.version.version : null,
      report: reportOf(outcome),
      by: null,
      why: null,
      simulated: world.site.standIn !== null,
    },
    world,
  )
}

function lastOutcome(snapshot: Snapshot | null, outcome: Outcome, at: string): LastOutcome {
  const problem = 'problem' in outcome ? outcome.problem : null
  return {
    kind: outcome.kind,
    at,
    issue: snapshot?.issue ?? null,
    version: 'version' in outcome ? outcome.version.version : null,
    problem: problem ? {code: problem.code, facts: problem.facts} : null,
    report: reportOf(outcome),
    contentHash: snapshot?.contentHash ?? null,
  }
}

function reportOf(outcome: Outcome): string | null {
  return outcome.kind === 'held' || outcome.kind === 'rejected' ? outcome.report : null
}
