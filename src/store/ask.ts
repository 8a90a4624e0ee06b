import {
  type Answers,
  type CellAnswer,
  type CellQuestion,
  type Condition,
  isNumeric,
  type KeyQuestion,
  type Questions,
} from '../model/question.ts'
import type {Field, TableSchema} from '../model/table-schema.ts'
import type {ColumnProfile} from '../model/version.ts'
import {askBefore} from './ask-before.ts'
import {missingSql, otherUnitSql} from './cast.ts'
import {type Engine, identifier, type Job, literal} from './tables.ts'

/** Beyond so many rows, distinct values are estimated: exact counts would keep them all in memory. */
const exactRowsMax = 10_000

/** A column of more different values than this has no "most frequent" ones worth showing. */
const topDistinctMax = 50
const topMax = 10

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

/**
 * Job: answers questions about `raw` and `typed`, and about `before`, which it loads: one pass for all
 * conditions and the profile, one for each key, and one to fetch the cells that are to be shown.
 */
export async function ask(
  {questions, before}: AskInput,
  engine: Pick<Engine, 'run' | 'rows'>,
): Promise<Answers> {
  const {rows, counts, profile} = await countAll(questions, engine)
  const broken = questions.cells.filter((_, index) => counts[index]! > 0)
  const samples = await samplesOf(broken, questions, engine)
  const keys: CellAnswer[] = []
  for (const key of questions.keys) keys.push(await repeatsOf(key, questions, engine))
  return {
    rows,
    cells: questions.cells.map(({id}, index) => ({
      id,
      count: counts[index]!,
      cells: samples.get(id) ?? [],
    })),
    keys,
    profile: await withTop(profile, questions.schema, engine),
    before: await askBefore(questions, before, engine),
  }
}

const joined = 'raw r JOIN typed t ON r._row = t._row'

interface Counts {
  readonly rows: number
  readonly counts: readonly number[]
  readonly profile: readonly ColumnProfile[]
}

async function countAll({schema, cells}: Questions, engine: Pick<Engine, 'rows'>): Promise<Counts> {
  const profiles = schema.fields.flatMap(field => profileSql(field, schema))
  const conditions = cells.map(question => `count(*) FILTER (WHERE ${brokenSql(question, schema)})`)
  const columns = ['count(*)', ...profiles, ...conditions].join(',\n')
  const [row = []] = await engine.rows(`SELECT ${columns} FROM ${joined}`)
  const rows = Number(row[0])
  const width = profileWidth
  return {
    rows,
    profile: schema.fields.map((field, index) =>
      profileOf(field, row.slice(1 + index * width, 1 + (index + 1) * width), rows),
    ),
    counts: cells.map((_, index) => Number(row[1 + schema.fields.length * width + index])),
  }
}

const profileWidth = 6

/** values, missing, distinct exact, distinct estimated, minimum, maximum */
function profileSql(field: Field, schema: TableSchema): readonly string[] {
  const value = `t.${identifier(field.name)}`
  const order = orderSql(field, value)
  const hidden = field.personal !== undefined
  return [
    `count(${value})`,
    `count(*) FILTER (WHERE ${missingSql(field, schema, 'r')})`,
    `CASE WHEN count(*) <= ${exactRowsMax} THEN count(DISTINCT ${value}) END`,
    `CASE WHEN count(*) > ${exactRowsMax} THEN approx_count_distinct(${value}) END`,
    hidden ? 'NULL' : `arg_min(${value}, ${order})`,
    hidden ? 'NULL' : `arg_max(${value}, ${order})`,
  ]
}

function profileOf(
  field: Field,
  [values, missing, exact, estimate, minimum, maximum]: readonly unknown[],
  rows: number,
): ColumnProfile {
  return {
    field: field.name,
    values: Number(values),
    missing: Number(missing),
    // An estimate may miss by a tenth, but never by more than there are values.
    distinct: Math.min(Number(values), Number((rows <= exactRowsMax ? exact : estimate) ?? 0)),
    minimum: minimum === null ? null : String(minimum),
    maximum: maximum === null ? null : String(maximum),
    top: [],
  }
}

/** Numbers by value, dates and texts by their canonical text. */
function orderSql(field: Field, value: string): string {
  if (!isNumeric(field.type)) return value
  return `coalesce(TRY_CAST(${value} AS DECIMAL(38,10)), TRY_CAST(${value} AS DOUBLE))`
}

function fieldOf(name: string, {fields}: TableSchema): Field {
  const field = fields.find(candidate => candidate.name === name)
  if (!field) throw new Error(`ask: no field ${name}`)
  return field
}

function brokenSql({field: name, breaks}: CellQuestion, schema: TableSchema): string {
  const field = fieldOf(name, schema)
  const value = `t.${identifier(name)}`
  const missing = missingSql(field, schema, 'r')
  const otherUnit = otherUnitSql(field, schema, 'r')
  switch (breaks.kind) {
    case 'missing':
      return missing
    case 'other-unit':
      return otherUnit === null ? 'false' : otherUnit
    case 'mistyped': {
      const asUnit = otherUnit === null ? '' : ` AND NOT ${otherUnit}`
      return `(${value} IS NULL AND NOT ${missing}${asUnit})`
    }
    default:
      return valueBreaksSql(value, breaks, field)
  }
}

function valueBreaksSql(value: string, breaks: Condition, field: Field): string {
  switch (breaks.kind) {
    case 'shorter':
      return `length(${value}) < ${Number(breaks.length)}`
    case 'longer':
      return `length(${value}) > ${Number(breaks.length)}`
    case 'below':
      return `${comparable(value, field)} < ${comparable(literal(String(breaks.bound)), field)}`
    case 'above':
      return `${comparable(value, field)} > ${comparable(literal(String(breaks.bound)), field)}`
    case 'unlike':
      return `NOT regexp_full_match(${value}, ${literal(breaks.pattern)})`
    case 'outside': {
      const values = breaks.values.map(item => comparable(literal(String(item)), field))
      return `${comparable(value, field)} NOT IN (${values.join(', ')})`
    }
    default:
      throw new Error(`ask: ${breaks.kind} is asked of the raw cell`)
  }
}

/** Exact up to 28 digits before the point and 10 after it; beyond, as a double. */
function comparable(value: string, field: Field): string {
  return isNumeric(field.type) ? `(${orderSql(field, value)})` : value
}

/** The cells that are to be shown, of all broken conditions, in one statement. */
async function samplesOf(
  broken: readonly CellQuestion[],
  {schema, samplesMax}: Questions,
  engine: Pick<Engine, 'rows'>,
): Promise<ReadonlyMap<string, CellAnswer['cells']>> {
  if (broken.length === 0) return new Map()
  const parts = broken.map((question, index) => {
    const value = question.masked ? 'NULL' : `r.${identifier(question.field)}`
    return `(SELECT ${index} AS asked, r._line AS line, CAST(${value} AS VARCHAR) AS cell, r._row AS place
      FROM ${joined} WHERE ${brokenSql(question, schema)} ORDER BY r._row LIMIT ${samplesMax})`
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

/** Rows whose key an earlier row has. A key with an empty part repeats nothing; that is asked apart. */
async function repeatsOf(
  {id, fields, masked}: KeyQuestion,
  {samplesMax}: Questions,
  engine: Pick<Engine, 'rows'>,
): Promise<CellAnswer> {
  const columns = fields.map(identifier)
  const held = columns.map(column => `${column} IS NOT NULL`).join(' AND ')
  const [counted] = await engine.rows(
    `SELECT count(*) - count(DISTINCT row(${columns.join(', ')})) FROM typed WHERE ${held}`,
  )
  const count = Number(counted?.[0] ?? 0)
  if (count === 0) return {id, count, cells: []}
  const shown = masked
    ? 'NULL'
    : `concat_ws(', ', ${columns.map(column => `t.${column}`).join(', ')})`
  const rows = await engine.rows(
    `SELECT 0, r._line, ${shown} FROM (
       SELECT *, row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY _row) AS _nth
       FROM typed WHERE ${held}
     ) t JOIN raw r ON r._row = t._row WHERE t._nth > 1 ORDER BY t._row LIMIT ${samplesMax}`,
  )
  return {id, count, cells: rows.map(cellOf)}
}

/** The most frequent values of the columns that have few, in one statement. */
async function withTop(
  profile: readonly ColumnProfile[],
  schema: TableSchema,
  engine: Pick<Engine, 'rows'>,
): Promise<readonly ColumnProfile[]> {
  const few = profile.filter(
    ({field, distinct, values}) =>
      distinct > 0 &&
      distinct <= topDistinctMax &&
      distinct < values && // all different: no value is more frequent than another
      fieldOf(field, schema).personal === undefined,
  )
  if (few.length === 0) return profile
  const parts = few.map(({field}, index) => {
    const column = identifier(field)
    return `(SELECT ${index} AS asked, ${column} AS value, count(*) AS n FROM typed
      WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY n DESC, value LIMIT ${topMax})`
  })
  const rows = await engine.rows(
    `SELECT asked, value, n FROM (${parts.join(' UNION ALL ')}) ORDER BY asked, n DESC, value`,
  )
  const byField = Map.groupBy(rows, row => few[Number(row[0])]!.field)
  return profile.map(column => ({
    ...column,
    top: (byField.get(column.field) ?? []).map(([, value, n]) => ({
      value: String(value),
      count: Number(n),
    })),
  }))
}
