import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {answerOf, type Conditions} from '../../src/serve/api/conditions.ts'

const etag = '"abc"'
const lastModified = 'Mon, 23 Nov 2026 02:00:00 GMT'
const file = {etag, lastModified, byteSize: 1000}
const get = (asked: Conditions) => answerOf('GET', asked, file)

test('without conditions the whole file is sent', () => {
  assert.deepEqual(get({}), {status: 200})
})

test('a range is both its ends, and no further than the file', () => {
  assert.deepEqual(get({range: 'bytes=0-0'}), {status: 206, first: 0, last: 0})
  assert.deepEqual(get({range: 'bytes=10-'}), {status: 206, first: 10, last: 999})
  assert.deepEqual(get({range: 'bytes=990-5000'}), {status: 206, first: 990, last: 999})
  assert.deepEqual(get({range: 'bytes=-10'}), {status: 206, first: 990, last: 999})
  assert.deepEqual(get({range: 'bytes=-5000'}), {status: 206, first: 0, last: 999})
})

test('a range that begins after the end cannot be had', () => {
  assert.deepEqual(get({range: 'bytes=1000-'}), {status: 416})
  assert.deepEqual(get({range: 'bytes=-0'}), {status: 416})
  assert.deepEqual(answerOf('GET', {range: 'bytes=0-'}, {...file, byteSize: 0}), {status: 416})
})

test('what is no single range of bytes is ignored', () => {
  const ignored = ['bytes=5-4', 'bytes=-', 'bytes=0-1,5-6', 'rows=1-2', 'bytes=a-b', 'bytes 0-1']
  for (const range of ignored) assert.deepEqual(get({range}), {status: 200}, range)
})

test('ranges are for GET alone', () => {
  assert.deepEqual(answerOf('HEAD', {range: 'bytes=0-1'}, file), {status: 200})
})

test('who has the file already is told so, before any range is looked at', () => {
  const asked = {'if-none-match': etag, range: 'bytes=5000-'}
  assert.deepEqual(get(asked), {status: 304})
  assert.deepEqual(get({'if-none-match': `"x", W/${etag}`}), {status: 304})
  assert.deepEqual(get({'if-none-match': '*'}), {status: 304})
  assert.deepEqual(get({'if-none-match': '"x"'}), {status: 200})
})

test('a date is looked at only where no tag was sent', () => {
  assert.deepEqual(get({'if-modified-since': lastModified}), {status: 304})
  assert.deepEqual(get({'if-modified-since': lastModified, 'if-none-match': '"x"'}), {status: 200})
  assert.deepEqual(get({'if-modified-since': 'Sun, 22 Nov 2026 02:00:00 GMT'}), {status: 200})
  assert.deepEqual(get({'if-modified-since': 'yesterday'}), {status: 200})
})

test('If-Range wants the very same file, else the whole is sent', () => {
  const part = {status: 206, first: 0, last: 4}
  assert.deepEqual(get({range: 'bytes=0-4', 'if-range': etag}), part)
  assert.deepEqual(get({range: 'bytes=0-4', 'if-range': lastModified}), part)
  assert.deepEqual(get({range: 'bytes=0-4', 'if-range': '"x"'}), {status: 200})
  assert.deepEqual(get({range: 'bytes=0-4', 'if-range': `W/${etag}`}), {status: 200})
})

test('If-Match on another file is a failed precondition', () => {
  assert.deepEqual(get({'if-match': '"x"'}), {status: 412})
  assert.deepEqual(get({'if-match': etag}), {status: 200})
  assert.deepEqual(get({'if-match': `W/${etag}`}), {status: 412})
})

test('whatever range is asked for, what is answered lies inside the file', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,20}-\d{0,20}$/)),
      fc.integer({min: 0, max: 2000}),
      (range, byteSize) => {
        const answer = answerOf('GET', {range}, {...file, byteSize})
        if (answer.status !== 206) return
        assert.ok(answer.first >= 0 && answer.first <= answer.last && answer.last < byteSize)
      },
    ),
  )
})
