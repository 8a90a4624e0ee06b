import {datasetOf, versionOf} from '../catalog/catalog.ts'
import {record} from '../evidence/evidence.ts'
import type {Evidence} from '../model/evidence.ts'
import {currentPlan} from '../plan/plan.ts'
import {findObligation} from '../serve/api/board.ts'
import {asOfInstant, dateOf} from '../serve/api/parameters.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {givenOf, optionOf} from './option.ts'
import type {Answer, Asked, Command, Option} from './shape.ts'

/** What every signed record needs. It is public where a verdict depends on it. */
export const signature: {readonly [name in 'by' | 'why']: Option} = {
  by: {
    value: 'POST',
    help: 'The post title of the person who decides, as "Senior Systems Manager": never a name.',
    required: true,
  },
  why: {value: 'TEXT', help: 'The reason, for the public to read.', required: true},
}

/** Who signs, and why. */
export function signedBy(asked: Pick<Asked, 'values'>): {by: string; why: string} {
  return {by: givenOf(asked, 'by').trim(), why: givenOf(asked, 'why').trim()}
}

/** What a signature of this site is worth: on a stand-in it is a rehearsal. */
export function simulatedOf({site}: Pick<World, 'site'>): boolean {
  return site.standIn !== null
}

const recorded = (evidence: Evidence, text: string): Answer => ({
  text: `${text} Recorded as ${evidence.id}.`,
  value: evidence,
})

/** kept attest ID */
export const attest: Command = {
  name: 'attest',
  summary: 'Signs that a dataset has not changed, which counts as a delivery.',
  operands: 'ID',
  details: [
    'Where nothing has changed there is nothing to deliver: a signed "no change" fulfils the window instead.',
    'For a register one signature may stand for up to twelve months, as long as the looks at the source find its content unchanged.',
  ],
  options: {
    ...signature,
    at: {value: 'DATE', help: 'As at which day or moment. Default: now.'},
    'standing-until': {value: 'DATE', help: 'The last day on which a standing signature holds.'},
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const dataset = datasetOf(operands[0] ?? '', world)
      const until = optionOf(asked, 'standing-until')
      const evidence = await record(
        {
          type: 'attestation',
          dataset: dataset.id,
          at: asOfInstant(optionOf(asked, 'at'), world, '--at'),
          standingUntil: until === undefined ? null : dateOf('--standing-until', until),
          simulated: simulatedOf(world),
          ...signedBy(asked),
        },
        world,
      )
      return recorded(evidence, `No change of ${dataset.id} is attested.`)
    },
  },
}

/** kept waive OBLIGATION */
export const waive: Command = {
  name: 'waive',
  summary: 'Excuses an obligation, publicly and before it is due.',
  operands: 'OBLIGATION',
  details: [
    'A waiver that is recorded before the due time turns the verdict to waived. After it, it only explains: the verdict stays what the evidence says.',
  ],
  options: signature,
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const {verdict} = await findObligation(operands[0] ?? '', world.now(), world)
      const {id, dueAt} = verdict.obligation
      const evidence = await record(
        {type: 'waiver', obligation: id, simulated: simulatedOf(world), ...signedBy(asked)},
        world,
      )
      const late = evidence.recordedAt >= dueAt
      return recorded(
        evidence,
        late
          ? `${id} was already due (${dueAt}): this explains it, but does not change the verdict.`
          : `${id} is waived.`,
      )
    },
  },
}

/** kept suspend ID */
export const suspend: Command = {
  name: 'suspend',
  summary: 'Announces a pause of a real-time feed.',
  operands: 'ID',
  details: [
    'The time of an announced pause is left out of the share that a real-time month is judged by, and is listed. Pauses cannot be announced of releases: waive the obligation instead.',
  ],
  options: {
    ...signature,
    from: {value: 'TIME', help: 'When the pause begins: a moment with its zone. Default: now.'},
    until: {value: 'TIME', help: 'When it ends. Default: until another is recorded.'},
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const dataset = datasetOf(operands[0] ?? '', world)
      if (dataset.release.kind !== 'live')
        throw new Problem('suspension-of-no-feed', {id: dataset.id})
      const from = asOfInstant(optionOf(asked, 'from'), world, '--from')
      const last = optionOf(asked, 'until')
      const until = last === undefined ? null : asOfInstant(last, world, '--until')
      if (until !== null && until <= from) throw new Problem('dates-reversed', {from, to: until})
      const evidence = await record(
        {
          type: 'suspension',
          dataset: dataset.id,
          from,
          until,
          simulated: simulatedOf(world),
          ...signedBy(asked),
        },
        world,
      )
      return recorded(evidence, `A pause of ${dataset.id} is announced.`)
    },
  },
}

/** kept end COMMITMENT */
export const end: Command = {
  name: 'end',
  summary: 'Records that what a commitment is about has ended.',
  operands: 'COMMITMENT',
  details: [
    'As when a scheme is closed to applications: windows that open after that day, and whose data lie after it, are then ended instead of late. Its last year is still to be reported.',
  ],
  options: {
    ...signature,
    on: {value: 'DATE', help: 'The last day of the subject.', required: true},
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const id = operands[0] ?? ''
      const plan = await currentPlan(world)
      if (!plan) throw new Problem('no-plan')
      if (!plan.commitments.some(commitment => commitment.id === id))
        throw new Problem('commitment-unknown', {id})
      const evidence = await record(
        {
          type: 'ending',
          commitment: id,
          endedOn: dateOf('--on', givenOf(asked, 'on')),
          simulated: simulatedOf(world),
          ...signedBy(asked),
        },
        world,
      )
      return recorded(evidence, `The subject of ${id} has ended.`)
    },
  },
}

/** kept note SUBJECT */
export const note: Command = {
  name: 'note',
  summary: 'Writes a public note beside a dataset, a commitment, an obligation or a version.',
  operands: 'SUBJECT',
  details: [
    'A subject is an id: of a dataset, of a commitment (D5), of an obligation (D5:2022-12), or of a version, written DATASET@VERSION. A note explains; it changes no verdict.',
  ],
  options: signature,
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const subject = await subjectOf(operands[0] ?? '', world)
      const evidence = await record(
        {type: 'note', subject, simulated: simulatedOf(world), ...signedBy(asked)},
        world,
      )
      return recorded(evidence, `The note stands beside ${subject}.`)
    },
  },
}

async function subjectOf(id: string, world: World): Promise<string> {
  const [dataset = '', version] = id.split('@')
  if (world.site.datasets.some(one => one.id === dataset)) {
    if (version === undefined || (await versionOf(dataset, version, world))) return id
    throw new Problem('version-unknown', {id: dataset, version})
  }
  const plan = await currentPlan(world)
  if (plan?.commitments.some(commitment => commitment.id === id)) return id
  try {
    return (await findObligation(id, world.now(), world)).verdict.obligation.id
  } catch (error) {
    if (error instanceof Problem) throw new Problem('subject-unknown', {id}, error)
    throw error
  }
}
