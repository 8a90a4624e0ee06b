import assert from 'node:assert/strict'
import type {IncomingMessage} from 'node:http'
import {test} from 'node:test'
import type {LookOptions} from '../../src/source/source.ts'
import {contentOf, datasetOf, type Listening, listening, look, lookingWorld} from './looking.ts'

const paged = {format: 'json', nextLink: '@odata.nextLink'} as const

/** What a look at a list says whose pages answer so. */
async function lookedAtPages(
  page: (request: IncomingMessage, origin: string) => unknown,
  options?: LookOptions,
) {
  let server: Listening | null = null
  await using running = await listening((request, response) => {
    const answer = page(request, server?.origin ?? '')
    response.end(typeof answer === 'string' ? answer : JSON.stringify(answer))
  })
  server = running
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({...paged, url: `${server.origin}/list`})
  const seen = await look(dataset, world, options)
  return {...seen, content: await contentOf(seen, world), asked: server.asked}
}

test('pages are followed to the last and kept in order, each as a part', async () => {
  const seen = await lookedAtPages(({url}, origin) =>
    url === '/list'
      ? {value: [{a: 1}], '@odata.nextLink': `${origin}/list?$skiptoken=2`}
      : url?.endsWith('2')
        ? {value: [{a: 2}], '@odata.nextLink': 'list?$skiptoken=3'}
        : {value: [{a: 3}]},
  )
  assert.equal(seen.problem, null)
  const [{snapshot}] = seen.snapshots as [(typeof seen.snapshots)[number]]
  assert.equal(snapshot.parts.length, 3)
  assert.deepEqual(
    [...seen.content.matchAll(/"a":(\d)/g)].map(([, digit]) => digit),
    ['1', '2', '3'],
  )
  assert.match(snapshot.contentHash, /^[0-9a-f]{64}$/)
  assert.ok(!snapshot.parts.some(({checksum}) => checksum === snapshot.contentHash))
  assert.deepEqual(
    seen.asked.map(({url}) => url),
    ['/list', '/list?$skiptoken=2', '/list?$skiptoken=3'],
  )
})

test('a list that is empty from its first page to its last is nothing', async () => {
  const seen = await lookedAtPages(() => ({value: []}))
  assert.equal(seen.problem?.code, 'source-no-rows')
  assert.equal(seen.check?.outcome, 'nothing')
})

test('pages that lead to another server are not followed', async () => {
  await using elsewhere = await listening((_, response) => response.end('{"value":[]}'))
  for (const link of [`${elsewhere.origin}/list`, 'http://10.0.0.1/', '//10.0.0.1/', 'file:///x']) {
    const seen = await lookedAtPages(() => ({value: [{a: 1}], '@odata.nextLink': link}))
    assert.equal(seen.problem?.code, 'source-page-elsewhere', link)
  }
  assert.equal(elsewhere.connections(), 0)
})

test('pages that lead in a circle, or on and on, end', async () => {
  const circle = await lookedAtPages(() => ({value: [{a: 1}], '@odata.nextLink': '/list'}))
  assert.equal(circle.problem?.code, 'source-pages-endless')
  let page = 0
  const endless = await lookedAtPages(
    () => ({value: [{a: 1}], '@odata.nextLink': `/list?page=${page++}`}),
    {limits: {pagesMax: 4}},
  )
  assert.equal(endless.problem?.code, 'source-pages-endless')
  assert.equal(endless.asked.length, 4)
})

test('all pages together, and each by itself, have a limit', async () => {
  const rows = Array.from({length: 100}, (_, a) => ({a}))
  let page = 0
  const more = () => ({value: rows, '@odata.nextLink': `/list?page=${page++}`})
  const all = await lookedAtPages(more, {limits: {bytesMax: 5000}})
  assert.equal(all.problem?.code, 'source-too-large')
  assert.equal(all.asked.length, 6)
  const each = await lookedAtPages(more, {limits: {pageBytesMax: 500}})
  assert.equal(each.problem?.code, 'source-too-large')
  assert.equal(each.asked.length, 1)
})

test('a page that is no JSON, or holds no list, is told apart by its number', async () => {
  const second = (answer: unknown) =>
    lookedAtPages(({url}) =>
      url === '/list' ? {value: [{a: 1}], '@odata.nextLink': '/list?2'} : answer,
    )
  const broken = await second('{"value":[')
  assert.equal(broken.problem?.code, 'source-page-garbled')
  assert.equal(broken.problem?.facts.page, 2)
  assert.equal((await second({error: 'busy'})).problem?.code, 'source-page-no-list')
  assert.equal((await second('null')).problem?.code, 'source-page-no-list')
})

test('a failing page fails the look: half a list is never taken for the whole', async () => {
  await using server = await listening((request, response) => {
    if (request.url === '/list')
      response.end(JSON.stringify({value: [{a: 1}], '@odata.nextLink': '/list?2'}))
    else response.writeHead(500).end()
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const seen = await look(datasetOf({...paged, url: `${server.origin}/list`}), world)
  assert.equal(seen.problem?.code, 'source-refused')
  assert.deepEqual(seen.snapshots, [])
})

test('the credential goes along to every page', async () => {
  await using server = await listening((request, response) =>
    response.end(
      JSON.stringify({
        value: [{a: 1}],
        ...(request.url === '/list' ? {'@odata.nextLink': '/list?2'} : {}),
      }),
    ),
  )
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host]},
    credentials: {park: 'X-Api-Key: s3cret'},
  })
  await look(datasetOf({...paged, url: `${server.origin}/list`, credential: 'park'}), world)
  assert.deepEqual(
    server.asked.map(({headers}) => headers['x-api-key']),
    ['s3cret', 's3cret'],
  )
})
