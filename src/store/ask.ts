import type {Answers, CellAnswer, CellQuestion, KeyQuestion, Questions} from '../model/question.ts'
import type {ColumnProfile} from '../model/version.ts'
import {askBefore} from './ask-before.ts'
import {brokenSql, joined} from './ask-condition.ts'
import {profileOf} from './ask-profile.ts'
import {plainly} from './small-tables.ts'
import {type Engine, identifier, type Job} from './tables.ts'

export interface AskInput {
  readonly questions: Questions
  /** Parquet file of the version before; null: there is none. */
  readonly before: string | null
}

/** Runs in the worker: questions about the tables that lie there. */
export const askJob: Job<AskInput, Answers> = {
  module: import.meta.resolve('./ask.ts'),
  name: 'ask',
}

type Reading = Pick<Engine, 'rows'>

/**
 * Job: answers questions about `raw` and `typed`, and about `before`, which it loads: one pass for all
 * conditions and keys, one for the profile, and one to fetch the cells that are to be shown, if any.
 */
export async function ask(
  {questions, before}: AskInput,
  engine: Pick<Engine, 'run' | 'rows'>,
): Promise<Answers> {
  const [size] = await engine.rows('SELECT count(*) FROM typed')
  const rows = Number(size?.[0])
  const {cells, keys, profile} = await plainly(rows, engine, () => count(questions, rows, engine))
  const emptied = profile.filter(({values}) => values === 0).map(({field}) => field)
  return {rows, cells, keys, profile, before: await askBefore(questions, before, emptied, engine)}
}

async function count(
  questions: Questions,
  rows: number,
  engine: Reading,
): Promise<Pick<Answers, 'cells' | 'keys' | 'profile'>> {
  const {cells, keys, missing} = await countAll(questions, engine)
  const broken = questions.cells.filter((_, index) => cells[index]! > 0)
  const samples = await samplesOf(broken, questions, engine)
  const held = await profileOf(questions.schema, rows, engine)
  const profile = held.map(
    ({field, values, ...rest}, index): ColumnProfile => ({
      field,
      values,
      // A cell of text is either a value or missing; others can also be of the wrong type.
      missing: missing[index] ?? rows - values,
      ...rest,
    }),
  )
  return {
    profile,
    cells: questions.cells.map(({id}, index) => ({
      id,
      count: cells[index]!,
      cells: samples.get(id) ?? [],
    })),
    keys: await Promise.all(
      questions.keys.map(async (key, index) => ({
        id: key.id,
        count: keys[index]!,
        cells: keys[index]! > 0 ? await repeatsOf(key, questions, engine) : [],
      })),
    ),
  }
}

interface Counts {
  readonly cells: readonly number[]
  readonly keys: readonly number[]
  /** By field; null where it follows from the values. */
  readonly missing: readonly (number | null)[]
}

async function countAll({schema, cells, keys}: Questions, engine: Reading): Promise<Counts> {
  const conditions = cells.map(
    ({field, breaks}) => `count(*) FILTER (WHERE ${brokenSql(field, breaks, schema)})`,
  )
  const missing = schema.fields.map(({type, format}, index) =>
    type === 'any' || (type === 'string' && format === undefined)
      ? 'NULL'
      : `count(*) FILTER (WHERE r.m${index})`,
  )
  const misplaced = 'count(*) FILTER (WHERE r._row IS DISTINCT FROM t._row)'
  const parts = [misplaced, ...conditions, ...keys.map(repeatSql), ...missing]
  const [row = []] = await engine.rows(`SELECT ${parts.join(',\n')} FROM ${joined(schema)}`)
  const [apart, ...counts] = row.map(cell => (cell === null ? null : Number(cell)))
  if (apart !== 0) throw new Error('ask: raw and typed are not the same rows')
  return {
    cells: counts.slice(0, cells.length).map(Number),
    keys: counts.slice(cells.length, cells.length + keys.length).map(Number),
    missing: counts.slice(cells.length + keys.length),
  }
}

/** Rows whose key an earlier row has. A key with an empty part repeats nothing; that is asked apart. */
function repeatSql({fields}: KeyQuestion): string {
  const columns = fields.map(name => `t.${identifier(name)}`)
  const held = columns.map(column => `${column} IS NOT NULL`).join(' AND ')
  const key = columns.length === 1 ? columns[0] : `row(${columns.join(', ')})`
  return `count(*) FILTER (WHERE ${held}) - count(DISTINCT ${key}) FILTER (WHERE ${held})`
}

async function repeatsOf(
  {fields, masked}: KeyQuestion,
  {samplesMax}: Questions,
  engine: Reading,
): Promise<CellAnswer['cells']> {
  const columns = fields.map(identifier)
  const held = columns.map(column => `${column} IS NOT NULL`).join(' AND ')
  const shown = masked
    ? 'NULL'
    : `concat_ws(', ', ${columns.map(column => `t.${column}`).join(', ')})`
  const rows = await engine.rows(
    `SELECT 0, r._line, ${shown} FROM (
       SELECT *, row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY _row) AS _nth
       FROM typed WHERE ${held}
     ) t JOIN raw r ON r._row = t._row WHERE t._nth > 1 ORDER BY t._row LIMIT ${samplesMax}`,
  )
  return rows.map(cellOf)
}

/** The cells that are to be shown, of all broken conditions, in one statement. */
async function samplesOf(
  broken: readonly CellQuestion[],
  {schema, samplesMax}: Questions,
  engine: Reading,
): Promise<ReadonlyMap<string, CellAnswer['cells']>> {
  if (broken.length === 0) return new Map()
  const parts = broken.map(({field, breaks, masked}, index) => {
    const value = masked ? 'NULL' : `r.${identifier(field)}`
    return `(SELECT ${index} AS asked, r._line AS line, CAST(${value} AS VARCHAR) AS cell, r._row AS place
      FROM ${joined(schema)} WHERE ${brokenSql(field, breaks, schema)}
      ORDER BY r._row LIMIT ${samplesMax})`
  })
  const rows = await engine.rows(
    `SELECT asked, line, cell FROM (${parts.join(' UNION ALL ')}) ORDER BY asked, place`,
  )
  const byQuestion = Map.groupBy(rows, row => broken[Number(row[0])]!.id)
  return new Map([...byQuestion].map(([id, found]) => [id, found.map(cellOf)]))
}

function cellOf(row: readonly unknown[]): {row: number; value: string | null} {
  return {row: Number(row[1]), value: row[2] === null ? null : String(row[2])}
}
