import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {test} from 'node:test'
import type {Dialect, Field} from '../../src/model/table-schema.ts'
import {field, type Ingested, ingestParts, openTestEngine} from './table.ts'

// The tables are transcribed from pages of the Innovation and Technology Fund and the Hong Kong
// Productivity Council, marks, spaces and commas inside numbers included.

const grouped = {groupChar: ', ', bareNumber: false} as const
const notes = field('Notes')
const cumulative: readonly Field[] = [
  field('Programme', {headings: ['计划', '']}),
  field('Approved Projects', {headings: ['核准项目'], type: 'integer', ...grouped}),
  field('Funds Approved', {
    headings: ['核准资助金额（百万元）', 'Funds Approved($M)'],
    type: 'number',
    unit: {en: 'HK$ million'},
    ...grouped,
  }),
  notes,
]
const crossed: readonly Field[] = [
  field('行业', {headings: ['科技範疇']}),
  field('资助计划', {headings: ['資助計劃']}),
  field('数目', {headings: ['數目'], type: 'integer', ...grouped}),
  field('百万元', {headings: ['百萬元'], type: 'number', ...grouped}),
  notes,
]
const crossedDialect: Dialect = {
  headerRows: [1, 2, 3],
  notesField: 'Notes',
  unpivot: {keep: 1, dimensionRow: 2, measureRow: 3, dimensionField: '资助计划'},
}

async function load(
  name: string,
  fields: readonly Field[],
  dialect: Dialect,
  look: (table: Ingested) => void,
): Promise<void> {
  await using engine = await openTestEngine()
  const bytes = await readFile(new URL(`tables/${name}.csv`, import.meta.url))
  const table = await ingestParts([bytes], {fields, dialect}, engine)
  assert.deepEqual(table.findings, [])
  look(table)
}

const total = (table: Ingested, column: number, rows = table.typed.length - 1) =>
  table.typed.slice(0, rows).reduce((sum, row) => sum + Math.round(Number(row[column]) * 10), 0) /
  10

test('November 2016 loads with its thousands and the mark of its total', () =>
  load('D34_20161130_en', cumulative, {notesField: 'Notes'}, ({typed}) => {
    assert.equal(typed.length, 7)
    assert.deepEqual(typed[0], [
      'Innovation and Technology Support Programme',
      '2268',
      '9462.5',
      null,
    ])
    assert.deepEqual(typed[1]?.slice(1), ['4133', '1013.5', null])
    assert.deepEqual(typed[6], ['Total:', '7322', '11850.2', 'Funds Approved **'])
  }))

test('December 2016 gathers the marks of two columns', () =>
  load('D34_20161231_en', cumulative, {notesField: 'Notes'}, ({typed}) => {
    assert.deepEqual(typed[6], [
      'Total:',
      '5805',
      '11898.4',
      'Approved Projects *; Funds Approved **',
    ])
    assert.equal(typed[1]?.[1], '2578')
  }))

test('December 2025 in Simplified Chinese is the same dataset, through its other headings', () =>
  load('D34_20251231_sc', cumulative, {notesField: 'Notes'}, table => {
    assert.equal(table.typed.length, 20)
    assert.deepEqual(table.typed[0], ['创新及科技支援计划', '3565', '13226.8', null])
    assert.deepEqual(table.typed[8]?.slice(1), ['991', '1272.0', 'Approved Projects ***'])
    assert.deepEqual(table.typed[19], [
      '总计',
      '82133',
      '55682.5',
      'Approved Projects ****; Funds Approved *****',
    ])
    // Counts add up to the printed total, funds hold 32 % that is not itemised.
    assert.equal(total(table, 1), 82133)
    assert.equal(total(table, 2), 37851.7)
  }))

test('the cross table of January 2024 becomes one row a sector and programme', () =>
  load('D35_20240131_sc', crossed, crossedDialect, table => {
    assert.equal(table.typed.length, 9 * 11)
    assert.deepEqual(table.typed[0], ['生物科技', '创新及科技支援计划', '357', '771.8', null])
    assert.deepEqual(table.typed[10], ['生物科技', '总计', '847', '1763.1', null])
    assert.deepEqual(table.typed.at(-1), ['总计', '总计', '67788', '40408.4', '数目 *; 百万元 **'])
    const sectors = table.typed.filter(
      ([sector, programme]) => sector !== '总计' && programme === '总计',
    )
    assert.equal(
      sectors.reduce((sum, row) => sum + Number(row[2]), 0),
      5546,
    )
    // Every row keeps the line of the file it comes from: the first one of the body is line 4.
    assert.deepEqual([table.raw[0]?.[0], table.raw[10]?.[0], table.raw[11]?.[0]], [4, 4, 5])
  }))

test('the excerpt of September 2025 keeps the cells nobody saw empty, not zero', () =>
  load(
    'D36_20250930_tc',
    crossed,
    {...crossedDialect, unpivot: {...crossedDialect.unpivot!}},
    table => {
      assert.equal(table.typed.length, 7 * 13)
      const cut = table.typed.filter(([area]) => area === '材料科學')
      assert.deepEqual(cut[1], ['材料科學', '內地與香港聯合資助計劃', '19', '40.3', null])
      assert.deepEqual(cut[2], ['材料科學', '粵港科技合作資助計劃', null, null, null])
    },
  ))

test('a year of approvals loads although its first heading and its total are blank', () =>
  load('D38_undated_crawlA_en', cumulative, {notesField: 'Notes'}, table => {
    assert.equal(table.typed.length, 19)
    assert.deepEqual(table.typed[7], [
      'Enterprise Support Scheme',
      '29',
      '61.4',
      'Approved Projects **',
    ])
    assert.deepEqual(table.typed[11]?.slice(1), ['12185', '2135.4', null])
    assert.deepEqual(table.typed[18], [
      null,
      '17946',
      '6259.8',
      'Approved Projects ****; Funds Approved *****',
    ])
    assert.equal(table.raw[18]?.[1], '', 'the source says nothing, in an empty cell')
    assert.equal(total(table, 2), 4679.5)
  }))

test('nine indicators of 2024/25 load with actual and target', () =>
  load(
    'hkpc_kpi_2024_25',
    [
      field('主要表現指標'),
      field('2024/25 實際', {type: 'number', groupChar: ','}),
      field('2024/25 目標', {type: 'number', groupChar: ','}),
    ],
    {},
    ({typed}) => {
      assert.equal(typed.length, 9)
      assert.deepEqual(typed[1], ['綜合學習課程學員人數', '21836', '13500'])
      assert.deepEqual(typed[8], ['學員滿意指數', '9.5', '8.6'])
    },
  ))
