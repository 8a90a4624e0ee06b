import {Type} from '@sinclair/typebox'
import {currentPlan} from '../../plan/plan.ts'
import type {Scoreboard} from '../../score/score.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import type {Routes} from './app.ts'
import {boardAsOf} from './board.ts'
import {asOfInstant} from './parameters.ts'
import {anything, asOf, exactly, failures, instant, lang, nullable} from './shapes.ts'
import {declaresSamples} from './views-catalog.ts'
import {commitmentShape, commitmentView} from './views-plan.ts'

const tags = ['Promises']

/** The plan, and its commitments with the verdict on each. */
export const planRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/plan',
    {
      schema: {
        tags,
        summary: 'The edition of the plan that is in force, with its commitments as imported',
        querystring: exactly({lang}),
        response: {200: anything('The plan edition.'), ...failures},
      },
    },
    async () => {
      const plan = await currentPlan(reader)
      if (!plan) throw new Problem('no-plan')
      return plan
    },
  )

  app.get(
    '/kept/v1/commitments',
    {
      schema: {
        tags,
        summary: 'Every commitment of the plan, with the verdict that matters now',
        querystring: exactly({asOf, lang}),
        response: {
          200: Type.Object({
            asOf: instant(),
            plan: Type.String(),
            horizonPassed: Type.Boolean({
              description: 'The plan has run out, and no later edition has followed.',
            }),
            watchingSince: nullable(instant('The first look at any source.')),
            sample: Type.Boolean(),
            total: Type.Integer(),
            commitments: Type.Array(commitmentShape),
          }),
          ...failures,
        },
      },
    },
    async ({query}) => {
      const board = await boardAsOf(asOfInstant(query.asOf, reader), {}, reader)
      return {
        ...told(board, reader),
        total: board.commitments.length,
        commitments: board.commitments.map(score => commitmentView(score, reader)),
      }
    },
  )
}

/** What every answer of a board says of itself. */
export function told(board: Scoreboard, {site}: Pick<Reader, 'site'>) {
  return {
    asOf: board.asOf,
    plan: board.plan.id,
    horizonPassed: board.horizonPassed,
    watchingSince: board.watchingSince,
    sample: site.datasets.some(declaresSamples),
  }
}
