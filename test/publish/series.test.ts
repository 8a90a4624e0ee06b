import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {test} from 'node:test'
import {versionsOf} from '../../src/catalog/catalog.ts'
import {publishSeries} from '../../src/publish/series.ts'
import {broughtIssue, carParks, carParkWorld} from '../catalog/brought.ts'

test('all releases stand in one table, oldest first, each with its version and every digit', async () => {
  await using world = await carParkWorld()
  await broughtIssue({issue: '2026-10', rows: ['1,"Pier, new",10', '2,Peak,']}, world)
  await broughtIssue({issue: '2026-11', rows: ['1,"Pier, new",007']}, world)
  const versions = await versionsOf(carParks.id, world)
  const worker = await world.tables.lease()
  const series = await publishSeries(carParks, versions, worker, world)
  await worker.release()
  assert.deepEqual(
    series?.distributions.map(({format}) => format),
    ['csv', 'json', 'parquet'],
  )
  const [newest, older] = versions.map(({version}) => version)
  const csv = await readFile(await world.objects.localFile(series!.distributions[0]!.key), 'utf8')
  assert.deepEqual(csv.split('\r\n'), [
    'release,version,sample,Code,Name,Spaces',
    `2026-10,${older},true,1,"Pier, new",10`,
    `2026-10,${older},true,2,Peak,`,
    `2026-11,${newest},true,1,"Pier, new",7`,
    '',
  ])
})

test('of two versions of one release the later stands in the series', async () => {
  await using world = await carParkWorld()
  await broughtIssue({issue: '2026-10', rows: ['1,Pier,10']}, world)
  await broughtIssue({issue: '2026-10', rows: ['1,Pier,11']}, world)
  const worker = await world.tables.lease()
  const versions = await versionsOf(carParks.id, world)
  const series = await publishSeries(carParks, versions, worker, world)
  await worker.release()
  const csv = await readFile(await world.objects.localFile(series!.distributions[0]!.key), 'utf8')
  assert.match(csv, /,1,Pier,11\r\n$/)
  assert.equal(csv.split('\r\n').length, 3)
})

test('live lists have no stacked series', async () => {
  const live = {...carParks, release: {...carParks.release, kind: 'live' as const}}
  await using world = await carParkWorld(live)
  await broughtIssue({issue: null, rows: ['1,Pier,10'], dataset: live}, world)
  const worker = await world.tables.lease()
  assert.equal(await publishSeries(live, await versionsOf(live.id, world), worker, world), null)
  await worker.release()
})
