import assert from 'node:assert/strict'
import {createHash} from 'node:crypto'
import {mkdtemp, readFile, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import type {Objects} from '../../src/store/objects.ts'
import {Problem} from '../../src/text/problem.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

async function textOf(found: AsyncIterable<Uint8Array>): Promise<string> {
  return Buffer.concat(await Array.fromAsync(found)).toString('utf8')
}

const isProblem = (code: string) => (error: unknown) =>
  error instanceof Problem && error.code === code

/** What every store of objects promises. */
export function objectsContract(name: string, open: () => Promise<Objects>): void {
  test(`${name}: what was put is there, with its size and sha256`, async () => {
    const objects = await open()
    const stored = await objects.put('a/b.csv', bytes('一,二'))
    assert.equal(stored.byteSize, 7)
    assert.equal(stored.checksum, createHash('sha256').update('一,二').digest('hex'))
    assert.equal(await textOf(objects.get('a/b.csv')), '一,二')
    assert.deepEqual(await objects.stat('a/b.csv'), {byteSize: 7})
  })

  test(`${name}: the same bytes again are harmless, other bytes are refused`, async () => {
    const objects = await open()
    await objects.put('k', bytes('one'))
    await objects.put('k', bytes('one'))
    await assert.rejects(objects.put('k', bytes('two')), isProblem('object-exists'))
    assert.equal(await textOf(objects.get('k')), 'one')
  })

  test(`${name}: a range is first and last byte, both included`, async () => {
    const objects = await open()
    await objects.put('k', bytes('0123456789'))
    assert.equal(await textOf(objects.get('k', [2, 4])), '234')
  })

  test(`${name}: what is not there is a problem to get and null to stat`, async () => {
    const objects = await open()
    await assert.rejects(textOf(objects.get('none')), isProblem('object-missing'))
    assert.equal(await objects.stat('none'), null)
    await assert.rejects(objects.localFile('none'), isProblem('object-missing'))
  })

  test(`${name}: no key leaves the store`, async () => {
    const objects = await open()
    for (const key of ['../x', 'a/../../x', '/x', 'a//b', '', 'a/.', 'a\\b', 'a\0b'])
      await assert.rejects(objects.put(key, bytes('x')), isProblem('object-missing'), key)
  })

  test(`${name}: a file put is taken as it is, and can be read by its path`, async () => {
    const objects = await open()
    const file = join(await mkdtemp(join(tmpdir(), 'kept-objects-')), 'file')
    await writeFile(file, 'from a file')
    await objects.putFile('x/y', file)
    assert.equal(await readFile(await objects.localFile('x/y'), 'utf8'), 'from a file')
  })

  test(`${name}: keys are listed by prefix, sorted, and leave when removed`, async () => {
    const objects = await open()
    for (const key of ['v/b/1', 'v/a/2', 'v/a/1', 'w/1']) await objects.put(key, bytes(key))
    assert.deepEqual(await Array.fromAsync(objects.list('v/')), ['v/a/1', 'v/a/2', 'v/b/1'])
    await objects.remove('v/a/1')
    assert.deepEqual(await Array.fromAsync(objects.list('v/a')), ['v/a/2'])
  })

  test(`${name}: a stream that breaks leaves nothing behind`, async () => {
    const objects = await open()
    async function* broken() {
      yield bytes('half')
      throw new Error('reset')
    }
    await assert.rejects(objects.put('k', broken()))
    assert.equal(await objects.stat('k'), null)
  })
}
