import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {LookOptions} from '../../src/source/source.ts'
import {
  codeOf,
  datasetOf,
  type HttpAnswer,
  type Listening,
  listening,
  look,
  lookedAt,
  lookingWorld,
} from './looking.ts'

const csv = 'a,b\r\n1,2\r\n'

test('a look stores the bytes by their hash and records one check', async () => {
  const seen = await lookedAt((_, response) => {
    response.setHeader('content-type', 'text/csv')
    response.setHeader('last-modified', 'Fri, 01 Mar 2024 01:02:03 GMT')
    response.end(csv)
  })
  assert.equal(seen.content, csv)
  assert.equal(seen.problem, null)
  const [{snapshot}] = seen.snapshots as [(typeof seen.snapshots)[number]]
  const [part] = snapshot.parts
  assert.equal(part?.key, `snapshots/${part?.checksum}`)
  assert.equal(part?.byteSize, csv.length)
  assert.equal(part?.mediaType, 'text/csv')
  assert.equal(snapshot.contentHash, part?.checksum)
  assert.equal(snapshot.claimedAt, '2024-03-01T01:02:03.000Z')
  assert.equal(seen.checks.length, 1)
  assert.deepEqual(seen.checks[0], seen.check)
  assert.equal(seen.check?.outcome, 'found')
  assert.equal(seen.check?.contentHash, snapshot.contentHash)
  assert.equal(seen.check?.answer.status, 200)
  assert.equal(seen.check?.simulated, false)
})

test('what a stand-in answers is recorded as simulated', async () => {
  await using server = await listening((_, response) => response.end(csv))
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host], standIn: '../demo/main.ts'},
  })
  assert.equal((await look(datasetOf({url: server.origin}), world)).check?.simulated, true)
})

test('we say who we are and where to complain', async () => {
  await using server = await listening((_, response) => response.end(csv))
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host], homepage: 'https://kept.example/about'},
  })
  await look(datasetOf({url: server.origin}), world)
  assert.equal(
    server.asked[0]?.headers['user-agent'],
    'kept/test (test; +https://kept.example/about)',
  )
})

test('up to five redirects are followed, and a relative one', async () => {
  const hops =
    (count: number): HttpAnswer =>
    ({url}, response) => {
      const hop = Number(url?.slice(1)) || 0
      if (hop < count) response.writeHead(307, {location: `${hop + 1}`}).end()
      else response.end(csv)
    }
  assert.equal(await codeOf(hops(5)), undefined)
  assert.equal(await codeOf(hops(6)), 'source-redirects-endless')
})

test('a redirect loop ends, and a redirect elsewhere than the web is refused', async () => {
  const to =
    (location: string): HttpAnswer =>
    (_, response) => {
      response.writeHead(302, {location}).end()
    }
  assert.equal(await codeOf(to('/x.csv')), 'source-redirects-endless')
  assert.equal(await codeOf(to('file:///etc/passwd')), 'source-redirect-refused')
  assert.equal(await codeOf(to('http://[broken')), 'source-redirect-refused')
  assert.equal(
    await codeOf((_, response) => response.writeHead(302).end()),
    'source-redirect-refused',
  )
})

test('the snapshot names the declared address, not where a redirect led', async () => {
  const seen = await lookedAt((request, response) => {
    if (request.url === '/x.csv') response.writeHead(302, {location: '/y?token=abc'}).end()
    else response.end(csv)
  })
  assert.match(seen.snapshots[0]!.snapshot.url, /\/x\.csv$/)
  assert.doesNotMatch(JSON.stringify(seen.check), /token/)
})

test('a credential goes to the source’s own server, as its header or as a bearer token', async () => {
  for (const [value, header, sent] of [
    ['X-Api-Key: s3cret', 'x-api-key', 's3cret'],
    ['s3cret', 'authorization', 'Bearer s3cret'],
    ['Authorization: Basic czNjcmV0', 'authorization', 'Basic czNjcmV0'],
  ] as const) {
    await using server = await listening((_, response) => response.end(csv))
    await using world = await lookingWorld({
      site: {allowedHosts: [server.host]},
      credentials: {department: value},
    })
    const seen = await look(datasetOf({url: server.origin, credential: 'department'}), world)
    assert.equal(server.asked[0]?.headers[header], sent)
    assert.doesNotMatch(JSON.stringify(seen), /s3cret|czNjcmV0/)
  }
})

test('a credential does not follow a redirect to another origin, but does within its own', async () => {
  await using elsewhere = await listening((_, response) => response.end(csv))
  await using server = await listening((request, response) => {
    const location = request.url === '/' ? '/moved' : `${elsewhere.origin}/`
    response.writeHead(302, {location}).end()
  })
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host, elsewhere.host]},
    credentials: {department: 'X-Api-Key: s3cret'},
  })
  const seen = await look(datasetOf({url: server.origin, credential: 'department'}), world)
  assert.equal(seen.problem, null)
  const keys = (of: Listening) => of.asked.map(({headers}) => headers['x-api-key'])
  assert.deepEqual(keys(server), ['s3cret', 's3cret'])
  assert.deepEqual(keys(elsewhere), [undefined])
})

test('no error says a credential', async () => {
  await using server = await listening((_, response) => response.writeHead(403).end())
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host]},
    credentials: {department: 'X-Api-Key: s3cret'},
  })
  const {problem, check} = await look(
    datasetOf({url: server.origin, credential: 'department'}),
    world,
  )
  assert.equal(problem?.code, 'source-refused')
  assert.doesNotMatch(`${problem?.stack} ${JSON.stringify([problem, check])}`, /s3cret/)
})

test('without its credential a source is not asked, and that is no check', async () => {
  const seen = await lookedAt((_, response) => response.end(csv), {credential: 'department'})
  assert.equal(seen.problem?.code, 'source-credential-missing')
  assert.equal(seen.check, null)
  assert.deepEqual([seen.asked, seen.checks], [[], []])
})

test('a password in an address is not used and not repeated', async () => {
  await using world = await lookingWorld()
  const {problem} = await look(datasetOf({url: 'http://me:p@ss@data.example/x.csv'}), world)
  assert.equal(problem?.code, 'source-address-secret')
  assert.equal(problem?.facts.url, 'http://data.example/x.csv')
})

test('each status is told apart', async () => {
  const status =
    (code: number): HttpAnswer =>
    (_, response) => {
      response.writeHead(code).end()
    }
  const cases = [
    [404, 'source-missing'],
    [410, 'source-missing'],
    [401, 'source-refused'],
    [403, 'source-refused'],
    [500, 'source-refused'],
    [206, 'source-refused'],
    [304, 'source-refused'],
    [204, 'source-empty'],
    [429, 'source-busy'],
    [503, 'source-busy'],
  ] as const
  for (const [code, expected] of cases) {
    const seen = await lookedAt(status(code))
    assert.equal(seen.problem?.code, expected, String(code))
    assert.equal(seen.check?.outcome, 'nothing')
    assert.equal(seen.check?.answer.problem, expected)
    if (code !== 204) assert.equal(seen.check?.answer.status, code)
  }
})

test('a server that is gone, a name that is none, an answer that is no HTTP: each says so', async () => {
  await using world = await lookingWorld({site: {allowedHosts: ['127.0.0.1', 'nowhere.example']}})
  const gone = await listening(() => {})
  await gone[Symbol.asyncDispose]()
  const dead = await look(datasetOf({url: gone.origin}), world)
  assert.equal(dead.problem?.code, 'source-unreachable')
  assert.equal(dead.check?.outcome, 'nothing')

  const failing = (code: string): LookOptions => ({
    resolve: (_host, _options, done) => done(Object.assign(new Error(code), {code}), []),
  })
  const named = datasetOf({url: 'http://nowhere.example/x.csv'})
  const unknown = await look(named, world, failing('ENOTFOUND'))
  assert.equal(unknown.problem?.code, 'source-host-unknown')
  assert.equal(unknown.check?.outcome, 'nothing')
  const offline = await look(named, world, failing('EAI_AGAIN'))
  assert.equal(offline.problem?.code, 'source-no-network')
  assert.equal(offline.check, null, 'our own name server is no evidence against a publisher')

  assert.equal(
    await codeOf((_, {socket}) => void socket?.end('220 ftp ready\r\n')),
    'source-garbled',
  )
})

test('a problem is worded in three languages, each with what happened and where', async () => {
  const {problem} = await lookedAt((_, response) => response.writeHead(404).end())
  for (const language of ['en', 'zh-Hant', 'zh-Hans'] as const) {
    const words = problem?.in(language) ?? ''
    assert.match(words, /\/x\.csv/)
    assert.match(words, /404/)
    assert.doesNotMatch(words, /[{}]/)
  }
})
