import type {Engine, Job, SqlCell} from '../../src/store/tables.ts'

/** Runs in the worker: the rows of a query. */
export const rowsJob: Job<string, SqlCell[][]> = {module: import.meta.url, name: 'rows'}

/** Job: answers a query of a test. */
export async function rows(sql: string, engine: Pick<Engine, 'rows'>): Promise<SqlCell[][]> {
  return engine.rows(sql)
}
