import type {Field, TableSchema} from '../model/table-schema.ts'
import type {ColumnProfile} from '../model/version.ts'
import {orderSql} from './ask-condition.ts'
import {identifier, type SqlCell} from './tables.ts'

/** Beyond so many rows, distinct values are estimated: exact counts would keep them all in memory. */
export const exactRowsMax = 10_000

/** A column of more different values than this has no "most frequent" ones worth showing. */
export const topDistinctMax = 50
export const topMax = 10

export type ColumnCounts = readonly ColumnProfile[]

/** Aggregates that profile every column, and how to read their answers. */
export function columnCounts(
  schema: TableSchema,
  rows: number,
): {readonly sql: readonly string[]; read(cells: readonly SqlCell[]): ColumnCounts} {
  const exact = rows <= exactRowsMax
  const sql = schema.fields.flatMap((field, index) => profileSql(field, index, exact))
  const width = sql.length / schema.fields.length
  return {
    sql,
    read: cells =>
      schema.fields.map((field, index) =>
        profileOf(field, cells.slice(index * width, (index + 1) * width), exact),
      ),
  }
}

/** values, missing, distinct, minimum, maximum, counts of each value as JSON */
function profileSql(field: Field, index: number, exact: boolean): readonly string[] {
  const value = `t.${identifier(field.name)}`
  const order = orderSql(field, value)
  // Personal data have no extremes and no favourites that could be told.
  const hidden = field.personal !== undefined
  const shown = (aggregate: string) => (hidden ? 'NULL' : aggregate)
  // One aggregate for both; DISTINCT would be a pass of its own for every column.
  const counts = `histogram(${value})`
  return [
    `count(${value})`,
    `count(*) FILTER (WHERE r.m${index})`,
    exact ? `cardinality(${counts})` : `approx_count_distinct(${value})`,
    shown(order === value ? `min(${value})` : `arg_min(${value}, ${order})`),
    shown(order === value ? `max(${value})` : `arg_max(${value}, ${order})`),
    shown(
      exact
        ? `CASE WHEN cardinality(${counts}) <= ${topDistinctMax} THEN to_json(${counts}) END`
        : 'NULL',
    ),
  ]
}

function profileOf(
  field: Field,
  [values, missing, distinct, minimum, maximum, counts]: readonly SqlCell[],
  exact: boolean,
): ColumnProfile {
  const held = Number(values)
  // An estimate may miss by a tenth, but never by more than there are values.
  const different = exact ? Number(distinct ?? 0) : Math.min(held, Number(distinct ?? 0))
  return {
    field: field.name,
    values: held,
    missing: Number(missing),
    distinct: different,
    minimum: textOf(minimum),
    maximum: textOf(maximum),
    // All different: no value is more frequent than another.
    top: different < held && typeof counts === 'string' ? mostFrequent(counts) : [],
  }
}

function textOf(cell: SqlCell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}

function mostFrequent(counts: string): ColumnProfile['top'] {
  const values = Object.entries(JSON.parse(counts) as {readonly [value: string]: number})
  return values
    .map(([value, count]) => ({value, count}))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, topMax)
}
