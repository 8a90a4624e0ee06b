import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {after, test} from 'node:test'
import {schemaChanges} from '../../src/validate/compare.ts'
import {field, openTestEngine} from '../ingest/table.ts'
import {type Case, judge, words} from './judge.ts'

const engine = await openTestEngine()
after(() => engine[Symbol.asyncDispose]())

const fields = [field('Code'), field('Staff', {type: 'integer'}), field('Rate', {type: 'number'})]
const schema = {primaryKey: ['Code']}
const register: Case = {fields, schema}
const rows = (first: number, last: number, cells = '1,1.50') =>
  Array.from({length: last - first + 1}, (_, index) => `c${first + index},${cells}\n`).join('')
const table = (body: string) => `Code,Staff,Rate\n${body}`

async function verdict(text: string, given: Case): Promise<string> {
  const report = await judge(text, given, engine)
  return [report.verdict, ...words(report.findings)].join(' | ')
}

test('an unchanged register is publishable, and so is one that grows', async () => {
  const before = {text: table(rows(1, 100))}
  assert.equal(await verdict(table(rows(1, 100)), {...register, before}), 'publishable')
  assert.equal(await verdict(table(rows(1, 140)), {...register, before}), 'publishable')
})

test('a tenth of the rows may leave, more waits for a person', async () => {
  const before = {text: table(rows(1, 100))}
  const ten = await judge(table(rows(11, 120)), {...register, before}, engine)
  assert.deepEqual(
    [ten.verdict, words(ten.findings)],
    ['publishable', ['notes rows-vanished - ×10']],
  )
  const eleven = await judge(table(rows(12, 120)), {...register, before}, engine)
  assert.deepEqual(
    [eleven.verdict, words(eleven.findings)],
    ['held', ['holds rows-vanished - ×11']],
  )
  assert.equal(eleven.findings[0]?.facts.keys, 'c1; c2; c3; c4; c5; c6; c7; c8; c9; c10')
})

test('in a small register a few may leave', async () => {
  const before = {text: table(rows(1, 10))}
  assert.match(await verdict(table(rows(6, 10)), {...register, before}), /^publishable/)
  assert.match(await verdict(table(rows(7, 10)), {...register, before}), /^held/)
})

test('a dataset may overrule the gate, with its reason', async () => {
  const given = {...register, before: {text: table(rows(1, 100))}}
  const gates = {vanishedRowsShareMax: 0.5, why: 'permits end together in March'}
  assert.match(await verdict(table(rows(41, 100)), {...given, gates}), /^publishable/)
})

test('an approval lets through what waits, not what is wrong', async () => {
  const given = {...register, approved: true, before: {text: table(rows(1, 100))}}
  assert.match(await verdict(table(rows(51, 100)), given), /^publishable \| holds rows-vanished/)
  assert.match(await verdict(table(`${rows(51, 100)}x,N/A,1\n`), given), /^rejected/)
})

test('a period does not hold the rows of the period before', async () => {
  const before = {text: table(rows(1, 100))}
  assert.equal(
    await verdict(table(rows(101, 180)), {...register, kind: 'period', before}),
    'publishable',
  )
})

test('without a key, rows are counted', async () => {
  const given: Case = {fields, before: {text: table(rows(1, 100))}}
  assert.equal(await verdict(table(rows(1, 91)), given), 'publishable')
  assert.equal(await verdict(table(rows(1, 80)), given), 'held | holds rows-fewer - ×1')
})

test('ten times as many rows are another table, whatever the kind', async () => {
  const before = {text: table(rows(1, 10))}
  const given: Case = {...register, kind: 'period', before}
  assert.equal(await verdict(table(rows(1, 100)), given), 'held | holds rows-jumped - ×1')
  assert.equal(await verdict(table(rows(1, 99)), given), 'publishable')
})

test('a column that goes all empty waits', async () => {
  const before = {text: table(rows(1, 20))}
  assert.equal(
    await verdict(table(rows(1, 20, ',1.50')), {...register, before}),
    'held | holds column-emptied Staff ×1',
  )
})

test('keys are compared by value, whatever Parquet made of them', async () => {
  const numbered = [field('Rate', {type: 'number'}), field('x')]
  const given: Case = {
    fields: numbered,
    schema: {primaryKey: ['Rate']},
    before: {text: 'Rate,x\n1.1,a\n2,b\n'},
  }
  assert.equal(await verdict('Rate,x\n1.10,a\n2.0,b\n', given), 'publishable')
})

test('changes of the schema: added at the end is compatible, anything else breaks readers', () => {
  const [a, b, c] = [field('a'), field('b'), field('c', {type: 'integer'})]
  const changes = (...[was, is]: (typeof fields)[]) =>
    words(schemaChanges({fields: was!}, {fields: is!}))
  assert.deepEqual(changes([a, b], [a, b]), [])
  assert.deepEqual(changes([a, b], [a, b, c]), ['notes schema-change:added c ×1'])
  assert.deepEqual(changes([a, b], [a, c, b]), ['holds schema-change:inserted c ×1'])
  assert.deepEqual(changes([a, b, c], [a, c]), ['holds schema-change:removed b ×1'])
  assert.deepEqual(changes([a, b], [a, field('z')]), ['holds schema-change:renamed b ×1'])
  assert.deepEqual(changes([a, b], [b, a]), ['holds schema-change:order b ×1'])
  assert.deepEqual(changes([a, c], [a, field('c')]), ['holds schema-change:type c ×1'])
})

test('a new column at the end is published and noted', async () => {
  const given: Case = {...register, before: {text: 'Code,Staff\na,1\n', fields: fields.slice(0, 2)}}
  assert.equal(
    await verdict(table('a,1,2.5\n'), given),
    'publishable | notes schema-change:added Rate ×1',
  )
})

test('from November to December 2016 a count falls: a break that wants a note, not an error', async () => {
  const real = (name: string) =>
    readFile(new URL(`../ingest/tables/${name}.csv`, import.meta.url), 'utf8')
  const given: Case = {
    kind: 'cumulative',
    fields: [
      field('Programme'),
      field('Approved Projects', {type: 'integer', groupChar: ', ', bareNumber: false}),
      field('Funds Approved', {type: 'number', groupChar: ', ', bareNumber: false}),
      field('Notes'),
    ],
    schema,
    dialect: {notesField: 'Notes'},
    before: {text: await real('D34_20161130_en')},
  }
  const report = await judge(
    await real('D34_20161231_en'),
    {...given, schema: {primaryKey: ['Programme']}},
    engine,
  )
  assert.equal(report.verdict, 'publishable')
  assert.deepEqual(words(report.findings), [
    'notes cumulative-fall Approved Projects ×2 3: 4133 → 2578 8: 7322 → 5805',
  ])
  assert.deepEqual(report.findings[0]?.facts, {
    key: 'General Support Programme',
  })
})
