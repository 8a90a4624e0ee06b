import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Commitment} from '../../src/model/plan.ts'
import {type PlanReading, readPlan} from '../../src/plan/read.ts'
import {provenanceText} from '../../src/plan/words.ts'
import {Problem} from '../../src/text/problem.ts'
import {documentText, publishers} from './first-plan.ts'

const read = (text: string): PlanReading =>
  readPlan(text, {publishers}, (publisher, years) => `${publisher}-${years}`)

const {plan, sections, notPlaced} = read(documentText)
const all = plan.commitments
const named = (id: string): Commitment => all.find(commitment => commitment.id === id)!
const counted = (of: (commitment: Commitment) => string): {[key: string]: number} =>
  Object.fromEntries([...Map.groupBy(all, of)].map(([key, members]) => [key, members.length]))

/** The plan with one piece of its text replaced. */
function changed(from: string, to: string): PlanReading {
  assert.ok(documentText.includes(from))
  return read(documentText.replace(from, to))
}

function refused(text: string): Problem {
  try {
    read(text)
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('it was read')
}

test('the first plan has 3 + 2 + 0 + 50 commitments and no line that is not placed', () => {
  assert.deepEqual(
    counted(({section}) => section),
    {A: 3, B: 2, D: 50},
  )
  assert.deepEqual(notPlaced, [])
  assert.deepEqual(
    sections.map(({section, notApplicable}) => [section, notApplicable]),
    [
      ['A', false],
      ['B', false],
      ['C', true],
      ['D', false],
    ],
  )
})

test('it speaks for the Commission, for 2022 to 2024, and does not say when it was issued', () => {
  assert.equal(plan.publisher, 'hk-itc')
  assert.equal(plan.title, '2022至2024年的開放數據計劃')
  assert.deepEqual(plan.horizon, {first: '2022-01-01', last: '2024-12-31'})
  assert.equal(plan.issued, null)
})

test('cadences: 28 yearly, 3 each February from 2020, 8 monthly, 8 real-time and the rest', () => {
  const word = ({cadence}: Commitment) => {
    if (cadence.kind === 'event') return `event by ${cadence.trigger}`
    if (cadence.kind !== 'periodic') return cadence.kind
    return cadence.since ? `${cadence.period} since ${cadence.since}` : cadence.period
  }
  assert.deepEqual(counted(word), {
    'event by source': 3,
    P1Y: 28,
    P1M: 8,
    P6M: 2,
    realtime: 8,
    'event by owner': 1,
    'P1Y since 2020-01': 3,
    once: 1,
    P3M: 1,
  })
})

test('formats: 25 CSV, 15 XLS and CSV, 10 JSON, 5 XML', () => {
  assert.deepEqual(
    counted(({formats}) => formats.join('+')),
    {CSV: 25, JSON: 10, 'CSV+XLS': 15, XML: 5},
  )
})

test('publishers: the Council has one row, the Parks 13, all others are the Commission’s', () => {
  assert.deepEqual(
    counted(({publisher}) => publisher),
    {'hk-itc': 41, hkpc: 1, hkstp: 13},
  )
  assert.equal(named('D20').publisher, 'hkpc')
  assert.equal(named('D16').group, '香港檢測和認證局 (HKCTC)')
  assert.equal(named('D16').publisher, 'hk-itc', 'a group is not always the publisher')
})

test('a title that two publishers use is two commitments', () => {
  const same = all.filter(({title}) => title === '主要表現指標')
  assert.deepEqual(
    same.map(({id, publisher}) => [id, publisher]),
    [
      ['D20', 'hkpc'],
      ['D49', 'hk-itc'],
    ],
  )
})

test('anchor months are inferred from the first month, or stated', () => {
  const anchors = (id: string) => {
    const {cadence} = named(id)
    return cadence.kind === 'periodic' ? cadence.anchors : null
  }
  assert.deepEqual(anchors('D16'), [1, 7])
  assert.deepEqual(anchors('D19'), [1, 7])
  assert.deepEqual(anchors('D50'), [2, 5, 8, 11])
  assert.deepEqual(anchors('D5'), [12])
  assert.deepEqual(anchors('D38'), [2])
  assert.deepEqual(named('D5').provenance.anchors, {
    kind: 'inferred',
    rule: 'anchors-from-first-month',
  })
  assert.deepEqual(named('D38').provenance.anchors, {kind: 'stated'})
})

test('a date may say that it is that of the first release', () => {
  assert.equal(named('D34').target, '2015-10')
  assert.equal(named('B2').target, '2023-02')
})

test('only the first slash divides category and title; dashes and brackets stay as they are', () => {
  assert.equal(named('D44').category, '資訊科技及廣播')
  assert.equal(named('D44').title, '「科技券」獲批項目按科技服務／方案分類的年度統計數字')
  assert.equal(named('D6').title, '私營獨立檢測及認證機構 – 主要統計數字')
  assert.match(named('D48').title, /（為在香港/)
})

test('the period a release is about is read where the text fixes it', () => {
  const fixed = all.filter(({covers}) => covers !== null).map(({id, covers}) => [id, covers])
  assert.deepEqual(fixed, [
    ['A2', 'preceding-year'],
    ['D28', 'preceding-financial-year'],
    ['D41', 'preceding-year'],
    ['D43', 'preceding-year'],
    ['D46', 'preceding-financial-year'],
  ])
})

test('remarks give up promised columns and definitions', () => {
  assert.deepEqual(named('A1').clauses, [
    {kind: 'columns', text: '數據包括申請號碼、申請企業名稱及獲批資助金額'},
  ])
  assert.deepEqual(
    named('A2').clauses.map(({kind}) => kind),
    ['description', 'columns'],
  )
  assert.match(named('D33').clauses[0]!.text, /PM 1\.0 及 PM 2\.5.*揮發性有機物/)
  for (const id of ['D1', 'D14', 'D27', 'D32'])
    assert.equal(named(id).clauses[0]!.kind, 'definition', id)
})

test('every field says where it comes from, and every row is quoted with its line', () => {
  const lines = documentText.split('\n')
  for (const {id, quote, provenance} of all) {
    assert.equal(lines[quote.lineStart - 1], quote.text, id)
    assert.equal(quote.lineEnd, quote.lineStart + 1)
    for (const field of ['publisher', 'title', 'target', 'cadence', 'formats'] as const)
      assert.ok(provenance[field], `${id} ${field}`)
    for (const from of Object.values(provenance))
      assert.ok(provenanceText(from)['zh-Hant'].length > 3)
  }
})

test('line ends, a byte order mark and blank lines change nothing', () => {
  const forms = [
    `\ufeff${documentText}`,
    documentText.replaceAll('\n', '\r\n'),
    documentText.replaceAll('\n', '\n\n'),
    documentText.replaceAll(/\t+\n/g, '\n'),
  ]
  const bare = (reading: PlanReading) =>
    reading.plan.commitments.map(({quote: _, ...commitment}) => commitment)
  for (const form of forms) assert.deepEqual(bare(read(form)), bare(read(documentText)))
})

test('columns are read by their headings, in whatever order they stand', () => {
  const swapped = documentText
    .split('\n')
    .map(line => {
      const [ordinal, name, target, cadence, remarks] = line.split('\t')
      return remarks === undefined ? line : [ordinal, name, cadence, target, remarks].join('\t')
    })
    .join('\n')
  assert.deepEqual(
    read(swapped).plan.commitments.map(({target, cadence}) => ({target, cadence})),
    all.map(({target, cadence}) => ({target, cadence})),
  )
})

test('a frequency or date that cannot be read is listed with its row, never guessed', () => {
  const frequency = changed('01/2022\t當有更新時', '01/2022\t間中')
  assert.equal(frequency.plan.commitments.length, 54)
  assert.deepEqual(
    frequency.notPlaced.map(({line, why}) => [line, why]),
    [[11, 'cadence-unread']],
  )
  assert.equal(changed('01/2022', '13/2022').notPlaced[0]?.why, 'target-unread')
  assert.equal(changed('01/2022', '2022年初').notPlaced[0]?.why, 'target-unread')
})

test('a remark broken over two lines is listed, and does not become a group', () => {
  const broken = changed('數據以 CSV 格式提供 數據包括', '數據以 CSV 格式提供\n數據包括')
  assert.deepEqual(
    broken.notPlaced.map(({why}) => why),
    ['not-a-row'],
  )
  assert.equal(broken.plan.commitments[1]?.group, '創新及科技基金 (ITF)')
})

test('a row that names no format gets CSV, shown as ours', () => {
  const {plan: silent} = changed('數據現以 CSV 格式存檔', '')
  const [, , , , , , d2] = silent.commitments
  assert.deepEqual(d2?.formats, ['CSV'])
  assert.deepEqual(d2?.provenance.formats, {kind: 'assigned', reason: 'no-format-named'})
})

test('a text that is no plan is refused, saying what was and was not recognised', () => {
  for (const text of [
    '',
    'Dear Sir,\n\nplease find attached …',
    '<!doctype html><title>404</title>',
  ]) {
    const problem = refused(text)
    assert.equal(problem.code, 'plan-not-recognised')
    assert.equal(problem.facts.recognised, '–')
    assert.match(String(problem.facts.missing), /年的開放數據計劃.*A\..*D\..*更新頻率/)
  }
  const half = refused(documentText.replaceAll('更新頻率', '幾時更新'))
  assert.equal(half.code, 'plan-not-recognised')
  assert.match(String(half.facts.recognised), /2022至2024年的開放數據計劃.*D\. 進度/)
  assert.match(String(half.facts.missing), /^「# │/)
})

test('a plan without rows is an error, not an empty plan', () => {
  const empty = documentText
    .split('\n')
    .filter(line => !/^\d+\t/.test(line))
    .join('\n')
  const problem = refused(empty)
  assert.equal(problem.code, 'plan-without-rows')
  assert.match(problem.in('zh-Hant'), /未能讀取此計劃的任何一項/)
})

test('a number that stands twice in a section is refused', () => {
  const problem = refused(documentText.replace('\n2\t資訊科技及廣播', '\n1\t資訊科技及廣播'))
  assert.equal(problem.code, 'plan-row-repeated')
  assert.deepEqual(problem.facts, {section: 'A', ordinal: 1, first: 11, second: 13})
})

test('a plan of a department the site does not know is refused', () => {
  assert.equal(refused(documentText.replace('創新科技署', '漁農署')).code, 'plan-publisher-unknown')
})
