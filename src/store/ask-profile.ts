import {isNumeric} from '../model/question.ts'
import type {TableSchema} from '../model/table-schema.ts'
import type {ColumnProfile} from '../model/version.ts'
import {orderSql} from './ask-condition.ts'
import {type Engine, identifier, type SqlCell} from './tables.ts'

/** Beyond so many rows, distinct values are estimated: exact counts would keep them all in memory. */
const exactRowsMax = 10_000

/** A column of more different values than this has no "most frequent" ones worth showing. */
const topDistinctMax = 50
const topMax = 10

/** A profile but for `missing`, which only `raw` can tell from a cell of the wrong type. */
export type Held = Omit<ColumnProfile, 'missing'>

/** What the columns of `typed` hold. Personal data have no extremes and no favourites to be told. */
export async function profileOf(
  schema: TableSchema,
  rows: number,
  engine: Pick<Engine, 'rows'>,
): Promise<readonly Held[]> {
  const profile =
    rows > exactRowsMax ? await estimated(schema, engine) : await counted(schema, engine)
  return schema.fields.map((field, index) => {
    const held = profile[index]!
    return field.personal ? {...held, minimum: null, maximum: null, top: []} : held
  })
}

/**
 * All columns as one long column of values, counted twice: one plan of a few expressions, however
 * many columns there are.
 */
async function counted(
  {fields}: TableSchema,
  engine: Pick<Engine, 'rows'>,
): Promise<readonly Held[]> {
  const numbers = fields.map((_, index) => index).join(', ')
  const columns = fields.map(({name}) => identifier(name)).join(', ')
  const rows = await engine.rows(
    `WITH counted AS (
       SELECT field, value, count(*) AS n FROM (
         SELECT unnest([${numbers}]) AS field, unnest([${columns}]) AS value FROM typed)
       WHERE value IS NOT NULL GROUP BY field, value)
     SELECT field, sum(n), count(*), min(value), max(value), arg_min(value, ${asNumber}), arg_max(value, ${asNumber}),
       CASE WHEN count(*) <= ${topDistinctMax} AND count(*) < sum(n) THEN
         to_json(list({value: value, count: n} ORDER BY n DESC, value)[1:${topMax}]) END
     FROM counted GROUP BY field`,
  )
  const byField = new Map(rows.map(row => [Number(row[0]), row]))
  return fields.map((field, index) => {
    const [, values, distinct, ...rest] = byField.get(index) ?? []
    const [first, last, least, most, top] = rest
    return {
      field: field.name,
      values: Number(values ?? 0),
      distinct: Number(distinct ?? 0),
      minimum: textOf(isNumeric(field.type) ? least : first),
      maximum: textOf(isNumeric(field.type) ? most : last),
      top: typeof top === 'string' ? (JSON.parse(top) as ColumnProfile['top']) : [],
    }
  })
}

const asNumber = 'TRY_CAST(value AS DOUBLE)'

/** One pass of aggregates a column, and one for the most frequent values. */
async function estimated(
  schema: TableSchema,
  engine: Pick<Engine, 'rows'>,
): Promise<readonly Held[]> {
  const aggregates = schema.fields.flatMap(field => {
    const value = identifier(field.name)
    const order = orderSql(field, value)
    return [
      `count(${value})`,
      `approx_count_distinct(${value})`,
      order === value ? `min(${value})` : `arg_min(${value}, ${order})`,
      order === value ? `max(${value})` : `arg_max(${value}, ${order})`,
    ]
  })
  const [row = []] = await engine.rows(`SELECT ${aggregates.join(', ')} FROM typed`)
  const profile = schema.fields.map(({name}, index) => {
    const [values, distinct, minimum, maximum] = row.slice(index * 4, index * 4 + 4)
    return {
      field: name,
      values: Number(values),
      // An estimate may miss by a tenth, but never by more than there are values.
      distinct: Math.min(Number(values), Number(distinct)),
      minimum: textOf(minimum),
      maximum: textOf(maximum),
      top: [],
    }
  })
  return withTop(profile, engine)
}

async function withTop(
  profile: readonly Held[],
  engine: Pick<Engine, 'rows'>,
): Promise<readonly Held[]> {
  const few = profile.filter(({distinct}) => distinct > 0 && distinct <= topDistinctMax)
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

function textOf(cell: SqlCell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}
