// The example site as a stranger meets it: the real program, started once, asked over HTTP, and its
// files opened by programs that share no code with us: Python's csv, json and etree, openpyxl,
// xmllint and LibreOffice. .ci/run installs them.
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {createHash} from 'node:crypto'
import {cpSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {type Download, download, type Latest, type Promised} from './downloads.ts'
import {type Ended, startKept} from './kept.ts'

/** Everything that one run of the program did, asked for in one go and judged afterwards. */
interface Run {
  readonly readySeconds: number
  readonly readyz: {readonly status: number; readonly body: unknown}
  readonly commitments: readonly Promised[]
  readonly latest: readonly Latest[]
  readonly downloads: readonly Download[]
  readonly pid: number
  readonly second: Ended
  readonly ended: Ended
  /** Where the stand-in for the departments' servers answered while it ran. */
  readonly standIn: string
}

/** What one reader found in one file, as same_cells.py prints it. */
interface Reading {
  readonly name: string // of the folder: the commitment
  readonly reader: string
  readonly sheets: number
  readonly rows: number
  readonly fields: number
  readonly cells: number
  readonly empty: number
  readonly numbers: number
  readonly differences: readonly string[]
}

// Restated from docs/formats.md, since what we test is what readers were told.
const mediaTypes: {readonly [format: string]: string} = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  xml: 'application/xml',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const readersOf: {readonly [format: string]: readonly string[]} = {
  csv: ['csv'],
  json: ['json'],
  xml: ['etree'],
  xls: ['office-xls'],
  xlsx: ['office-xlsx', 'openpyxl'],
}

// Counted in the plan's own text: "CSV" in 40 rows, 15 of them with "XLS", "JSON" in 10, "XML" in 5.
const promisedFiles = {csv: 40, xls: 15, json: 10, xml: 5}

let folder: string
let files: string
let run: Run
let readings: readonly Reading[]

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-independent-'))
  files = join(folder, 'files')
  run = await runOnce()
  convertWorkbooks()
  readings = readingsOf(files)
})
after(() => rm(folder, {recursive: true, force: true}))

async function runOnce(): Promise<Run> {
  const data = join(folder, 'data')
  const begun = performance.now()
  await using kept = startKept('serve', '--port', '0', '--data', data)
  const ready = await kept.line(/^Kept is ready: /, 120)
  const readySeconds = (performance.now() - begun) / 1000
  const url = ready.replace('Kept is ready: ', '')

  const readyz = await fetch(`${url}/readyz`)
  const {commitments} = await (await fetch(`${url}/kept/v1/commitments`)).json()
  const latest: Latest[] = []
  const downloads: Download[] = []
  for (const commitment of commitments as Promised[]) {
    const got = await download(url, commitment, files)
    latest.push(got.latest)
    downloads.push(...got.downloads)
  }
  const seen = await (await fetch(`${url}/kept/v1/datasets/D34/versions/latest`)).json()

  await using other = startKept('serve', '--port', '0', '--data', data)
  const second = await other.ended
  kept.stop()
  return {
    readySeconds,
    readyz: {status: readyz.status, body: await readyz.json()},
    ...{commitments, latest, downloads, second},
    pid: kept.pid,
    ended: await kept.ended,
    standIn: seen.snapshot.url,
  }
}

/** All workbooks in one call, since it is the start of LibreOffice that takes long. */
function convertWorkbooks(): void {
  const books = join(folder, 'books')
  mkdirSync(books)
  const named = run.downloads
    .filter(({format}) => format === 'xls' || format === 'xlsx')
    .map(({commitment, format}) => {
      const file = join(books, `${commitment}_${format}.${format}`)
      cpSync(join(files, commitment, `data.${format}`), file)
      return file
    })
  const profile = `-env:UserInstallation=file://${folder}/office-profile`
  // Filter: comma, quotes, UTF-8, from line 1; every text quoted, numbers bare and as they are
  // stored, not as they are shown; a file a sheet.
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1'
  const out = ['--outdir', join(files, 'office')]
  const words = [profile, '--headless', '--convert-to', filter, ...out, ...named]
  execFileSync('soffice', words, {stdio: 'pipe'}) // it warns of a missing Java, which it needs not
}

function readingsOf(top: string): readonly Reading[] {
  const script = join(import.meta.dirname, 'same_cells.py')
  const out = execFileSync('python3', [script, top], {encoding: 'utf8', maxBuffer: 1 << 28})
  return out
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('the program is ready with all 55 datasets published', t => {
  t.diagnostic(`ready after ${run.readySeconds.toFixed(1)} s`)
  const datasets = {total: 55, published: 55, held: 0, failed: 0}
  assert.equal(run.readyz.status, 200)
  assert.partialDeepStrictEqual(run.readyz.body, {datasets})
  assert.equal(run.commitments.length, 55)
  assert.equal(new Set(run.commitments.map(({dataset}) => dataset)).size, 55)
})

test('every format that the plan promises is downloaded', () => {
  const promised = run.downloads.filter(one => one.promised)
  const counts = Map.groupBy(promised, ({format}) => format)
  const found = Object.fromEntries([...counts].map(([format, of]) => [format, of.length]))
  assert.deepEqual(found, promisedFiles)
  for (const {path, status} of run.downloads) assert.equal(status, 200, path)
  for (const {commitment, offered, promised} of run.latest)
    assert.deepEqual(
      promised.filter(format => !offered.includes(format)),
      [],
      commitment,
    )
})

test('independent readers read the same cells from every file', t => {
  for (const {name, reader, differences} of readings)
    assert.deepEqual(differences, [], `${name}, ${reader}`)

  // What was compared is what the API says there is: no file, no row and no field was passed over.
  const read = new Map(readings.map(reading => [`${reading.name} ${reading.reader}`, reading]))
  let expected = 0
  for (const {commitment, offered, promised, rows, fields} of run.latest)
    for (const format of new Set([...promised, ...offered]))
      for (const reader of readersOf[format] ?? []) {
        const reading = read.get(`${commitment} ${reader}`)
        const cells = rows * fields.length
        const shape = {sheets: 1, rows, fields: fields.length, cells}
        assert.partialDeepStrictEqual(reading, shape, `${commitment}, ${reader}`)
        assert.ok(cells > 0 && reading!.empty < cells, `${commitment}, ${reader} has cells`)
        expected += 1
      }
  assert.equal(readings.length, expected)
  // Each dataset at the least as CSV, JSON, XML and XLS, and as XLSX by two readers.
  assert.equal(expected, 55 * 6)
  const promised = run.downloads.filter(one => one.promised)
  const promisedReadings = promised.map(({commitment, format}) =>
    read.get(`${commitment} ${readersOf[format]![0]}`),
  )
  assert.equal(promisedReadings.filter(Boolean).length, 70)
  const numbers = sum(readings.map(reading => reading.numbers))
  assert.ok(numbers > 10_000, `${numbers} numbers were compared by value`)
  t.diagnostic(
    `${readings.length} files and readers, ${sum(readings.map(({cells}) => cells))} cells, ` +
      `of them ${numbers} numbers; promised: ${promisedReadings.length} files, ` +
      `${sum(promisedReadings.map(reading => reading!.cells))} cells`,
  )
})

test('one cell that differs is seen in every reading', () => {
  const top = join(folder, 'tampered')
  cpSync(join(files, 'D34'), join(top, 'D34'), {recursive: true})
  cpSync(join(files, 'office'), join(top, 'office'), {recursive: true})
  const truth = join(top, 'D34', 'data.ndjson')
  const text = readFileSync(truth, 'utf8')
  assert.equal(text.split('13226.8').length, 2)
  writeFileSync(truth, text.replace('13226.8', '13226.80000000000001'))
  const found = readingsOf(top).map(({reader, differences}) => [reader, differences.length])
  const readers = ['csv', 'etree', 'json', 'office-xls', 'office-xlsx', 'openpyxl']
  assert.deepEqual(
    found.sort(),
    readers.map(reader => [reader, 1]),
  )
})

test('xmllint finds every XML well-formed, with as many cells as there are', () => {
  const written = run.latest.filter(({offered}) => offered.includes('xml'))
  assert.equal(written.length, 55)
  const paths = written.map(({commitment}) => join(files, commitment, 'data.xml'))
  execFileSync('xmllint', ['--noout', ...paths])
  const counted = execFileSync('xmllint', ['--xpath', 'count(/table/row/cell)', ...paths])
  assert.deepEqual(
    String(counted).trim().split('\n').map(Number),
    written.map(({rows, fields}) => rows * fields.length),
  )
})

test('every download says what it is, and is nothing else to a browser', () => {
  for (const {path, format, headers, bytes} of run.downloads) {
    assert.equal(headers.get('content-type'), mediaTypes[format], path)
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.equal(headers.get('content-length'), String(bytes.byteLength), path)
  }
})

test('sample rows are marked on every download, and real ones never', () => {
  const samples = new Map(run.latest.map(({commitment, sample}) => [commitment, sample]))
  for (const {path, commitment, headers} of run.downloads) {
    const expected = samples.get(commitment) ? 'true' : null
    assert.equal(headers.get('x-kept-sample'), expected, path)
    // The stand-in answered for every source, the real tables' too.
    assert.equal(headers.get('x-kept-simulated'), 'true', path)
  }
  const real = run.latest.filter(({sample}) => !sample).map(({commitment}) => commitment)
  assert.ok(real.includes('D34') && real.length < 55, `real: ${real}`)
})

test('the ETag is the hash of the file, and asking with it costs no bytes', () => {
  for (const {path, headers, bytes, again} of run.downloads) {
    assert.equal(headers.get('etag'), `"${sha256(bytes)}"`, path)
    assert.deepEqual(again, {status: 304, byteSize: 0}, path)
  }
})

test('a part of a file can be asked for', () => {
  for (const {path, bytes, part} of run.downloads) {
    assert.equal(part.status, 206, path)
    assert.equal(part.range, `bytes 5-24/${bytes.byteLength}`, path)
    assert.deepEqual(part.bytes, bytes.subarray(5, 25), path)
  }
})

test('a second process on the same data folder ends with status 4 and names the first', () => {
  assert.equal(run.second.status, 4)
  assert.match(run.second.error, new RegExp(`\\b${run.pid}\\b`))
  assert.doesNotMatch(run.second.out, /ready/)
})

test('SIGTERM ends everything with status 0', async () => {
  assert.equal(run.ended.status, 0, run.ended.error)
  assert.match(run.ended.out, /Stopped\.\n$/)
  assert.equal(run.ended.error, '')
  await assert.rejects(fetch(run.standIn))
})
