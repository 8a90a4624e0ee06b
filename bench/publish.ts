// One 50-row file, warm and durable: from its snapshot to a visible version in all seven formats, each
// read back. Beside it, in the same run, DuckDB's own bare CSV → Parquet of the same file.
// Run: node --import ./src/jsx.ts bench/publish.ts [rounds]
import {createHash} from 'node:crypto'
import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {migrations} from '../src/command/migrations.ts'
import type {Dataset} from '../src/model/dataset.ts'
import type {Snapshot} from '../src/model/version.ts'
import {open} from '../src/open.ts'
import {bring} from '../src/refresh.ts'
import type {World} from '../src/store/world.ts'
import {datasetOf} from '../test/journeys/stage.ts'
import {emptySite} from '../test/world.ts'

const rounds = Number(process.argv[2] ?? 40)
const rows = 50

function csvOf(round: number): string {
  const lines = Array.from(
    {length: rows},
    (_, at) =>
      `P${at},場地第${at}號,${(at * 37 + round) % 1000},${at}.${round % 10}5,2026-11-${String((at % 28) + 1).padStart(2, '0')}`,
  )
  return `Code,Name,Spaces,Fee,Date\r\n${lines.join('\r\n')}\r\n`
}

const title = {en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x'}
const dataset: Dataset = datasetOf({
  tableSchema: {
    fields: [
      {name: 'Code', type: 'string', title, constraints: {required: true}},
      {name: 'Name', type: 'string', title},
      {name: 'Spaces', type: 'integer', title},
      {name: 'Fee', type: 'number', title},
      {name: 'Date', type: 'date', title},
    ],
    primaryKey: ['Code'],
  },
})

async function snapshotOf(round: number, world: World): Promise<Snapshot> {
  const bytes = new TextEncoder().encode(csvOf(round))
  const checksum = createHash('sha256').update(bytes).digest('hex')
  const key = `snapshots/${checksum}`
  await world.objects.put(key, bytes)
  return {
    ...{dataset: dataset.id, issue: null, takenAt: world.now(), url: 'bench:', claimedAt: null},
    parts: [{key, checksum, byteSize: bytes.byteLength, mediaType: 'text/csv'}],
    contentHash: checksum,
    sample: true,
  }
}

function middle(times: readonly number[]): {p50: number; p95: number} {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)]! * 10) / 10
  return {p50: at(0.5), p95: at(0.95)}
}

const folder = await mkdtemp(join(tmpdir(), 'kept-bench-'))
const config = {site: '', data: folder, port: 0, host: '', workers: 1}
const site = {...emptySite, datasets: [dataset]}
const world = await open(config, {migrations, exclusive: true, site})
const worker = await world.tables.lease()
const database = await (await DuckDBInstance.create(':memory:')).connect()
const ours: number[] = []
const bare: number[] = []
for (let round = 0; round < rounds + 5; round += 1) {
  const snapshot = await snapshotOf(round, world)
  const issue = {dialect: {}, format: 'csv'} as const
  const began = performance.now()
  const outcome = await bring({snapshot, issue, dataset, approved: false}, worker, world)
  const took = performance.now() - began
  if (outcome.kind !== 'published') throw new Error(`round ${round}: ${outcome.kind}`)
  const file = join(folder, 'bare.csv')
  await writeFile(file, csvOf(round))
  const bareBegan = performance.now()
  await database.run(`copy (from '${file}') to '${folder}/bare.parquet' (format parquet)`)
  if (round < 5) continue // warming up
  ours.push(took)
  bare.push(performance.now() - bareBegan)
}
await worker.release()
await world.close()
await rm(folder, {recursive: true})
console.log(
  JSON.stringify({rounds, rows, milliseconds: middle(ours), bareDuckdbParquet: middle(bare)}),
)
