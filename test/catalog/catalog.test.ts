import assert from 'node:assert/strict'
import {test} from 'node:test'
import {latestVersion, latestVersions, versionOf, versionsOf} from '../../src/catalog/catalog.ts'
import {diffOf} from '../../src/catalog/diff.ts'
import {drainOutbox} from '../../src/catalog/outbox.ts'
import {recordWithdrawal} from '../../src/catalog/record.ts'
import {rowsOf} from '../../src/catalog/rows.ts'
import {positionOf} from '../../src/catalog/versions.ts'
import type {Outcome} from '../../src/model/outcome.ts'
import type {Version} from '../../src/model/version.ts'
import type {Event} from '../../src/store/events.ts'
import {broughtIssue, carParks, carParkWorld} from './brought.ts'

function published(outcome: Outcome): Version {
  assert.equal(outcome.kind, 'published')
  return (outcome as Extract<Outcome, {kind: 'published'}>).version
}

const october = ['1,Pier,10', '2,Peak,20', '3,Park,30']
const november = ['1,Pier,10', '3,Park,35', '4,Plaza,40']

test('the latest version is the one that covers the latest period, not the last to be issued', async () => {
  await using world = await carParkWorld()
  const newer = published(await broughtIssue({issue: '2026-11', rows: november}, world))
  const older = published(await broughtIssue({issue: '2026-10', rows: october}, world))
  assert.equal((await latestVersion(carParks.id, world))?.version, newer.version)
  assert.deepEqual(
    (await versionsOf(carParks.id, world)).map(({period}) => period),
    ['2026-11', '2026-10'],
  )
  assert.equal((await latestVersions(world)).get(carParks.id)?.version, newer.version)
  assert.deepEqual(await versionOf(carParks.id, older.version, world), older)
  assert.equal(await versionOf(carParks.id, 'none', world), null)
})

test('another version of what was covered before is a correction', async () => {
  await using world = await carParkWorld()
  const first = published(await broughtIssue({issue: '2026-10', rows: october}, world))
  const second = published(await broughtIssue({issue: '2026-10', rows: november}, world))
  assert.deepEqual([first.kind, second.kind], ['update', 'correction'])
  assert.equal(second.previousVersion, first.version)
  assert.notEqual(second.version, first.version, 'even at the same moment')
})

test('two versions are compared by key: joined, left, changed, each with its cells', async () => {
  await using world = await carParkWorld()
  const before = published(await broughtIssue({issue: '2026-10', rows: october}, world))
  const after = published(await broughtIssue({issue: '2026-11', rows: november}, world))
  const diff = await diffOf(carParks, before, after, world)
  assert.deepEqual(diff.rows, {joined: 1, left: 1, changed: 1, unchanged: 1})
  assert.deepEqual(diff.examples, [
    {change: 'left', key: {Code: '2'}, cells: []},
    {change: 'changed', key: {Code: '3'}, cells: [{field: 'Spaces', before: '30', after: '35'}]},
    {change: 'joined', key: {Code: '4'}, cells: []},
  ])
})

test('without a key rows are compared whole, and the same row twice counts twice', async () => {
  const {primaryKey: _, ...keyless} = carParks.tableSchema
  const dataset = {...carParks, tableSchema: keyless}
  await using world = await carParkWorld(dataset)
  const rows = ['1,Pier,10', '1,Pier,10', '2,Peak,']
  const before = published(await broughtIssue({issue: '2026-10', rows, dataset}, world))
  const fewer = ['1,Pier,10', '2,Peak,']
  const after = published(await broughtIssue({issue: '2026-11', rows: fewer, dataset}, world))
  const diff = await diffOf(dataset, before, after, world)
  assert.deepEqual(diff.rows, {joined: 0, left: 1, changed: 0, unchanged: 2})
})

test('rows come in order, from where one asks, with every digit', async () => {
  await using world = await carParkWorld()
  const rows = ['1,a,9007199254740993', '2,b,', '3,c,7']
  const version = published(await broughtIssue({issue: '2026-10', rows}, world))
  assert.deepEqual(await rowsOf(version, {limit: 2}, world), [
    {Code: '1', Name: 'a', Spaces: '9007199254740993'},
    {Code: '2', Name: 'b', Spaces: null},
  ])
  assert.deepEqual(await rowsOf(version, {limit: 5, offset: 2}, world), [
    {Code: '3', Name: 'c', Spaces: 7},
  ])
})

test('a version that is withdrawn leaves a tombstone and is no longer the latest', async () => {
  await using world = await carParkWorld()
  const first = published(await broughtIssue({issue: '2026-10', rows: october}, world))
  const second = published(await broughtIssue({issue: '2026-11', rows: november}, world))
  await recordWithdrawal(second, {at: world.now(), why: 'wrong month'}, world)
  assert.equal((await latestVersion(carParks.id, world))?.version, first.version)
  assert.equal((await versionOf(carParks.id, second.version, world))?.withdrawn, true)
})

test('news leaves the outbox once, in order, under ids of its own', async () => {
  await using world = await carParkWorld()
  const heard: Event[] = []
  world.events.subscribe(event => heard.push(event))
  await broughtIssue({issue: '2026-10', rows: october}, world)
  await broughtIssue({issue: '2026-11', rows: ['1,Pier,N/A']}, world)
  await drainOutbox(world)
  await drainOutbox(world)
  assert.deepEqual(
    heard.map(({type, subject}) => [type, subject]),
    [
      ['version-published', carParks.id],
      ['version-rejected', carParks.id],
    ],
  )
  assert.equal(new Set(heard.map(({id}) => id)).size, 2)
})

test('what is held is published, byte for byte as it came, when a person approves it', async () => {
  await using world = await carParkWorld()
  const many = Array.from({length: 40}, (_, at) => `P${at},Place ${at},${at}`)
  await broughtIssue({issue: '2026-10', rows: many}, world)
  const few = {issue: '2026-11', rows: many.slice(0, 10)}
  assert.equal((await broughtIssue(few, world)).kind, 'held')
  assert.equal((await broughtIssue(few, world)).kind, 'held', 'and stays held when seen again')
  assert.equal((await latestVersion(carParks.id, world))?.rows, 40)
  assert.equal(published(await broughtIssue({...few, approved: true}, world)).rows, 10)
})

test('versions stand by what they cover, then by when they were issued', () => {
  const issued = '2026-11-23T00:00:00.000Z'
  assert.ok(positionOf('2016-11-30', issued) < positionOf('2016-12-31', issued))
  assert.ok(positionOf('2023-24', issued) < positionOf('2024-25', issued))
  assert.ok(positionOf('undated-a', issued) < positionOf('2015', issued))
  assert.equal(positionOf(null, issued), issued)
})
