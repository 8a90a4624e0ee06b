import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import type {ProblemDetails} from '../../src/serve/api/failure.ts'
import {problems} from '../../src/text/problems.ts'
import {openStage, type Stage} from './stage.ts'

interface Operation {
  readonly summary?: string
  readonly parameters?: readonly {readonly in: string; readonly name: string}[]
}

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage[Symbol.asyncDispose]())

async function problem(
  path: string,
  headers: {[name: string]: string} = {},
): Promise<ProblemDetails & {language: string | null}> {
  const answer = await stage.get(path, headers)
  assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/, path)
  const body = await answer.json()
  assert.equal(body.status, answer.status)
  return {...body, language: answer.headers.get('content-language')}
}

test('a misspelt parameter is refused with the one that was meant', async () => {
  const {status, code, parameter, detail} = await problem('/kept/v1/obligations?form=2022-01-01')
  assert.deepEqual([status, code, parameter], [400, 'parameter-misspelt', 'form'])
  assert.match(detail, /Did you mean from\?/)
})

test('what is sent to us is refused by its method, whatever it holds', async () => {
  for (const type of ['application/json', 'text/xml']) {
    const answer = await fetch(`${stage.url}/kept/v1/datasets`, {
      method: 'POST',
      headers: {'content-type': type},
      body: '{"title": "x"}',
    })
    assert.equal(answer.headers.get('allow'), 'GET, HEAD')
    assert.deepEqual([answer.status, (await answer.json()).code], [405, 'method-not-offered'])
  }
})

test('each wrong value is refused with what it should be', async () => {
  const expected: [string, string][] = [
    ['/kept/v1/obligations?limit=5001', 'parameter-not-whole-number'],
    ['/kept/v1/obligations?limit=0', 'parameter-not-whole-number'],
    ['/kept/v1/obligations?limit=ten', 'parameter-not-whole-number'],
    ['/kept/v1/obligations?limit=', 'parameter-not-whole-number'],
    ['/kept/v1/obligations?limit=1.5', 'parameter-not-whole-number'],
    ['/kept/v1/obligations?limit=1&limit=2', 'parameter-repeated'],
    ['/kept/v1/obligations?from=2022-02-30', 'parameter-not-a-date'],
    ['/kept/v1/obligations?to=tomorrow', 'parameter-not-a-date'],
    ['/kept/v1/obligations?from=2024-01-01&to=2022-01-01', 'dates-reversed'],
    ['/kept/v1/obligations?asOf=2024', 'parameter-not-an-instant'],
    ['/kept/v1/obligations?zebra=1', 'parameter-unknown'],
    ['/kept/v1/obligations?__proto__=1', 'parameter-unknown'],
    ['/kept/v1/commitments?limit=1', 'parameter-unknown'],
    [`/kept/v1/datasets?q=${'x'.repeat(201)}`, 'parameter-too-long'],
    ['/datasets/test-laboratories/latest.csv?x=1', 'parameter-unknown'],
  ]
  for (const [path, code] of expected) {
    const found = await problem(path)
    assert.deepEqual([found.status, found.code], [400, code], path)
  }
})

test('what does not exist is answered 404 with where to look', async () => {
  const expected: [string, string][] = [
    ['/kept/v1/obligations?commitment=Z9', 'commitment-unknown'],
    ['/kept/v1/obligations/D2:1999-01', 'obligation-unknown'],
    ['/kept/v1/evidence/999999999-check', 'evidence-unknown'],
    ['/kept/v1/evidence/nonsense', 'evidence-unknown'],
    ['/kept/v1/datasets/nobody', 'dataset-unknown'],
    ['/kept/v1/datasets/test-laboratories/versions/nothing', 'version-unknown'],
    ['/kept/v1/datasets/__proto__', 'dataset-unknown'],
    ['/kept/v1/problem-types/constructor', 'problem-type-unknown'],
    ['/kept/v2/commitments', 'page-unknown'],
  ]
  for (const [path, code] of expected) {
    const found = await problem(path)
    assert.deepEqual([found.status, found.code], [404, code], path)
  }
})

test('a reader is answered in the language of the header, and of ?lang before it', async () => {
  const path = '/kept/v1/datasets/nobody'
  const hant = await problem(path, {'accept-language': 'zh-HK,zh;q=0.9,en;q=0.5'})
  assert.deepEqual([hant.language, hant.title], ['zh-Hant', '找不到'])
  assert.equal(hant.detail, '沒有編號為 nobody 的數據集。')
  const hans = await problem(`${path}?lang=zh-Hans`, {'accept-language': 'en'})
  assert.equal(hans.detail, '没有编号为 nobody 的数据集。')
})

test('the type of a problem leads to its description', async () => {
  const {type, code} = await problem('/kept/v1/datasets/nobody')
  const described = await stage.json(type)
  assert.equal(described.code, code)
  assert.ok(described.detail['zh-Hant'].includes('{id}'))
})

test('every problem of ours is described', async () => {
  const {problemTypes} = await stage.json('/kept/v1/problem-types')
  assert.deepEqual(
    problemTypes.map((one: {code: string}) => one.code),
    Object.keys(problems),
  )
})

test('what is sent to us is refused, whatever it is', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
    const answer = await fetch(`${stage.url}/kept/v1/commitments`, {
      method,
      ...(method === 'DELETE' ? {} : {body: '{"a":1}'}),
      headers: {'content-type': 'application/json'},
    })
    assert.ok(answer.status >= 400 && answer.status < 500, `${method} ${answer.status}`)
    assert.match(answer.headers.get('content-type')!, /problem\+json/)
  }
})

test('a browser of another site may ask, also for ranges', async () => {
  const answer = await fetch(`${stage.url}/datasets/test-laboratories/latest.csv`, {
    method: 'OPTIONS',
    headers: {origin: 'https://elsewhere.example', 'access-control-request-headers': 'if-range'},
  })
  assert.equal(answer.status, 204)
  assert.equal(answer.headers.get('access-control-allow-origin'), '*')
  assert.match(answer.headers.get('access-control-allow-headers')!, /If-Range/)
})

test('a value of a stranger is repeated as text of JSON, short, on one line', async () => {
  const {detail} = await problem(
    `/kept/v1/obligations?asOf=${encodeURIComponent(`<script>\r\n${'x'.repeat(20)}`)}`,
  )
  assert.match(detail, /<script> {2}x/)
  const long = await problem(`/kept/v1/datasets/${'y'.repeat(150)}`)
  assert.ok(long.detail.length < 120)
})

test('a person who follows an address without language is led to the page in theirs', async () => {
  const headers = {accept: 'text/html', 'accept-language': 'en'}
  const led = async (path: string) => {
    const answer = await fetch(`${stage.url}${path}`, {headers, redirect: 'manual'})
    return [answer.status, answer.headers.get('location')]
  }
  assert.deepEqual(await led('/datasets/test-laboratories'), [
    302,
    '/en/datasets/test-laboratories',
  ])
  assert.deepEqual(await led('//elsewhere.example/'), [302, '/en//elsewhere.example/'])
})

test('the description is OpenAPI 3.1 and knows every route that it promises', async () => {
  const {openapi, paths} = await stage.json('/openapi.json')
  assert.equal(openapi, '3.1.0')
  const needed = [
    '/readyz',
    '/kept/v1/commitments',
    '/kept/v1/obligations',
    '/kept/v1/obligations/{id}',
    '/kept/v1/datasets',
    '/kept/v1/datasets/{id}/versions/{version}/report',
    '/datasets/{id}/latest.{format}',
    '/datasets/{id}/versions/{version}/data.{format}',
    '/kept/v1/verdicts.csv',
  ]
  for (const path of needed) assert.ok(paths[path]?.get, path)
  const pages = Object.keys(paths).filter(path => /^\/(en|zh-)/.test(path))
  assert.deepEqual(pages, [])
  for (const [path, {get}] of Object.entries<{get: Operation}>(paths)) {
    assert.ok(get.summary, `${path} has no summary`)
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    const declared = (get.parameters ?? []).filter(one => one.in === 'path')
    assert.deepEqual(declared.map(one => one.name).sort(), named.sort(), path)
  }
})
