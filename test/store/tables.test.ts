import assert from 'node:assert/strict'
import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import type {Job} from '../../src/store/tables.ts'
import {openDuckdbTables} from '../../src/store/tables-duckdb.ts'
import {Problem} from '../../src/text/problem.ts'

const job = (name: string): Job<unknown, unknown> => ({
  module: import.meta.resolve('./tables-jobs.ts'),
  name,
})

const tables = openDuckdbTables({
  workersMax: 2,
  scratch: await mkdtemp(join(tmpdir(), 'kept-tables-')),
  idleSeconds: 60,
  memoryMegabytes: 256,
})
after(() => tables.close())

test('a job runs in a child, with a database that is forgotten at release', async () => {
  for (const count of [5000, 3]) {
    const worker = await tables.lease()
    assert.deepEqual(await worker.run(job('countTo'), count), [
      String(count),
      String(Math.ceil(count / 2)),
      count,
    ])
    await worker.release()
  }
})

test('what JavaScript numbers cannot hold comes as text', async () => {
  const worker = await tables.lease()
  assert.deepEqual(await worker.run(job('exactly'), null), [
    '9007199254740993',
    '1.10',
    '2024-02-29',
    null,
    true,
    'x',
  ])
  assert.deepEqual(await worker.run(job('bindsValues'), "'; drop"), ["'; drop", '7'])
  await worker.release()
})

test('a problem in a child is the same problem here', async () => {
  const worker = await tables.lease()
  await assert.rejects(
    worker.run(job('objects'), null),
    (error: unknown) => error instanceof Problem && error.code === 'object-missing',
  )
  await worker.release()
})

test('a job without end is stopped, and the next one gets a new child', async () => {
  const worker = await tables.lease()
  await assert.rejects(
    worker.run(job('never'), null, {seconds: 1}),
    (error: unknown) => error instanceof Problem && error.code === 'took-too-long',
  )
  await worker.release()
  const next = await tables.lease()
  assert.deepEqual(await next.run(job('countTo'), 1), ['1', '1', 1])
  await next.release()
})

test('a child that dies is a problem, not a crash', async () => {
  const worker = await tables.lease()
  await assert.rejects(
    worker.run(job('dies'), null),
    (error: unknown) => error instanceof Problem && error.code === 'worker-died',
  )
  await worker.release()
})

test('a third lease waits for one of two workers', async () => {
  const first = await tables.lease()
  const second = await tables.lease()
  let third = 'waits'
  const coming = tables.lease().then(worker => {
    third = 'came'
    return worker
  })
  assert.equal(third, 'waits')
  await first.release()
  await (await coming).release()
  assert.equal(third, 'came')
  await second.release()
})
