import type {Engine} from './tables.ts'

/** Up to so many rows, planning a query takes longer than any plan could save. */
const smallRowsMax = 10_000

/** One thread serves small tables best (waking others costs more than they do); large ones get these. */
const largeThreads = 2

/** Runs work with DuckDB's optimizer off where the tables are small: half the time of a 50-row file. */
export async function plainly<Out>(
  rows: number,
  engine: Pick<Engine, 'run'>,
  work: () => Promise<Out>,
): Promise<Out> {
  if (rows > smallRowsMax) {
    await engine.run(`SET threads = ${largeThreads}`)
    return work()
  }
  await engine.run('PRAGMA disable_optimizer')
  try {
    return await work()
  } finally {
    await engine.run('PRAGMA enable_optimizer')
  }
}
