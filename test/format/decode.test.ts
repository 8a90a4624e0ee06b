import assert from 'node:assert/strict'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {after, test} from 'node:test'
import iconv from 'iconv-lite'
import {type Encoding, encodingOf, textOf} from '../../src/format/decode.ts'
import {Problem} from '../../src/text/problem.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-decode-'))
after(() => rmSync(folder, {recursive: true}))
let files = 0

async function decoded(
  bytes: Uint8Array,
  declared?: string,
): Promise<Encoding & {text?: string; problem?: object}> {
  const file = join(folder, String(++files))
  writeFileSync(file, bytes)
  const encoding = await encodingOf(file, declared)
  let text = ''
  try {
    for await (const chunk of textOf(file, encoding)) text += chunk
  } catch (error) {
    if (error instanceof Problem) return {...encoding, problem: error.facts}
    throw error
  }
  return {...encoding, text}
}

const bytesOf = (text: string, encoding: string, addBOM = false) =>
  iconv.encode(text, encoding, {addBOM})

const words = '申請號碼,Café\r\n嘅咗堃,1\r\n'
const long = `${'機構名稱,金額\r\n創新科技有限公司,一百萬元\r\n'.repeat(9000)}` // beyond one chunk

test('UTF-8 is known by its bytes, even where something else is declared', async () => {
  assert.deepEqual(await decoded(bytesOf(words, 'utf-8'), 'windows-1252'), {
    name: 'utf-8',
    from: 'bytes',
    text: words,
  })
})

for (const name of ['utf-8', 'utf-16le', 'utf-16be'])
  test(`a byte order mark says ${name} and is no text`, async () => {
    assert.deepEqual(await decoded(bytesOf(words, name, true), 'big5-hkscs'), {
      name,
      from: 'mark',
      text: words,
    })
  })

for (const name of ['utf-16le', 'utf-16be'])
  test(`${name} without a mark is read as declared, and guessed by its NULs`, async () => {
    const text = 'Name,Amount\r\nA,1\r\n'
    assert.deepEqual(await decoded(bytesOf(text, name), name), {name, from: 'declared', text})
    assert.deepEqual(await decoded(bytesOf(text, name)), {name, from: 'guess', text})
  })

test('the characters of Hong Kong in Big5 are themselves and not private ones', async () => {
  const text = '嘅咗堃,中環\r\n'
  assert.deepEqual(await decoded(bytesOf(text, 'big5-hkscs'), 'Big5-HKSCS'), {
    name: 'big5-hkscs',
    from: 'declared',
    text,
  })
})

for (const name of ['gb18030', 'windows-1252'])
  test(`${name} is read as declared`, async () => {
    const text = name === 'gb18030' ? '数据档案𠮷\n' : 'Café – “€5”\n'
    const found = await decoded(bytesOf(text, name), name)
    assert.deepEqual(found, {name, from: 'declared', text})
  })

test('an encoding that nothing declares is guessed, and says so', async () => {
  const found = await decoded(bytesOf(long, 'big5-hkscs'))
  assert.deepEqual({...found, text: null}, {name: 'big5-hkscs', from: 'guess', text: null})
  assert.equal(found.text, long)
})

test('text over many chunks is whole in every encoding', async () => {
  for (const name of ['utf-8', 'utf-16le', 'utf-16be', 'big5-hkscs', 'gb18030'])
    assert.equal((await decoded(bytesOf(long, name), name)).text, long, name)
})

test('a wrong byte in UTF-8 is found by line and column, and does not make it another encoding', async () => {
  const bytes = Buffer.concat([
    bytesOf(long, 'utf-8'),
    bytesOf('堃,', 'utf-8'),
    Buffer.from([0xff]),
    bytesOf(long, 'utf-8'),
  ])
  assert.deepEqual(await decoded(bytes), {
    name: 'utf-8',
    from: 'bytes',
    problem: {encoding: 'utf-8', line: 18_001, column: 3},
  })
})

test('a byte that the declared encoding does not know is found, not replaced', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\r\nCaf\xe9 ', 'latin1'), Buffer.from([0x81])])
  assert.deepEqual(await decoded(bytes, 'windows-1252'), {
    name: 'windows-1252',
    from: 'declared',
    problem: {encoding: 'windows-1252', line: 2, column: 6},
  })
})

test('UTF-8 that breaks off inside a character is found', async () => {
  const bytes = Buffer.concat([bytesOf('\ufeffab\n嘅', 'utf-8'), Buffer.from([0xe5, 0x92])])
  assert.deepEqual(await decoded(bytes), {
    name: 'utf-8',
    from: 'mark',
    problem: {encoding: 'utf-8', line: 2, column: 2},
  })
})

test('an encoding that nobody knows is a problem', async () => {
  await assert.rejects(decoded(Buffer.from([0xff]), 'klingon-8'), {code: 'encoding-unknown'})
})
