// Runs in a table worker: writes the typed table in every format, and reads each file back.
import {join} from 'node:path'
import {held, type WritableTable} from '../format/format.ts'
import {formatOf} from '../format/formats.ts'
import {parityOfFile, parityOfTable} from '../format/parity.ts'
import type {FormatName} from '../model/dataset.ts'
import type {TableSchema} from '../model/table-schema.ts'
import {type Engine, identifier, type Job} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'
import type {ProblemCode} from '../text/problems.ts'

export interface WriteInput {
  readonly dataset: string
  readonly table: string // name in the engine
  readonly title: string
  readonly schema: TableSchema
  readonly formats: readonly FormatName[]
  /** Formats without which there is no version; the others are left out where they have no room. */
  readonly needed: readonly FormatName[]
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

/** What a format may lack room for; every other problem is one of the table or of ours. */
const noRoom: readonly ProblemCode[] = ['cell-too-long', 'columns-too-many', 'file-too-large']

/**
 * The job: one file a format, in the worker's scratch folder, each proven to hold the same cells.
 * @throws Problem formats-disagree; cell-too-long, columns-too-many, file-too-large of a needed format
 */
export async function writeFormats(input: WriteInput, engine: Engine): Promise<WriteOutput> {
  const {schema, formats} = input
  const table = await held({name: input.table, schema, title: input.title}, engine)
  const parity = await parityOfTable(table.name, schema, engine, table.rows)
  // DuckDB writes and reads Parquet on threads of its own, while ours is busy with the others.
  const inEngine = formats.filter(name => name === 'parquet')
  const here = formats.filter(name => name !== 'parquet')
  const written = await Promise.all([
    writeEach(inEngine, {table, parity, input}, engine),
    writeEach(here, {table, parity, input}, engine),
  ])
  const files = written.flat()
  const [counted] = table.rows
    ? [[table.rows.length]]
    : await engine.rows(`select count(*)::integer from ${identifier(table.name)}`)
  return {
    rows: Number(counted?.[0]),
    parity,
    files: formats.flatMap(name => files.filter(({format}) => format === name)),
  }
}

interface Proof {
  readonly table: WritableTable
  readonly parity: string
  readonly input: WriteInput
}

async function writeEach(
  formats: readonly FormatName[],
  {table, parity, input}: Proof,
  engine: Engine,
): Promise<WriteOutput['files']> {
  const {dataset, schema, needed} = input
  const files: {format: FormatName; path: string}[] = []
  for (const name of formats) {
    const path = join(engine.scratch, `${table.name}.${name}`)
    try {
      await formatOf(name).write(table, path, engine)
    } catch (error) {
      const spare = error instanceof Problem && noRoom.includes(error.code)
      if (spare && !needed.includes(name)) continue
      throw error
    }
    if ((await parityOfFile(formatOf(name), path, schema, engine)) !== parity)
      throw new Problem('formats-disagree', {id: dataset, format: name})
    files.push({format: name, path})
  }
  return files
}
