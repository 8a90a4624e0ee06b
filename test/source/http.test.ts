import assert from 'node:assert/strict'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {test} from 'node:test'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import type {Source} from '../../src/model/dataset.ts'
import type {LookOptions} from '../../src/source/source.ts'
import {
  checksOf,
  contentOf,
  datasetOf,
  type Listening,
  listening,
  look,
  lookingWorld,
} from './looking.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const csv = 'a,b\r\n1,2\r\n'

/** One look at a server of its own that answers so. */
async function lookedAt(answer: Answer, source: Partial<Source> = {}, options?: LookOptions) {
  await using server = await listening(answer)
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const seen = await look(datasetOf({url: `${server.origin}/x.csv`, ...source}), world, options)
  const checks = await checksOf(world)
  return {...seen, checks, content: await contentOf(seen, world), asked: server.asked}
}

const codeOf = async (answer: Answer, source?: Partial<Source>, options?: LookOptions) =>
  (await lookedAt(answer, source, options)).problem?.code

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

test('up to five redirects are followed, and a relative one', async () => {
  const hops =
    (count: number): Answer =>
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
    (location: string): Answer =>
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
    (code: number): Answer =>
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

test('a page for people is no data, by its first bytes or by its media type', async () => {
  const answering =
    (body: string | Uint8Array, mediaType?: string): Answer =>
    (_, response) => {
      if (mediaType) response.setHeader('content-type', mediaType)
      response.end(body)
    }
  const utf16 = Buffer.from('\uFEFF<html><body>gone</body></html>', 'utf16le')
  const pages: [string | Uint8Array, string?][] = [
    ['<!DOCTYPE html><title>Not found</title>', 'text/html'],
    ['\uFEFF \n<!doctype HTML><p>', 'text/csv'],
    ['<html lang="en"><body>Not found</body></html>'],
    ['<!-- cached --><html><p>'],
    ['<p>Not found</p>', 'text/html; charset=utf-8'],
    ['Not found', 'text/html'],
    ['<div/>', 'application/xhtml+xml'],
    [utf16, 'text/csv'],
    [utf16.subarray(0, 20).swap16(), 'text/csv'],
  ]
  for (const [body, mediaType] of pages)
    assert.equal(await codeOf(answering(body, mediaType)), 'source-answered-html', String(body))
  const xhtml = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"/>'
  assert.equal(await codeOf(answering(xhtml), {format: 'xml'}), 'source-answered-html')
})

test('data under a wrong media type is data', async () => {
  const answering =
    (body: string): Answer =>
    (_, response) => {
      response.setHeader('content-type', 'text/html')
      response.end(body)
    }
  assert.equal(await codeOf(answering(csv)), undefined)
  assert.equal(await codeOf(answering('{"value":[{"a":1}]}'), {format: 'json'}), undefined)
  assert.equal(await codeOf(answering('<?xml version="1.0"?><r/>'), {format: 'xml'}), undefined)
  assert.equal(await codeOf(answering('PK\u0003\u0004...'), {format: 'xlsx'}), undefined)
})

test('an empty answer, or one of blanks, is nothing', async () => {
  for (const body of ['', '\uFEFF', ' \r\n '])
    assert.equal(await codeOf((_, response) => response.end(body)), 'source-empty')
})

test('a list without rows is nothing', async () => {
  const answering = (body: string) => codeOf((_, response) => response.end(body), {format: 'json'})
  assert.equal(await answering('{"@odata.context":"x","value":[]}'), 'source-no-rows')
  assert.equal(await answering('[]'), 'source-no-rows')
  assert.equal(await answering('{"value":[{"a":1}]}'), undefined)
  assert.equal(await answering('{"value":0}'), undefined)
})

test('a body shorter than it says, or cut off, is never taken for the whole', async () => {
  const short = await lookedAt((_, response) => {
    response.writeHead(200, {'content-length': 100})
    response.write(csv, () => response.destroy())
  })
  assert.equal(short.problem?.code, 'source-truncated')
  assert.ok(Number(short.problem?.facts.received) <= csv.length)
  assert.deepEqual(short.snapshots, [])
  assert.equal(
    await codeOf((_, response) => {
      response.writeHead(200)
      response.write(csv, () => response.destroy())
    }),
    'source-truncated',
  )
})

test('a compressed answer is stored as what it holds; cut short, it is truncated', async () => {
  const coded =
    (coding: string, body: Uint8Array): Answer =>
    (_, response) => {
      response.setHeader('content-encoding', coding)
      response.end(body)
    }
  const seen = await lookedAt(coded('gzip', gzipSync(csv)))
  assert.equal(seen.asked[0]?.headers['accept-encoding'], 'gzip')
  assert.equal(seen.content, csv)
  assert.equal((await lookedAt(coded('br', brotliCompressSync(csv)))).content, csv)
  assert.equal(await codeOf(coded('gzip', gzipSync(csv).subarray(0, -9))), 'source-truncated')
  assert.equal(await codeOf(coded('gzip', Buffer.from(csv))), 'source-garbled')
  assert.equal(await codeOf(coded('zstd', Buffer.from(csv))), 'source-encoding-unknown')
})

test('more bytes than the source may hold are refused, compressed ones by what they hold', async () => {
  const endless: Answer = (_, response) => {
    const pour = () => {
      while (!response.destroyed && response.write(csv.repeat(1000)));
      if (!response.destroyed) response.once('drain', pour)
    }
    pour()
  }
  assert.equal(await codeOf(endless, {maxBytes: 100_000}), 'source-too-large')
  const bomb = gzipSync(Buffer.alloc(10_000_000, 'a'))
  assert.ok(bomb.byteLength < 100_000)
  const code = await codeOf(
    (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb),
    {maxBytes: 100_000},
  )
  assert.equal(code, 'source-too-large')
})

test('a first byte, a next byte and a last byte that do not come are too slow', async () => {
  const silent: Answer = () => {}
  const stuck: Answer = (_, response) => {
    response.writeHead(200)
    response.write('a,')
  }
  const drip: Answer = (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('a'), 20)
    response.once('close', () => clearInterval(timer))
  }
  const phase = async (answer: Answer, limits: LookOptions['limits']) => {
    const {problem} = await lookedAt(answer, {}, {limits: limits ?? {}})
    return [problem?.code, problem?.facts.phase, problem?.facts.seconds]
  }
  assert.deepEqual(await phase(silent, {firstByteSeconds: 0.1}), [
    'source-too-slow',
    'first-byte',
    0.1,
  ])
  assert.deepEqual(await phase(stuck, {idleSeconds: 0.1}), ['source-too-slow', 'idle', 0.1])
  assert.deepEqual(await phase(drip, {totalSeconds: 0.2}), ['source-too-slow', 'total', 0.2])
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
