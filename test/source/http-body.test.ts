import assert from 'node:assert/strict'
import {test} from 'node:test'
import {brotliCompressSync, gzipSync} from 'node:zlib'
import type {LookOptions} from '../../src/source/source.ts'
import {codeOf, type HttpAnswer, lookedAt} from './looking.ts'

const csv = 'a,b\r\n1,2\r\n'

test('a page for people is no data, by its first bytes or by its media type', async () => {
  const answering =
    (body: string | Uint8Array, mediaType?: string): HttpAnswer =>
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
    (body: string): HttpAnswer =>
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
    (coding: string, body: Uint8Array): HttpAnswer =>
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
  const endless: HttpAnswer = (_, response) => {
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
  const silent: HttpAnswer = () => {}
  const stuck: HttpAnswer = (_, response) => {
    response.writeHead(200)
    response.write('a,')
  }
  const drip: HttpAnswer = (_, response) => {
    response.writeHead(200)
    const timer = setInterval(() => response.write('a'), 20)
    response.once('close', () => clearInterval(timer))
  }
  const phase = async (answer: HttpAnswer, limits: LookOptions['limits']) => {
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
