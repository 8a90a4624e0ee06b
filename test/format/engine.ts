import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Field, FieldType, TableSchema} from '../../src/model/table-schema.ts'
import {openEngine} from '../../src/store/engine-duckdb.ts'
import {type Engine, identifier} from '../../src/store/tables.ts'

/** An engine of the real kind, in this process, with a folder that goes when it goes. */
export async function testEngine(): Promise<{
  engine: Engine
  folder: string
  close(): Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-format-'))
  const engine = await openEngine(folder, 1024)
  return {
    engine,
    folder,
    async close() {
      await engine.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}

/** A schema from names and types: {"Amount": "number"}. */
export function schemaOf(fields: ReadonlyMap<string, FieldType>): TableSchema {
  return {
    fields: [...fields].map(([name, type]): Field => ({name, type, title: {en: name}})),
  }
}

/** Makes the table that ingest would leave: `_row`, then one column of canonical text a field. */
export async function typedTable(
  engine: Engine,
  name: string,
  schema: TableSchema,
  rows: readonly (readonly (string | null)[])[],
): Promise<void> {
  const columns = schema.fields.map(field => `${identifier(field.name)} VARCHAR`).join(', ')
  await engine.run(`DROP TABLE IF EXISTS staged; CREATE TABLE staged ("_row" VARCHAR, ${columns})`)
  // Appended backwards: writers must sort.
  const numbered = rows.map((cells, index) => [String(index + 1), ...cells])
  await engine.append('staged', numbered.reverse())
  await engine.run(`CREATE OR REPLACE TABLE ${identifier(name)} AS
    SELECT * REPLACE (CAST("_row" AS INTEGER) AS "_row") FROM staged; DROP TABLE staged`)
}

/** Everything an iterable of batches holds, as one list. */
export async function gathered<Row>(batches: AsyncIterable<readonly Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of batches) rows.push(...batch)
  return rows
}
