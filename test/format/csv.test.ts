import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import fc from 'fast-check'
import {csvText} from '../../src/format/csv.ts'
import {csvReader} from '../../src/format/csv-rows.ts'
import {reading} from './files.ts'

let csv: Awaited<ReturnType<typeof reading>>
before(async () => {
  csv = await reading('csv')
})
after(() => csv.close())

const cases: readonly (readonly [claim: string, text: string, rows: string[][]])[] = [
  [
    'CRLF ends a row',
    'a,b\r\n1,2\r\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'LF ends a row',
    'a,b\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'CR ends a row',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a line end inside quotes is text', '"a\r\nb",c\r\n', [['a\r\nb', 'c']]],
  ['a doubled quote is one', '"say ""no""",1\n', [['say "no"', '1']]],
  ['a quote inside a bare cell is text', '5" pipe,x\n', [['5" pipe', 'x']]],
  ['an empty line is a row of one empty cell', 'a\n\nb\n', [['a'], [''], ['b']]],
  ['rows may be ragged', 'a,b,c\n1\n1,2,3,4\n', [['a', 'b', 'c'], ['1'], ['1', '2', '3', '4']]],
  ['spaces stay', ' a , b\n', [[' a ', ' b']]],
  ['a comma at the end is an empty cell', 'a,\n', [['a', '']]],
  ['the last row needs no line end', 'a,', [['a', '']]],
  ['quotes around nothing are an empty cell', '""', [['']]],
  ['nothing at all has no rows', '', []],
  ['a NUL is a character', 'a\u0000b,c', [['a\u0000b', 'c']]],
  [
    'values are not guessed',
    '007,+852,1e5,-0,(123),29**\n',
    [['007', '+852', '1e5', '-0', '(123)', '29**']],
  ],
  ['a byte order mark is no part of the first heading', '\ufeffa,b\n', [['a', 'b']]],
  ['a quoted heading may follow a byte order mark', '\ufeff"a","b"\n', [['a', 'b']]],
]

for (const [claim, text, rows] of cases)
  test(claim, async () => {
    assert.deepEqual(await csv.rows(text), rows)
  })

test('the dialect names delimiter and quotation mark', async () => {
  const dialect = {delimiter: '\t', quoteChar: "'"}
  assert.deepEqual(await csv.rows("a,b\t'c\td'\n", dialect), [['a,b', 'c\td']])
})

test('text behind a closing quotation mark is refused, by row and cell', async () => {
  assert.deepEqual(await csv.problem('a,b\n1,"2"3\n'), {
    code: 'csv-quote-misplaced',
    row: 2,
    cell: 2,
  })
})

test('a quotation mark that never closes is refused, by the row it opens in', async () => {
  assert.deepEqual(await csv.problem('a,b\n1,2\n"3,4\n5,6\n'), {
    code: 'csv-quote-unclosed',
    row: 3,
    cell: 1,
  })
})

test('a cell of more than a megabyte is read', async () => {
  const long = 'x'.repeat(3_000_000)
  assert.deepEqual(await csv.rows(`"${long}",1\n`), [[long, '1']])
})

test('a row beyond the limit is refused before it fills the memory', async () => {
  assert.deepEqual(await csv.problem(`"${'x'.repeat(17 * 1024 * 1024)}`), {
    code: 'file-too-large',
    format: 'csv',
    megabytes: 16,
  })
})

test('whatever is written is read again, wherever the chunks are cut', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\r', '\n', ' ', '嘅'),
    maxLength: 8,
  })
  const rows = fc.array(fc.array(cell, {minLength: 1, maxLength: 4}), {maxLength: 8})
  fc.assert(
    fc.property(rows, fc.array(fc.nat(40), {maxLength: 6}), (table, cuts) => {
      const text = csvText(table)
      const reader = csvReader({delimiter: ',', quoteChar: '"'})
      const at = [0, ...cuts.map(cut => Math.min(cut, text.length)), text.length].sort(
        (a, b) => a - b,
      )
      const found = at.slice(1).flatMap((end, index) => reader.push(text.slice(at[index], end)))
      assert.deepEqual([...found, ...reader.end()], table)
    }),
  )
})
