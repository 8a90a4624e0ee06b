import type {Engine} from './tables.ts'

/** Up to so many rows, planning a query takes longer than any plan could save. */
const smallRowsMax = 10_000

/** One thread serves small tables best (waking others costs more than they do); large ones get these. */
const largeThreads = 2

/** Which engines have their optimizer off: telling them again costs a millisecond each time. */
const plain = new WeakSet<object>()

/**
 * Runs work on tables of so many rows with DuckDB's optimizer off where they are small, which is half
 * the time of a 50-row file, and on where they are not. It stays as it was left: a worker's tables
 * are of one dataset, and so of one size.
 */
export async function plainly<Out>(
  rows: number,
  engine: Pick<Engine, 'run'>,
  work: () => Promise<Out>,
): Promise<Out> {
  const small = rows <= smallRowsMax
  if (small && !plain.has(engine)) {
    await engine.run('PRAGMA disable_optimizer')
    plain.add(engine)
  }
  if (!small) {
    await engine.run(`PRAGMA enable_optimizer; SET threads = ${largeThreads}`)
    plain.delete(engine)
  }
  return work()
}
