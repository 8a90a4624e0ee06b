import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {after, test} from 'node:test'
import fc from 'fast-check'
import {formatOf} from '../../src/format/formats.ts'
import type {SourceFormat} from '../../src/model/dataset.ts'
import type {Dialect, Field} from '../../src/model/table-schema.ts'
import {field, ingestParts, openTestEngine} from './table.ts'

const engine = await openTestEngine()
after(() => engine[Symbol.asyncDispose]())

const fields = [
  field('名稱 "x"'),
  field('Count', {type: 'integer'}),
  field('Amount', {type: 'number'}),
  field('Day', {type: 'date'}),
]

/** Canonical rows as a table of text, for a format to write. */
async function stored(rows: readonly (readonly (string | null)[])[]): Promise<void> {
  const columns = fields.map(({name}) => `, "${name.replaceAll('"', '""')}" VARCHAR`).join('')
  await engine.run(`CREATE OR REPLACE TABLE given (_row INTEGER${columns})`)
  await engine.append(
    'given',
    rows.map((row, index) => [index + 1, ...row]),
  )
}

/** The file that a format makes of the stored table. */
async function written(format: SourceFormat): Promise<Uint8Array> {
  const file = join(engine.scratch, `given.${format}`)
  await formatOf(format).write({name: 'given', schema: {fields}, title: 'Given'}, file, engine)
  return readFile(file)
}

const date = fc
  .integer({min: 0, max: 60_000})
  .map(day => new Date(Date.UTC(1920, 0, 1 + day)).toISOString().slice(0, 10))
const text = fc
  .string({unit: 'grapheme', minLength: 1, maxLength: 10})
  .filter(found => found.trim() !== '')
const decimal = fc.tuple(
  fc.integer({min: -99999, max: 99999}),
  fc.constantFrom('', '.5', '.10', '.000001'),
)
const row = fc.tuple(
  text,
  fc.option(fc.integer().map(String)),
  fc.option(decimal.map(([whole, fraction]) => `${whole}${fraction}`)),
  fc.option(date),
)

const dialects: {readonly [format in SourceFormat]: Dialect} = {
  csv: {},
  json: {},
  xml: {rowElement: 'row'},
  xls: {},
  xlsx: {},
}

for (const format of ['csv', 'json', 'xml', 'xls', 'xlsx'] as const) {
  test(`what ${format} writes is ingested cell by cell`, () =>
    fc.assert(
      fc.asyncProperty(fc.array(row, {minLength: 1, maxLength: 12}), async rows => {
        await stored(rows)
        const given = {fields, format, dialect: dialects[format]}
        const table = await ingestParts([await written(format)], given, engine)
        assert.deepEqual(table.findings, [])
        // A workbook holds numbers, not their digits: 1.10 and 1.1 are one number.
        const plain = (cells: typeof table.typed) =>
          format === 'xls' || format === 'xlsx' ? cells.map(withPlainAmount) : cells
        assert.deepEqual(plain(table.typed), plain(rows))
      }),
      {numRuns: 25},
    ))
}

function withPlainAmount([name, count, amount, day]: readonly (string | null)[]) {
  return [name ?? null, count ?? null, amount == null ? null : String(Number(amount)), day ?? null]
}

test('a workbook of the other kind is read as what it is, and that is noted', async () => {
  await stored([['a', '1', '1.5', '2024-02-29']])
  const table = await ingestParts([await written('xlsx')], {fields, format: 'xls'}, engine)
  assert.deepEqual(table.typed, [['a', '1', '1.5', '2024-02-29']])
  assert.deepEqual(
    table.findings.map(({type, severity, facts}) => [type, severity, facts]),
    [['format-error', 'notes', {declared: 'XLS', found: 'XLSX'}]],
  )
})

test('a date cell of a workbook is a date, whatever pattern text would follow', async () => {
  await stored([['a', null, null, '2024-02-29']])
  const patterned: readonly Field[] = fields.map(given =>
    given.type === 'date' ? {...given, format: '%d/%m/%Y'} : given,
  )
  const table = await ingestParts(
    [await written('xlsx')],
    {fields: patterned, format: 'xlsx'},
    engine,
  )
  assert.deepEqual(table.typed[0]?.[3], '2024-02-29')
})

test('rows of a range keep the numbers the sheet shows', async () => {
  await stored([
    ['Head', '1', null, null],
    ['a', '2', null, null],
    ['b', '3', null, null],
  ])
  const given = {
    fields: [field('Head'), field('1')],
    format: 'xlsx',
    dialect: {range: 'A2:B'},
  } as const
  const table = await ingestParts([await written('xlsx')], given, engine)
  assert.deepEqual(table.raw, [
    [3, 'a', '2'],
    [4, 'b', '3'],
  ])
})

test('the period stands in a cell of the sheet', async () => {
  await stored([['截至2025年9月30日', '1', null, null]])
  const periodFrom = {
    from: 'cell',
    cell: 'A2',
    pattern: '(?<year>\\d{4})年(?<month>\\d+)月(?<day>\\d+)日',
  } as const
  const table = await ingestParts(
    [await written('xlsx')],
    {fields, format: 'xlsx', periodFrom},
    engine,
  )
  assert.equal(table.period, '2025-09-30')
})
