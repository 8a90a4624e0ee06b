import {publishedSchema} from '../model/published-schema.ts'
import type {Dialect, Field, TableSchema} from '../model/table-schema.ts'
import {canonicalSql, marksSql} from '../store/cast.ts'
import {type Engine, identifier, literal} from '../store/tables.ts'

export interface CastInput {
  readonly schema: TableSchema
  readonly dialect: Dialect
  /** Field whose largest value is the release's period; null: it is known otherwise. */
  readonly periodField: string | null
}

/**
 * Job: table `raw` as table `typed`, its cells in canonical text: NULL where a cell is missing or not
 * of its type, marks gathered in the notes field. One pass.
 * @returns the largest value of the period field
 */
export async function cast(
  {schema, dialect, periodField}: CastInput,
  engine: Engine,
): Promise<{largest: string | null}> {
  const published = publishedSchema(schema)
  const columns = published.fields.map(
    field => `, ${columnSql(field, published, dialect)} AS ${identifier(field.name)}`,
  )
  await engine.run(
    `CREATE OR REPLACE TABLE typed AS SELECT _row${columns.join('')} FROM raw ORDER BY _row`,
  )
  if (periodField === null) return {largest: null}
  const [row] = await engine.rows(`SELECT max(${identifier(periodField)}) FROM typed`)
  return {largest: row?.[0] === null || row === undefined ? null : String(row[0])}
}

function columnSql(field: Field, schema: TableSchema, dialect: Dialect): string {
  const own = canonicalSql(field, schema)
  return field.name === dialect.notesField ? notesSql(own, schema) : own
}

/** "Approved Projects **; Funds Approved *****", after what the source itself says there. */
function notesSql(own: string, schema: TableSchema): string {
  const notes = schema.fields.flatMap(field => {
    const marks = marksSql(field, schema)
    return marks
      ? [
          `nullif(concat(${literal(`${field.name} `)}, nullif(${marks}, '')), ${literal(`${field.name} `)})`,
        ]
      : []
  })
  return `nullif(concat_ws('; ', ${[own, ...notes].join(', ')}), '')`
}
