import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import fc from 'fast-check'
import {reading} from './files.ts'

let json: Awaited<ReturnType<typeof reading>>
let ndjson: Awaited<ReturnType<typeof reading>>
before(async () => {
  json = await reading('json')
  ndjson = await reading('ndjson')
})
after(async () => {
  await json.close()
  await ndjson.close()
})

test('numbers keep their digits', async () => {
  const text = '[{"a":1.10,"b":12345678901234567890.123,"c":-0,"d":1E5,"e":1e-400}]'
  assert.deepEqual((await json.rows(text))[1], [
    '1.10',
    '12345678901234567890.123',
    '-0',
    '1E5',
    '1e-400',
  ])
})

test('the first row is the names, in order of first appearance over all rows', async () => {
  const text = '[{"2023":1,"__proto__":"p"},{"b":null,"2022":true},{}]'
  assert.deepEqual(await json.rows(text), [
    ['2023', '__proto__', 'b', '2022'],
    ['1', 'p', null, null],
    [null, null, null, 'true'],
    [null, null, null, null],
  ])
})

test('names that first appear at the end of a large file are in the heading', async () => {
  const cell = 'x'.repeat(1000)
  const rows = Array.from({length: 6000}, () => `{"a":"${cell}"}`)
  const found = await json.rows(`[${rows.join(',\n')},{"late":1}]`)
  assert.deepEqual(found[0], ['a', 'late'])
  assert.deepEqual(found.at(-1), [null, '1'])
  assert.equal(found.length, 6002)
})

test('nested values are JSON text without spaces, their digits kept', async () => {
  const text = '[{"a": [1.0, {"b": "x y\\n"}], "c": {}}]'
  assert.deepEqual((await json.rows(text))[1], ['[1.0,{"b":"x y\\n"}]', '{}'])
})

test('escapes are read', async () => {
  assert.deepEqual((await json.rows('[{"a\\u0301":"\\ud83d\\ude00\\/\\u0000"}]')).flat(), [
    'a\u0301',
    '😀/\u0000',
  ])
})

test('rows may lie under a name; what is around them is judged too', async () => {
  const dialect = {property: 'value'}
  assert.deepEqual(
    await json.rows('{"@odata.count": 1, "value": [{"a":1}], "next": null}', dialect),
    [['a'], ['1']],
  )
  assert.deepEqual(await json.rows('{"value": []}', dialect), [])
  for (const [text, code] of [
    ['{"data": []}', 'json-rows-not-found'],
    ['{}', 'json-rows-not-found'],
    ['{"value": {}}', 'json-rows-not-found'],
    ['[{"a":1}]', 'json-rows-not-found'],
    ['{"value": [], "value": []}', 'name-repeated'],
    ['{"value": [], "x": tru}', 'json-not-valid'],
    ['{"value": [],}', 'json-not-valid'],
    ['{"value": []} x', 'json-not-valid'],
    ['{"value": [{"a":1}]', 'json-cut-short'],
  ] as const)
    assert.equal(((await json.problem(text, dialect)) as {code: string}).code, code, text)
})

const refused: readonly (readonly [text: string, problem: object])[] = [
  ['', {code: 'json-cut-short', rows: 0}],
  ['[{"a":1},{"a":2', {code: 'json-cut-short', rows: 1}],
  ['[{"a":1}', {code: 'json-cut-short', rows: 1}],
  ['<html></html>', {code: 'json-rows-not-found', place: 'the whole file'}],
  ['[{"a":1},{"a":01}]', {code: 'json-not-valid', row: 2, character: 16}],
  ['[{"a":1},]', {code: 'json-not-valid', row: 2, character: 10}],
  ['[{"a":NaN}]', {code: 'json-not-valid', row: 1, character: 7}],
  ["[{'a':1}]", {code: 'json-not-valid', row: 1, character: 3}],
  ['[{"a":"\t"}]', {code: 'json-not-valid', row: 1, character: 7}],
  ['[{"a":"\\x"}]', {code: 'json-not-valid', row: 1, character: 7}],
  ['[1]', {code: 'json-row-not-object', row: 1}],
  ['[{"a":1,"a":2}]', {code: 'name-repeated', format: 'json', row: 1, name: 'a'}],
  ['[{"a":"\\ud800"}]', {code: 'cell-not-unicode', format: 'json', row: 1}],
  [`[{"a":${'['.repeat(100_000)}`, {code: 'nested-too-deep', format: 'json', limit: 200}],
]

for (const [text, problem] of refused)
  test(`refused: ${text.slice(0, 30)}`, async () => {
    assert.deepEqual(await json.problem(text), problem)
  })

test('an object is read exactly where JSON.parse reads it', async () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"b"',
    '1',
    '-',
    '0.5',
    'true',
    'nul',
    ' ',
    '"\\n"',
    '"',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, {maxLength: 8}), async pieces => {
      const text = `{"k":${pieces.join('')}}`
      const expected = parses(text)
      const found = await json.problem(`[${text}]`)
      const repeated = (found as {code?: string}).code === 'name-repeated'
      assert.equal(Array.isArray(found) || repeated, expected && parses(`[${text}]`), text)
    }),
    {numRuns: 400},
  )
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

test('NDJSON: one object a line; lines of spaces are none', async () => {
  assert.deepEqual(await ndjson.rows('{"a":1}\r\n\n {"b":"x"} \n  '), [
    ['a', 'b'],
    ['1', null],
    [null, 'x'],
  ])
  assert.deepEqual(await ndjson.problem('{"a":1}\n{"a":}\n'), {
    code: 'json-not-valid',
    row: 2,
    character: 14,
  })
})
