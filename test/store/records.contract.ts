import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Migration, Records} from '../../src/store/records.ts'

interface Tables {
  things: {id: string; amount: number; body: string | null}
}

const migrations: readonly Migration[] = [
  {
    name: 'things-001',
    statements: ['create table things (id text primary key, amount integer not null, body text)'],
  },
]

/** What every store of records promises. */
export function recordsContract(name: string, open: () => Promise<Records>): void {
  async function opened(): Promise<Records> {
    const records = await open()
    await records.migrate(migrations)
    return records
  }
  const all = (records: Records) =>
    records.read<Tables>().selectFrom('things').selectAll().orderBy('id').execute()
  const add = (records: Records, id: string) =>
    records.write<Tables>().insertInto('things').values({id, amount: 1, body: null}).execute()

  test(`${name}: what was written is read, with its types`, async () => {
    const records = await opened()
    await records
      .write<Tables>()
      .insertInto('things')
      .values({id: 'a', amount: 9007199254740991, body: '嘅咗堃'})
      .execute()
    assert.deepEqual(
      (await all(records)).map(row => ({...row})),
      [{id: 'a', amount: 9007199254740991, body: '嘅咗堃'}],
    )
    await records.close()
  })

  test(`${name}: a migration runs once, however often it is asked for`, async () => {
    const records = await opened()
    await add(records, 'a')
    await records.migrate(migrations)
    assert.equal((await all(records)).length, 1)
    await records.close()
  })

  test(`${name}: a transaction that fails leaves nothing`, async () => {
    const records = await opened()
    const failed = records.transaction(async inside => {
      await add(inside, 'a')
      assert.equal((await all(inside)).length, 1, 'it sees its own writing')
      throw new Error('no')
    })
    await assert.rejects(failed, /no/)
    assert.equal((await all(records)).length, 0)
    await records.close()
  })

  test(`${name}: a stranger's statement does not join an open transaction`, async () => {
    const records = await opened()
    let proceed: () => void = () => {}
    const held = new Promise<void>(resolve => {
      proceed = resolve
    })
    const failing = records.transaction(async inside => {
      await add(inside, 'mine')
      await held
      throw new Error('undone')
    })
    const stranger = add(records, 'theirs')
    proceed()
    await assert.rejects(failing, /undone/)
    await stranger
    assert.deepEqual(
      (await all(records)).map(row => row.id),
      ['theirs'],
    )
    await records.close()
  })

  test(`${name}: many writers at once all get their turn`, async () => {
    const records = await opened()
    await Promise.all(Array.from({length: 50}, (_, index) => add(records, `t${index}`)))
    assert.equal((await all(records)).length, 50)
    await records.close()
  })
}
