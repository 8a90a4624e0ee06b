import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import type {SourceTables} from './tables.ts'

// A host that fails is left alone for a while, longer each time, so that thirteen datasets on one
// dead server do not wait for it thirteen times. Only what concerns the host counts: a missing file
// on a server that answers says nothing about the next file. The first failure costs nothing: it may
// have been a moment's.
const waitSeconds = [0, 15, 60, 240, 960, 3600] as const

type BackOffWorld = Pick<World, 'records' | 'now'>

/** @throws Problem source-waiting while the host is to be left alone */
export async function respectWait(host: string, {records, now}: BackOffWorld): Promise<void> {
  const waiting = await records
    .read<SourceTables>()
    .selectFrom('source_hosts')
    .select('wait_until')
    .where('host', '=', host)
    .where('wait_until', '>', now())
    .executeTakeFirst()
  if (waiting) throw new Problem('source-waiting', {host, until: waiting.wait_until})
}

/** Remembers how a host behaved. @param problem null where it answered */
export async function noteBehaviour(
  host: string,
  problem: Problem | null,
  world: BackOffWorld,
): Promise<void> {
  const tables = world.records.write<SourceTables>()
  if (!problem || !concernsHost(problem)) {
    await tables
      .deleteFrom('source_hosts')
      .where('host', '=', host)
      .where('wait_until', '<=', world.now())
      .execute()
    return
  }
  const before = await tables
    .selectFrom('source_hosts')
    .select('failures')
    .where('host', '=', host)
    .executeTakeFirst()
  const failures = (before?.failures ?? 0) + 1
  const seconds = waitSeconds[Math.min(failures, waitSeconds.length) - 1]!
  const ours = new Date(Date.parse(world.now()) + seconds * 1000).toISOString()
  // What the server asked for is a promise of ours; our own step may only lengthen it.
  const asked = problem.code === 'source-busy' ? [String(problem.facts.until)] : []
  const row = {host, failures, wait_until: [ours, ...asked].sort().at(-1)!}
  await tables
    .insertInto('source_hosts')
    .values(row)
    .onConflict(conflict => conflict.column('host').doUpdateSet(row))
    .execute()
}

function concernsHost({code, facts}: Problem): boolean {
  if (code === 'source-too-slow') return facts.phase === 'first-byte'
  return [
    'source-busy',
    'source-unreachable',
    'source-host-unknown',
    'source-certificate',
  ].includes(code)
}
