import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {once} from 'node:events'
import {existsSync} from 'node:fs'
import {mkdtemp, readdir, rm, stat} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createInterface} from 'node:readline'
import {after, before, test} from 'node:test'
import {setImmediate} from 'node:timers/promises'
import {fileURLToPath} from 'node:url'
import {csv, htmlPage, seeded} from '../../demo/encode.ts'
import type {Misbehaviour} from '../../demo/misbehave.ts'
import type {Offer} from '../../demo/offer.ts'
import {addressOf, allOffers} from '../../demo/offers.ts'
import {sampleCompany, sampleLaboratory, sampleUniversity} from '../../demo/sample-names.ts'
import {type StandIn, startStandIn} from '../../demo/server.ts'
import type {Source} from '../../src/model/dataset.ts'
import type {StandInReady} from '../../src/model/site.ts'
import {contentOf, datasetOf, look, lookingWorld} from './looking.ts'

const table = csv([
  ['No.', 'Name'],
  [1, '樣本'],
])

const offers: readonly Offer[] = [
  {
    kind: 'http',
    path: '/itf/annuallist_2023_e.csv',
    mediaType: 'text/csv',
    bytes: () => table,
    lastModified: '2024-03-01T01:02:03.000Z',
  },
  {
    kind: 'odata',
    path: '/park/list/v1/',
    pageSize: 2,
    rows: () => [{n: 1}, {n: 2}, {n: 3}, {n: 4}, {n: 5}],
  },
  {kind: 'odata', path: '/park/empty/v1/', pageSize: 2, rows: () => []},
  {kind: 'file', path: 'hkctc/statistics.csv', bytes: () => table},
  {
    kind: 'sqlite',
    table: 'cases',
    columns: ['id', 'name'],
    rows: () => [
      [1, '樣本一'],
      [2, null],
    ],
  },
]

const misbehave = new Map<string, Misbehaviour>()
let standIn: StandIn
let folder: string

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-stand-in-test-'))
  standIn = await startStandIn({offers, folder, misbehave})
})

after(async () => {
  await standIn.close()
  await rm(folder, {recursive: true, force: true})
})

async function world() {
  const {variables} = standIn.ready
  return lookingWorld({
    site: {variables, allowedHosts: [new URL(variables.demo!).host], standIn: 'demo/main.ts'},
  })
}

async function lookedAt(source: Partial<Source>) {
  await using looking = await world()
  const seen = await look(datasetOf(source), looking)
  return {...seen, content: await contentOf(seen, looking)}
}

test('every kind of offer can be read as a source', async () => {
  const text = Buffer.from(table).toString()
  const overHttp = await lookedAt({url: '{demo}/itf/annuallist_2023_e.csv'})
  assert.equal(overHttp.content, text)
  assert.equal(overHttp.check?.claimedAt, '2024-03-01T01:02:03.000Z')
  assert.equal(overHttp.check?.simulated, true)

  const onShelf = await lookedAt({connector: 'folder', url: '{shelf}/hkctc/statistics.csv'})
  assert.equal(onShelf.content, text)

  const query = 'SELECT * FROM cases ORDER BY id'
  const inLedger = await lookedAt({connector: 'sql', url: 'sqlite:{ledger}', query})
  assert.equal(inLedger.content, 'id,name\r\n1,樣本一\r\n2,\r\n')

  const list = {format: 'json', url: '{demo}/park/list/v1/', nextLink: '@odata.nextLink'} as const
  const paged = await lookedAt(list)
  assert.equal(paged.snapshots[0]?.snapshot.parts.length, 3)
  assert.deepEqual(paged.content.match(/"n":\d/g), ['"n":1', '"n":2', '"n":3', '"n":4', '"n":5'])
  const empty = await lookedAt({...list, url: '{demo}/park/empty/v1/'})
  assert.equal(empty.problem?.code, 'source-no-rows')
})

test('a second look at what did not change is answered "not modified"', async () => {
  await using looking = await world()
  const dataset = datasetOf({url: '{demo}/itf/annuallist_2023_e.csv'})
  await look(dataset, looking)
  const second = await look(dataset, looking)
  assert.equal(second.check?.answer.status, 304)
  assert.equal(second.check?.outcome, 'unchanged')
})

test('only the date is enough for "not modified", and a wrong ETag outweighs it', async () => {
  const url = `${standIn.ready.variables.demo}/itf/annuallist_2023_e.csv`
  const statusWith = async (headers: {[name: string]: string}) => {
    const answer = await fetch(url, {headers})
    await answer.arrayBuffer()
    return answer.status
  }
  const since = 'Fri, 01 Mar 2024 01:02:03 GMT'
  assert.equal(await statusWith({'if-modified-since': since}), 304)
  assert.equal(await statusWith({'if-modified-since': 'Fri, 01 Mar 2024 01:02:02 GMT'}), 200)
  assert.equal(await statusWith({'if-modified-since': since, 'if-none-match': '"other"'}), 200)
})

test('its front page says what it is, in three languages', async () => {
  const page = await (await fetch(`${standIn.ready.variables.demo}/`)).text()
  for (const words of ['stand-in', 'invented sample data', '替身', '虛構的樣本', '虚构的样本'])
    assert.ok(page.includes(words), words)
  assert.ok(page.includes('/itf/annuallist_2023_e.csv'))
})

test('a path that it does not know is missing; a year without a list is a page with status 200', async () => {
  assert.equal((await lookedAt({url: '{demo}/nothing.csv'})).problem?.code, 'source-missing')
  const year = await lookedAt({url: '{demo}/itf/annuallist_2031_e.csv'})
  assert.equal(year.problem?.code, 'source-answered-html')
})

test('each way to misbehave meets its problem, and none is taken for data', async () => {
  const path = '/itf/annuallist_2023_e.csv'
  const expected = {
    'html-200': 'source-answered-html',
    'empty-200': 'source-empty',
    '404': 'source-missing',
    '500': 'source-refused',
    truncated: 'source-truncated',
    slow: 'source-too-slow',
    endless: 'source-too-large',
    'redirect-loop': 'source-redirects-endless',
    'redirect-private': 'source-address-private',
  } as const satisfies {[how in Misbehaviour]: string}
  for (const [how, code] of Object.entries(expected)) {
    misbehave.set(path, how as Misbehaviour)
    await using looking = await world()
    const dataset = datasetOf({url: `{demo}${path}`, maxBytes: 1_000_000})
    const seen = await look(dataset, looking, {limits: {totalSeconds: how === 'slow' ? 0.3 : 30}})
    assert.equal(seen.problem?.code, code, how)
    assert.deepEqual(seen.snapshots, [], how)
    assert.equal(seen.check?.outcome, 'nothing', how)
  }
  misbehave.delete(path)
  assert.equal((await lookedAt({url: `{demo}${path}`})).problem, null)
})

test('a file of the shelf that stays the same keeps its date', async () => {
  const file = join(standIn.ready.variables.shelf!, 'hkctc', 'statistics.csv')
  const {mtimeMs} = await stat(file)
  await (await startStandIn({offers, folder})).close()
  assert.equal((await stat(file)).mtimeMs, mtimeMs)
})

test('as a program it says one line, and ends with its standard input', async () => {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('../../demo/main.ts', import.meta.url))],
    {stdio: ['pipe', 'pipe', 'pipe']},
  )
  const ended = new Promise<number | null>(done => child.once('close', done))
  let complaints = ''
  child.stderr.on('data', chunk => {
    complaints += chunk
  })
  const lines: string[] = []
  const reader = createInterface({input: child.stdout}).on('line', line => lines.push(line))
  await new Promise(done => reader.once('line', done).once('close', done))
  const ready = JSON.parse(lines[0] ?? complaints) as StandInReady
  assert.equal((await fetch(ready.variables.demo!)).status, 200)
  assert.ok(existsSync(ready.variables.ledger!))
  child.stdin.end()
  assert.equal(await ended, 0)
  assert.equal(lines.length, 1)
  assert.equal(complaints, '')
  assert.ok(!existsSync(ready.variables.shelf!), 'it takes its folder away with it')
})

test('whenever and however it is stopped, it leaves no file and says nothing', async () => {
  const temporary = await mkdtemp(join(tmpdir(), 'kept-stopped-'))
  const ways = [['SIGTERM'], ['input'], ['SIGTERM', 'input'], ['SIGINT', 'input']] as const
  for (const way of ways)
    for (const moment of ['preparing', 'ready']) {
      const child = spawn(
        process.execPath,
        [fileURLToPath(new URL('../../demo/main.ts', import.meta.url))],
        {stdio: ['pipe', 'pipe', 'pipe'], env: {...process.env, TMPDIR: temporary}},
      )
      const errors: string[] = []
      child.stderr.on('data', chunk => errors.push(String(chunk)))
      const closed = once(child, 'close')
      if (moment === 'ready') await once(child.stdout.resume(), 'data')
      else while (!(await preparingIn(temporary))) await setImmediate()
      for (const stop of way)
        if (stop === 'input') child.stdin.end()
        else child.kill(stop)
      const [status] = await closed
      const said = `${way}, ${moment}`
      assert.equal(errors.join(''), '', said)
      assert.equal(status, 0, said)
      assert.deepEqual(await readdir(temporary), [], said)
    }
  await rm(temporary, {recursive: true})
})

/** Whether a first answer lies there, so that the child which writes them is at work. */
async function preparingIn(temporary: string): Promise<boolean> {
  const [folder] = await readdir(temporary)
  return folder !== undefined && existsSync(join(temporary, folder, 'served', 'answer-0'))
}

test('what all departments offer is there, once each, and the same at every start', async () => {
  const [first, second] = await Promise.all([allOffers(), allOffers()])
  assert.ok(first.length > 0)
  assert.equal(new Set(first.map(addressOf)).size, first.length)
  for (const [at, offer] of first.entries()) {
    const again = second[at]!
    if ('bytes' in offer && 'bytes' in again)
      assert.ok(Buffer.from(offer.bytes()).equals(again.bytes()), addressOf(offer))
    if ('rows' in offer && 'rows' in again) assert.deepEqual(offer.rows(), again.rows())
  }
})

test('invented names say that they are, in three languages, and differ', () => {
  for (const [name, count] of [
    [sampleCompany, 260],
    [sampleLaboratory, 180],
    [sampleUniversity, 8],
  ] as const) {
    const names = Array.from({length: count}, (_, n) => name(n))
    for (const {en, 'zh-Hant': hant, 'zh-Hans': hans} of names) {
      assert.match(en, /Sample/)
      assert.match(hant, /樣本/)
      assert.match(hans, /样本/)
    }
    assert.equal(new Set(names.map(({en}) => en)).size, count)
    assert.equal(new Set(names.map(({'zh-Hant': hant}) => hant)).size, count)
  }
})

test('chance is the same for the same seed, and stays within its bounds', () => {
  const draws = (seed: string) => Array.from({length: 1000}, seeded(seed).next)
  assert.deepEqual(draws('a'), draws('a'))
  assert.notDeepEqual(draws('a'), draws('b'))
  const {between, shuffle} = seeded('dice')
  const thrown = Array.from({length: 1000}, () => between(1, 6))
  assert.deepEqual([...new Set(thrown)].sort(), [1, 2, 3, 4, 5, 6])
  assert.deepEqual(shuffle([1, 2, 3, 4]).sort(), [1, 2, 3, 4])
})

test('a character that an encoding lacks is a mistake, never a question mark', () => {
  assert.throws(() => csv([['樣本']], {encoding: 'windows-1252'}), /cannot be written/)
  assert.equal(
    Buffer.from(csv([['嘅']], {encoding: 'big5-hkscs', lineEnd: '\n'})).toString('hex'),
    'fb480a',
  )
  assert.match(Buffer.from(htmlPage('<a>', 'b & c')).toString(), /&lt;a&gt;.*b &amp; c/s)
})
