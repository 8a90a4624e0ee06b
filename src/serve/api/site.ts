import {Type} from '@sinclair/typebox'
import {latestVersions, outcomesOf} from '../../catalog/catalog.ts'
import {currentPlan} from '../../plan/plan.ts'
import {scoreboard} from '../../score/score.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import {type ProblemCode, problems} from '../../text/problems.ts'
import type {Routes} from './app.ts'
import {problemType} from './failure.ts'
import {heldBack} from './held.ts'
import {asOfInstant, shown} from './parameters.ts'
import {anything, asOf, exactly, failures, instant, lang, nullable, text} from './shapes.ts'
import {countsOf} from './views-plan.ts'

const readyShape = Type.Object({
  ready: Type.Boolean(),
  plan: nullable(Type.String({description: 'The id of the edition in force.'})),
  datasets: Type.Object({
    total: Type.Integer(),
    published: Type.Integer({description: 'Have a version that can be fetched.'}),
    held: Type.Integer({description: 'Newest content waits for a person; readers keep the last.'}),
    failed: Type.Integer({description: 'The last look failed, or what came was rejected.'}),
  }),
})

/** Whether we are ready, for those who start us and watch us. */
export const readyRoutes: Routes = (app, reader, state) => {
  app.get(
    '/readyz',
    {
      schema: {
        tags: ['Operation'],
        summary: '200 once the plan is imported and every source has been looked at; 503 before',
        response: {200: readyShape, 503: readyShape},
      },
    },
    async (_, reply) => {
      const ready = state.ready()
      reply.header('cache-control', 'no-store')
      return reply.code(ready ? 200 : 503).send({ready, ...(await readiness(reader))})
    },
  )
}

async function readiness(reader: Reader) {
  const plan = await currentPlan(reader)
  const published = await latestVersions(reader)
  const outcomes = await outcomesOf(reader)
  const ids = reader.site.datasets.map(({id}) => id)
  const ended = (...kinds: string[]) =>
    ids.filter(id => kinds.includes(outcomes.get(id)?.kind ?? '')).length
  return {
    plan: plan?.id ?? null,
    datasets: {
      total: ids.length,
      published: ids.filter(id => published.has(id)).length,
      held: ended('held'),
      failed: ended('failed', 'rejected'),
    },
  }
}

const publisherShape = Type.Object({
  id: Type.String(),
  name: text('The name in full.'),
  shortName: text('A short name.'),
  homepage: nullable(Type.String()),
  datasets: Type.Array(Type.String()),
  commitments: Type.Array(Type.String()),
  counts: anything('How many obligations there are of each verdict.'),
})

/** Publishers with what they promised and how it stands. */
export const publisherRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/publishers',
    {
      schema: {
        tags: ['Promises'],
        summary: 'Publishers, what they promised, and counts of the verdicts',
        querystring: exactly({asOf, lang}),
        response: {
          200: Type.Object({
            asOf: instant(),
            total: Type.Integer(),
            publishers: Type.Array(publisherShape),
          }),
          ...failures,
        },
      },
    },
    async ({query}) => {
      const at = asOfInstant(query.asOf, reader)
      const scores = (await scoreboard({asOf: at}, reader))?.commitments ?? []
      const publishers = reader.site.publishers.map(({id, name, shortName, homepage}) => {
        const own = scores.filter(({commitment}) => commitment.publisher === id)
        return {
          ...{id, name, shortName, homepage: homepage ?? null},
          datasets: reader.site.datasets
            .filter(({publisher}) => publisher === id)
            .map(one => one.id),
          commitments: own.map(({commitment}) => commitment.id),
          counts: countsOf(own.flatMap(({verdicts}) => verdicts)),
        }
      })
      return {asOf: at, total: publishers.length, publishers}
    },
  )
}

const heldShape = Type.Object({
  dataset: Type.String(),
  commitment: Type.String(),
  outcome: Type.String({enum: ['held', 'rejected', 'failed']}),
  at: instant(),
  problem: anything('Why: a code and words in three languages; null where findings say it.'),
  findings: anything('What validation found: type, field, count. No cell of it is shown.'),
  sample: Type.Boolean(),
})

/** What is held back or failed, and what each kind of problem means. */
export const problemRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/problems',
    {
      schema: {
        tags: ['Catalog'],
        summary:
          'Datasets whose newest content was held, rejected or could not be fetched, and why',
        querystring: exactly({lang}),
        response: {
          200: Type.Object({total: Type.Integer(), problems: Type.Array(heldShape)}),
          ...failures,
        },
      },
    },
    async () => {
      const held = await heldBack(reader)
      return {total: held.length, problems: held}
    },
  )

  app.get(
    '/kept/v1/problem-types',
    {
      schema: {
        tags: ['Operation'],
        summary: 'Every kind of problem: its code, its HTTP status, and its wording',
        querystring: exactly({lang}),
        response: {200: anything('The kinds of problem.'), ...failures},
      },
    },
    async () => ({problemTypes: (Object.keys(problems) as ProblemCode[]).map(problemType)}),
  )

  app.get(
    '/kept/v1/problem-types/:code',
    {
      schema: {
        tags: ['Operation'],
        summary: 'One kind of problem: where the type of an error leads to',
        params: exactly({code: Type.String({maxLength: 100})}),
        querystring: exactly({lang}),
        response: {200: anything('The kind of problem.'), ...failures},
      },
    },
    async ({params: {code}}) => {
      if (!Object.hasOwn(problems, code))
        throw new Problem('problem-type-unknown', {code: shown(code)})
      return problemType(code as ProblemCode)
    },
  )
}
