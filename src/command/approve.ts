import {datasetOf, outcomesOf} from '../catalog/catalog.ts'
import {heldSnapshot} from '../catalog/judged.ts'
import {record} from '../evidence/evidence.ts'
import type {Dataset} from '../model/dataset.ts'
import type {Outcome} from '../model/outcome.ts'
import type {Snapshot} from '../model/version.ts'
import {bring} from '../refresh.ts'
import {readingOf} from '../source/source.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {renewSeries, withJob} from './job.ts'
import {optionOf} from './option.ts'
import type {Command} from './shape.ts'
import {signature, signedBy, simulatedOf} from './sign.ts'

/** kept approve ID */
export const approve: Command = {
  name: 'approve',
  summary: 'Approves what is held of a dataset, and publishes it.',
  operands: 'ID',
  details: [
    'Content that is surprising beside the version before (most rows gone, a column empty) is held until a person says that it is right. What is wrong in itself cannot be approved.',
    'With --content only that very content is approved: /kept/v1/problems and kept check say what it is. The approval is recorded before anything is published.',
  ],
  options: {
    ...signature,
    content: {
      value: 'HASH',
      help: 'The beginning of the sha256 of the content that was looked at.',
    },
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands, language} = asked
      const dataset = datasetOf(operands[0] ?? '', world)
      const {snapshot, report} = await heldOf(dataset, optionOf(asked, 'content') ?? '', world)
      const approval = await record(
        {
          type: 'judgement',
          dataset: dataset.id,
          at: world.now(),
          contentHash: snapshot.contentHash,
          outcome: 'approved',
          coverage: snapshot.issue,
          version: null,
          report,
          simulated: simulatedOf(world),
          ...signedBy(asked),
        },
        world,
      )
      const outcome = await publishApproved(dataset, snapshot, world)
      const published = outcome.kind === 'published' || outcome.kind === 'unchanged'
      return {
        text: `Approved as ${approval.id}. ${outcomeText(dataset, outcome, language)}`,
        value: {
          approval,
          outcome: outcome.kind,
          version: published ? outcome.version.version : null,
        },
        status: published ? 0 : 1,
      }
    },
  },
}

async function heldOf(
  {id}: Dataset,
  asked: string,
  world: World,
): Promise<{snapshot: Snapshot; report: string | null}> {
  const outcome = (await outcomesOf(world)).get(id)
  if (outcome?.kind !== 'held' || outcome.contentHash === null)
    throw new Problem('nothing-held', {id})
  const held = outcome.contentHash
  if (!held.startsWith(asked)) throw new Problem('approval-overtaken', {id, held, asked})
  const snapshot = await heldSnapshot(id, held, world)
  if (!snapshot) throw new Problem('nothing-held', {id})
  return {snapshot, report: outcome.report}
}

async function publishApproved(
  dataset: Dataset,
  snapshot: Snapshot,
  world: World,
): Promise<Outcome> {
  const issue = readingOf(dataset, snapshot.issue)
  if (!issue) throw new Problem('dataset-without-source', {id: dataset.id})
  return withJob(dataset, world, async worker => {
    const outcome = await bring({snapshot, issue, dataset, approved: true}, worker, world)
    if (outcome.kind === 'published') await renewSeries(dataset, worker, world)
    return outcome
  })
}

function outcomeText(
  {id}: Dataset,
  outcome: Outcome,
  language: Parameters<Problem['in']>[0],
): string {
  if (outcome.kind === 'published')
    return `${id} is published as version ${outcome.version.version}.`
  if (outcome.kind === 'unchanged') return `${id} already had it as ${outcome.version.version}.`
  const why = 'problem' in outcome && outcome.problem ? `: ${outcome.problem.in(language)}` : '.'
  return `Even so, ${id} was ${outcome.kind}${why}`
}
