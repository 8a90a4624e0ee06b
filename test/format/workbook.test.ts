import assert from 'node:assert/strict'
import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import * as library from '@e965/xlsx'
import {strToU8, zipSync} from 'fflate'
import type {Cells} from '../../src/format/format.ts'
import {formatOf} from '../../src/format/formats.ts'
import {parityOfFile, parityOfTable} from '../../src/format/parity.ts'
import {dateText, formatKind} from '../../src/format/sheet-values.ts'
import {columnIndex, columnLetters} from '../../src/format/sheets.ts'
import {openZip, ZipTooLarge} from '../../src/format/zip-read.ts'
import type {TableSchema} from '../../src/model/table-schema.ts'
import type {Problem} from '../../src/text/problem.ts'
import {gathered, schemaOf, testEngine, typedTable} from './engine.ts'
import {reading} from './files.ts'

let world: Awaited<ReturnType<typeof testEngine>>
let readers: {xls: Awaited<ReturnType<typeof reading>>; xlsx: Awaited<ReturnType<typeof reading>>}
before(async () => {
  world = await testEngine()
  readers = {xls: await reading('xls'), xlsx: await reading('xlsx')}
})
after(async () => {
  await world.close()
  await readers.xls.close()
  await readers.xlsx.close()
})

/** A workbook of somebody else's making: values, number formats and all. */
function foreign(kind: 'xls' | 'xlsx', date1904 = false): Uint8Array {
  const sheet: library.WorkSheet = {
    '!ref': 'A1:D6',
    A1: {t: 's', v: '標題'},
    '!merges': [{s: {r: 0, c: 0}, e: {r: 0, c: 3}}],
    A3: {t: 's', v: 'Day'},
    B3: {t: 's', v: 'Amount'},
    C3: {t: 's', v: 'Kept'},
    D3: {t: 's', v: 'Code'},
    A4: {t: 'n', v: 45_382, z: 'dd/mm/yyyy'},
    B4: {t: 'n', v: 0.1 + 0.2},
    C4: {t: 'b', v: true},
    D4: {t: 's', v: '007'},
    A5: {t: 'n', v: 45_382.75, z: 'yyyy-mm-dd hh:mm'},
    B5: {t: 'n', v: 1e21},
    C5: {t: 'b', v: false},
    D5: {t: 'e', v: 42},
    B6: {t: 'n', v: 3, f: 'SUM(1,2)'},
    D6: {t: 's', v: 'a\r\nb'},
  }
  const hidden = library.utils.aoa_to_sheet([['secret']])
  const book: library.WorkBook = {
    SheetNames: ['Hidden', '統計', '__proto__'],
    Sheets: Object.assign(Object.create(null), {
      Hidden: hidden,
      統計: sheet,
      ['__proto__']: library.utils.aoa_to_sheet([['x']]),
    }),
    Workbook: {
      Sheets: [{name: 'Hidden', Hidden: 1}, {name: '統計'}, {name: '__proto__'}],
      WBProps: {date1904},
    },
  }
  return library.write(book, {type: 'buffer', bookType: kind === 'xls' ? 'biff8' : 'xlsx'})
}

const table = [
  ['Day', 'Amount', 'Kept', 'Code'],
  ['2024-03-31', '0.30000000000000004', 'true', '007'],
  ['2024-03-31T18:00:00', '1000000000000000000000', 'false', '#N/A'],
  [null, '3', null, 'a\r\nb'],
]

for (const kind of ['xls', 'xlsx'] as const) {
  test(`${kind}: cells are what is stored, not what is shown`, async () => {
    const rows = await readers[kind].rows(foreign(kind))
    const crlf = rows.at(-1)![3]!.replace(/^a\r?\nb$/, 'a\r\nb') // the writing library normalises
    assert.deepEqual(
      [...rows.slice(0, -1), [...rows.at(-1)!.slice(0, 3), crlf]],
      [['標題'], [], ...table],
    )
  })

  test(`${kind}: a range is cut out of a sheet`, async () => {
    const range = (text: string) => readers[kind].rows(foreign(kind), {range: text})
    assert.deepEqual(await range('A3:D5'), table.slice(0, 3))
    assert.deepEqual(await range('B4:B'), [
      ['0.30000000000000004'],
      ['1000000000000000000000'],
      ['3'],
    ])
    assert.deepEqual(await range('D4'), [['007']])
    assert.deepEqual((await range('A:C')).length, 6)
    assert.deepEqual(await readers[kind].problem(foreign(kind), {range: 'A4-F20'}), {
      code: 'range-not-valid',
      range: 'A4-F20',
    })
  })

  test(`${kind}: a sheet is named, numbered, or the first that is not hidden`, async () => {
    const first = async (dialect: object) => (await readers[kind].rows(foreign(kind), dialect))[0]
    assert.deepEqual(await first({}), ['標題'])
    assert.deepEqual(await first({sheetNumber: 1}), ['secret'])
    assert.deepEqual(await first({sheetName: 'Hidden'}), ['secret'])
    assert.deepEqual(await first({sheetName: '__proto__'}), ['x'])
    assert.deepEqual(await readers[kind].problem(foreign(kind), {sheetName: 'Table 3'}), {
      code: 'sheet-missing',
      sheet: 'Table 3',
      sheets: 'Hidden, 統計, __proto__',
    })
  })

  test(`${kind}: days may be counted from 1904`, async () => {
    const rows = await readers[kind].rows(foreign(kind, true), {range: 'A4'})
    assert.deepEqual(rows, [['2028-04-01']])
  })

  test(`${kind}: what is none, or not whole, is refused`, async () => {
    const bytes = foreign(kind)
    const refused = {code: 'workbook-not-readable', format: kind}
    for (const bad of [
      '',
      '<html><table><tr><td>1</td></tr></table></html>',
      'a,b\n1,2\n',
      bytes.subarray(0, bytes.length / 2),
      bytes.subarray(0, bytes.length - 600),
      foreign(kind === 'xls' ? 'xlsx' : 'xls'),
    ]) {
      const found = await readers[kind].problem(bad)
      // The other kind's container looks like an encrypted workbook.
      if ((found as {code?: string}).code !== 'workbook-encrypted') assert.deepEqual(found, refused)
    }
  })
}

test('a byte changed inside a packed sheet is found', async () => {
  const file = await writtenTable('xlsx', schemaOf(new Map([['a', 'string']])), manyTexts(3000))
  const bytes = readFileSync(file)
  const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 2000
  bytes[at] = bytes[at]! ^ 1
  assert.deepEqual(await readers.xlsx.problem(bytes), {
    code: 'workbook-not-readable',
    format: 'xlsx',
  })
})

const sheetXml = (body: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${body}</sheetData></worksheet>`

/** The smallest workbook, around one sheet of any XML. */
function workbookOf(sheet: string, texts = ''): Uint8Array {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  return zipSync({
    '_rels/.rels': strToU8(
      `<Relationships>${relation(1, 'officeDocument', '/xl/workbook.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="S" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation(1, 'worksheet', 'worksheets/sheet1.xml')}${relation(2, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    ),
    'xl/sharedStrings.xml': strToU8(`<sst>${texts}</sst>`),
    'xl/worksheets/sheet1.xml': [strToU8(sheet), {level: 9}],
  })
}

test('texts of several runs are whole, without their phonetic reading', async () => {
  const texts =
    '<si><r><t>東</t></r><r><t xml:space="preserve"> 京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh></si><si><t>b_x000D_&#10;</t></si>'
  const cells =
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><f>1&amp;2</f><v>12</v></c><c t="d"><v>2024-01-31</v></c></row>'
  assert.deepEqual(await readers.xlsx.rows(workbookOf(sheetXml(cells), texts)), [
    ['東 京', 'b\r\n', '12', '2024-01-31'],
  ])
})

test('one cell in the last corner costs neither memory nor its place', async () => {
  const sheet = sheetXml('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
  const rows = await readers.xlsx.rows(workbookOf(sheet))
  assert.equal(rows.length, 1_048_576)
  assert.equal(rows.at(-1)!.length, 16_384)
  assert.equal(rows.at(-1)![16_383], '1')
  assert.deepEqual(await readers.xlsx.rows(workbookOf(sheet), {range: 'XFD1048576'}), [['1']])
})

test('a zip bomb bursts at the limit; an honest file of a high ratio is read', async () => {
  const honest = sheetXml(`<row><c><v>1</v></c></row>`.repeat(20_000))
  assert.equal((await readers.xlsx.rows(workbookOf(honest))).length, 20_000)
  const spaces = await readers.xlsx.problem(workbookOf(sheetXml(' '.repeat(20_000_000))))
  assert.deepEqual(spaces, {code: 'file-too-large', format: 'xlsx', megabytes: 16})
  const file = readers.xlsx.path(workbookOf(sheetXml('<row/>'.repeat(500_000))))
  const part = 'xl/worksheets/sheet1.xml'
  assert.throws(() => [...openZip(file, 2_000_000).bytes(part)], ZipTooLarge)
  assert.ok([...openZip(file, 4_000_000).bytes(part)].length > 0)
})

test('a sheet whose XML brings a document type, or breaks off, is refused', async () => {
  for (const sheet of ['<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', '<worksheet><sheetData><row>'])
    assert.deepEqual(await readers.xlsx.problem(workbookOf(sheet)), {
      code: 'workbook-not-readable',
      format: 'xlsx',
    })
})

test('number formats tell days from times from numbers', () => {
  for (const [format, kind] of [
    ['General', null],
    ['#,##0.00_);[Red](#,##0.00)', null],
    ['0.00E+00', null],
    ['"days" 0', null],
    ['0\\d', null],
    ['[$-404]e"年"m"月"d"日"', 'date'],
    ['yyyy"年"m"月"', 'date'],
    ['mmm-yy', 'date'],
    ['h:mm AM/PM', 'time'],
    ['mm:ss', 'time'],
    ['d/m/yy h:mm', 'datetime'],
    ['[h]:mm', 'duration'],
  ] as const)
    assert.equal(formatKind(format), kind, format)
  assert.equal(dateText(1, 'y-m-d', false), '1900-01-01')
  assert.equal(dateText(60, 'y-m-d', false), '1900-02-29')
  assert.equal(dateText(61, 'y-m-d', false), '1900-03-01')
  assert.equal(dateText(0.5, 'h:mm', false), '12:00:00')
  assert.equal(dateText(1.0625, '[h]:mm', false), '25:30:00')
  assert.equal(dateText(-1, 'y-m-d', false), '-1')
  assert.equal(dateText(2_958_466, 'y-m-d', false), '2958466')
})

test('columns have letters', () => {
  for (const [index, letters] of [
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ] as const) {
    assert.equal(columnLetters(index), letters)
    assert.equal(columnIndex(letters), index)
  }
})

async function writtenTable(
  kind: 'xls' | 'xlsx',
  schema: TableSchema,
  rows: readonly Cells[],
  title = 'Test',
): Promise<string> {
  await typedTable(world.engine, 'typed', schema, rows)
  const file = join(world.folder, `written.${kind}`)
  await formatOf(kind).write({name: 'typed', schema, title}, file, world.engine)
  return file
}

function manyTexts(count: number): Cells[] {
  return Array.from({length: count}, (_, row) => [`${row}-${'申a'.repeat(row % 40)}`])
}

for (const kind of ['xls', 'xlsx'] as const) {
  test(`${kind}: numbers are numbers where 15 digits are enough, else text`, async () => {
    const schema = schemaOf(
      new Map([
        ['n', 'number'],
        ['s', 'string'],
        ['b', 'boolean'],
        ['d', 'date'],
      ]),
    )
    const file = await writtenTable(kind, schema, [
      ['123456789012345', '1', 'true', '2024-01-31'],
      ['1234567890123456', '=1+1', 'false', null],
      ['-0.000000123456789012345', '', null, null],
      ['0.30000000000000004', null, null, null],
      ['NaN', null, null, null],
    ])
    const book = library.read(readFileSync(file), {type: 'buffer'})
    const sheet = book.Sheets[book.SheetNames[0]!]!
    const kinds = (column: string) =>
      [2, 3, 4, 5, 6].map(row => sheet[`${column}${row}`]?.t ?? null)
    assert.deepEqual(kinds('A'), ['n', 's', 'n', 's', 's'])
    assert.deepEqual(kinds('B'), ['s', 's', 's', null, null])
    assert.deepEqual(kinds('C'), ['b', 'b', null, null, null])
    assert.deepEqual(kinds('D'), ['s', null, null, null, null])
    assert.equal(sheet.B3.f, undefined)
  })

  test(`${kind}: a cell of 32,767 characters fits; one more is refused, by row and column`, async () => {
    const schema = schemaOf(
      new Map([
        ['a', 'string'],
        ['b', 'string'],
      ]),
    )
    const longest = '嘅'.repeat(32_767)
    const file = await writtenTable(kind, schema, [['x', longest]])
    assert.equal((await gathered(formatOf(kind).readBack(file, world.engine)))[1]![1], longest)
    await assert.rejects(writtenTable(kind, schema, [['x', `${longest}a`]]), (error: Problem) => {
      assert.deepEqual(
        {code: error.code, ...error.facts},
        {code: 'cell-too-long', format: kind, row: 2, column: 2, limit: 32_767},
      )
      return true
    })
  })

  test(`${kind}: more columns than the format has are refused`, async () => {
    const limit = kind === 'xls' ? 256 : 16_384
    const fields = Array.from({length: limit + 1}, (_, index) => [`c${index}`, 'string'] as const)
    const schema = schemaOf(new Map(fields))
    const table = {name: 'unused', schema, title: 'Wide'}
    await assert.rejects(formatOf(kind).write(table, join(world.folder, 'wide'), world.engine), {
      code: 'columns-too-many',
    })
  })

  for (const [title, name] of [
    ['A/B: [draft]?*\\', 'A B   draft'],
    ["'創新及科技基金資助項目'", '創新及科技基金資助項目'],
    ['x'.repeat(40), 'x'.repeat(31)],
    [`${'x'.repeat(30)}😀`, 'x'.repeat(30)],
    ['', 'Table'],
    ['History', 'Table'],
    ['<&>"', '<&>"'],
  ] as const)
    test(`${kind}: the title ${title.slice(0, 12)} names the sheet`, async () => {
      const file = await writtenTable(kind, schemaOf(new Map([['a', 'string']])), [['1']], title)
      assert.deepEqual(library.read(readFileSync(file), {type: 'buffer'}).SheetNames, [name])
    })
}

test('xls: texts go on over the ends of records, wherever these fall', async () => {
  const schema = schemaOf(new Map([['a', 'string']]))
  // Every length near the 8,224 bytes of a record, narrow and wide, so that each cut is met.
  const rows = Array.from({length: 400}, (_, row) => [
    `${row}${(row % 2 === 0 ? 'é' : '嘅').repeat((row * 53) % 9000)}`,
  ])
  const file = await writtenTable('xls', schema, rows)
  assert.deepEqual((await gathered(formatOf('xls').readBack(file, world.engine))).slice(1), rows)
})

test('xls: rows beyond 65,536 go to further sheets; a file beyond 7 MB is whole', async () => {
  const schema = schemaOf(
    new Map([
      ['a', 'string'],
      ['n', 'integer'],
    ]),
  )
  const rows = Array.from({length: 70_000}, (_, row) => [
    `row ${row} ${'x'.repeat(100)}`,
    String(row),
  ])
  const file = await writtenTable('xls', schema, rows, 'A long title that has no room for more')
  const size = readFileSync(file).length
  assert.ok(size > 8_000_000, String(size))
  const names = library.read(readFileSync(file), {type: 'buffer', bookSheets: true}).SheetNames
  assert.deepEqual(names, ['A long title that has no room f', 'A long title that has no room 2'])
  assert.equal(
    await parityOfFile(formatOf('xls'), file, schema, world.engine),
    await parityOfTable('typed', schema, world.engine),
  )
})

test('a workbook with a password says so', async () => {
  // What Excel writes: a compound file that holds the encrypted package.
  const container = library.CFB.utils.cfb_new()
  library.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(5000))
  library.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(100))
  const bytes = library.CFB.write(container, {type: 'buffer'}) as Buffer
  writeFileSync(join(world.folder, 'locked.xlsx'), bytes)
  assert.deepEqual(await readers.xlsx.problem(bytes), {code: 'workbook-encrypted'})
})
