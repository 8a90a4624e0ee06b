import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import fc from 'fast-check'
import type {Field} from '../../src/model/table-schema.ts'
import {field, ingestParts, openTestEngine} from './table.ts'

const engine = await openTestEngine()
after(() => engine[Symbol.asyncDispose]())

/** What becomes of cells of one field, and what its marks leave in the notes. */
async function cells(
  kind: Partial<Field>,
  values: readonly string[],
): Promise<readonly (string | null)[]> {
  const fields = [field('Cell', kind)]
  const csv = ['Cell', ...values].map(value => `"${value.replaceAll('"', '""')}"`).join('\r\n')
  const {typed} = await ingestParts(
    [`${csv}\r\n`],
    {fields, schema: {missingValues: ['', '-']}},
    engine,
  )
  return typed.map(row => row[0]!)
}

/** Each row: a cell as the source has it, and as it is published (null: nothing, or a type error). */
function claim(
  name: string,
  kind: Partial<Field>,
  pairs: readonly (readonly [string, string | null])[],
) {
  test(name, async () => {
    const found = await cells(
      kind,
      pairs.map(([source]) => source),
    )
    assert.deepEqual(
      pairs.map(([source], index) => [source, found[index]]),
      pairs,
    )
  })
}

claim('text is left exactly as it is', {type: 'string'}, [
  ['007', '007'],
  ['+852 2123 4567', '+852 2123 4567'],
  ['A123456(7)', 'A123456(7)'],
  ['1e5', '1e5'],
  [' 嘅 咗 堃 ', ' 嘅 咗 堃 '],
  ['two\nlines', 'two\nlines'],
  ['=HYPERLINK("x")', '=HYPERLINK("x")'],
  ['-', null],
])

claim('an integer is digits of any length, without plus and zeros in front', {type: 'integer'}, [
  ['12', '12'],
  ['007', '7'],
  ['+5', '5'],
  ['-0', '0'],
  ['-012', '-12'],
  [' 12\u00a0', '12'],
  ['90071992547409931234567890123456789012345', '90071992547409931234567890123456789012345'],
  ['12.0', null],
  ['1e5', null],
  ['(123)', null],
  ['1,234', null],
  ['N/A', null],
  ['１２', null],
  [' - ', null],
])

claim('a number keeps its decimals exactly', {type: 'number'}, [
  ['1.10', '1.10'],
  ['0.1', '0.1'],
  ['12345678901234567890.000000000000000001', '12345678901234567890.000000000000000001'],
  ['.5', '0.5'],
  ['-.5', '-0.5'],
  ['5.', '5'],
  ['007.50', '7.50'],
  ['+1.5', '1.5'],
  ['-0.0', '0.0'],
  ['-0.5', '-0.5'],
  ['1.5e3', '1500'],
  ['1E-2', '0.01'],
  ['1e-30', '1e-30'],
  ['NaN', null],
  ['INF', null],
  ['1.2.3', null],
  ['$5', null],
])

claim(
  'thousands are groups of three, by any of the declared characters',
  {type: 'number', groupChar: ', '},
  [
    ['9,462.5', '9462.5'],
    ['12 185', '12185'],
    ['36\u00a0041', '36041'],
    ['36\u202f041', '36041'],
    ['1 234,567', '1234567'],
    ['1,23', null],
    ['1,2345', null],
    ['12345', '12345'],
    [',123', null],
  ],
)

claim(
  'a decimal comma is one only where it is declared',
  {type: 'number', decimalChar: ',', groupChar: '.'},
  [
    ['1.234,50', '1234.50'],
    ['12,5', '12.5'],
    ['1.23', null],
    ['1.234', '1234'],
  ],
)

claim(
  'marks and words around a number are set aside',
  {type: 'integer', groupChar: ', ', bareNumber: false},
  [
    ['29**', '29'],
    ['17 946****', '17946'],
    ['約 850', '850'],
    ['12(a)', '12'],
    ['12 [1]', '12'],
    ['50+', '50'],
    ['*-5', '-5'],
    // Negative somewhere, or two numbers: which of them would be a guess.
    ['(123)', null],
    ['−5', null],
    ['▲5', null],
    ['12–15', null],
    ['12.5', null],
    ['none', null],
  ],
)

claim('dates are ISO 8601 unless a pattern is declared', {type: 'date'}, [
  ['2024-02-29', '2024-02-29'],
  ['2023-02-29', null],
  ['29/02/2024', null],
  ['2024-2-9', null],
])

claim('a declared pattern is the only one read', {type: 'date', format: '%d.%m.%Y'}, [
  ['03.09.2025', '2025-09-03'],
  ['3.9.2025', '2025-09-03'],
  ['31.04.2025', null],
  ['2025-09-03', null],
  ['09/03/2025', null],
])

claim('年月日 are letters of a pattern like any other', {type: 'date', format: '%Y年%m月%d日'}, [
  ['2025年9月3日', '2025-09-03'],
  ['2025年12月31日', '2025-12-31'],
  ['114年9月3日', null],
])

claim('a datetime has its T and keeps its zone', {type: 'datetime'}, [
  ['2024-03-01T23:15:00+08:00', '2024-03-01T23:15:00+08:00'],
  ['2024-03-01T23:15:00.123Z', '2024-03-01T23:15:00.123Z'],
  ['2024-03-01T23:15:00', '2024-03-01T23:15:00'],
  ['2024-03-01 23:15:00', null],
  ['2024-03-01T25:00:00Z', null],
])

claim('a datetime by a pattern', {type: 'datetime', format: '%d/%m/%Y %H:%M'}, [
  ['01/03/2024 23:15', '2024-03-01T23:15:00'],
])
claim('a time of day', {type: 'time'}, [
  ['23:15:00', '23:15:00'],
  ['25:00:00', null],
  ['9:15', null],
])
claim('a time of day by a pattern', {type: 'time', format: '%H:%M'}, [['09:15', '09:15:00']])
claim('a year is four digits', {type: 'year'}, [
  ['2022', '2022'],
  ['22', null],
  ['2022/23', null],
])
claim('a month of a year', {type: 'yearmonth'}, [
  ['2022-07', '2022-07'],
  ['2022-13', null],
])
claim('a month of a year by a pattern', {type: 'yearmonth', format: '%m/%Y'}, [
  ['07/2022', '2022-07'],
])
claim(
  'booleans are the declared words',
  {type: 'boolean', trueValues: ['是'], falseValues: ['否']},
  [
    ['是', 'true'],
    ['否', 'false'],
    ['true', null],
  ],
)
claim('booleans by default', {type: 'boolean'}, [
  ['True', 'true'],
  ['0', 'false'],
  ['yes', null],
])
claim('addresses of mail', {format: 'email'}, [
  ['info@example.gov.hk', 'info@example.gov.hk'],
  ['info at example', null],
])
claim('addresses of the web', {format: 'uri'}, [
  ['https://example.gov.hk/創新', 'https://example.gov.hk/創新'],
  ['www.example.gov.hk', null],
])
claim('uuids', {format: 'uuid'}, [
  ['9f1c2a34-0000-4000-8000-00000000abcd', '9f1c2a34-0000-4000-8000-00000000abcd'],
  ['9f1c2a34', null],
])
claim('any is anything', {type: 'any'}, [[' x ', ' x ']])

test('a unit that is the declared one is no note, and other words are', async () => {
  const fields = [
    field('Amount', {type: 'number', groupChar: ',', bareNumber: false, unit: {en: 'HK$'}}),
    field('Notes'),
  ]
  const {typed} = await ingestParts(
    ['Amount,Notes\nHK$5,\n"1,000 (a)",said before\n'],
    {fields, dialect: {notesField: 'Notes'}},
    engine,
  )
  assert.deepEqual(typed, [
    ['5', null],
    ['1000', 'said before; Amount (a)'],
  ])
})

test('every whole number written with commas comes back as its digits', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.bigInt(), {minLength: 1, maxLength: 20}), async numbers => {
      const written = numbers.map(number => number.toLocaleString('en-US'))
      const found = await cells({type: 'integer', groupChar: ','}, written)
      assert.deepEqual(found, numbers.map(String))
    }),
    {numRuns: 20},
  ))
