import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {
  Bars,
  Bullets,
  Drawing,
  Grid,
  Stack,
  Time,
} from '../../src/serve/portal/picture/drawing.ts'
import {pictureOf} from '../../src/serve/portal/picture/picture.ts'
import {axisOf} from '../../src/serve/portal/picture/scale.ts'
import {voiceOf} from '../../src/serve/portal/voice.ts'
import {dataset, draw, everywhere, field, version} from './fixtures.ts'

function only<Shape extends Drawing['shape']>(drawings: readonly Drawing[], shape: Shape) {
  const found = drawings.filter(drawing => drawing.shape === shape)
  assert.ok(found.length > 0, `no drawing of shape ${shape}`)
  return found as Extract<Drawing, {shape: Shape}>[]
}

const programme = field('Programme', {role: 'category'})
const money = field('Funds', {
  type: 'number',
  role: 'amount',
  unit: 'HK$ million',
  measure: {additivity: 'sum'},
})
const totals = {field: 'Programme', values: ['Total'], beyond: everywhere('the rest')}

test('a total is no bar, and what it holds beyond its rows is a bar of its own, last', () => {
  const {drawings, reading} = draw(
    dataset(
      [programme, money],
      {kind: 'by-category', y: 'Programme', value: 'Funds', second: 'x'},
      {totals},
    ),
    [
      [
        '2023',
        [
          {Programme: 'Small', Funds: 10},
          {Programme: 'Big', Funds: 30},
          {Programme: 'Total', Funds: 100},
        ],
      ],
    ],
  )
  const [bars] = only(drawings, 'bars') as Bars[]
  assert.deepEqual(
    bars!.rows.map(({label, values, part}) => [label, values[0], part]),
    [
      ['Big', 30, 'item'],
      ['Small', 10, 'item'],
      ['not itemised', 60, 'rest'],
    ],
  )
  assert.equal(reading, 'Big leads with HK$30M, 30% of HK$100M in all.')
})

test('"other" stands last, however large', () => {
  const rows = [
    {Programme: 'Others', Funds: 90},
    {Programme: 'A', Funds: 1},
    {Programme: 'B', Funds: 2},
  ]
  const {drawings} = draw(
    dataset([programme, money], {kind: 'by-category', y: 'Programme', value: 'Funds', second: 'x'}),
    [['2023', rows]],
  )
  assert.deepEqual(
    (only(drawings, 'bars') as Bars[])[0]!.rows.map(({label}) => label),
    ['B', 'A', 'Others'],
  )
})

test('a ratio is never added up: where rows share a label it is not drawn', () => {
  const share = field('Share', {type: 'number', unit: '%', measure: {additivity: 'never'}})
  const {drawings} = draw(
    dataset([programme, money, share], {
      kind: 'category-shares',
      y: 'Programme',
      value: 'Funds',
      second: 'Share',
    }),
    [
      [
        '2023',
        [
          {Programme: 'A', Funds: 1, Share: 40},
          {Programme: 'A', Funds: 2, Share: 60},
        ],
      ],
    ],
  )
  const [bars] = only(drawings, 'bars') as Bars[]
  assert.deepEqual(
    bars!.panels.map(({title}) => title),
    ['Funds, HK$ million'],
  )
})

test('releases far apart are not joined, and no change is drawn across a break', () => {
  const cumulative = {...money, measure: {additivity: 'last'}} as typeof money
  const rows = (funds: number) => [{Programme: 'A', Funds: funds}]
  const {drawings, notes} = draw(
    dataset(
      [programme, cumulative],
      {kind: 'cumulative', value: 'Funds', colour: 'Programme'},
      {breaks: [{at: '2016-12-31', note: everywhere('counted anew')}]},
    ),
    [
      ['2016-11-30', rows(10)],
      ['2016-12-31', rows(8)],
      ['2017-01-31', rows(9)],
      ['2025-12-31', rows(50)],
    ],
  )
  const [stack] = only(drawings, 'stack') as Stack[]
  assert.equal(stack!.times[0]!.until, stack!.times[1]!.at)
  assert.ok(stack!.times[2]!.until < stack!.times[3]!.at)
  const [increments] = only(drawings, 'time') as Time[]
  assert.deepEqual(
    increments!.points.map(({value}) => value),
    [null, 1, null],
  )
  assert.match(notes.join(' '), /Break at 31 December 2016: counted anew/)
})

test('a later release has the last word on a year, and a year without value is a gap', () => {
  const year = field('Year', {type: 'year', role: 'period'})
  const receipts = field('Receipts', {type: 'number', unit: '%', measure: {additivity: 'never'}})
  const {drawings, reading} = draw(
    dataset([year, receipts], {kind: 'series', x: 'Year', y: 'Receipts'}),
    [
      [
        '2022',
        [
          {Year: 2020, Receipts: 5},
          {Year: 2021, Receipts: null},
        ],
      ],
      [
        '2023',
        [
          {Year: 2020, Receipts: 6},
          {Year: 2021, Receipts: null},
          {Year: 2022, Receipts: 6.5},
        ],
      ],
    ],
  )
  const [time] = only(drawings, 'time') as Time[]
  assert.deepEqual(
    time!.points.map(({value}) => value),
    [6, null, 6.5],
  )
  assert.equal(reading, 'Receipts stood at 6.5% in 2022, up 0.5 percentage points on 2020.')
})

test('a register tells who joined and left by key, and a changed row is neither', () => {
  const id = field('No', {role: 'key'})
  const scope = field('Scope', {role: 'category'})
  const {reading} = draw(
    dataset(
      [id, scope],
      {kind: 'register'},
      {tableSchema: {fields: [id, scope], primaryKey: ['No']}},
    ),
    [
      ['2024-01', [1, 2, 3].map(No => ({No: String(No), Scope: 'food'}))],
      ['2024-02', [2, 3, 4, 5].map(No => ({No: String(No), Scope: 'toys'}))],
    ],
  )
  assert.equal(reading, '4 entries as at February 2024; 2 joined and 1 left since January 2024.')
})

test('a missed target is told, and each indicator has a scale of its own', () => {
  const name = field('Indicator', {role: 'category'})
  const actual = field('Actual', {type: 'number', role: 'amount', measure: {additivity: 'never'}})
  const target = field('Target', {type: 'number', role: 'amount', measure: {additivity: 'never'}})
  const {drawings, reading} = draw(
    dataset([name, actual, target], {
      kind: 'kpi',
      y: 'Indicator',
      value: 'Actual',
      target: 'Target',
    }),
    [
      [
        '2024-25',
        [
          {Indicator: 'Projects', Actual: 90, Target: 100},
          {Indicator: 'Visitors', Actual: 30_000, Target: 20_000},
          {Indicator: 'New', Actual: 3, Target: null},
        ],
      ],
    ],
  )
  const [bullets] = only(drawings, 'bullets') as Bullets[]
  assert.deepEqual(
    bullets!.rows.map(({met, verdict}) => [met, verdict]),
    [
      [false, '90% of target'],
      [true, '150% of target'],
      [null, ''],
    ],
  )
  assert.equal(bullets!.together, false)
  assert.equal(reading, '1 of 2 indicators with a target reached it.')
})

test('a cross table leaves totals out of its cells and keeps the printed one at its margin', () => {
  const area = field('Area', {role: 'category'})
  const {drawings} = draw(
    dataset(
      [area, programme, money],
      {kind: 'cross-table', y: 'Area', x: 'Programme', value: 'Funds'},
      {totals},
    ),
    [
      [
        '2024',
        [
          {Area: 'Bio', Programme: 'A', Funds: 1},
          {Area: 'Bio', Programme: 'Total', Funds: 9},
          {Area: 'IT', Programme: 'A', Funds: 5},
          {Area: 'IT', Programme: 'Total', Funds: 5},
        ],
      ],
    ],
  )
  const [grid] = only(drawings, 'grid') as Grid[]
  assert.deepEqual(grid!.columns, ['A'])
  assert.deepEqual(
    grid!.rows.map(({label, cells, total}) => [label, cells, total]),
    [
      ['Bio', [1], 9],
      ['IT', [5], 5],
    ],
  )
})

test('many grants at a ceiling are told as many, not as one winner', () => {
  const who = field('Who', {role: 'name'})
  const rows = Array.from({length: 40}, (_, index) => ({
    Who: `Company ${index}`,
    Funds: index < 10 ? 0.3 : 0.1,
  }))
  const {reading, drawings} = draw(
    dataset([who, money], {kind: 'grants', y: 'Who', value: 'Funds', limit: 5}),
    [['2024', rows]],
  )
  assert.match(reading, /and 10 stand at the largest amount, HK\$300K\.$/)
  assert.equal((only(drawings, 'bars') as Bars[])[0]!.rows.length, 5)
  const [histogram] = only(drawings, 'time') as Time[]
  assert.equal(
    histogram!.points.reduce((sum, {value}) => sum + value!, 0),
    40,
  )
})

test('names in three columns are read in one, the reader’s', () => {
  const names = ['name_EN', 'name_TC', 'name_SC'].map(name => field(name, {role: 'name'}))
  const bikes = field('bikes', {type: 'integer', role: 'count'})
  const of = dataset([...names, bikes], {kind: 'positions', y: 'name_TC', value: 'bikes'})
  const rows = [{name_EN: 'Gate', name_TC: '閘口', name_SC: '闸口', bikes: 3}]
  const label = (language: 'en' | 'zh-Hant' | 'zh-Hans') =>
    (only(draw(of, [['2024-01-01', rows]], {language}).drawings, 'bars') as Bars[])[0]!.rows[0]!
      .label
  assert.deepEqual([label('en'), label('zh-Hant'), label('zh-Hans')], ['Gate', '閘口', '闸口'])
})

test('a category is one thing under all the names it has borne', () => {
  const coded = {...programme, codes: 'programmes'}
  const codeLists = [
    {
      id: 'programmes',
      title: everywhere('Programmes'),
      codes: [
        {
          code: 'NIFS',
          label: {en: 'New Scheme', 'zh-Hant': '新計劃'},
          formerly: 'RFS',
          also: ['Old Scheme'],
        },
      ],
    },
  ]
  const {drawings} = draw(
    dataset([coded, money], {kind: 'by-category', y: 'Programme', value: 'Funds', second: 'x'}),
    [
      [
        '2024',
        [
          {Programme: 'Old Scheme', Funds: 1},
          {Programme: '新計劃', Funds: 2},
        ],
      ],
    ],
    {codeLists},
  )
  assert.deepEqual(
    (only(drawings, 'bars') as Bars[])[0]!.rows.map(({label, values}) => [label, values[0]]),
    [['New Scheme', 3]],
  )
})

test('a version without rows is said to hold nothing, whatever its kind', () => {
  const kinds = [
    'grants',
    'cumulative',
    'cross-table',
    'programme-statistics',
    'by-category',
    'register',
    'series',
    'category-shares',
    'quota',
    'kpi',
    'figure',
    'positions',
    'counts',
    'air',
    'list',
    'portfolio',
    'expenditure',
  ] as const
  for (const kind of kinds) {
    for (const releases of [[], [['2024', []]] as const]) {
      const {reading} = draw(dataset([programme, money], {kind}), releases)
      assert.notEqual(reading, '', kind)
    }
  }
})

test('an axis begins at zero and its steps are whole where what it measures is', () => {
  assert.deepEqual(axisOf([3, 1]).ticks, [0, 1, 2, 3])
  assert.deepEqual(axisOf([0.9]).bottom, 0)
  assert.ok(axisOf([-5, 5]).ticks.includes(0))
  assert.deepEqual(axisOf([]).ticks.at(0), 0)
})

test('a picture that was not drawn from every row says so', () => {
  const of = dataset([programme, money], {
    kind: 'by-category',
    y: 'Programme',
    value: 'Funds',
    second: 'x',
  })
  const rows = [{Programme: 'A', Funds: 1}]
  const voice = voiceOf('en', 'Asia/Hong_Kong')
  const long = version('2024', {rows: 7_000})
  const notes = (latest: typeof long) =>
    pictureOf({dataset: of, latest, releases: [{version: latest, rows}], codeLists: [], voice})
      .notes
  assert.deepEqual(notes(long), ['Drawn from the first 1 of 7,000 rows; the files hold them all.'])
  assert.deepEqual(notes(version('2024', {rows: 1})), [])
})
