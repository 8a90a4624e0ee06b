import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import {ingest} from '../../src/ingest/ingest.ts'
import type {TableSchema} from '../../src/model/table-schema.ts'
import type {Report, Snapshot} from '../../src/model/version.ts'
import {askJob} from '../../src/store/ask.ts'
import {identifier} from '../../src/store/tables.ts'
import {validate} from '../../src/validate/validate.ts'
import {testWorld} from '../world.ts'
import {bytesAt, issues, type OfferedIssue} from './department.ts'
import {rowsJob} from './rows-job.ts'

const world = await testWorld()
const worker = await world.tables.lease()
after(async () => {
  await worker.release()
  await world[Symbol.asyncDispose]()
})

/** An issue read, cast and judged, as the first of its dataset or after one of another schema. */
async function judged(
  {dataset, issue, path}: OfferedIssue,
  before: TableSchema | null = null,
): Promise<Report> {
  const {key, byteSize, checksum} = await world.objects.put(
    `snapshots${path.replaceAll('/', '-')}`,
    bytesAt(path),
  )
  const snapshot: Snapshot = {
    dataset: dataset.id,
    issue: issue.id,
    takenAt: world.now(),
    url: path,
    parts: [{key, byteSize, checksum, mediaType: null}],
    contentHash: checksum,
    claimedAt: null,
    sample: issue.sample,
  }
  const table = await ingest(snapshot, issue, dataset, worker, world)
  assert.equal(table.period, issue.id, path)
  return validate(
    {
      dataset,
      contentHash: checksum,
      findings: table.findings,
      before: before && {schema: before},
      approved: false,
      seenOn: '2026-11-23',
    },
    questions => worker.run(askJob, {questions, before: null}),
  )
}

function issueOf(commitment: string, id: string): OfferedIssue {
  const found = issues.find(one => one.dataset.commitment === commitment && one.issue.id === id)
  assert.ok(found, `${commitment} ${id}`)
  return found
}

/** The typed rows of an issue, the columns that are asked for. */
async function typed(commitment: string, id: string, columns: readonly string[]) {
  const issue = issueOf(commitment, id)
  await judged(issue)
  const list = columns.map(identifier).join(', ')
  return worker.run(rowsJob, `SELECT ${list} FROM typed ORDER BY _row`)
}

test('every issue is publishable as it stands', async () => {
  for (const issue of issues) {
    const {verdict, findings, rows} = await judged(issue)
    const worst = JSON.stringify(findings.filter(({severity}) => severity !== 'notes'))
    assert.equal(verdict, 'publishable', `${issue.path}: ${worst}`)
    assert.ok(rows > 0 && rows <= 400, `${issue.path}: ${rows} rows`)
  }
})

test('marks leave the numbers of December 2016 and are kept beside them', async () => {
  const columns = ['Programme', 'Approved Projects', 'Funds Approved']
  const rows = await typed('D34', '2016-12-31', columns)
  assert.deepEqual(rows[1], ['General Support Programme', '2578', '1021.7'])
  assert.deepEqual(rows.at(-1), ['Total:', '5805', '11898.4'])
  const marks = (await typed('D34', '2016-12-31', ['Notes'])).map(([mark]) => mark)
  assert.match(String(marks.at(-1)), /\*.*\*\*/)
  assert.equal(marks[0], null)
})

test('spaces between thousands and Simplified headings of 2025 are read', async () => {
  const rows = await typed('D34', '2025-12-31', [
    'Programme',
    'Approved Projects',
    'Funds Approved',
  ])
  assert.equal(rows.length, 20)
  assert.deepEqual(rows[0], ['创新及科技支援计划', '3565', '13226.8'])
  const counts = rows.slice(0, -1).map(([, count]) => Number(count))
  assert.equal(
    counts.reduce((sum, count) => sum + count, 0),
    82_133,
  )
})

test('merged headings of January 2024 become rows', async () => {
  const rows = await typed('D35', '2024-01-31', ['行业', '资助计划', '数目', '百万元'])
  assert.equal(rows.length, 9 * 11)
  assert.deepEqual(rows[0], ['生物科技', '创新及科技支援计划', '357', '771.8'])
  assert.deepEqual(rows.at(-1), ['总计', '总计', '67788', '40408.4'])
})

test('a cell of the excerpt that was not seen is empty, not zero', async () => {
  const rows = await typed('D36', '2025-09-30', ['科技範疇', '資助計劃', '數目'])
  const materials = rows.filter(([area]) => area === '材料科學')
  assert.deepEqual(materials.map(([, , count]) => count).slice(0, 3), ['340', '19', null])
})

test('the year without a date keeps a total without a name', async () => {
  const rows = await typed('D38', 'undated-b', ['Programme', 'Approved Projects'])
  assert.deepEqual(rows.at(-1), [null, '17946'])
})

test('nobody to ask for is published of a register', async () => {
  const {profile} = await judged(issueOf('D2', '2026-10-31'))
  assert.ok(profile.length > 0)
  assert.ok(!profile.some(({field}) => field === 'Enquiry'))
})

test('a column that is never published is no column that went away', async () => {
  const month = issueOf('D2', '2026-10-31')
  const {verdict} = await judged(month, month.dataset.tableSchema)
  assert.equal(verdict, 'publishable')
})

test('the list of 2020 is rejected for its unit', async () => {
  const path = '/itf/annuallist_2020_e.csv'
  const {issue, dataset} = issueOf('D41', '2021')
  const {verdict, findings} = await judged({dataset, path, declared: null, issue})
  assert.equal(verdict, 'rejected')
  assert.ok(
    findings.some(({field, type}) => type === 'unit-error' && field === 'Funds Approved ($M)'),
  )
})
