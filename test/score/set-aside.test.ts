import assert from 'node:assert/strict'
import {test} from 'node:test'
import {cadence, scene} from './scene.ts'

const monthly = {cadence: cadence.monthly}
const february = {cadence: cadence.yearlyIn(2)}

function watched(options: Parameters<typeof scene>[0] = monthly) {
  const seen = scene(options)
  seen.look('2023-06-05', 'a')
  return seen
}

test('rejected content makes a window defective until something better arrives', () => {
  const seen = watched()
  seen.look('2024-02-04', 'a')
  seen.look('2024-02-05', 'b', {outcome: 'rejected'})
  seen.look('2024-03-01', 'b')
  assert.equal(seen.said('2024-02', '2024-02-06'), 'defective observed')
  assert.equal(seen.said('2024-02', '2024-03-02'), 'defective observed')
  const better = watched()
  better.look('2024-02-04', 'a')
  better.look('2024-02-05', 'b', {outcome: 'rejected'})
  better.look('2024-02-06', 'c')
  assert.equal(better.said('2024-02', '2024-03-02'), 'fulfilled on-time observed')
})

test('what came in time and waits for us is held, however long we take', () => {
  const seen = watched()
  seen.look('2024-02-04', 'a')
  seen.look('2024-02-05', 'b', {outcome: 'held'})
  seen.look('2024-04-05', 'b')
  assert.equal(seen.said('2024-02', '2024-02-20'), 'held observed')
  assert.equal(seen.said('2024-02', '2024-04-06'), 'held observed')
  seen.judge('2024-04-07', 'b', 'approved')
  assert.equal(seen.said('2024-02', '2024-04-06'), 'held observed', 'as of then')
  assert.equal(seen.said('2024-02', '2024-04-08'), 'fulfilled on-time observed')
})

test('what came late and waits for us is late', () => {
  const seen = watched(february)
  seen.look('2024-03-05', 'a')
  seen.look('2024-03-06', 'b', {outcome: 'held'})
  assert.equal(seen.said('2024-02', '2024-03-07'), 'late 5 observed')
  seen.judge('2024-03-09', 'b', 'approved')
  assert.equal(seen.said('2024-02', '2024-03-10'), 'fulfilled late 4 observed')
})

test('our own failure makes nobody late', () => {
  const seen = watched()
  seen.look('2024-02-04', 'a')
  seen.look('2024-02-05', 'b', {outcome: 'failed'})
  seen.look('2024-03-05', 'b')
  assert.equal(seen.said('2024-02', '2024-02-20'), 'open observed')
  const verdict = seen.verdict('2024-02', '2024-03-06')
  assert.equal(verdict.state, 'unknown')
  assert.ok(verdict.reasons.some(({code}) => code === 'unjudged'))
})

test('content not judged yet is no lateness either', () => {
  const seen = watched()
  seen.look('2024-02-04', 'a')
  seen.look('2024-02-28', 'b', {outcome: null})
  seen.look('2024-03-05', 'b', {outcome: null})
  assert.equal(seen.said('2024-02', '2024-03-06'), 'unknown observed')
})

test('a waiver recorded before the due time waives; after it, it only explains', () => {
  const seen = watched()
  seen.look('2024-03-05', 'a')
  seen.waive('2024-02-29 23:59', 'X1:2024-02')
  assert.equal(seen.said('2024-02', '2024-03-06'), 'waived observed')
  assert.equal(seen.said('2024-02', '2024-02-29 12:00'), 'open observed', 'not yet recorded then')
  const after = watched()
  after.look('2024-03-05', 'a')
  after.waive('2024-03-01 00:00', 'X1:2024-02')
  const verdict = after.verdict('2024-02', '2024-03-06')
  assert.equal(verdict.state, 'late')
  assert.equal(verdict.reasons.at(-1)?.code, 'explained')
})

test('a waived window is never mended as late, and what is in time still counts', () => {
  const seen = watched(february)
  seen.waive('2024-02-05', 'X1:2024-02')
  seen.look('2024-03-05', 'a')
  seen.look('2024-03-06', 'b')
  assert.equal(seen.said('2024-02', '2024-04-01'), 'waived observed')
  const inTime = watched(february)
  inTime.waive('2024-02-05', 'X1:2024-02')
  inTime.look('2024-02-20', 'a')
  inTime.look('2024-02-21', 'b')
  assert.equal(inTime.said('2024-02', '2024-04-01'), 'fulfilled on-time observed')
})

test('a subject that ended is still reported for its last year, and no longer', () => {
  const seen = watched(february)
  seen.end('2024-03-01', '2024-12-31')
  seen.look('2025-03-05', 'a')
  seen.look('2026-03-05', 'a')
  assert.equal(seen.said('2025-02', '2026-04-01'), 'late 369 observed', 'none follows')
  assert.equal(seen.said('2026-02', '2026-04-01'), 'ended observed')
})

test('a withdrawn dataset owes nothing more; what it owed before stays', () => {
  const seen = watched()
  seen.look('2024-02-05', 'a')
  seen.withdraw('2024-02-20')
  assert.equal(seen.said('2024-01', '2024-04-01'), 'lapsed 4 observed')
  assert.equal(seen.said('2024-02', '2024-04-01'), 'withdrawn observed')
  assert.equal(seen.said('2024-06', '2024-04-01'), 'withdrawn observed')
})

test('a dataset withdrawn once a window was due owes that window still', () => {
  const seen = watched()
  seen.look('2024-02-05', 'a')
  seen.look('2024-03-05', 'a')
  seen.withdraw('2024-03-01 00:00')
  assert.equal(seen.said('2024-02', '2024-04-01'), 'late 4 observed')
})

test('a day on which offices closed rolls a due date, from when it is recorded', () => {
  const seen = watched()
  seen.closeOffices('2024-02-29 10:00', '2024-02-29')
  assert.equal(seen.verdict('2024-02', '2024-03-01').obligation.due, '2024-03-01')
  assert.equal(seen.verdict('2024-02', '2024-02-29 09:00').obligation.due, '2024-02-29')
})

test('a signed “no change” counts at its own time', () => {
  const seen = watched()
  seen.attest('2024-02-15')
  seen.look('2024-03-05', 'a')
  assert.equal(seen.said('2024-02', '2024-03-06'), 'fulfilled on-time observed')
  const late = watched(february)
  late.attest('2024-03-05')
  assert.equal(late.said('2024-02', '2024-03-06'), 'fulfilled late 4 observed')
})

test('a “no change” signed in time keeps its window, though we began to look only later', () => {
  const seen = scene(monthly)
  seen.attest('2024-02-15')
  seen.look('2024-05-10', 'a')
  assert.equal(seen.said('2024-02', '2024-06-01'), 'fulfilled on-time observed')
  assert.equal(seen.said('2024-03', '2024-06-01'), 'unknown observed')
})

const register = {cadence: cadence.monthly, release: {kind: 'full'}} as const

test('a register found unchanged is unattested, not late', () => {
  const seen = watched(register)
  seen.look('2024-02-15', 'a')
  seen.look('2024-03-05', 'a')
  assert.equal(seen.said('2024-02', '2024-06-06'), 'unattested observed')
})

test('a register that was never there in the window is late', () => {
  const seen = watched(register)
  seen.look('2024-01-30', null)
  seen.look('2024-02-15', null)
  seen.look('2024-03-05', null)
  assert.equal(seen.said('2024-02', '2024-03-06'), 'late 4 observed')
})

test('one signature stands for each month whose looks find nothing new, for a year', () => {
  const seen = watched(register)
  seen.attest('2024-01-15', '2025-01-15')
  for (const month of ['2024-02', '2024-03', '2024-12', '2025-02']) seen.look(`${month}-10`, 'a')
  seen.look('2025-03-05', 'a')
  const said = (month: string) => seen.said(month, '2025-03-06')
  assert.equal(said('2024-01'), 'fulfilled on-time observed')
  assert.equal(said('2024-02'), 'fulfilled on-time observed')
  assert.equal(said('2024-12'), 'fulfilled on-time observed')
  assert.equal(
    said('2024-05'),
    'unattested observed',
    'no look in May: nothing was found unchanged',
  )
  assert.equal(said('2025-02'), 'unattested observed', 'the year was over')
})

test('a standing signature is for registers only', () => {
  const seen = watched(monthly)
  seen.attest('2024-01-15', '2025-01-15')
  seen.look('2024-02-10', 'a')
  seen.look('2024-03-05', 'a')
  assert.equal(seen.said('2024-02', '2024-03-06'), 'late 4 observed')
})
