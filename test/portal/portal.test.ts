import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import {
  failed,
  hostile,
  type OpenPortal,
  openPortal,
  published,
  rejected,
  unpublishedCell,
} from './open-portal.ts'

let portal: OpenPortal
before(async () => {
  portal = await openPortal()
})
after(async () => {
  await portal[Symbol.asyncDispose]()
})

async function get(path: string, headers: {[name: string]: string} = {}) {
  const response = await fetch(portal.url + path, {redirect: 'manual', headers})
  return {status: response.status, headers: response.headers, html: await response.text()}
}

async function versionNames(): Promise<string[]> {
  const {html} = await get(`/en/datasets/${published}`)
  return [...new Set([...html.matchAll(/<option value="(20[^"]+)"/g)].map(([, name]) => name!))]
}

async function everyPage(language: string): Promise<string[]> {
  const [to, from] = await versionNames()
  return [
    '/',
    '/datasets',
    `/datasets?q=${encodeURIComponent(hostile)}`,
    `/datasets/${published}`,
    `/datasets/${published}?find=${encodeURIComponent(hostile)}`,
    `/datasets/${published}/compare?from=${from}&to=${to}`,
    `/datasets/${rejected}`,
    `/datasets/${failed}`,
    '/publishers/hk-itc',
    '/plan',
    '/obligations/D34:2026-11',
    '/held',
    '/method',
  ].map(path => `/${language}${path}`)
}

test('/ leads to the reader’s language, and says that it depends on it', async () => {
  const answer = await get('/', {'accept-language': 'en-GB'})
  assert.equal(answer.status, 302)
  assert.equal(answer.headers.get('location'), '/en/')
  assert.equal(answer.headers.get('vary'), 'Accept-Language')
  assert.equal((await get('/', {'accept-language': 'xx'})).headers.get('location'), '/zh-Hant/')
})

for (const language of ['zh-Hant', 'zh-Hans', 'en']) {
  test(`every page in ${language} answers, in its language, under our policy`, async () => {
    const tag = language === 'zh-Hant' ? 'zh-Hant-HK' : language
    for (const path of await everyPage(language)) {
      const {status, headers, html} = await get(path)
      assert.equal(status, 200, path)
      assert.ok(html.startsWith(`<!doctype html><html lang="${tag}">`), path)
      assert.equal(headers.get('content-type'), 'text/html; charset=utf-8')
      assert.equal(headers.get('content-language'), tag)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      assert.equal(headers.get('referrer-policy'), 'same-origin')
      const policy = headers.get('content-security-policy')!
      assert.match(policy, /^default-src 'none';/)
      assert.doesNotMatch(policy, /unsafe|\*|data:|https?:/)
      assert.equal([...html.matchAll(/<h1[ >]/g)].length, 1, path)
      assert.equal([...html.matchAll(/rel="alternate"/g)].length, 3)
      assert.doesNotMatch(html, /undefined|NaN|\[object|Infinity/, path)
      assert.doesNotMatch(html, / style="|<style|<script>/, path)
    }
  })
}

test('what others wrote is text on every page: no tag of theirs, no attribute, no address', async () => {
  for (const path of await everyPage('en')) {
    const {html} = await get(path)
    assert.doesNotMatch(html, /<img/, path)
    assert.doesNotMatch(html, /<script>window/, path)
    assert.doesNotMatch(html, /href="javascript:/i, path)
    // A quote of theirs ends no attribute of ours.
    assert.doesNotMatch(html, /=(["'])[^"'<]*"'>/, path)
  }
  const {html} = await get(`/en/datasets/${published}`)
  assert.match(html, /&lt;script>window\.hacked=1/)
})

test('a cell of content that was rejected stands on no page', async () => {
  for (const path of await everyPage('en')) {
    assert.ok(!(await get(path)).html.includes(unpublishedCell), path)
  }
})

test('the page of what is not published says which and why', async () => {
  const {html} = await get('/en/held')
  assert.match(html, new RegExp(`id="${rejected}"`))
  assert.match(html, new RegExp(`id="${failed}"`))
  assert.match(html, /is missing|does not hold a table|heading/)
})

test('verdicts that rest on a stand-in say so, and are kept from search engines', async () => {
  for (const path of [
    '/en/',
    '/en/datasets',
    '/en/plan',
    '/en/publishers/hk-itc',
    '/en/obligations/D34:2026-11',
  ]) {
    const {html} = await get(path)
    assert.match(html, /<meta name="robots" content="noindex"/, path)
    assert.match(html, /Simulated: this site watches a stand-in/, path)
  }
})

test('rows of our own making are marked as a sample wherever they are shown', async () => {
  const [to, from] = await versionNames()
  for (const path of [
    `/en/datasets/${published}`,
    `/en/datasets/${published}/compare?from=${from}&to=${to}`,
    '/en/datasets',
  ]) {
    assert.match((await get(path)).html, /class="tag tag-sample"/, path)
  }
})

test('two versions are compared by key', async () => {
  const [to, from] = await versionNames()
  const {html} = await get(`/en/datasets/${published}/compare?from=${from}&to=${to}`)
  const counts = [...html.matchAll(/<dd><b>(\d+)<\/b>/g)].map(([, n]) => Number(n))
  assert.deepEqual(counts, [1, 1, 1, 0])
  assert.match(html, /<del>9482\.4<\/del> → <ins>9500\.0<\/ins>/)
})

test('versions that do not exist are compared with nothing, without complaint', async () => {
  for (const query of ['', '?from=x&to=../../y', '?from=a&from=b&to[]=1']) {
    const {status, html} = await get(`/en/datasets/${published}/compare${query}`)
    assert.equal(status, 200)
    assert.match(html, /Choose two published versions/)
  }
})

test('a reader finds the rows that hold a word, and how many there are', async () => {
  const {html} = await get(`/en/datasets/${published}?find=INNOVATION`)
  assert.match(html, /1 of 2 rows hold “INNOVATION”/)
})

const lost = [
  '/en/nope',
  '/zh-Hant/datasets/nope',
  '/en/datasets/..%2F..%2Fetc%2Fpasswd',
  '/en/datasets/%00',
  '/en/obligations/D5:1999-01',
  '/en/obligations/__proto__',
  '/en/publishers/constructor',
  '/zh-Hans/datasets/a/b/c',
]

for (const path of lost) {
  test(`${path} is not found, in words and with a way on`, async () => {
    const {status, headers, html} = await get(path)
    assert.equal(status, 404)
    assert.match(headers.get('content-type')!, /^text\/html/)
    assert.match(html, /<form class="compare" action="\/(en|zh-Hant|zh-Hans)\/datasets"/)
  })
}

test('a crawler that asks for a thousand filters costs little each', async () => {
  const started = performance.now()
  for (let n = 0; n < 100; n++) await get(`/en/datasets?q=${n}&publisher=p${n}&verdict=${n}`)
  assert.ok((performance.now() - started) / 100 < 100, 'each under 100 ms, evidence read once')
})

test('pages are packed for those who can unpack them, and weigh little', async () => {
  for (const path of await everyPage('zh-Hant')) {
    const response = await fetch(portal.url + path, {headers: {'accept-encoding': 'br'}})
    assert.equal(response.headers.get('content-encoding'), 'br', path)
    assert.match(response.headers.get('vary')!, /Accept-Encoding/)
    await response.arrayBuffer()
  }
  const {html} = await get('/en/method')
  const assets = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!)
  let weight = html.length
  for (const path of new Set(assets)) {
    const {headers, html: body} = await get(path)
    assert.match(headers.get('cache-control')!, /immutable/)
    weight += body.length
  }
  assert.ok(weight < 100_000, `a page without data weighs ${weight} bytes`)
})
