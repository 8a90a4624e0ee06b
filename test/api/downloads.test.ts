import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {request} from 'node:http'
import {after, before, test} from 'node:test'
import {openStage, type Stage} from './stage.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
  await stage.deliver('No,Name\r\n1,Alpha\r\n2,Beta\r\n', '2026-10-05T02:00:00.000Z')
  await stage.deliver('No,Name\r\n1,Alpha\r\n3,"Gamma, 香港"\r\n', '2026-11-05T02:00:00.000Z')
})
after(() => stage[Symbol.asyncDispose]())

const latest = '/datasets/test-laboratories/latest.csv'
const types = {
  csv: 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  ndjson: 'application/x-ndjson',
  xml: 'application/xml',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
}

test('every format downloads in our own media type, whole, and hashes to its ETag', async () => {
  for (const [format, type] of Object.entries(types)) {
    const answer = await stage.get(`/datasets/test-laboratories/latest.${format}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.equal(answer.status, 200, format)
    assert.ok(
      answer.headers.get('content-type')!.startsWith(type),
      answer.headers.get('content-type')!,
    )
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(answer.headers.get('access-control-allow-origin'), '*')
    assert.equal(answer.headers.get('x-kept-sample'), 'true')
    const hash = createHash('sha256').update(bytes).digest('hex')
    assert.equal(answer.headers.get('etag'), `"${hash}"`)
    assert.equal(answer.headers.get('content-length'), String(bytes.length))
  }
})

test('latest moves on and says where its bytes stay; that address never changes', async () => {
  const moving = await stage.get(latest)
  const text = await moving.text()
  assert.equal(text, 'No,Name\r\n1,Alpha\r\n3,"Gamma, 香港"\r\n')
  assert.match(moving.headers.get('cache-control')!, /must-revalidate/)
  const staying = await stage.get(moving.headers.get('content-location')!)
  assert.equal(await staying.text(), text)
  assert.match(staying.headers.get('cache-control')!, /immutable/)
})

test('a file is saved under a name that says what it is', async () => {
  const answer = await stage.get(latest)
  const {versions} = await stage.json('/kept/v1/datasets/test-laboratories/versions')
  assert.equal(
    answer.headers.get('content-disposition'),
    `attachment; filename="test-laboratories_${versions[0].version}.csv"`,
  )
})

test('a range is answered with just those bytes, and together they are the file', async () => {
  const whole = Buffer.from(await (await stage.get(latest)).arrayBuffer())
  const first = await stage.get(latest, {range: 'bytes=0-9'})
  const rest = await stage.get(latest, {range: 'bytes=10-'})
  assert.equal(first.status, 206)
  assert.equal(first.headers.get('content-range'), `bytes 0-9/${whole.length}`)
  const parts = [await first.arrayBuffer(), await rest.arrayBuffer()].map(one => Buffer.from(one))
  assert.deepEqual(Buffer.concat(parts), whole)
})

test('a range outside the file is a problem that gives its length', async () => {
  const answer = await stage.get(latest, {range: 'bytes=100000-'})
  assert.equal(answer.status, 416)
  assert.match(answer.headers.get('content-range')!, /^bytes \*\/\d+$/)
  assert.equal((await answer.json()).code, 'range-not-satisfiable')
})

test('who has the file is told 304 and sent nothing', async () => {
  const etag = (await stage.get(latest)).headers.get('etag')!
  const answer = await stage.get(latest, {'if-none-match': etag})
  assert.equal(answer.status, 304)
  assert.equal(await answer.text(), '')
  assert.equal(answer.headers.get('etag'), etag)
})

test('HEAD tells what GET would send, without sending it', async () => {
  const head = await fetch(`${stage.url}${latest}`, {method: 'HEAD'})
  const get = await stage.get(latest)
  assert.equal(head.status, 200)
  for (const name of ['content-length', 'content-type', 'etag', 'content-disposition'])
    assert.equal(head.headers.get(name), get.headers.get(name), name)
})

test('the companions of a version come with hashes of their own', async () => {
  for (const name of ['datapackage.json', 'report.json', 'manifest.json', 'dictionary.csv']) {
    const answer = await stage.get(`/datasets/test-laboratories/versions/latest/${name}`)
    const bytes = Buffer.from(await answer.arrayBuffer())
    assert.equal(answer.status, 200, name)
    const hash = createHash('sha256').update(bytes).digest('hex')
    assert.equal(answer.headers.get('etag'), `"${hash}"`)
  }
})

test('the stacked series holds every release', async () => {
  const answer = await stage.get('/datasets/test-laboratories/series.csv')
  const lines = (await answer.text()).trim().split('\r\n')
  assert.equal(lines[0], 'release,version,sample,No,Name')
  assert.equal(lines.length, 5)
  assert.equal(answer.headers.get('x-kept-sample'), 'true')
  const {distributions} = await stage.json('/kept/v1/datasets/test-laboratories/series')
  assert.equal(`"${distributions[0].checksum}"`, answer.headers.get('etag'))
})

test('a format may be written in either letter case', async () => {
  assert.equal((await stage.get('/datasets/test-laboratories/latest.PARQUET')).status, 200)
})

test('what does not exist is told apart: dataset, version, format, nothing published', async () => {
  const code = async (path: string) => {
    const answer = await stage.get(path)
    assert.equal(answer.status, 404, path)
    return (await answer.json()).code
  }
  assert.equal(await code('/datasets/nobody/latest.csv'), 'dataset-unknown')
  assert.equal(await code('/datasets/test-bodies/latest.csv'), 'nothing-published')
  assert.equal(await code('/datasets/test-laboratories/versions/2020/data.csv'), 'version-unknown')
  assert.equal(await code('/datasets/test-laboratories/latest.doc'), 'format-not-published')
})

test('no spelling of a path leads out of the catalog', async () => {
  const tries = [
    '/datasets/../../etc/passwd',
    '/datasets/..%2f..%2frecords.db/latest.csv',
    '/datasets/%2e%2e%2f%2e%2e/latest.csv',
    '/datasets/test-laboratories/versions/..%2f..%2f..%2frecords.db%00/data.csv',
    '/datasets/test-laboratories/versions/%2e%2e/data.csv',
    '/datasets/test-laboratories/versions/..%5c..%5c/manifest.json',
    '/datasets/test-laboratories/latest.csv%2f..%2f..%2frecords.db',
    '/datasets/test-laboratories%00/latest.csv',
    '/datasets/%ff%fe/latest.csv',
    '//etc/passwd',
  ]
  for (const path of tries) {
    const status = await rawStatus(path)
    assert.ok(status === 404 || status === 400, `${path}: ${status}`)
  }
})

/** fetch would normalise the path before sending it; a stranger does not. */
function rawStatus(path: string): Promise<number> {
  const {hostname, port} = new URL(stage.url)
  return new Promise((resolve, reject) => {
    request({hostname, port, path}, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}
