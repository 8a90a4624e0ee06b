import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {test} from 'node:test'
import {ingest} from '../../src/ingest/ingest.ts'
import {periodOfDay} from '../../src/ingest/period.ts'
import type {Release} from '../../src/model/dataset.ts'
import type {Field} from '../../src/model/table-schema.ts'
import type {Snapshot} from '../../src/model/version.ts'
import {askJob} from '../../src/store/ask.ts'
import {validate} from '../../src/validate/validate.ts'
import {testWorld} from '../world.ts'
import {field} from './table.ts'

const fields = [field('Name'), field('Date', {type: 'date', role: 'period'})]

/** Ingests a CSV in a worker, as a refresh does, and judges it there. */
async function refreshed(
  text: string,
  periodFrom: Release['periodFrom'],
  given = fields as readonly Field[],
) {
  await using world = await testWorld()
  const bytes = new TextEncoder().encode(text)
  const checksum = createHash('sha256').update(bytes).digest('hex')
  const key = `snapshots/${checksum}`
  await world.objects.put(key, bytes)
  const snapshot: Snapshot = {
    dataset: 'example',
    issue: '2016-11-30',
    takenAt: '2024-03-31T17:00:00.000Z', // already April in Hong Kong
    url: 'https://data.example/a.csv',
    parts: [{key, checksum, byteSize: bytes.length, mediaType: 'text/csv'}],
    contentHash: checksum,
    claimedAt: null,
    sample: true,
  }
  const tableSchema = {fields: given, primaryKey: ['Name']}
  const release: Release = {kind: 'full', calendar: 'financial-year', periodFrom}
  const dataset = {id: 'example', tableSchema, release}
  const worker = await world.tables.lease()
  const table = await ingest(snapshot, {dialect: {}, format: 'csv'}, dataset, worker, world)
  const subject = {dataset, contentHash: checksum, findings: table.findings, before: null}
  const report = await validate({...subject, approved: false, seenOn: '2024-04-01'}, questions =>
    worker.run(askJob, {questions, before: null}),
  )
  await worker.release()
  return {table, report}
}

const csv = 'Name,Date\na,2023-03-31\nb,2023-04-01\n'

test('a snapshot becomes typed rows and a report in a worker', async () => {
  const {table, report} = await refreshed(csv, {from: 'issue'})
  assert.deepEqual(table, {
    rows: 2,
    footnotes: [],
    findings: [],
    encoding: 'utf-8',
    period: '2016-11-30',
  })
  assert.deepEqual([report.verdict, report.rows, report.profile.length], ['publishable', 2, 2])
})

test('the period is the largest date of a column, in the calendar of the release', async () => {
  const {table} = await refreshed(csv, {from: 'column', field: 'Date'})
  assert.equal(table.period, '2023-24')
})

test('the period is the day of delivery in the time zone of the site', async () => {
  const {table} = await refreshed(csv, {from: 'delivery'})
  assert.equal(table.period, '2024-04-01')
})

test('a financial year begins on 1 April', () => {
  assert.equal(periodOfDay('2024-03-31', 'financial-year'), '2023-24')
  assert.equal(periodOfDay('2024-04-01', 'financial-year'), '2024-25')
  assert.equal(periodOfDay('1999-12-31', 'financial-year'), '1999-00')
  assert.equal(periodOfDay('2024-07-01', 'half-year'), '2024-H2')
  assert.equal(periodOfDay('2024-06-30', 'quarter'), '2024-Q2')
})
