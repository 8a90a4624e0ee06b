import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import fc from 'fast-check'
import {csvText} from '../../src/format/csv.ts'
import {publishedSchema} from '../../src/model/published-schema.ts'
import type {Finding} from '../../src/model/version.ts'
import {Problem} from '../../src/text/problem.ts'
import {field, type Given, ingestParts, openTestEngine} from './table.ts'

const engine = await openTestEngine()
after(() => engine[Symbol.asyncDispose]())

const two = [field('Name'), field('Count', {type: 'integer'})]
const ingested = (text: string | Uint8Array, given: Given = {fields: two}) =>
  ingestParts([text], given, engine)

/** Findings as words: type, severity, field, count, rows, label. */
function words(findings: readonly Finding[]): readonly string[] {
  return findings.map(({type, severity, field, count, cells, facts}) =>
    [type, severity, field ?? facts.label, count, ...cells.map(({row}) => row)].join(' ').trim(),
  )
}

test('headings match through width, spaces and line breaks, and by what they were called before', async () => {
  const fields = [field('金額（百萬元）', {headings: ['Funds']}), field('Name of  applicant')]
  const table = await ingested(' 金額(百萬元)\u3000,"Name of\napplicant"\n1,a\n', {fields})
  assert.deepEqual(table.findings, [])
  assert.deepEqual(table.typed, [['1', 'a']])
})

test('a column that is gone is found by name, and its cells are empty', async () => {
  const table = await ingested('Name\na\n')
  assert.deepEqual(words(table.findings), ['missing-label rejects Count 1'])
  assert.deepEqual(table.typed, [['a', null]])
})

test('a column nobody declared waits for a person, and its cells go nowhere', async () => {
  const table = await ingested('Name,Telephone,Count\na,2123 4567,1\n')
  assert.deepEqual(words(table.findings), ['extra-label holds Telephone 1'])
  assert.deepEqual(table.typed, [['a', '1']])
  assert.ok(!JSON.stringify([table.findings, table.raw]).includes('2123'))
})

test('two columns of one heading could be either', async () => {
  const table = await ingested('Name,Count,Count\na,1,2\n')
  assert.deepEqual(words(table.findings), ['duplicate-label rejects Count 1'])
})

test('a margin without heading is nothing, with something in it a column unnamed', async () => {
  assert.deepEqual(words((await ingested('Name,Count,\na,1,\n')).findings), [])
  const held = await ingested('Name,Count,\na,1,see below\n')
  assert.deepEqual(words(held.findings), ['blank-label holds  1'])
  assert.equal(held.findings[0]?.facts.column, 3)
})

test('another order of columns is noted; the declared one is published', async () => {
  const table = await ingested('Count,Name\n1,a\n')
  assert.deepEqual(words(table.findings), ['label-order notes Count 1'])
  assert.deepEqual(table.typed, [['a', '1']])
})

test('blank rows are left out and counted; rows keep their line', async () => {
  const table = await ingested('Name,Count\na,1\n,\nb,2\n')
  assert.deepEqual(words(table.findings), ['blank-row notes  1 3'])
  assert.deepEqual(
    table.raw.map(([line]) => line),
    [2, 4],
  )
})

test('ragged rows are found by row, too long and too short', async () => {
  const table = await ingested('Name,Count\na\nb,2,3\nc,3,\n')
  assert.deepEqual(words(table.findings), ['missing-cell rejects  1 2', 'extra-cell rejects  1 3'])
  assert.equal(table.rows, 3)
})

test('hundreds of broken rows are ten shown and all counted', async () => {
  const table = await ingested(`Name,Count\n${'a\n'.repeat(500)}`)
  assert.equal(table.findings[0]?.count, 500)
  assert.equal(table.findings[0]?.cells.length, 10)
})

test('titles above the heading and footnotes below the table are no rows', async () => {
  const text =
    'Statistics\nAs at 31 May\nName,Count\na,1\n"* provisional, see",page 2\n,\nNote: b\n'
  const dialect = {headerRows: [3], footnoteMarks: ['*', 'Note']}
  const table = await ingested(text, {fields: two, dialect})
  assert.deepEqual(table.typed, [['a', '1']])
  assert.deepEqual(table.footnotes, ['* provisional, see page 2', 'Note: b'])
  assert.deepEqual(table.raw[0]?.[0], 4)
})

test('headings of two rows are joined, merged cells reaching to the right', async () => {
  const fields = [field('Area'), field('Persons / Full-time'), field('Persons / Part-time')]
  const dialect = {headerRows: [1, 2], headerJoin: ' / '}
  const table = await ingested('Area,Persons,\n,Full-time,Part-time\nKowloon,1,2\n', {
    fields,
    dialect,
  })
  assert.deepEqual([table.findings, table.typed], [[], [['Kowloon', '1', '2']]])
})

test('a table without headings goes by the order of its fields', async () => {
  const table = await ingested('a,1\nb,2\n', {fields: two, dialect: {headerRows: []}})
  assert.deepEqual(table.typed, [
    ['a', '1'],
    ['b', '2'],
  ])
})

test('pages of JSON are one table', async () => {
  const pages = ['{"value":[{"Name":"a","Count":1}]}', '{"value":[{"Count":2,"Name":"b"}]}']
  const given = {fields: two, format: 'json', dialect: {property: 'value'}} as const
  const table = await ingestParts(pages, given, engine)
  assert.deepEqual(table.typed, [
    ['a', '1'],
    ['b', '2'],
  ])
  assert.deepEqual(
    table.raw.map(([line]) => line),
    [1, 1],
  )
  assert.deepEqual(table.findings, [])
})

test('constants carry the period of the release', async () => {
  const fields = [...two, field('Year', {type: 'year'})]
  const dialect = {constants: {Year: '{period}'}}
  const table = await ingested('Name,Count\na,1\n', {fields, dialect, period: '2023'})
  assert.deepEqual([table.findings, table.typed], [[], [['a', '1', '2023']]])
})

test('the period stands in a cell, in words', async () => {
  const cell = {
    from: 'cell',
    cell: 'A1',
    pattern: '(?<day>\\d+)/(?<month>\\d+)/(?<year>\\d{4})',
  } as const
  const given: Given = {fields: two, dialect: {headerRows: [2]}, periodFrom: cell}
  assert.equal((await ingested('As at 3/12/2016\nName,Count\na,1\n', given)).period, '2016-12-03')
  await assert.rejects(ingested('As at Monday\nName,Count\na,1\n', given), {
    code: 'period-not-found',
  })
})

test('personal data that are not published are never staged', async () => {
  const personal = {retention: 'P1Y', published: 'omit'} as const
  const fields = [...two, field('Contact person', {personal})]
  const table = await ingested('Name,Count,Contact person\na,1,Chan Tai Man\n', {fields})
  assert.deepEqual([table.findings, table.raw], [[], [[2, 'a', '1']]])
  assert.equal(publishedSchema({fields, primaryKey: ['Contact person']}).primaryKey, undefined)
})

test('what is no table is a problem that says so', async () => {
  const problem = (code: string) => (error: unknown) =>
    error instanceof Problem && error.code === code && error.in('zh-Hant').length > 5
  const page = '\ufeff \n<!DOCTYPE html><html><body>Not found</body></html>'
  await assert.rejects(ingested(page), problem('bytes-web-page'))
  await assert.rejects(ingested('\ufeff\n '), problem('bytes-empty'))
  await assert.rejects(ingested('PK\x03\x04'), problem('bytes-not-a-table'))
  await assert.rejects(ingested('a\n', {fields: two, format: 'xlsx'}), problem('bytes-not-a-table'))
  const deep = {fields: two, dialect: {headerRows: [3]}}
  await assert.rejects(ingested('Name,Count\n', deep), problem('heading-not-found'))
})

test('an encoding that had to be guessed waits for a person; a declared one does not', async () => {
  const cp1252 = Buffer.from('Name,Count\ncaf\xe9 fa\xe7ade na\xefve\x96x,1\n', 'latin1')
  const guessed = await ingested(cp1252)
  assert.deepEqual(words(guessed.findings), ['encoding-error holds  1'])
  const declared = await ingested(cp1252, {fields: two, dialect: {encoding: 'windows-1252'}})
  assert.deepEqual([declared.findings, declared.encoding], [[], 'windows-1252'])
  assert.equal(declared.typed[0]?.[0], 'café façade naïve–x')
})

test('any table of text that is written as CSV comes back cell by cell', () => {
  // An empty cell is "no value" by the schema, and a row of nothing is no row. A text full of NUL is
  // taken for UTF-16 without its mark, and held for a person.
  const cell = fc
    .string({unit: 'binary', minLength: 1, maxLength: 12})
    .filter(text => text.trim() !== '' && !text.includes('\0'))
  const rows = fc.array(fc.tuple(cell, cell, cell), {minLength: 1, maxLength: 30})
  const fields = ['甲', 'b "q"', 'c, d'].map(name => field(name))
  return fc.assert(
    fc.asyncProperty(rows, async given => {
      const text = csvText([fields.map(({name}) => name), ...given])
      const table = await ingested(text, {fields})
      assert.deepEqual(table.findings, [])
      assert.deepEqual(table.typed, given)
    }),
    {numRuns: 60},
  )
})
