import type {Verdict} from '../model/obligation.ts'
import {type Scoreboard, scoreboard} from '../score/score.ts'
import {kindLabel, stateLabel} from '../score/words.ts'
import {asOfInstant} from '../serve/api/parameters.ts'
import type {Language} from '../text/language.ts'
import {Problem} from '../text/problem.ts'
import {optionOf} from './option.ts'
import {columns} from './print.ts'
import type {Command} from './shape.ts'

/** kept score [--as-of DATE] */
export const score: Command = {
  name: 'score',
  summary: 'Says of every commitment whether it is kept, and counts the verdicts.',
  operands: '',
  details: [
    'Verdicts are computed from the plan and the evidence each time; nobody sets one. With --as-of they are computed as of that time: nothing recorded later is taken into account.',
    'The answer is no (exit status 1) if any obligation is late, lapsed, defective, missed or unattested.',
  ],
  options: {
    'as-of': {
      value: 'DATE',
      help: "A day, meaning its end in the site's time zone, or a moment with its zone. Default: now.",
    },
  },
  run: {
    needs: 'records',
    async do(asked) {
      const {world, language} = asked
      const asOf = asOfInstant(optionOf(asked, 'as-of'), world, '--as-of')
      const board = await scoreboard({asOf}, world)
      if (!board) throw new Problem('no-plan')
      const broken = verdictsOf(board).some(({state}) => brokenStates.has(state))
      return {text: boardText(board, language), value: boardValue(board), status: broken ? 1 : 0}
    },
  },
}

const brokenStates = new Set(['late', 'lapsed', 'defective', 'missed', 'unattested'])

const verdictsOf = ({commitments}: Scoreboard) => commitments.flatMap(({verdicts}) => verdicts)

function boardText(board: Scoreboard, language: Language): string {
  const all = verdictsOf(board)
  const counts = Map.groupBy(all, ({state}) => state)
  return [
    `${board.plan.id} as of ${board.asOf}`,
    ...(board.horizonPassed ? ['The plan has run out, and no later edition has followed.'] : []),
    '',
    columns(
      board.commitments.map(({commitment, current}) => [
        commitment.id,
        current?.obligation.id ?? '–',
        current ? verdictWords(current, language) : 'nothing due',
        commitment.title,
      ]),
    ),
    '',
    columns(
      [...counts]
        .sort(([, one], [, other]) => other.length - one.length)
        .map(([state, found]) => [
          stateLabel(state)[language],
          `${found.length} of ${all.length} obligations`,
        ]),
    ),
  ].join('\n')
}

/** "fulfilled, late by at least 3 days (simulated)" */
export function verdictWords(verdict: Verdict, language: Language): string {
  const {state, timing, daysLate, evidenceKind} = verdict
  const late = daysLate !== null && daysLate > 0 ? ` by at least ${daysLate} d` : ''
  const time = timing ? `, ${timing}${late}` : late
  return `${stateLabel(state)[language]}${time} (${kindLabel(evidenceKind)[language]})`
}

function boardValue({asOf, plan, horizonPassed, commitments}: Scoreboard) {
  return {
    asOf,
    plan: plan.id,
    horizonPassed,
    commitments: commitments.map(({commitment, current, verdicts}) => ({
      ...{id: commitment.id, dataset: commitment.dataset, title: commitment.title},
      current: current && {obligation: current.obligation.id, verdict: current.state},
      verdicts: verdicts.map(({obligation, state, timing, daysLate, evidenceKind}) => ({
        ...{obligation: obligation.id, open: obligation.opens, due: obligation.due},
        ...{verdict: state, timing, daysLate, evidenceKind},
      })),
    })),
  }
}
