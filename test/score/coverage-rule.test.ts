import assert from 'node:assert/strict'
import {test} from 'node:test'
import {expectedYear, yearCovered, yearEndedBy} from '../../src/score/coverage.ts'
import {cadence, scene} from './scene.ts'

const preceding = {cadence: cadence.yearlyIn(2), covers: 'preceding-year'} as const

function watched() {
  const seen = scene(preceding)
  seen.look('2022-06-01', 'a', {coverage: '2021'})
  return seen
}

test('where the text fixes a year, the content of that year fulfils its window', () => {
  const seen = watched()
  seen.look('2023-02-10', 'b', {coverage: '2022'})
  assert.equal(seen.said('2023-02', '2023-04-01'), 'fulfilled on-time observed')
  assert.equal(seen.verdict('2023-02', '2023-04-01').obligation.expectedCoverage, '2022')
})

test('it may come early by any time, or late by any', () => {
  const early = watched()
  early.look('2022-07-01', 'b', {coverage: '2022'})
  assert.equal(early.said('2023-02', '2022-08-01'), 'fulfilled early observed')
  const late = watched()
  late.look('2024-05-01', 'a')
  late.look('2024-05-02', 'b', {coverage: '2022'})
  assert.equal(late.said('2023-02', '2024-06-01'), 'fulfilled late 427 observed')
  assert.equal(late.said('2024-02', '2024-06-01'), 'late 61 observed')
})

test('content of another year does not fulfil it, though it came in the window', () => {
  const seen = watched()
  seen.look('2023-02-09', 'a')
  seen.look('2023-02-10', 'b', {coverage: '2020'})
  seen.look('2023-03-10', 'b')
  assert.equal(seen.said('2023-02', '2023-03-11'), 'late 9 observed')
})

test('without readable coverage, time decides', () => {
  const seen = watched()
  seen.look('2023-02-10', 'b', {coverage: 'see note'})
  assert.equal(seen.said('2023-02', '2023-04-01'), 'fulfilled on-time observed')
})

test('a correction of the same year is extra', () => {
  const seen = watched()
  seen.look('2023-02-10', 'b', {coverage: '2022'})
  seen.look('2023-02-11', 'c', {coverage: '2022'})
  seen.look('2024-03-09', 'c')
  assert.equal(seen.said('2024-02', '2024-03-10'), 'late 8 observed')
})

test('windows unknown by the first sight take none', () => {
  const seen = scene(preceding)
  seen.look('2023-06-01', 'a', {coverage: '2021'})
  seen.look('2023-06-02', 'b', {coverage: '2022'})
  assert.equal(seen.said('2023-02', '2023-07-01'), 'unknown observed')
})

test('the first content seen fulfils the window of its year if that is not past', () => {
  const seen = scene(preceding)
  seen.look('2023-12-01', 'a', {coverage: '2023'})
  assert.equal(seen.said('2024-02', '2024-01-01'), 'fulfilled early observed')
})

test('a claim about another year than the window’s is none', () => {
  const seen = scene(preceding)
  seen.look('2023-06-01', 'a', {coverage: '2021', claimed: '2023-02-10'})
  assert.equal(seen.said('2023-02', '2023-07-01'), 'unknown observed')
})

test('a year is named by how it ends: December, or March', () => {
  assert.equal(expectedYear('2022-04-01', 'financial-year'), '2021-22')
  assert.equal(expectedYear('2022-03-01', 'financial-year'), '2020-21')
  assert.equal(expectedYear('2022-01-01', 'calendar-year'), '2021')
  assert.equal(yearEndedBy('2021-12-30', 'calendar-year'), '2020')
  assert.equal(yearEndedBy('2000-03-31', 'financial-year'), '1999-00')
})

test('coverage is read from a year, a span or a reference date', () => {
  const financial = (coverage: string) => yearCovered(coverage, 'financial-year')
  assert.equal(financial('2023-24'), '2023-24')
  assert.equal(financial('2023/24'), '2023-24')
  assert.equal(financial('2023-2024'), '2023-24')
  assert.equal(financial('2024-03-31'), '2023-24')
  assert.equal(financial('2024-03'), '2023-24')
  assert.equal(financial('2024-02'), '2022-23', 'February 2024, not a span')
  assert.equal(financial('2023'), null, 'a year of the other calendar')
  assert.equal(yearCovered('2023', 'calendar-year'), '2023')
  assert.equal(yearCovered('2023-24', 'calendar-year'), null)
  assert.equal(yearCovered('2023-12-31', 'calendar-year'), '2023')
  assert.equal(yearCovered('soon', 'calendar-year'), null)
  assert.equal(yearCovered(null, 'calendar-year'), null)
})
