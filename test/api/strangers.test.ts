import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import fc from 'fast-check'
import type {FastifyInstance} from 'fastify'
import {buildApp} from '../../src/serve/serve.ts'
import {openStage, type Stage} from './stage.ts'

// What strangers send, in every combination: whatever it is, it is answered, and never with 5xx.

let stage: Stage
let app: FastifyInstance
before(async () => {
  stage = await openStage()
  await stage.deliver('No,Name\r\n1,Alpha\r\n', '2026-10-05T02:00:00.000Z')
  app = await buildApp(stage.world, {ready: () => true})
})
after(async () => {
  await app.close()
  await stage[Symbol.asyncDispose]()
})

const segments = fc.oneof(
  fc.constantFrom(
    ...['kept', 'v1', 'datasets', 'versions', 'latest', 'latest.csv', 'data.csv', 'report'],
    ...['obligations', 'commitments', 'evidence', 'verdicts.csv', 'series.csv', 'manifest.json'],
    ...['test-laboratories', 'test-bodies', 'D2', 'D2:2026-10', 'problem-types', 'diff', 'rows'],
    ...['..', '.', '', '%2e%2e', '%2f', '%00', '%', '%ff', '%5c', 'en', 'zh-Hant', '__proto__'],
  ),
  fc.string({unit: 'grapheme', maxLength: 30}).map(encodeURIComponent),
)
const names = ['from', 'to', 'asOf', 'limit', 'offset', 'commitment', 'q', 'lang', '__proto__', 'x']
const values = fc.oneof(
  fc.constantFrom('2024-12-31', '2024-02-30', '0', '-1', '1e9', '99999999999999999999', 'null'),
  fc.constantFrom('D2', 'en', 'zh-Hans', 'NaN', 'true', '[]', '%00', '2024-12-31T24:00:00Z'),
  fc.string({unit: 'grapheme', maxLength: 30}).map(encodeURIComponent),
)
const addresses = fc
  .tuple(
    fc.array(segments, {maxLength: 7}),
    fc.array(fc.tuple(fc.constantFrom(...names), values), {maxLength: 3}),
  )
  .map(([path, query]) => {
    const asked = query.map(([name, value]) => `${name}=${value}`).join('&')
    return `/${path.join('/')}${asked ? `?${asked}` : ''}`
  })
const headers = fc.record(
  {
    range: fc.oneof(fc.constantFrom('bytes=0-', 'bytes=-1', 'bytes=9-1'), fc.base64String()),
    'if-none-match': fc.oneof(fc.constant('*'), fc.base64String()),
    'if-range': fc.base64String(),
    'if-modified-since': fc.base64String(),
    'accept-language': fc.base64String(),
    accept: fc.constantFrom('text/html', '*/*', 'application/json'),
  },
  {requiredKeys: []},
)

test('no address and no header of a stranger makes us fail', async () => {
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(
      addresses,
      headers,
      fc.constantFrom('GET', 'HEAD', 'POST', 'OPTIONS'),
      async (url, asked, method) => {
        const answer = await app.inject({
          method: method as 'GET',
          url,
          headers: Object.fromEntries(
            Object.entries(asked).filter(([, value]) => value !== undefined),
          ),
        })
        statuses.add(answer.statusCode)
        assert.ok(answer.statusCode < 500, `${method} ${url}: ${answer.body.slice(0, 500)}`)
        assert.equal(answer.headers['x-content-type-options'], 'nosniff', url)
        assert.doesNotMatch(answer.body, /\/kept-world-|node_modules|at file:/, url)
      },
    ),
    {numRuns: 1500},
  )
  // Else the addresses made up here would all have been turned away at the door.
  for (const status of [200, 400, 404]) assert.ok(statuses.has(status), `never ${status}`)
})

test('what begins in the catalog stays in it', async () => {
  let had = 0
  // What is published of it. The client folds "%2e%2e" before it asks, which may name the series.
  const published = ['latest.csv', 'series.csv', 'series.json', 'series.parquet']
  const etags = new Set<unknown>()
  for (const file of published)
    etags.add((await app.inject(`/datasets/test-laboratories/${file}`)).headers.etag)
  await fc.assert(
    fc.asyncProperty(fc.array(segments, {minLength: 1, maxLength: 4}), async path => {
      const answer = await app.inject(`/datasets/test-laboratories/versions/${path.join('/')}`)
      if (answer.statusCode !== 200) return
      had += 1
      // Only files of the one version there is can be had.
      const {etag} = answer.headers
      assert.ok(
        (etag && etags.has(etag)) || /manifest\.json|report/.test(path.join('/')),
        path.join('/'),
      )
    }),
    {numRuns: 600, examples: [[['latest', 'data.csv']], [['%2e%2e', 'series.csv']]]},
  )
  assert.ok(had > 0)
})
