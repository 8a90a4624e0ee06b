import assert from 'node:assert/strict'
import {test} from 'node:test'
import {checksOf, datasetOf, listening, look, lookingWorld} from './looking.ts'

test('Retry-After is honoured, in seconds and as a date, for every file of the host', async () => {
  for (const retryAfter of ['120', 'Mon, 23 Nov 2026 02:02:00 GMT']) {
    let busy = true
    await using server = await listening((_, response) => {
      if (busy) response.writeHead(503, {'retry-after': retryAfter}).end()
      else response.end('a,b\r\n1,2\r\n')
    })
    await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
    const one = datasetOf({url: `${server.origin}/1.csv`})
    const other = datasetOf({url: `${server.origin}/2.csv`}, {id: 'other'})
    const first = await look(one, world)
    assert.equal(first.problem?.code, 'source-busy')
    assert.equal(first.problem?.facts.until, '2026-11-23T02:02:00.000Z')
    assert.equal(first.check?.outcome, 'nothing')

    busy = false
    world.setNow('2026-11-23T02:01:59.000Z')
    const second = await look(other, world)
    assert.equal(second.problem?.code, 'source-waiting')
    assert.equal(second.check, null, 'a look that never left is no evidence')
    assert.equal(server.asked.length, 1)

    world.setNow('2026-11-23T02:02:00.000Z')
    assert.equal((await look(other, world)).problem, null)
    assert.equal((await look(one, world)).problem, null)
    assert.equal((await checksOf(world)).length, 2)
  }
})

test('a server that asks us to come back next year is asked again the next day', async () => {
  await using server = await listening((_, response) =>
    response.writeHead(429, {'retry-after': '31536000'}).end(),
  )
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const {problem} = await look(datasetOf({url: server.origin}), world)
  assert.equal(problem?.facts.until, '2026-11-24T02:00:00.000Z')
})

test('a dead host is left alone for longer each time; once it answers, no more', async () => {
  const server = await listening(() => {})
  await server[Symbol.asyncDispose]()
  await using world = await lookingWorld({site: {allowedHosts: ['127.0.0.1']}})
  const dataset = datasetOf({url: server.origin})
  const codeAt = async (time: string) => {
    world.setNow(`2026-11-23T${time}.000Z`)
    return (await look(dataset, world)).problem?.code
  }
  assert.equal(await codeAt('02:00:00'), 'source-unreachable')
  assert.equal(await codeAt('02:00:00'), 'source-unreachable', 'once is a moment’s')
  assert.equal(await codeAt('02:00:14'), 'source-waiting')
  assert.equal(await codeAt('02:00:15'), 'source-unreachable')
  assert.equal(await codeAt('02:01:14'), 'source-waiting')
  assert.equal(await codeAt('02:01:15'), 'source-unreachable')
})

test('a missing file says nothing of the next file on its server', async () => {
  await using server = await listening((request, response) => {
    if (request.url === '/there.csv') response.end('a,b\r\n1,2\r\n')
    else response.writeHead(request.url === '/broken.csv' ? 500 : 404).end()
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  for (const path of ['/gone.csv', '/broken.csv', '/gone.csv', '/broken.csv', '/gone.csv'])
    await look(datasetOf({url: server.origin + path}), world)
  assert.equal((await look(datasetOf({url: `${server.origin}/there.csv`}), world)).problem, null)
  assert.equal(server.asked.length, 6)
})
