import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import {voiceOf} from '../../src/serve/portal/voice.ts'
import {home} from '../../src/text/labels-home.ts'

const hant = voiceOf('zh-Hant', 'Asia/Hong_Kong')
const hans = voiceOf('zh-Hans', 'Asia/Hong_Kong')
const english = voiceOf('en', 'Asia/Hong_Kong')

test('days are written as each reader writes them', () => {
  assert.equal(english.date('2024-01-31'), '31 January 2024')
  assert.equal(hant.date('2024-01-31'), '2024年1月31日')
  assert.equal(hans.month('2024-12'), '2024年12月')
})

test('a moment is told on the clock of Hong Kong, not of UTC', () => {
  assert.equal(english.moment('2024-01-31T15:59:00.000Z'), '31 January 2024, 23:59')
  assert.equal(hant.moment('2024-01-31T16:00:00.000Z'), '2024年2月1日 00:00')
})

test('a financial year, a month and a quarter are told apart', () => {
  assert.equal(hant.period('2023-24'), '2023-24財政年度')
  assert.equal(hans.period('2023-24'), '2023-24财政年度')
  assert.equal(hant.period('2024-03'), '2024年3月')
  assert.equal(english.period('2024-Q1'), 'quarter 1 of 2024')
  assert.equal(english.period('1999-00'), 'financial year 1999-00')
  assert.equal(english.period('batch 7'), 'batch 7')
})

test('large numbers are short in each language, and small ones exact', () => {
  assert.equal(hant.compact(5_568_250_000), '55.7億')
  assert.equal(hans.compact(1_200_000), '120万')
  assert.equal(english.compact(5_568_250_000), '5.57bn')
  assert.equal(english.compact(9_462), '9,462')
  assert.equal(hant.compact(9_462), '9,462')
  assert.equal(english.compact(-12_345), '−12.3K')
})

test('grouping thousands loses no digit of any number', () => {
  fc.assert(
    fc.property(fc.bigInt({min: -(10n ** 30n), max: 10n ** 30n}), value => {
      const said = english.number(String(value))
      assert.equal(said.replaceAll(',', '').replace('−', '-'), String(value))
    }),
  )
  assert.equal(english.number('1.10'), '1.10')
  assert.equal(english.number('n/a'), 'n/a')
})

test('facts that are days, months or moments are told in words; others are left', () => {
  assert.deepEqual(
    english.dated({
      seen: '2026-11-24 04:41',
      due: '2022-12-31',
      at: '2022-12-31T16:00:00.000Z',
      n: 3,
      id: 'D5',
      none: null,
    }),
    {
      seen: '24 November 2026, 04:41',
      due: '31 December 2022',
      at: '1 January 2023, 00:00',
      n: 3,
      id: 'D5',
      none: null,
    },
  )
})

test('Chinese has no space between Chinese words, and one beside Latin words', () => {
  const cell = {commitment: 'HKCTC', month: '2022年1月', verdict: '逾期 履行'}
  assert.equal(hant.say(home.cell, cell), 'HKCTC，2022年1月：逾期履行')
  assert.equal(
    hant.say({en: '', 'zh-Hant': '由{who}獲得', 'zh-Hans': ''}, {who: 'Otter'}),
    '由 Otter 獲得',
  )
})
