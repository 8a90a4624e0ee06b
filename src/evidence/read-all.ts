import type {Check, Evidence} from '../model/evidence.ts'
import type {ReadRecords} from '../store/records.ts'
import {fromRow} from './rows.ts'
import type {EvidenceTables} from './tables.ts'

/** What one store's evidence looked like when last read; rows never change, so only new ones are read. */
interface Memory {
  readonly known: Evidence[]
  seq: number
  reading: Promise<void>
  readonly strings: Map<string, string>
}

// In pieces, so that a first read of a long record lets other work through.
const rowsAtOnce = 5000

const memories = new WeakMap<ReadRecords, Memory>()

/** All evidence of a store, in order of recording. Only what is new since the last call is read. */
export async function readAll(records: ReadRecords): Promise<readonly Evidence[]> {
  const memory = memories.get(records) ?? {
    known: [],
    seq: 0,
    reading: Promise.resolve(),
    strings: new Map(),
  }
  memories.set(records, memory)
  // One reader at a time, or two would append the same rows.
  memory.reading = memory.reading.catch(() => {}).then(() => readMore(memory, records))
  await memory.reading
  return memory.known
}

async function readMore(memory: Memory, records: ReadRecords): Promise<void> {
  for (;;) {
    const rows = await records
      .read<EvidenceTables>()
      .selectFrom('evidence')
      .select(['seq', 'recorded_at', 'body'])
      .where('seq', '>', memory.seq)
      .orderBy('seq')
      .limit(rowsAtOnce)
      .execute()
    for (const row of rows) memory.known.push(lean(fromRow(row), memory.strings))
    memory.seq = rows.at(-1)?.seq ?? memory.seq
    if (rows.length < rowsAtOnce) return
    await new Promise(resolve => setImmediate(resolve))
  }
}

// A year of daily checks says the same few names, hashes and addresses again and again: kept once,
// a hundred thousand checks take a third of the memory.
function lean(evidence: Evidence, strings: Map<string, string>): Evidence {
  if (evidence.type !== 'check') return evidence
  const once = <Value extends string | null>(value: Value): Value => {
    if (value === null) return value
    const known = strings.get(value)
    if (known !== undefined) return known as Value
    strings.set(value, value)
    return value
  }
  const {answer} = evidence
  const slim: Check = {
    ...evidence,
    dataset: once(evidence.dataset),
    contentHash: once(evidence.contentHash),
    coverage: once(evidence.coverage),
    claimedAt: once(evidence.claimedAt),
    answer: {...answer, url: once(answer.url), problem: once(answer.problem)},
  }
  return slim
}
