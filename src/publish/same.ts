import {parityOfTable} from '../format/parity.ts'
import type {Dataset} from '../model/dataset.ts'
import {publishedSchema} from '../model/published-schema.ts'
import type {TableSchema} from '../model/table-schema.ts'
import type {Version} from '../model/version.ts'
import type {Engine, Job, TableWorker} from '../store/tables.ts'

const parityJob: Job<TableSchema, string> = {module: import.meta.url, name: 'parityOfTyped'}

/**
 * Whether the table in the worker says just what a version says, although its bytes differ: another
 * sheet of the same workbook changed, or a line that tells the time of the download.
 */
export async function saysTheSame(
  table: {readonly period: string | null; readonly footnotes: readonly string[]},
  dataset: Dataset,
  before: Version,
  worker: Pick<TableWorker, 'run'>,
): Promise<boolean> {
  if (table.period !== before.period) return false
  if (table.footnotes.join('\n') !== before.sourceFootnotes.join('\n')) return false
  const schema = publishedSchema(dataset.tableSchema)
  if (schema.fields.map(({name}) => name).join('\n') !== before.fields.join('\n')) return false
  return (await worker.run(parityJob, schema)) === before.parity
}

/** The job: digest of the typed table's cells. */
export async function parityOfTyped(schema: TableSchema, engine: Engine): Promise<string> {
  return parityOfTable('typed', schema, engine)
}
