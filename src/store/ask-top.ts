import type {TableSchema} from '../model/table-schema.ts'
import type {ColumnProfile} from '../model/version.ts'
import {topDistinctMax, topMax} from './ask-profile.ts'
import {type Engine, identifier} from './tables.ts'

/** The most frequent values of the columns that have few, of a large table, in one statement. */
export async function topOf(
  profile: readonly ColumnProfile[],
  {fields}: TableSchema,
  engine: Pick<Engine, 'rows'>,
): Promise<readonly ColumnProfile[]> {
  const hidden = new Set(fields.filter(({personal}) => personal).map(({name}) => name))
  const few = profile.filter(
    ({field, distinct}) => distinct > 0 && distinct <= topDistinctMax && !hidden.has(field),
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
