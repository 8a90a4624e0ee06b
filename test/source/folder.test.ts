import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {mkdir, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {test} from 'node:test'
import {contentOf, datasetOf, look, lookingWorld, toldBy} from './looking.ts'

const shelf = {connector: 'folder', url: '{shelf}/hkctc/statistics.csv'} as const

async function shelfWorld() {
  const world = await lookingWorld()
  const folder = join(world.folder, 'shelf', 'hkctc')
  await mkdir(folder, {recursive: true})
  const site = {...world.site, variables: {shelf: join(world.folder, 'shelf')}}
  return {...world, site, file: join(folder, 'statistics.csv')}
}

test('a file is read with its date, and its snapshot does not tell our folders', async () => {
  await using world = await shelfWorld()
  await writeFile(world.file, 'a,b\r\n1,2\r\n')
  await utimes(world.file, 0, new Date('2024-03-01T00:00:00Z'))
  const seen = await look(datasetOf(shelf), world)
  assert.equal(await contentOf(seen, world), 'a,b\r\n1,2\r\n')
  assert.equal(seen.check?.outcome, 'found')
  assert.equal(seen.check?.claimedAt, '2024-03-01T00:00:00.000Z')
  assert.equal(seen.check?.answer.url, 'file:hkctc/statistics.csv')
  assert.doesNotMatch(toldBy(seen), new RegExp(world.folder))
})

test('the file of one year is named by that year, not by the pattern of its name', async () => {
  await using world = await shelfWorld()
  await writeFile(world.file.replace('statistics', 'statistics-2024'), 'a,b\r\n1,2\r\n')
  const yearly = {...shelf, url: '{shelf}/hkctc/statistics-{YYYY}.csv', issues: [{id: '2024'}]}
  const seen = await look(datasetOf(yearly), world)
  assert.equal(seen.check?.answer.url, 'file:hkctc/statistics-2024.csv')
})

test('the same bytes under a new date are unchanged; other bytes under the old date are not', async () => {
  await using world = await shelfWorld()
  const outcome = async (content: string, date: string) => {
    await writeFile(world.file, content)
    await utimes(world.file, 0, new Date(date))
    return (await look(datasetOf(shelf), world)).check?.outcome
  }
  assert.equal(await outcome('a,b\r\n1,2\r\n', '2024-03-01T00:00:00Z'), 'found')
  assert.equal(await outcome('a,b\r\n1,2\r\n', '2024-04-01T00:00:00Z'), 'unchanged')
  assert.equal(await outcome('a,b\r\n1,3\r\n', '2024-04-01T00:00:00Z'), 'found')
})

test('a relative path is found from the site’s folder', async () => {
  await using world = await shelfWorld()
  await writeFile(world.file, 'a,b\r\n1,2\r\n')
  const site = {...world.site, folder: join(world.folder, 'shelf')}
  const dataset = datasetOf({connector: 'folder', url: 'hkctc/statistics.csv'})
  assert.equal((await look(dataset, {...world, site})).problem, null)
})

test('a file that is missing, empty, a page, too large, or no file at all: each says so', async () => {
  await using world = await shelfWorld()
  const codeOf = async (maxBytes?: number) =>
    (await look(datasetOf({...shelf, ...(maxBytes ? {maxBytes} : {})}), world)).problem?.code
  assert.equal(await codeOf(), 'source-file-missing')
  await writeFile(world.file, '')
  assert.equal(await codeOf(), 'source-empty')
  await writeFile(world.file, '<!DOCTYPE html><html></html>')
  assert.equal(await codeOf(), 'source-answered-html')
  await writeFile(world.file, 'a,b\r\n'.repeat(100))
  assert.equal(await codeOf(100), 'source-too-large')
  const folder = datasetOf({connector: 'folder', url: '{shelf}/hkctc'})
  assert.equal((await look(folder, world)).problem?.code, 'source-file-unreadable')
})

test('a named pipe is not waited for', async () => {
  await using world = await shelfWorld()
  execFileSync('mkfifo', [world.file])
  const seen = await look(datasetOf(shelf), world)
  assert.equal(seen.problem?.code, 'source-file-unreadable')
})

test('a file that is written while it is read is not taken', async () => {
  await using world = await shelfWorld()
  await writeFile(world.file, 'a,b\r\n'.repeat(10))
  const objects = {
    ...world.objects,
    // Storing comes after reading and before the second look at the file's size.
    async putFile(key: string, path: string) {
      await writeFile(world.file, 'a,b\r\n'.repeat(20))
      return await world.objects.putFile(key, path)
    },
  }
  const seen = await look(datasetOf(shelf), {...world, objects})
  assert.equal(seen.problem?.code, 'source-file-changing')
  assert.deepEqual(seen.snapshots, [])
})
