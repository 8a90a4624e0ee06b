import assert from 'node:assert/strict'
import {test} from 'node:test'
import {latestVersions, outcomesOf} from '../../src/catalog/catalog.ts'
import {migrations} from '../../src/command/migrations.ts'
import {nextLook} from '../../src/schedule/due.ts'
import {claim, dueJobs, dueTimes, ensureJobs, finish} from '../../src/schedule/jobs.ts'
import {refreshAll} from '../../src/schedule/schedule.ts'
import {datasetOf, openStage} from '../journeys/stage.ts'
import {threeFields} from '../journeys/three-fields.ts'
import {testWorld} from '../world.ts'

const daily = {daily: '15 6 * * *', timeZone: 'Asia/Hong_Kong'}

test('the next look is at the daily time of the site, in its own zone', () => {
  assert.equal(nextLook('2026-11-23T02:00:00.000Z', 0, daily), '2026-11-23T22:15:00.000Z')
  assert.equal(nextLook('2026-11-23T22:15:00.000Z', 0, daily), '2026-11-24T22:15:00.000Z')
})

test('after a failure the look is sooner, then later, and never later than the daily one', () => {
  const now = '2026-11-23T02:00:00.000Z'
  assert.equal(nextLook(now, 1, daily), '2026-11-23T02:05:00.000Z')
  assert.equal(nextLook(now, 2, daily), '2026-11-23T02:30:00.000Z')
  assert.equal(nextLook(now, 3, daily), '2026-11-23T04:00:00.000Z')
  assert.equal(nextLook(now, 4, daily), '2026-11-23T22:15:00.000Z')
  assert.equal(nextLook('2026-11-23T22:14:00.000Z', 1, daily), '2026-11-23T22:15:00.000Z')
})

test('a job is one holder’s until it is finished or its lease runs out', async () => {
  await using world = await testWorld({migrations})
  const now = '2026-11-23T02:00:00.000Z'
  await ensureJobs(['a', 'b'], world)
  await ensureJobs(['a'], world)
  assert.deepEqual(await dueJobs(now, world), ['a', 'b'])
  assert.equal(await claim('a', 'one', now, world), true)
  assert.equal(await claim('a', 'two', now, world), false)
  assert.deepEqual(await dueJobs(now, world), ['b'])
  assert.equal(await claim('a', 'two', '2026-11-23T02:01:00.000Z', world), true, 'one is dead')
  const due = () => '2026-11-24T02:00:00.000Z'
  await finish('a', 'one', {failed: false, due: () => '2026-11-23T02:02:00.000Z'}, world)
  await finish('a', 'two', {failed: true, due}, world)
  assert.equal((await dueTimes(world)).get('a'), due())
})

test('one bad source fails alone, and is looked at again sooner', async () => {
  await using stage = await openStage()
  stage.play({file: '1.csv'}, new URL('../journeys/first-and-again', import.meta.url).pathname)
  const good = datasetOf({id: 'good', commitment: 'D1', tableSchema: threeFields})
  const bad = datasetOf({
    id: 'bad',
    commitment: 'D2',
    tableSchema: threeFields,
    source: {connector: 'http', format: 'csv', url: 'http://127.0.0.1:1/x.csv', sample: true},
  })
  await using world = await testWorld({
    migrations,
    site: {
      datasets: [bad, good],
      variables: {stage: stage.host},
      allowedHosts: [stage.host, '127.0.0.1:1'],
    },
  })
  const done = await refreshAll(world)
  assert.equal(done.length, 2)
  assert.deepEqual([...(await latestVersions(world)).keys()], ['good'])
  const outcomes = await outcomesOf(world)
  assert.equal(outcomes.get('bad')?.problem?.code, 'source-unreachable')
  const due = await dueTimes(world)
  assert.ok(due.get('bad')! < due.get('good')!)
})
