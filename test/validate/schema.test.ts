import assert from 'node:assert/strict'
import {after, test} from 'node:test'
import type {Field} from '../../src/model/table-schema.ts'
import {findingText, findingWordings} from '../../src/text/findings.ts'
import {field, openTestEngine} from '../ingest/table.ts'
import {type Case, judge, words} from './judge.ts'

const engine = await openTestEngine()
after(() => engine[Symbol.asyncDispose]())

async function found(text: string, given: Case): Promise<readonly string[]> {
  return words((await judge(text, given, engine)).findings)
}

/** Cells of one column, each in its own row, against one field. */
async function cells(kind: Partial<Field>, ...values: string[]): Promise<readonly string[]> {
  return found(`Cell,x\n${values.map(value => `${value},x\n`).join('')}`, {
    fields: [field('Cell', kind), field('x')],
  })
}

test('N/A in a whole-number key is found by row, and the column stays what it is', async () => {
  const fields = [field('No.', {type: 'integer'}), field('Name')]
  const report = await judge(
    'No.,Name\n1,a\n2,b\nN/A,c\n4,d\n',
    {fields, schema: {primaryKey: ['No.']}},
    engine,
  )
  assert.equal(report.verdict, 'rejected')
  assert.deepEqual(words(report.findings), ['rejects type-error No. ×1 4: N/A'])
  assert.deepEqual(report.profile[0], {
    field: 'No.',
    values: 3,
    missing: 0,
    distinct: 3,
    minimum: '1',
    maximum: '4',
    top: [],
  })
})

test('cells are counted to the last and shown up to ten', async () => {
  const [text] = await cells({type: 'integer'}, ...Array.from({length: 400}, () => 'x'))
  assert.match(text!, /^rejects type-error Cell ×400 2: x 3: x/)
  assert.equal(text!.split(' x').length, 11)
})

test('a minimum and a maximum are themselves allowed', async () => {
  const kind = {type: 'number', constraints: {minimum: 0, maximum: 1.5}} as const
  assert.deepEqual(await cells(kind, '0', '1.5', '1.50'), [])
  assert.deepEqual(await cells(kind, '-0.1', '1.51', ''), [
    'rejects constraint-error:minimum Cell ×1 2: -0.1',
    'rejects constraint-error:maximum Cell ×1 3: 1.51',
  ])
})

test('bounds of dates compare as days, of large numbers exactly', async () => {
  const since = {type: 'date', constraints: {minimum: '2024-01-01'}} as const
  assert.deepEqual(await cells(since, '2024-01-01'), [])
  assert.deepEqual(await cells(since, '2023-12-31'), [
    'rejects constraint-error:minimum Cell ×1 2: 2023-12-31',
  ])
  const large = {type: 'integer', constraints: {maximum: '9007199254740993'}} as const
  assert.deepEqual(await cells(large, '9007199254740993'), [])
  assert.equal((await cells(large, '9007199254740994')).length, 1)
  // Doubles that are the same number, decimals that are not.
  const fine = {type: 'number', constraints: {maximum: '0.1'}} as const
  assert.equal((await cells(fine, '0.1000000001', '0.1')).length, 1)
  const even = {type: 'integer', constraints: {maximum: '9007199254740992'}} as const
  assert.equal((await cells(even, '9007199254740993')).length, 1)
})

test('an empty cell is not out of range, too short or unlike anything; only required minds', async () => {
  const constraints = {minLength: 2, pattern: '[A-Z]+', enum: ['AB']}
  assert.deepEqual(await cells({constraints}, ''), [])
  assert.deepEqual(await cells({constraints: {required: true}}, 'a', ''), [
    'rejects constraint-error:required Cell ×1 3: ',
  ])
})

test('lengths count characters, patterns fit the whole cell, lists are lists', async () => {
  assert.deepEqual(await cells({constraints: {maxLength: 3}}, '嘅咗堃', '嘅咗堃x'), [
    'rejects constraint-error:maxLength Cell ×1 3: 嘅咗堃x',
  ])
  assert.deepEqual(await cells({constraints: {pattern: '[A-Z]{2}\\d'}}, 'AB1', 'AB12'), [
    'rejects constraint-error:pattern Cell ×1 3: AB12',
  ])
  assert.deepEqual(await cells({type: 'integer', constraints: {enum: [1, 2]}}, '01', '3'), [
    'rejects constraint-error:enum Cell ×1 3: 3',
  ])
})

test('HK$2,799,000 under a heading of HK$ million is a conflict of units, by column and cell', async () => {
  const unit = {en: 'HK$ million'}
  const bare = await cells({type: 'number', groupChar: ',', unit}, '"HK$2,799,000"', '2.8', 'n.a.')
  assert.deepEqual(bare, [
    'rejects type-error Cell ×1 4: n.a.',
    'rejects unit-error Cell ×1 2: HK$2,799,000',
  ])
  const set = {type: 'number', groupChar: ',', unit, bareNumber: false} as const
  assert.deepEqual(await cells(set, '"HK$2,799,000"', '2.8*'), [
    'rejects unit-error Cell ×1 2: HK$2,799,000',
  ])
  assert.deepEqual(await cells(set, 'HK$ 2.8 million', '2.8**', '約 3'), [])
  assert.deepEqual(await cells({...set, unit: {en: '%'}}, '94%', '94'), [])
})

test('a key that repeats is found at its later rows', async () => {
  const fields = [field('Code'), field('Year', {type: 'year'}), field('Value')]
  const schema = {primaryKey: ['Code', 'Year']}
  assert.deepEqual(
    await found('Code,Year,Value\na,2022,1\na,2023,1\na,2022,2\na,2022,3\n', {fields, schema}),
    ['rejects primary-key-error - ×2 4: a, 2022 5: a, 2022'],
  )
})

test('a part of the key may not be empty', async () => {
  const given = {fields: [field('Code'), field('x')], schema: {primaryKey: ['Code']}}
  assert.deepEqual(await found('Code,x\na,1\n,2\n,3\n', given), [
    'rejects constraint-error:required Code ×2 3:  4: ',
  ])
})

test('unique values may be empty more than once, repeated never', async () => {
  const fields = [field('Code', {constraints: {unique: true}}), field('x')]
  assert.deepEqual(await found('Code,x\na,1\n,2\n,3\na,4\n', {fields}), [
    'rejects unique-error Code ×1 5: a',
  ])
})

test('personal data are told by row, never by value', async () => {
  const personal = {retention: 'P1Y', published: 'keep'} as const
  const fields = [
    field('Email', {format: 'email', personal, constraints: {unique: true}}),
    field('x'),
  ]
  const report = await judge(
    'Email,x\nchan(at)example.hk,1\na@example.hk,2\na@example.hk,3\n',
    {fields},
    engine,
  )
  assert.deepEqual(words(report.findings), [
    'rejects type-error Email ×1 2: null',
    'rejects unique-error Email ×1 4: null',
  ])
  assert.ok(!JSON.stringify(report).includes('example.hk'))
})

test('a table without rows is refused', async () => {
  const report = await judge('Code,x\n', {fields: [field('Code'), field('x')]}, engine)
  assert.equal(report.verdict, 'rejected')
  assert.deepEqual(words(report.findings), ['rejects table-dimensions-error - ×1'])
})

test('a period that has not begun waits for a person', async () => {
  const fields = [field('Date', {type: 'date', role: 'period'}), field('Expires', {type: 'date'})]
  assert.deepEqual(await found('Date,Expires\n2024-06-30,2030-01-01\n', {fields}), [])
  const year = [field('Year', {type: 'year', role: 'period'}), field('x')]
  assert.deepEqual(await found('Year,x\n2024,a\n', {fields: year}), [])
  assert.deepEqual(await found('Date,Expires\n2204-06-30,2030-01-01\n', {fields}), [
    'holds future-period:future Date ×1 2: 2204-06-30',
  ])
})

test('the profile tells values, missing, distinct, extent and the most frequent', async () => {
  const fields = [field('Type'), field('Count', {type: 'integer'})]
  const {profile, verdict} = await judge('Type,Count\na,9\nb,10\na,\na,100\n', {fields}, engine)
  assert.equal(verdict, 'publishable')
  assert.deepEqual(profile, [
    {
      field: 'Type',
      values: 4,
      missing: 0,
      distinct: 2,
      minimum: 'a',
      maximum: 'b',
      top: [
        {value: 'a', count: 3},
        {value: 'b', count: 1},
      ],
    },
    {field: 'Count', values: 3, missing: 1, distinct: 3, minimum: '9', maximum: '100', top: []},
  ])
})

test('beyond ten thousand rows distinct values are estimated, all else is exact', async () => {
  const rows = Array.from({length: 20_000}, (_, index) => `k${index},${index % 7}\n`)
  const given = {
    fields: [field('Key'), field('n', {type: 'integer'})],
    schema: {primaryKey: ['Key']},
  }
  const {profile, verdict, rows: counted} = await judge(`Key,n\n${rows.join('')}`, given, engine)
  assert.deepEqual([verdict, counted], ['publishable', 20_000])
  assert.ok(Math.abs(profile[0]!.distinct - 20_000) <= 3_000)
  assert.equal(profile[1]!.top.length, 7)
})

test('every finding of these tests has words in three languages, with no name left unfilled', async () => {
  const given: Case = {
    fields: [
      field('A', {type: 'integer', constraints: {minimum: 5, required: true}}),
      field('B', {constraints: {pattern: 'x', maxLength: 2, minLength: 2, enum: ['q']}}),
      field('C'),
    ],
    schema: {primaryKey: ['B']},
  }
  const {findings} = await judge('B,A,Z,\nlong,1,z,w\nlong,$2,,\nk,,,\n,,,\nm,n\n', given, engine)
  const types = new Set(findings.map(({type}) => type))
  assert.ok(types.size >= 9, [...types].join())
  for (const finding of findings) {
    for (const text of Object.values(findingText(finding))) {
      assert.doesNotMatch(text, /[{}]/, finding.type)
      assert.notEqual(text, finding.type)
    }
  }
  assert.ok(Object.keys(findingWordings).length > 30)
})
