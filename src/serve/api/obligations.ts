import {Type} from '@sinclair/typebox'
import {evidenceById} from '../../evidence/evidence.ts'
import type {Scoreboard} from '../../score/score.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import type {Routes} from './app.ts'
import {boardAsOf, findObligation} from './board.ts'
import {asOfInstant, dateOf, shown} from './parameters.ts'
import {told} from './plan.ts'
import {anything, asOf, exactly, failures, instant, lang, localDate, paging} from './shapes.ts'
import {declaresSamples} from './views-catalog.ts'
import {
  commitmentShape,
  commitmentView,
  countsOf,
  obligationShape,
  obligationView,
  reasonShape,
  reasonsView,
} from './views-plan.ts'

const tags = ['Promises']

/** Obligations, one by one and explained, and the evidence under them. */
export const obligationRoutes: Routes = (app, reader, state) => {
  listRoutes(app, reader, state)
  explainRoutes(app, reader, state)
}

const listRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/obligations',
    {
      schema: {
        tags,
        summary: 'Due windows and their verdicts, in the order of their opening',
        description:
          'Dates are local to the site. from and to select windows by their opening day, both included. total counts all that match, whatever the limit.',
        querystring: exactly({
          from: Type.Optional(localDate('Windows that open on this day or later.')),
          to: Type.Optional(localDate('Windows that open on this day or earlier.')),
          asOf,
          commitment: Type.Optional(
            Type.String({
              maxLength: 100,
              description: 'Of this commitment only.',
              examples: ['D5'],
            }),
          ),
          ...paging(1000, 5000),
          lang,
        }),
        response: {
          200: Type.Object({
            asOf: instant(),
            plan: Type.String(),
            sample: Type.Boolean(),
            total: Type.Integer(),
            counts: anything('How many of each verdict, of all that match.'),
            obligations: Type.Array(obligationShape),
          }),
          ...failures,
        },
      },
    },
    async ({query}) => {
      const span = spanOf(query)
      const board = await boardAsOf(asOfInstant(query.asOf, reader), span, reader)
      const scores = query.commitment ? [scoreOf(board, query.commitment)] : board.commitments
      const order = new Map(board.commitments.map(({commitment}, at) => [commitment.id, at]))
      const verdicts = scores
        .flatMap(score => score.verdicts)
        .sort(
          (one, other) =>
            compare(one.obligation.opens, other.obligation.opens) ||
            order.get(one.obligation.commitment)! - order.get(other.obligation.commitment)!,
        )
      return {
        ...told(board, reader),
        total: verdicts.length,
        counts: countsOf(verdicts),
        obligations: verdicts
          .slice(query.offset, query.offset + query.limit)
          .map(verdict => obligationView(verdict)),
      }
    },
  )
}

const explainRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/obligations/:id',
    {
      schema: {
        tags,
        summary: 'One obligation, explained: the argument step by step, and the evidence itself',
        params: exactly({id: Type.String({maxLength: 200, examples: ['D5:2022-12']})}),
        querystring: exactly({asOf, lang}),
        response: {
          200: Type.Object({
            asOf: instant(),
            sample: Type.Boolean(),
            obligation: obligationShape,
            commitment: commitmentShape,
            reasons: Type.Array(reasonShape),
            evidence: anything('Each record that the verdict names, in the order of the argument.'),
          }),
          ...failures,
        },
      },
    },
    async ({params, query}) => explain(params.id, asOfInstant(query.asOf, reader), reader),
  )

  app.get(
    '/kept/v1/evidence/:id',
    {
      schema: {
        tags,
        summary: 'One record of the evidence, as it was written down',
        params: exactly({id: Type.String({maxLength: 100})}),
        querystring: exactly({lang}),
        response: {200: anything('The record.'), ...failures},
      },
    },
    async ({params}) => {
      const [found] = await evidenceById([params.id], reader)
      if (!found) throw new Problem('evidence-unknown', {id: shown(params.id)})
      return found
    },
  )
}

/** @throws Problem parameter-not-a-date, dates-reversed */
function spanOf({from, to}: {from?: string; to?: string}): {first?: string; last?: string} {
  const first = from === undefined ? {} : {first: dateOf('from', from)}
  const last = to === undefined ? {} : {last: dateOf('to', to)}
  if (from !== undefined && to !== undefined && from > to)
    throw new Problem('dates-reversed', {from, to})
  return {...first, ...last}
}

function scoreOf(board: Scoreboard, id: string): Scoreboard['commitments'][number] {
  const found = board.commitments.find(({commitment}) => commitment.id === id)
  if (!found) throw new Problem('commitment-unknown', {id: shown(id)})
  return found
}

async function explain(id: string, at: string, reader: Reader) {
  const {board, score, verdict} = await findObligation(id, at, reader)
  return {
    asOf: board.asOf,
    sample: sampleOf(score.commitment.dataset, reader),
    obligation: obligationView(verdict),
    commitment: commitmentView(score, reader),
    reasons: reasonsView(verdict),
    evidence: await evidenceById(verdict.evidence, reader),
  }
}

function sampleOf(dataset: string | null, {site}: Pick<Reader, 'site'>): boolean {
  return site.datasets.some(one => one.id === dataset && declaresSamples(one))
}

const compare = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
