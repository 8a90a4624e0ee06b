import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Obligation} from '../../src/model/obligation.ts'
import {readPlan} from '../../src/plan/read.ts'
import {calendarOf, holidaysProblem} from '../../src/score/calendar.ts'
import {obligationsOf} from '../../src/score/obligations.ts'
import {documentText, publishers} from '../plan/first-plan.ts'
import {hongKong} from './hong-kong.ts'

const calendar = calendarOf(hongKong)
const {plan} = readPlan(documentText, {publishers}, (publisher, years) => `${publisher}-${years}`)

const all = plan.commitments.flatMap(commitment =>
  obligationsOf(commitment, {
    dataset: null,
    horizon: plan.horizon,
    until: '2024-12-31',
    calendar,
  }).map(obligation => ({commitment, obligation})),
)
const inHorizon = all.filter(({obligation}) => obligation.opens >= '2022-01-01')
const dated = inHorizon.filter(({obligation}) => obligation.kind !== 'realtime')
const named = (id: string): Obligation =>
  all.find(({obligation}) => obligation.id === id)!.obligation

test('the first plan gives 404 dated windows in 2022 to 2024', () => {
  const word = ({commitment: {cadence}}: (typeof dated)[number]) =>
    cadence.kind === 'periodic'
      ? `${cadence.period}${cadence.since ? ' stated' : ''}`
      : cadence.kind
  const counts = [...Map.groupBy(dated, word)].map(([key, members]) => [key, members.length])
  assert.deepEqual(Object.fromEntries(counts), {
    P1M: 288,
    P1Y: 82,
    'P1Y stated': 9,
    P6M: 12,
    P3M: 12,
    event: 1,
  })
  assert.equal(dated.length, 404)
})

test('66 of them roll', () => {
  assert.equal(dated.filter(({obligation}) => obligation.rolledFrom !== null).length, 66)
})

test('six month ends of 2022 to 2024 roll', () => {
  const rolled = new Map(
    dated.flatMap(({obligation: {rolledFrom, due}}) => (rolledFrom ? [[rolledFrom, due]] : [])),
  )
  assert.deepEqual([...rolled].sort(), [
    ['2022-07-31', '2022-08-01'],
    ['2023-04-30', '2023-05-02'],
    ['2023-09-30', '2023-10-03'],
    ['2023-12-31', '2024-01-02'],
    ['2024-03-31', '2024-04-02'],
    ['2024-06-30', '2024-07-02'],
  ])
})

test('8 real-time feeds give 288 months, none of which rolls', () => {
  const months = inHorizon.filter(({obligation}) => obligation.kind === 'realtime')
  assert.equal(months.length, 288)
  assert.ok(months.every(({obligation}) => obligation.rolledFrom === null))
})

test('four promises have no calendar', () => {
  const tracks = plan.commitments.filter(({cadence}) => cadence.kind === 'event')
  assert.deepEqual(
    tracks.map(({id}) => id),
    ['A1', 'D1', 'D37', 'D47'],
  )
})

test('the target months of sections A and B are first releases, never a second window', () => {
  const releases = dated.filter(({obligation}) => obligation.kind === 'release')
  assert.deepEqual(
    releases.map(({obligation}) => obligation.id),
    ['A1:2022-01', 'A2:2022-02', 'A3:2022-02', 'B1:2023-02', 'B2:2023-02'],
  )
  assert.equal(new Set(all.map(({obligation}) => obligation.id)).size, all.length)
  assert.equal(all.filter(({obligation}) => obligation.commitment === 'B1').length, 2)
})

test('the one-off release of June 2021 precedes the plan', () => {
  const window = named('D48:2021-06')
  assert.equal(window.kind, 'once')
  assert.equal(window.due, '2021-06-30')
  assert.deepEqual(
    all
      .filter(({obligation}) => obligation.opens < '2022-01-01')
      .map(({obligation}) => obligation.id),
    ['D48:2021-06'],
  )
})

test('windows close at 24:00 in Hong Kong', () => {
  const window = named('D5:2022-12')
  assert.deepEqual(
    [window.opens, window.due, window.opensAt, window.dueAt],
    ['2022-12-01', '2022-12-31', '2022-11-30T16:00:00.000Z', '2022-12-31T16:00:00.000Z'],
  )
})

test('a window knows the period that its text fixes', () => {
  assert.equal(named('A2:2022-02').expectedCoverage, '2021')
  assert.equal(named('D41:2024-02').expectedCoverage, '2023')
  assert.equal(named('D46:2022-04').expectedCoverage, '2021-22', 'it ended the day before')
  assert.equal(named('D28:2023-05').expectedCoverage, '2022-23')
  assert.equal(named('D5:2022-12').expectedCoverage, null)
})

test('Hong Kong has 17 general holidays a year apart from Sundays', () => {
  const {days, first, last} = hongKong.holidays
  assert.deepEqual([first, last], ['2018-01-01', '2027-12-31'])
  const years = Map.groupBy(days, ({date}) => date.slice(0, 4))
  assert.deepEqual(
    [...years].map(([, members]) => members.length),
    Array.from({length: 10}, () => 17),
  )
  assert.ok(days.every(({date}) => new Date(`${date}T00:00:00Z`).getUTCDay() !== 0))
  assert.ok(days.every(({name}) => name.en && name['zh-Hant'] && name['zh-Hans']))
  assert.deepEqual(
    days.map(({date}) => date),
    days.map(({date}) => date).toSorted(),
  )
})

test('the end of the known holidays is a problem from a year before', () => {
  assert.equal(holidaysProblem(hongKong.holidays, '2026-12-30'), null)
  assert.equal(holidaysProblem(hongKong.holidays, '2026-12-31')?.code, 'holidays-end')
  assert.equal(holidaysProblem(hongKong.holidays, '2029-01-01')?.facts.last, '2027-12-31')
})
