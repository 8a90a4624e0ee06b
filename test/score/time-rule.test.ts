import assert from 'node:assert/strict'
import {test} from 'node:test'
import {cadence, scene} from './scene.ts'

const december = {cadence: cadence.yearlyIn(12)}
const monthly = {cadence: cadence.monthly}

/** A yearly December promise, watched since 2023 with nothing new. */
function watched(options: Parameters<typeof scene>[0] = december) {
  const seen = scene(options)
  seen.look('2023-02-01 09:00', 'a')
  return seen
}

test('a window that is not open yet is scheduled; then it is open', () => {
  const seen = watched()
  assert.equal(seen.said('2023-12', '2023-11-30 23:59'), 'scheduled observed')
  assert.equal(seen.said('2023-12', '2023-12-01 00:00'), 'open observed')
  assert.equal(seen.said('2023-12', '2024-01-02 23:59'), 'open observed', 'it rolled to 2 January')
})

test('past due and not looked at since: unknown, and the gap is ours', () => {
  const seen = watched()
  const verdict = seen.verdict('2023-12', '2024-01-03 00:00')
  assert.equal(verdict.state, 'unknown')
  assert.ok(verdict.reasons.some(({code}) => code === 'no-look-since-due'))
})

test('new content inside the window is on time', () => {
  const seen = watched()
  seen.look('2023-12-10 09:00', 'a')
  seen.look('2023-12-11 09:00', 'b')
  assert.equal(seen.said('2023-12', '2024-02-01'), 'fulfilled on-time observed')
  assert.deepEqual(
    seen.verdict('2023-12', '2024-02-01').evidence,
    ['000000003-check', '000000004-check', '000000005-judgement'],
    'the look without it, the look with it, the judgement',
  )
})

test('the last look without it was in time, so the content may have been: on time', () => {
  const seen = watched()
  seen.look('2024-01-02 23:00', 'a')
  seen.look('2024-01-04 09:00', 'b')
  assert.equal(seen.said('2023-12', '2024-02-01'), 'fulfilled on-time observed')
})

test('a look after the due time that found nothing new makes it late', () => {
  const seen = watched()
  seen.look('2024-01-04 09:00', 'a')
  assert.equal(seen.said('2023-12', '2024-01-05'), 'late 1 observed')
  seen.look('2024-01-20 09:00', null)
  assert.equal(seen.said('2023-12', '2024-01-21'), 'late 17 observed', 'a dead source counts too')
})

test('content after the due time is late by at least the days to the last look without it', () => {
  const seen = watched()
  seen.look('2024-01-08 09:00', 'a')
  seen.look('2024-01-30 09:00', 'b')
  assert.equal(seen.said('2023-12', '2024-02-01'), 'fulfilled late 5 observed')
})

test('a yearly window left unmet until the next is due has lapsed', () => {
  const seen = watched()
  seen.look('2024-01-08 09:00', 'a')
  seen.look('2025-01-08 09:00', 'a')
  assert.equal(seen.said('2023-12', '2024-12-31 23:00'), 'late 5 observed')
  assert.equal(seen.said('2023-12', '2025-01-09'), 'lapsed 371 observed')
  assert.equal(seen.said('2024-12', '2025-01-09'), 'late 7 observed')
})

test('content up to 91 days before a yearly window is early for it', () => {
  const early = (day: string, before: string) => {
    const seen = watched()
    seen.look(before, 'a')
    seen.look(day, 'b')
    return seen.said('2023-12', '2024-02-01')
  }
  assert.equal(early('2023-09-01 00:00', '2023-08-30'), 'fulfilled early observed')
  assert.equal(early('2023-08-31 23:00', '2023-08-30'), 'unknown observed')
})

test('the limit is 45 days for half-yearly promises and 22 for quarterly ones', () => {
  const half = watched({cadence: cadence.halfYearly})
  half.look('2023-05-17 00:00', 'b')
  half.look('2023-05-18 00:00', 'c')
  assert.equal(half.said('2023-07', '2023-06-01'), 'fulfilled early observed')
  const quarter = watched({cadence: cadence.quarterly})
  quarter.look('2023-03-05', 'b')
  quarter.look('2023-04-08', 'b')
  quarter.look('2023-04-09', 'c')
  assert.equal(quarter.said('2023-05', '2023-04-10'), 'fulfilled early observed')
  quarter.look('2023-07-08', 'c')
  quarter.look('2023-07-09', 'd')
  assert.equal(quarter.said('2023-08', '2023-07-10'), 'scheduled observed', '23 days: extra')
})

test('between windows, an unmet window before goes before the next one', () => {
  const seen = watched()
  seen.look('2024-10-20 09:00', 'a')
  seen.look('2024-10-21 09:00', 'b')
  assert.equal(seen.said('2023-12', '2024-11-01'), 'fulfilled late 291 observed')
  seen.look('2024-10-25 09:00', 'c')
  assert.equal(
    seen.said('2024-12', '2024-11-01'),
    'fulfilled early observed',
    'the next is for the next',
  )
})

test('a missed month stays missed: a second file in February is not January’s', () => {
  const seen = scene(monthly)
  seen.look('2023-12-20', 'a')
  seen.look('2024-02-01', 'a')
  seen.look('2024-02-05', 'b')
  seen.look('2024-02-06', 'c')
  seen.look('2024-03-05', 'c')
  assert.equal(seen.said('2024-01', '2024-02-20'), 'late 0 observed')
  assert.equal(seen.said('2024-01', '2024-03-05'), 'lapsed 33 observed')
  assert.equal(seen.said('2024-02', '2024-03-05'), 'fulfilled on-time observed')
})

test('content that may have come in either of two windows is for the earlier that is free', () => {
  const seen = scene(monthly)
  seen.look('2024-01-05', 'a')
  seen.look('2024-01-31 20:00', 'a')
  seen.look('2024-02-01 20:00', 'b')
  seen.look('2024-02-10', 'c')
  seen.look('2024-03-02', 'c')
  assert.equal(seen.said('2024-01', '2024-03-03'), 'fulfilled on-time observed')
  assert.equal(seen.said('2024-02', '2024-03-03'), 'fulfilled on-time observed')
})

test('the days of a roll belong to both windows', () => {
  const seen = scene(monthly)
  seen.look('2023-12-15', 'a')
  seen.look('2023-12-31', 'a')
  seen.look('2024-01-01 10:00', 'b')
  seen.look('2024-01-01 20:00', 'c')
  seen.look('2024-03-05', 'c')
  assert.equal(seen.said('2024-01', '2024-03-05'), 'fulfilled on-time observed')
})

test('the same bytes again never count', () => {
  const seen = scene(monthly)
  seen.look('2024-01-05', 'a')
  seen.look('2024-01-20', null)
  seen.look('2024-02-03', 'a')
  seen.look('2024-03-05', 'a')
  assert.equal(seen.score('2024-03-05').deliveries.length, 1)
  assert.equal(seen.said('2024-02', '2024-03-05'), 'late 4 observed')
})

test('bytes published before, after others were rejected, are nothing new', () => {
  const seen = scene(monthly)
  seen.look('2024-01-05', 'a')
  seen.look('2024-02-02', 'a')
  seen.look('2024-02-03', 'b', {outcome: 'rejected'})
  seen.look('2024-02-04', 'a')
  seen.look('2024-03-05', 'a')
  assert.equal(seen.said('2024-02', '2024-03-05'), 'defective observed')
  seen.look('2024-03-06', 'c')
  seen.look('2024-03-07', 'a')
  const counts = seen.score('2024-03-08').deliveries.map(({counts: counted}) => counted)
  assert.deepEqual(
    counts,
    [true, false, false, true, true],
    'A, B, A is news where B was published',
  )
})

test('a gap of more than 48 hours leaves the window it may have met unknown', () => {
  const seen = scene(monthly)
  seen.look('2024-01-05', 'a')
  seen.look('2024-01-30', 'a')
  seen.look('2024-02-03', 'b')
  seen.look('2024-03-05', 'b')
  assert.equal(seen.said('2024-01', '2024-03-05'), 'fulfilled on-time observed', 'the gap’s find')
  const gap = seen.verdict('2024-02', '2024-03-05')
  assert.equal(gap.state, 'unknown')
  assert.deepEqual(gap.reasons.find(({code}) => code === 'gap')?.facts, {
    from: '2024-01-30 00:00',
    to: '2024-02-03 00:00',
    hours: 48,
    evidence: '000000003-check 000000004-check',
  })
})

test('a gap of just 48 hours is none', () => {
  const seen = scene(monthly)
  seen.look('2024-01-05', 'a')
  seen.look('2024-01-31', 'a')
  seen.look('2024-02-02', 'b')
  seen.look('2024-03-05', 'b')
  assert.equal(seen.said('2024-02', '2024-03-05'), 'late 4 observed')
})

test('an unknown window is not mended as late', () => {
  const seen = watched(december)
  seen.look('2023-12-20', 'b')
  seen.look('2024-02-03', 'c')
  assert.equal(seen.said('2023-12', '2024-03-01'), 'fulfilled on-time observed')
  assert.equal(seen.said('2022-12', '2024-03-01'), 'unknown observed')
})
