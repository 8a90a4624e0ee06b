import {createHash} from 'node:crypto'
import type {FastifyReply} from 'fastify'
import type {Verdict} from '../../model/obligation.ts'
import type {Commitment} from '../../model/plan.ts'
import type {Scoreboard} from '../../score/score.ts'
import type {Reader} from '../../store/world.ts'
import type {Routes} from './app.ts'
import {boardAsOf} from './board.ts'
import {safeName} from './file.ts'
import {asOfInstant} from './parameters.ts'
import {told} from './plan.ts'
import {anything, asOf, exactly, failures, lang} from './shapes.ts'
import {obligationView, titleOf} from './views-plan.ts'

const tags = ['Promises']
const querystring = exactly({asOf, lang})

/** The scoreboard as files of its own: one row an obligation. */
export const verdictRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/verdicts.json',
    {
      schema: {
        tags,
        summary: 'The scoreboard as a JSON file: one entry an obligation',
        querystring,
        response: {200: anything('asOf, plan, total and verdicts.'), ...failures},
      },
    },
    async ({query}, reply) => {
      const board = await boardAsOf(asOfInstant(query.asOf, reader), {}, reader)
      const verdicts = board.commitments.flatMap(score =>
        score.verdicts.map(verdict => ({
          ...obligationView(verdict),
          publisher: score.commitment.publisher,
          title: titleOf(score.commitment, reader),
        })),
      )
      saveAs('json', board, reply)
      return {...told(board, reader), total: verdicts.length, verdicts}
    },
  )

  app.get(
    '/kept/v1/verdicts.csv',
    {
      schema: {
        tags,
        summary: 'The scoreboard as a CSV file (RFC 4180, UTF-8): one row an obligation',
        querystring,
        response: {
          200: {content: {'text/csv': {schema: {type: 'string'}}}},
          ...failures,
        },
      },
    },
    async ({query}, reply) => {
      const board = await boardAsOf(asOfInstant(query.asOf, reader), {}, reader)
      const csv = verdictsCsv(board, reader)
      saveAs('csv', board, reply)
      // asOf moves with the clock: what identifies the content is the rest.
      reply.header('etag', `"${createHash('sha256').update(csv).digest('hex')}"`)
      reply.header('content-type', 'text/csv; charset=utf-8; header=present')
      return reply.serializer(String).send(csv)
    },
  )
}

function saveAs(extension: string, {plan, asOf: at}: Scoreboard, reply: FastifyReply): void {
  const name = safeName(`${plan.id}_verdicts_${at.replaceAll(':', '')}.${extension}`)
  reply.header('content-disposition', `attachment; filename="${name}"`)
}

type Column = readonly [
  name: string,
  cell: (verdict: Verdict, commitment: Commitment, reader: Pick<Reader, 'site'>) => unknown,
]

const columns: readonly Column[] = [
  ['obligation', ({obligation}) => obligation.id],
  ['commitment', ({obligation}) => obligation.commitment],
  ['dataset', ({obligation}) => obligation.dataset],
  ['publisher', (_, {publisher}) => publisher],
  ['title_zh-Hant', (_, commitment, reader) => titleOf(commitment, reader)['zh-Hant']],
  ['title_zh-Hans', (_, commitment, reader) => titleOf(commitment, reader)['zh-Hans']],
  ['title_en', (_, commitment, reader) => titleOf(commitment, reader).en],
  ['kind', ({obligation}) => obligation.kind],
  ['open', ({obligation}) => obligation.opens],
  ['due', ({obligation}) => obligation.due],
  ['rolled_from', ({obligation}) => obligation.rolledFrom],
  ['verdict', ({state}) => state],
  ['timing', ({timing}) => timing],
  ['days_late_at_least', ({daysLate}) => daysLate],
  ['evidence_kind', ({evidenceKind}) => evidenceKind],
  ['evidence', ({evidence}) => evidence.join(' ')],
  ['as_of', ({asOf: at}) => at],
]

function verdictsCsv(board: Scoreboard, reader: Pick<Reader, 'site'>): string {
  const rows = board.commitments.flatMap(({commitment, verdicts}) =>
    verdicts.map(verdict => columns.map(([, cell]) => cell(verdict, commitment, reader))),
  )
  return [columns.map(([name]) => name), ...rows]
    .map(row => `${row.map(csvCell).join(',')}\r\n`)
    .join('')
}

function csvCell(value: unknown): string {
  const plain = value === null || value === undefined ? '' : String(value)
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
