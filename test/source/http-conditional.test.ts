import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checksOf, contentOf, datasetOf, listening, look, lookingWorld} from './looking.ts'

const csv = 'a,b\r\n1,2\r\n'

test('data asked for again is asked for conditionally; "not modified" is the same snapshot', async () => {
  await using server = await listening((request, response) => {
    response.setHeader('etag', '"one"')
    response.setHeader('last-modified', 'Fri, 01 Mar 2024 01:02:03 GMT')
    if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end()
    else response.end(csv)
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({url: server.origin})
  const first = await look(dataset, world)
  world.setNow('2026-11-24T02:00:00.000Z')
  const second = await look(dataset, world)
  assert.equal(server.asked[0]?.headers['if-none-match'], undefined)
  assert.equal(server.asked[1]?.headers['if-modified-since'], 'Fri, 01 Mar 2024 01:02:03 GMT')
  assert.deepEqual(second.snapshots, first.snapshots)
  assert.equal(second.check?.outcome, 'unchanged')
  assert.equal(second.check?.answer.status, 304)
  assert.equal((await checksOf(world)).length, 2)
})

test('the same ETag with another body is another content', async () => {
  let body = csv
  await using server = await listening((_, response) => {
    response.setHeader('etag', '"never changes"')
    response.end(body)
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({url: server.origin})
  await look(dataset, world)
  body = 'a,b\r\n3,4\r\n'
  const second = await look(dataset, world)
  assert.equal(second.check?.outcome, 'found')
  assert.equal(await contentOf(second, world), body)
})

test('a server that says "not modified" for ever is asked for all of it once a week', async () => {
  let body = csv
  await using server = await listening((request, response) => {
    response.setHeader('etag', '"never changes"')
    if (request.headers['if-none-match']) response.writeHead(304).end()
    else response.end(body)
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({url: server.origin})
  await look(dataset, world)
  body = 'a,b\r\n3,4\r\n'
  world.setNow('2026-11-29T02:00:00.000Z')
  assert.equal((await look(dataset, world)).check?.outcome, 'unchanged')
  world.setNow('2026-12-01T02:00:00.000Z')
  assert.equal((await look(dataset, world)).check?.outcome, 'found')
})

test('another ETag, or a Last-Modified of now, with the same body is unchanged', async () => {
  let count = 0
  await using server = await listening((_, response) => {
    count += 1
    response.setHeader('etag', `"${count}"`)
    response.setHeader('last-modified', new Date().toUTCString())
    response.end(csv)
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({url: server.origin})
  const first = await look(dataset, world)
  world.setNow('2026-11-24T02:00:00.000Z')
  const second = await look(dataset, world)
  assert.equal(second.check?.outcome, 'unchanged')
  assert.equal(first.check?.claimedAt, null, 'the time of the answer is no claim')
  assert.deepEqual(second.snapshots, first.snapshots)
})

test('a snapshot whose bytes are gone is fetched anew', async () => {
  await using server = await listening((request, response) => {
    response.setHeader('etag', '"one"')
    if (request.headers['if-none-match']) response.writeHead(304).end()
    else response.end(csv)
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({url: server.origin})
  const first = await look(dataset, world)
  await world.objects.remove(first.snapshots[0]!.snapshot.parts[0]!.key)
  assert.equal(await contentOf(await look(dataset, world), world), csv)
})

test('two datasets of one address that look at once fetch it once', async () => {
  await using server = await listening((_, response) => response.end(csv))
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const [one, two] = ['one', 'two'].map(id => datasetOf({url: server.origin}, {id}))
  const looks = await Promise.all([look(one!, world), look(two!, world)])
  assert.equal(server.asked.length, 1)
  assert.deepEqual(
    looks.map(({check}) => [check?.dataset, check?.outcome]),
    [
      ['one', 'found'],
      ['two', 'found'],
    ],
  )
})
