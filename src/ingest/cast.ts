import {publishedSchema} from '../model/published-schema.ts'
import type {Dialect, TableSchema} from '../model/table-schema.ts'
import {canonicalSelect} from '../store/cast.ts'
import {plainly} from '../store/small-tables.ts'
import {type Engine, identifier} from '../store/tables.ts'

export interface CastInput {
  readonly schema: TableSchema
  readonly dialect: Dialect
  /** Whether `raw` comes from a workbook, which has dates of its own. */
  readonly workbook: boolean
  /** How many rows `raw` has. */
  readonly rows: number
  /** Field whose largest value is the release's period; null: it is known otherwise. */
  readonly periodField: string | null
}

/**
 * Job: table `raw` as table `typed`, its cells in canonical text: NULL where a cell is missing or not
 * of its type, marks gathered in the notes field. One pass.
 * @returns the largest value of the period field
 */
export async function cast(
  {schema, dialect, workbook, rows, periodField}: CastInput,
  engine: Engine,
): Promise<{largest: string | null}> {
  const select = canonicalSelect(publishedSchema(schema), {
    workbook,
    ...(dialect.notesField === undefined ? {} : {notesField: dialect.notesField}),
  })
  await plainly(rows, engine, () => engine.run(`CREATE OR REPLACE TABLE typed AS ${select}`))
  if (periodField === null) return {largest: null}
  const [row] = await engine.rows(`SELECT max(${identifier(periodField)}) FROM typed`)
  return {largest: row?.[0] === null || row === undefined ? null : String(row[0])}
}
