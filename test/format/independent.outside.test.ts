// Our files, opened by programs that share no code with us: LibreOffice, Python (csv, json, openpyxl)
// and xmllint. .ci/run installs them.
import assert from 'node:assert/strict'
import {execFileSync} from 'node:child_process'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {fileURLToPath} from 'node:url'
import {csvReader} from '../../src/format/csv-rows.ts'
import type {Cells} from '../../src/format/format.ts'
import {formatOf, formats} from '../../src/format/formats.ts'
import {plainDecimal} from '../../src/format/numbers.ts'
import {parityOfTable} from '../../src/format/parity.ts'
import type {FieldType} from '../../src/model/table-schema.ts'
import {gathered, schemaOf, testEngine, typedTable} from './engine.ts'

const fields: readonly (readonly [string, FieldType])[] = [
  ['申請號碼', 'string'],
  ['__proto__', 'string'],
  ['Grant ($M)', 'number'],
  ['2023', 'integer'],
  ['生效日期', 'date'],
  ['Kept?', 'boolean'],
]
const schema = schemaOf(new Map(fields))

/** Every program can hold these; what control characters become is a test of its own. */
const rows: readonly Cells[] = [
  ['007', '=HYPERLINK("http://example.org","x")', '0.1', '9007199254740993', '2024-02-29', 'true'],
  ['嘅咗堃', 'a\nb', '-1234.5', '-1', '1899-12-31', 'false'],
  ['A123456(7)', 'say "no", twice', '1.10', '0', '9999-12-31', null],
  [' space ', '\ttab', '12345678901234567.89', '15', null, 'true'],
  ['😀𠮷', ']]><b>&amp;', null, null, null, null],
  ['-2+3', "'quoted", '1000000', '123456789012345', '0001-01-01', 'false'],
  ['+852 2345 6789', '@SUM(A1)', '0.000001', '-999999999999999', '2000-12-31', 'true'],
  ['1e5', 'x'.repeat(32_767), '99.99', '42', '2024-12-31', null],
]

let world: Awaited<ReturnType<typeof testEngine>>
const files = new Map<string, string>()
before(async () => {
  world = await testEngine()
  await typedTable(world.engine, 'typed', schema, rows)
  for (const format of formats) {
    const file = join(world.folder, `data.${format.name}`)
    await format.write({name: 'typed', schema, title: '測試 Test'}, file, world.engine)
    files.set(format.name, file)
  }
})
after(() => world.close())

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))

function python(script: string, ...args: string[]): string {
  return execFileSync('python3', [beside(script), ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
}

/** The same canonical cells that parity compares: empty is null, numbers are plain. */
function expectSame(found: readonly Cells[], expected: readonly Cells[]): void {
  const canonical = (cells: Cells, isHeading: boolean) =>
    fields.map(([, type], column) => {
      const cell = cells[column] ?? ''
      if (cell === '') return null
      const numeric = type === 'number' || type === 'integer'
      return numeric && !isHeading ? (plainDecimal(cell) ?? cell) : cell
    })
  assert.deepEqual(
    found.map((cells, row) => canonical(cells, row === 0)),
    [fields.map(([name]) => name), ...expected].map((cells, row) => canonical(cells, row === 0)),
  )
}

test('Python reads the same cells from CSV, JSON, NDJSON and XLSX', () => {
  const paths = ['csv', 'json', 'ndjson', 'xlsx'].map(name => files.get(name)!)
  const lines = python('independent.py', ...paths)
    .trimEnd()
    .split('\n')
  assert.equal(lines.length, paths.length)
  for (const line of lines) expectSame(JSON.parse(line), rows)
})

test('Python computes the same parity digest from the CSV', async () => {
  const types = fields.map(([, type]) => type)
  const digest = python('parity.py', files.get('csv')!, ...types).trim()
  assert.equal(digest, await parityOfTable('typed', schema, world.engine))
})

test('LibreOffice reads the same cells from XLS and XLSX', () => {
  for (const name of ['xls', 'xlsx']) {
    const folder = join(world.folder, `office-${name}`)
    // Filter 44,34,76,1: comma, quotes, UTF-8, from line 1; cells as stored, text always quoted.
    execFileSync('soffice', [
      `-env:UserInstallation=file://${world.folder}/office-profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1',
      '--outdir',
      folder,
      files.get(name)!,
    ])
    const reader = csvReader({delimiter: ',', quoteChar: '"'})
    const text = readFileSync(join(folder, 'data-測試 Test.csv'), 'utf8')
    const found = [...reader.push(text), ...reader.end()]
    // Stored values, so XLS's booleans are 1 and 0 there, and XLSX's TRUE and FALSE.
    const words = new Map(Object.entries({1: 'true', 0: 'false', TRUE: 'true', FALSE: 'false'}))
    const booleans = found.map(cells => [...cells.slice(0, 5), words.get(cells[5]!) ?? cells[5]!])
    expectSame([found[0]!, ...booleans.slice(1)], rows)
  }
})

test('xmllint finds the XML well-formed, and the same cells in it', () => {
  const file = files.get('xml')!
  execFileSync('xmllint', ['--noout', file])
  const select = (path: string) =>
    execFileSync('xmllint', ['--xpath', `string(${path})`, file], {encoding: 'utf8'}).slice(0, -1)
  assert.equal(select('count(/table/row)'), String(rows.length))
  for (const [row, cells] of rows.slice(0, 6).entries())
    for (const [column, [name]] of fields.entries()) {
      const path = `/table/row[${row + 1}]/cell[@name="${name}"]`
      assert.equal(select(path), cells[column] ?? '')
      assert.equal(
        select(`count(${path}/@*[name()="xsi:nil"])`),
        cells[column] === null ? '1' : '0',
      )
    }
})

test('LibreOffice reads control characters from XLSX as the cells have them', async () => {
  const hostile = schemaOf(
    new Map([
      ['a', 'string'],
      ['b', 'string'],
    ]),
  )
  await typedTable(world.engine, 'hostile', hostile, [['x\u0001y\u001fz', 'a_x0041_b']])
  const file = join(world.folder, 'hostile.xlsx')
  await formatOf('xlsx').write({name: 'hostile', schema: hostile, title: 'H'}, file, world.engine)
  execFileSync('soffice', [
    `-env:UserInstallation=file://${world.folder}/office-profile`,
    '--headless',
    '--convert-to',
    'csv:Text - txt - csv (StarCalc):44,34,76',
    '--outdir',
    world.folder,
    file,
  ])
  assert.equal(
    readFileSync(join(world.folder, 'hostile.csv'), 'utf8'),
    'a,b\nx\u0001y\u001fz,a_x0041_b\n',
  )
})

test('workbooks that LibreOffice and openpyxl write are read', async () => {
  const csv = join(world.folder, 'made.csv')
  writeFileSync(
    csv,
    'Day,Amount,Name\n2024-03-31,0.1,嘅咗堃\n1999-12-31 18:30:00,-1234567.25,007x\n',
  )
  const expected = [
    ['Day', 'Amount', 'Name'],
    ['2024-03-31', '0.1', '嘅咗堃'],
    ['1999-12-31T18:30:00', '-1234567.25', '007x'],
  ]
  for (const name of ['xls', 'xlsx'] as const) {
    execFileSync('soffice', [
      `-env:UserInstallation=file://${world.folder}/office-profile`,
      '--headless',
      '--infilter=CSV:44,34,76,1',
      '--convert-to',
      name,
      '--outdir',
      world.folder,
      csv,
    ])
    const file = join(world.folder, `made.${name}`)
    assert.deepEqual(await gathered(formatOf(name).read(file, {}, world.engine)), expected)
  }
  const made = join(world.folder, 'openpyxl.xlsx')
  execFileSync('python3', [
    '-c',
    `import sys, datetime, openpyxl
book = openpyxl.Workbook()
sheet = book.active
sheet.append(["Day", "Amount", "Name"])
sheet.append([datetime.date(2024, 3, 31), 0.1, "嘅咗堃"])
sheet.append([datetime.datetime(1999, 12, 31, 18, 30), -1234567.25, "007x"])
book.save(sys.argv[1])`,
    made,
  ])
  const found = await gathered(formatOf('xlsx').read(made, {}, world.engine))
  assert.deepEqual(found, expected)
})
