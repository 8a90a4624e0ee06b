import assert from 'node:assert/strict'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {test} from 'node:test'
import {offersLedger} from '../../demo/offers-ledger.ts'
import {prepare} from '../../demo/prepare.ts'
import {datasetOf} from './department.ts'

const dataset = datasetOf('D50')

/** What the dataset's query answers over the stand-in's ledger. */
async function spending(): Promise<readonly {readonly [column: string]: unknown}[]> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-ledger-'))
  try {
    const {ledger} = await prepare(offersLedger, folder)
    const database = new DatabaseSync(ledger, {readOnly: true})
    const rows = database.prepare(dataset.source?.query ?? '').all()
    database.close()
    return rows
  } finally {
    await rm(folder, {recursive: true, force: true})
  }
}

test('the ledger answers the columns that are declared, in their order', async () => {
  const rows = await spending()
  assert.equal(rows.length, 18 * 5)
  assert.deepEqual(
    Object.keys(rows[0] ?? {}),
    dataset.tableSchema.fields.map(({name}) => name),
  )
})

test('what was spent to date is the sum of the quarters of its financial year', async () => {
  const rows = await spending()
  for (const row of rows) {
    const quarters = rows.filter(
      other =>
        other.財政年度 === row.財政年度 &&
        other.分目 === row.分目 &&
        Number(other.季度) <= Number(row.季度),
    )
    const sum = quarters.reduce((total, quarter) => total + Number(quarter.季度開支), 0)
    assert.equal(sum, row.累積開支)
  }
})

test('the query says its order, so that the same rows are the same bytes', () => {
  assert.match(dataset.source?.query ?? '', /ORDER BY quarter_end, subhead$/)
})
