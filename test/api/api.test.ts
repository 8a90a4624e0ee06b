import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import {openStage, type Stage} from './stage.ts'

interface Window {
  readonly id: string
  readonly kind: string
  readonly open: string
  readonly due: string
  readonly rolledFrom: string | null
}

interface Entry {
  readonly id: string
  readonly commitment: string
  readonly latest: {readonly rows: number} | null
}

let stage: Stage
before(async () => {
  stage = await openStage()
  await stage.deliver('No,Name\r\n1,Alpha\r\n2,Beta\r\n', '2026-10-05T02:00:00.000Z')
  await stage.deliver('No,Name\r\n1,Alfa\r\n3,Gamma\r\n', '2026-11-05T02:00:00.000Z')
})
after(() => stage[Symbol.asyncDispose]())

const json = (path: string) => stage.json(path)

test('readyz says 503 until we are ready, with the same body', async () => {
  stage.setReady(false)
  const early = await stage.get('/readyz')
  stage.setReady(true)
  const late = await stage.get('/readyz')
  assert.deepEqual([early.status, late.status], [503, 200])
  const expected = {
    plan: 'hk-itc-2022-2024',
    datasets: {total: 2, published: 1, held: 0, failed: 0},
  }
  assert.deepEqual(await early.json(), {ready: false, ...expected})
  assert.deepEqual(await late.json(), {ready: true, ...expected})
})

test('the plan gives 55 commitments, each with provenance, quote and cadence', async () => {
  const {total, commitments} = await json('/kept/v1/commitments')
  assert.equal(total, 55)
  assert.equal(commitments.length, 55)
  const laboratories = commitments.find((one: {id: string}) => one.id === 'D2')
  assert.equal(laboratories.dataset, 'test-laboratories')
  assert.equal(laboratories.target, '2018-06')
  assert.deepEqual(laboratories.formats, ['CSV'])
  assert.deepEqual(laboratories.cadence.period, 'P1M')
  assert.equal(laboratories.provenance.target.kind, 'stated')
  assert.match(laboratories.quote.text, /HOKLAS/)
  assert.match(laboratories.title['zh-Hans'], /获认可/)
  assert.equal(laboratories.verdict.obligation.id, 'D2:2026-10')
  assert.equal(laboratories.verdict.state, 'fulfilled')
})

test('the plan years hold 404 dated windows and 288 real-time months, 66 of them rolled', async () => {
  const all = await json('/kept/v1/obligations?from=2022-01-01&to=2024-12-31&limit=5000')
  assert.equal(all.total, 692)
  assert.equal(all.obligations.length, 692)
  const of = (kind: string): Window[] => all.obligations.filter((one: Window) => one.kind === kind)
  assert.equal(of('realtime').length, 288)
  const dated = [...of('periodic'), ...of('release')]
  assert.equal(dated.length, 404)
  assert.equal(dated.filter(one => one.rolledFrom !== null).length, 66)
})

test('dates are local, and due is the last day after rolling', async () => {
  const {total, obligations} = await json(
    '/kept/v1/obligations?commitment=D2&from=2023-09-01&to=2023-12-31',
  )
  assert.equal(total, 4)
  const windows = obligations.map(({open, due, rolledFrom}: Window) => [open, due, rolledFrom])
  assert.deepEqual(windows, [
    ['2023-09-01', '2023-10-03', '2023-09-30'],
    ['2023-10-01', '2023-10-31', null],
    ['2023-11-01', '2023-11-30', null],
    ['2023-12-01', '2024-01-02', '2023-12-31'],
  ])
})

test('limit and offset page through the same list, and total stays', async () => {
  const path = '/kept/v1/obligations?from=2022-01-01&to=2022-12-31'
  const whole = await json(path)
  const page = await json(`${path}&limit=10&offset=5`)
  assert.equal(page.total, whole.total)
  assert.deepEqual(page.obligations, whole.obligations.slice(5, 15))
})

test('a verdict as of an earlier time knows nothing that came later', async () => {
  const at = async (asOf: string) => {
    const {obligations} = await json(
      `/kept/v1/obligations?commitment=D2&from=2026-10-01&to=2026-10-31&asOf=${asOf}`,
    )
    return obligations[0].verdict
  }
  assert.equal(await at('2026-09-29'), 'scheduled')
  assert.equal(await at('2026-09-30'), 'open') // its end is the first moment of October
  assert.equal(await at('2026-11-04'), 'unknown') // we had not looked again
  assert.equal(await at('2026-11-05'), 'fulfilled')
})

test('an obligation is explained step by step, with the very records', async () => {
  const found = await json('/kept/v1/obligations/D2:2026-10')
  assert.equal(found.obligation.verdict, 'fulfilled')
  assert.ok(found.reasons.length >= 2)
  for (const {text} of found.reasons)
    for (const language of ['zh-Hant', 'zh-Hans', 'en']) assert.ok(text[language].length > 0)
  assert.deepEqual(
    found.evidence.map((one: {id: string}) => one.id),
    found.obligation.evidence,
  )
  const [first] = found.obligation.evidence
  assert.equal((await json(`/kept/v1/evidence/${first}`)).id, first)
})

test('datasets are listed in order with what is newest of each', async () => {
  const {total, datasets} = await json('/kept/v1/datasets')
  assert.equal(total, 2)
  assert.deepEqual(
    datasets.map(({id, commitment, latest}: Entry) => [id, commitment, latest?.rows ?? null]),
    [
      ['test-laboratories', 'D2', 2],
      ['test-bodies', 'D3', null],
    ],
  )
  assert.ok(datasets[0].formats.includes('CSV'))
  assert.equal(datasets[0].latest.sample, true)
})

test('a search finds in any of the languages, and lang chooses the label', async () => {
  for (const q of ['HOKLAS', 'D2', '實驗所', '实验所', 'laborator']) {
    const found = await json(`/kept/v1/datasets?q=${encodeURIComponent(q)}&lang=zh-Hans`)
    assert.equal(found.datasets[0]?.id, 'test-laboratories', q)
    assert.equal(found.datasets[0].label, '获认可实验所')
  }
  assert.equal((await json('/kept/v1/datasets?q=zebra')).total, 0)
})

test('versions are listed newest first, and each leads to files that exist', async () => {
  const {total, versions} = await json('/kept/v1/datasets/test-laboratories/versions')
  assert.equal(total, 2)
  assert.ok(versions[0].issued > versions[1].issued)
  assert.equal(versions[0].previousVersion, versions[1].version)
  const one = await json(versions[1].url)
  assert.deepEqual(one, versions[1])
  for (const {url, byteSize} of one.distributions) {
    const bytes = await (await stage.get(url)).arrayBuffer()
    assert.equal(bytes.byteLength, byteSize, url)
  }
})

test('a report, rows and a difference of versions can be read', async () => {
  const base = '/kept/v1/datasets/test-laboratories/versions/latest'
  const {report} = await json(`${base}/report`)
  assert.equal(report.verdict, 'publishable')
  assert.deepEqual((await json(`${base}/rows?limit=1&offset=1`)).rows, [{No: 3, Name: 'Gamma'}])
  const {diff} = await json(`${base}/diff`)
  assert.deepEqual(diff.rows, {joined: 1, left: 1, changed: 1, unchanged: 0})
  const {versions} = await json('/kept/v1/datasets/test-laboratories/versions')
  const reversed = await json(
    `/kept/v1/datasets/test-laboratories/versions/${versions[1].version}/diff?from=${versions[0].version}`,
  )
  assert.equal(reversed.diff.after, versions[1].version)
  const first = await stage.get(
    `/kept/v1/datasets/test-laboratories/versions/${versions[1].version}/diff`,
  )
  assert.equal((await first.json()).code, 'nothing-to-compare')
})

test('the scoreboard is a file in JSON and in CSV, with the same due dates', async () => {
  const {total, verdicts} = await json('/kept/v1/verdicts.json?asOf=2026-11-10')
  const answer = await stage.get('/kept/v1/verdicts.csv?asOf=2026-11-10')
  assert.match(answer.headers.get('content-type')!, /^text\/csv/)
  const [heading, ...lines] = (await answer.text()).trimEnd().split('\r\n')
  assert.equal(lines.length, total)
  const columns = heading!.split(',')
  const due = lines.map(line => [line.split(',')[0], line.split(',')[columns.indexOf('due')]])
  const plain = lines.every(line => !line.includes('"'))
  if (plain)
    assert.deepEqual(
      due,
      verdicts.map((one: Window) => [one.id, one.due]),
    )
  assert.ok(plain, 'no cell of this board needs quotes, so that lines can be compared as they are')
})

test('publishers are counted by verdict, and the counts are those of the board', async () => {
  const {publishers} = await json('/kept/v1/publishers?asOf=2026-11-10')
  const {total} = await json('/kept/v1/verdicts.json?asOf=2026-11-10')
  const sum = publishers
    .flatMap((one: {counts: Record<string, number>}) => Object.values(one.counts))
    .reduce((one: number, other: number) => one + other, 0)
  assert.equal(sum, total)
})

test('a held delivery is listed with its findings and without a cell of it', async () => {
  await using own = await openStage()
  const rows = Array.from({length: 40}, (_, at) => `${at},Name ${at}\r\n`).join('')
  await own.deliver(`No,Name\r\n${rows}`, '2026-10-05T02:00:00.000Z')
  await own.deliver('No,Name\r\n1,Secret name\r\n', '2026-11-05T02:00:00.000Z')
  const answer = await own.get('/kept/v1/problems')
  const text = await answer.text()
  const [held] = JSON.parse(text).problems
  assert.equal(held.dataset, 'test-laboratories')
  assert.equal(held.outcome, 'held')
  assert.ok(held.findings.length > 0)
  assert.doesNotMatch(text, /Secret/)
  const latest = await (await own.get('/datasets/test-laboratories/latest.csv')).text()
  assert.doesNotMatch(latest, /Secret/)
  const {datasets} = await own.json('/readyz')
  assert.deepEqual(datasets, {total: 2, published: 1, held: 1, failed: 0})
})

test('without a plan there are no promises, and it is said what to do', async () => {
  await using own = await openStage()
  await own.world.records.write<{plan_editions: object}>().deleteFrom('plan_editions').execute()
  const answer = await own.get('/kept/v1/commitments')
  assert.equal(answer.status, 404)
  assert.equal((await answer.json()).code, 'no-plan')
})

test('JSON answers can be asked for again only if they changed', async () => {
  const path = '/kept/v1/datasets/test-laboratories'
  const etag = (await stage.get(path)).headers.get('etag')!
  const again = await stage.get(path, {'if-none-match': etag})
  assert.equal(again.status, 304)
  assert.equal(await again.text(), '')
})

test('samples are marked in a header as well', async () => {
  assert.equal((await stage.get('/kept/v1/datasets')).headers.get('x-kept-sample'), 'true')
})
