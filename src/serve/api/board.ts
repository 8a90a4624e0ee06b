import type {Verdict} from '../../model/obligation.ts'
import type {Instant} from '../../model/time.ts'
import {type CommitmentScore, type Scoreboard, scoreboard} from '../../score/score.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import {shown} from './parameters.ts'

/** The scoreboard. @throws Problem no-plan */
export async function boardAsOf(
  asOf: Instant,
  span: {readonly first?: string; readonly last?: string},
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<Scoreboard> {
  const board = await scoreboard({asOf, ...span}, reader)
  if (!board) throw new Problem('no-plan')
  return board
}

/**
 * One obligation with its verdict, by its id: "D5:2022-12".
 * @throws Problem no-plan, obligation-unknown
 */
export async function findObligation(
  id: string,
  asOf: Instant,
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<{board: Scoreboard; score: CommitmentScore; verdict: Verdict}> {
  const board = await boardAsOf(asOf, {}, reader)
  for (const score of board.commitments) {
    const verdict = score.verdicts.find(({obligation}) => obligation.id === id)
    if (verdict) return {board, score, verdict}
  }
  throw new Problem('obligation-unknown', {id: shown(id)})
}
