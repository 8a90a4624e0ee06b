import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {after, test} from 'node:test'
import {ingest} from '../../src/ingest/ingest.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import {publishedSchema} from '../../src/model/published-schema.ts'
import type {Report, Snapshot, SnapshotPart} from '../../src/model/version.ts'
import {askJob} from '../../src/store/ask.ts'
import {identifier} from '../../src/store/tables.ts'
import {validate} from '../../src/validate/validate.ts'
import {testWorld} from '../world.ts'
import {datasetOf, datasets, issues, issuesFor, type OfferedIssue, site} from './bodies.ts'
import {rowsJob} from './rows-job.ts'

const world = await testWorld()
const worker = await world.tables.lease()
after(async () => {
  await worker.release()
  await world[Symbol.asyncDispose]()
})

async function snapshotOf({dataset, issue, parts}: OfferedIssue): Promise<Snapshot> {
  const stored: SnapshotPart[] = []
  for (const bytes of parts) {
    const checksum = createHash('sha256').update(bytes).digest('hex')
    const {key, byteSize} = await world.objects.put(`snapshots/${checksum}`, bytes)
    stored.push({key, byteSize, checksum, mediaType: null})
  }
  return {
    dataset: dataset.id,
    issue: issue.id,
    takenAt: world.now(),
    url: issue.url,
    parts: stored,
    contentHash: stored.map(({checksum}) => checksum).join('-'),
    claimedAt: null,
    sample: issue.sample,
  }
}

/** Reads and casts an issue, and judges it as on its first day. */
async function judged(offered: OfferedIssue): Promise<{report: Report; period: string | null}> {
  const {dataset, issue} = offered
  const snapshot = await snapshotOf(offered)
  const table = await ingest(snapshot, issue, dataset, worker, world)
  const report = await validate(
    {
      dataset,
      contentHash: snapshot.contentHash,
      findings: table.findings,
      before: null,
      approved: false,
      seenOn: '2026-11-23',
    },
    questions => worker.run(askJob, {questions, before: null}),
  )
  return {report, period: table.period}
}

/** Columns of the typed rows of an issue, the newest unless another is named. */
async function typed(commitment: string, columns: readonly string[], id?: string) {
  const of = issuesFor(commitment)
  const offered = id === undefined ? of.at(-1) : of.find(({issue}) => issue.id === id)
  assert.ok(offered, `${commitment} ${id}`)
  await ingest(await snapshotOf(offered), offered.issue, offered.dataset, worker, world)
  const list = columns.map(identifier).join(', ')
  return worker.run(rowsJob, `SELECT ${list} FROM typed ORDER BY _row`)
}

test('every issue is publishable as it stands, with nothing to note', async () => {
  for (const offered of issues) {
    const {report, period} = await judged(offered)
    const name = `${offered.dataset.commitment} ${offered.issue.id}`
    assert.equal(report.verdict, 'publishable', `${name}: ${JSON.stringify(report.findings)}`)
    assert.deepEqual(report.findings, [], name)
    assert.ok(report.rows > 0 && report.rows <= 400, name)
    assert.ok(period, name)
  }
})

test('a release is about the period that its issue is named after', async () => {
  const expected: readonly (readonly [commitment: string, periods: readonly string[]])[] = [
    ['D5', ['2022']],
    ['D7', ['2022', '2023', '2024']],
    ['D16', ['2022-06-30', '2025-06-30', '2025-12-31', '2026-06-30']],
    ['D19', ['2022-06-30', '2025-06-30', '2025-12-31', '2026-06-30']],
    ['D20', ['2022-23', '2023-24', '2024-25']],
    ['D24', ['2026-08', '2026-09', '2026-10']],
    ['D26', ['2024-03-31', '2025-03-31', '2026-03-31']],
    ['D28', ['2023-24', '2024-25', '2025-26']],
    ['D33', ['2026-11-20']],
    ['D49', ['2022-23', '2023-24', '2024-25']],
  ]
  for (const [commitment, periods] of expected) {
    const found: (string | null)[] = []
    for (const offered of issuesFor(commitment)) found.push((await judged(offered)).period)
    assert.deepEqual(found, periods, commitment)
  }
})

test('every cell of a coded column is known to its code list', async () => {
  const unknown: string[] = []
  for (const offered of issues) {
    const coded = offered.dataset.tableSchema.fields.filter(({codes}) => codes !== undefined)
    if (coded.length === 0) continue
    await ingest(await snapshotOf(offered), offered.issue, offered.dataset, worker, world)
    for (const {name, codes} of coded) {
      const known = spellings(codes!)
      const query = `SELECT DISTINCT ${identifier(name)} FROM typed`
      for (const [cell] of await worker.run(rowsJob, query))
        if (!known.has(String(cell))) unknown.push(`${offered.dataset.commitment} ${name}: ${cell}`)
    }
  }
  assert.deepEqual(unknown, [])
})

function spellings(id: string): ReadonlySet<string> {
  const list = site.codeLists.find(one => one.id === id)
  return new Set(
    (list?.codes ?? []).flatMap(({code, label, also = []}) => [
      code,
      ...Object.values(label),
      ...also,
    ]),
  )
}

test('every code of the Park’s and the Council’s lists is used', async () => {
  const seen = new Map<string, Set<string>>()
  for (const dataset of datasets) for (const cell of await codedCells(dataset)) add(seen, cell)
  for (const {id, codes} of site.codeLists.filter(one => seen.has(one.id)))
    for (const {code, label, also = []} of codes)
      assert.ok(
        [code, ...Object.values(label), ...also].some(spelling => seen.get(id)!.has(spelling)),
        `${id}: ${code}`,
      )
  assert.ok(seen.size >= 15)
})

async function codedCells(dataset: Dataset): Promise<[list: string, cell: string][]> {
  const coded = publishedSchema(dataset.tableSchema).fields.filter(({codes}) => codes)
  if (coded.length === 0) return []
  const rows = await typed(
    dataset.commitment,
    coded.map(({name}) => name),
  )
  return rows.flatMap(row => coded.map(({codes}, at): [string, string] => [codes!, `${row[at]}`]))
}

function add(seen: Map<string, Set<string>>, [list, cell]: [string, string]): void {
  seen.set(list, (seen.get(list) ?? new Set()).add(cell))
}

test('the charts of the Council are read as they were transcribed', async () => {
  const rows = await typed('D5', columnsOf('D5'))
  assert.equal(rows.length, 14)
  assert.deepEqual(rows[0], ['2009', '690', '16250'])
  assert.deepEqual(rows.at(-1), ['2022', '950', '19730'])
  assert.deepEqual(await typed('D6', columnsOf('D6')), [
    ['2019', '14970', '7338'],
    ['2020', '14925', '6714'],
    ['2021', '20030', '9285'],
    ['2022', '24899', '10887'],
  ])
})

test('the indicators of 2024/25 are the Council’s own figures', async () => {
  const rows = await typed('D20', columnsOf('D20'))
  assert.equal(rows.length, 9)
  assert.deepEqual(rows[1], ['2024-25', '綜合學習課程學員人數', '21836', '13500'])
  assert.deepEqual(rows.at(-1), ['2024-25', '學員滿意指數', '9.5', '8.6'])
})

test('years across the heading become rows', async () => {
  const rows = await typed('D7', columnsOf('D7'), '2022')
  assert.equal(rows.length, 5 * 4)
  assert.deepEqual(rows[0]?.slice(0, 2), ['測試 Testing', '2019'])
  const shares = rows.filter(([service]) => service === '總計 Total').map(([, , , share]) => share)
  assert.deepEqual(shares, ['100', '100', '100', '100'])
})

test('rows add up to their total in every year', async () => {
  for (const commitment of ['D7', 'D8', 'D9', 'D10', 'D11', 'D13']) {
    const rows = await typed(commitment, columnsOf(commitment))
    for (const year of ['2019', '2021', '2024']) {
      const own = rows.filter(([, at]) => at === year)
      const parts = own.filter(([name]) => name !== '總計 Total')
      const total = own.find(([name]) => name === '總計 Total')
      const sum = parts.reduce((so, row) => so + Number(row[2]), 0)
      assert.equal(sum, Number(total?.[2]), `${commitment} ${year}`)
    }
  }
})

test('the newest year of an edition is revised by the next', async () => {
  const of = async (id: string) =>
    (await typed('D7', columnsOf('D7'), id)).filter(([, year]) => year === '2022')
  const [before, after] = [await of('2022'), await of('2023')]
  assert.equal(before.length, 5)
  assert.notDeepEqual(before, after)
  const older = async (id: string) =>
    (await typed('D7', columnsOf('D7'), id)).filter(([, year]) => year === '2021')
  assert.deepEqual(await older('2022'), await older('2024'))
})

test('figures that were kept back are empty, and the total still holds them', async () => {
  const rows = (await typed('D12', columnsOf('D12'))).filter(([, year]) => year === '2019')
  const hidden = rows.filter(([, , persons]) => persons === null).map(([name]) => name)
  assert.deepEqual(hidden, ['博士學位 Doctoral degree', '副學位 Sub-degree'])
  const shown = rows.slice(0, -1).reduce((sum, row) => sum + Number(row[2] ?? 0), 0)
  assert.ok(shown < Number(rows.at(-1)?.[2]))
})

test('a heading merged over three columns heads each of them', async () => {
  const rows = await typed('D15', columnsOf('D15'))
  assert.equal(rows.length, 6)
  for (const [, all, small, large] of rows.map(row => row.map(Number))) {
    assert.ok(Math.min(small!, large!) <= all! && all! <= Math.max(small!, large!))
  }
})

test('a provisional figure is a number, its mark stands beside it', async () => {
  const rows = await typed('D17', columnsOf('D17'))
  const newest = rows.at(-1)
  assert.match(String(newest?.[1]), /^\d{3}\.\d$/)
  assert.match(String(newest?.[2]), /\*/)
  assert.equal(rows[0]?.[2], null)
})

test('the largest fifty hold at least what the largest five hold', async () => {
  const rows = await typed('D18', columnsOf('D18'))
  assert.equal(rows.length, 6 * 4)
  for (let first = 0; first < rows.length; first += 4) {
    const shares = rows.slice(first, first + 4).map(row => Number(row[2]))
    assert.deepEqual(
      shares,
      shares.toSorted((a, b) => a - b),
    )
  }
})

test('quotas by area add up to all quotas, as at each day', async () => {
  for (const {issue} of issuesFor('D19')) {
    const rows = await typed('D19', columnsOf('D19'), issue.id!)
    const [all] = await typed('D16', columnsOf('D16'), issue.id!)
    const sum = rows.slice(0, -1).reduce((so, row) => so + Number(row[1]), 0)
    assert.equal(sum, Number(rows.at(-1)?.[1]))
    assert.equal(sum, Number(all?.[1]))
  }
})

test('quotas to date never fall', async () => {
  const totals: number[] = []
  for (const {issue} of issuesFor('D16'))
    totals.push(Number((await typed('D16', columnsOf('D16'), issue.id!))[0]?.[1]))
  assert.deepEqual(
    totals,
    totals.toSorted((a, b) => a - b),
  )
})

test('the Park counts as many companies as its directory lists', async () => {
  const [figure] = await typed('D24', columnsOf('D24'))
  const companies = await typed('D29', ['name_EN', 'cluster', 'email'])
  assert.equal(companies.length, Number(figure?.[1]))
  assert.equal(new Set(companies.map(([name]) => name)).size, companies.length)
})

test('names that stand beside samples say that they are samples', async () => {
  const named = [
    ['D21', ['name_EN', 'name_TC', 'name_SC']],
    ['D22', ['name_EN', 'name_TC', 'name_SC']],
    ['D23', ['name_EN', 'name_TC', 'name_SC']],
    ['D29', ['name_EN', 'name_TC', 'name_SC', 'address_EN', 'address_TC']],
    ['D30', ['company_EN', 'company_TC']],
    ['D31', ['title_EN', 'title_TC', 'title_SC', 'company_EN', 'company_TC']],
    ['D32', ['name_EN', 'name_TC', 'name_SC']],
    ['D33', ['name_EN', 'name_TC', 'name_SC']],
    ['D49', ['研發中心']],
  ] as const
  for (const [commitment, columns] of named)
    for (const row of await typed(commitment, columns))
      for (const cell of row) assert.match(String(cell), /樣本|样本|Sample/, commitment)
})

test('addresses in samples lead nowhere', async () => {
  const columns = [
    ['D29', ['website', 'email']],
    ['D30', ['applyEmail']],
    ['D31', ['url']],
  ] as const
  for (const [commitment, names] of columns)
    for (const row of await typed(commitment, names))
      for (const cell of row) assert.match(String(cell), /[@/]sample-\d{3}\.example(\/|$)/)
})

test('all eight parameters of the air and all three routes are there', async () => {
  const parameters = new Set((await typed('D33', ['parameter'])).map(([name]) => name))
  assert.equal(parameters.size, 8)
  const routes = new Set((await typed('D32', ['route'])).map(([name]) => name))
  assert.deepEqual([...routes].sort(), ['272K', '272S', '43P'])
})

test('no reading is not zero', async () => {
  const queues = (await typed('D32', ['people'])).map(([people]) => people)
  assert.equal(queues.filter(people => people === null).length, 1)
})

const columnsOf = (commitment: string) =>
  publishedSchema(datasetOf(commitment).tableSchema).fields.map(({name}) => name)
