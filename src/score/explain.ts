import {evidenceById} from '../evidence/evidence.ts'
import type {Evidence} from '../model/evidence.ts'
import type {Verdict} from '../model/obligation.ts'
import type {Commitment, PlanEdition} from '../model/plan.ts'
import type {Instant} from '../model/time.ts'
import type {Reader} from '../store/world.ts'
import type {Wording} from '../text/language.ts'
import {scoreboard} from './score.ts'
import {reasonText} from './words.ts'

/** A verdict argued step by step, each with the evidence it rests on. */
export interface Explanation {
  readonly plan: PlanEdition
  readonly commitment: Commitment
  readonly verdict: Verdict
  readonly steps: readonly Step[]
}

export interface Step {
  readonly code: string
  readonly text: Wording
  readonly evidence: readonly Evidence[]
}

// Any window may be asked for, however far ahead or back.
const everything = {first: '0001-01-01', last: '9999-12-31'}
const yearsAhead = 10

/** Explains the verdict on an obligation ("D5:2022-12"); null where there is no such obligation. */
export async function explain(
  obligation: string,
  {asOf}: {readonly asOf: Instant},
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<Explanation | null> {
  const last = `${Number(asOf.slice(0, 4)) + yearsAhead}${everything.last.slice(4)}`
  const board = await scoreboard({asOf, first: everything.first, last}, reader)
  for (const {commitment, verdicts} of board?.commitments ?? []) {
    const verdict = verdicts.find(found => found.obligation.id === obligation)
    if (verdict && board)
      return {plan: board.plan, commitment, verdict, steps: await stepsOf(verdict, reader)}
  }
  return null
}

async function stepsOf(
  verdict: Verdict,
  reader: Pick<Reader, 'records'>,
): Promise<readonly Step[]> {
  const evidence = new Map(
    (await evidenceById(verdict.evidence, reader)).map(found => [found.id, found]),
  )
  return verdict.reasons.map(reason => ({
    code: reason.code,
    text: reasonText(reason),
    evidence: String(reason.facts.evidence ?? '')
      .split(' ')
      .flatMap(id => evidence.get(id) ?? []),
  }))
}
