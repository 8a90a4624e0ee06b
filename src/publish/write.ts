// Runs in a table worker: writes the typed table in every format, and reads each file back.
import {join} from 'node:path'
import {formatOf} from '../format/formats.ts'
import {parityOfFile, parityOfTable} from '../format/parity.ts'
import type {FormatName} from '../model/dataset.ts'
import type {TableSchema} from '../model/table-schema.ts'
import type {Engine, Job} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'

export interface WriteInput {
  readonly dataset: string
  readonly table: string // name in the engine
  readonly title: string
  readonly schema: TableSchema
  readonly formats: readonly FormatName[]
}

export interface WriteOutput {
  readonly rows: number
  readonly parity: string
  readonly files: readonly {readonly format: FormatName; readonly path: string}[]
}

export const writeJob: Job<WriteInput, WriteOutput> = {
  module: import.meta.url,
  name: 'writeFormats',
}

/**
 * The job: one file a format, in the worker's scratch folder, each proven to hold the same cells.
 * @throws Problem formats-disagree
 */
export async function writeFormats(input: WriteInput, engine: Engine): Promise<WriteOutput> {
  const {dataset, table, title, schema, formats} = input
  const parity = await parityOfTable(table, schema, engine)
  const files: {format: FormatName; path: string}[] = []
  for (const name of formats) {
    const format = formatOf(name)
    const path = join(engine.scratch, `${table}.${name}`)
    await format.write({name: table, schema, title}, path, engine)
    if ((await parityOfFile(format, path, schema, engine)) !== parity)
      throw new Problem('formats-disagree', {id: dataset, format: name})
    files.push({format: name, path})
  }
  const [counted] = await engine.rows(`select count(*)::integer from ${table}`)
  return {rows: Number(counted?.[0]), parity, files}
}
