import assert from 'node:assert/strict'
import {test} from 'node:test'
import {cadence, scene} from './scene.ts'

const updated = {cadence: cadence.asUpdated}

test('a track opens at the first look, for twelve months, unrolled', () => {
  const seen = scene(updated)
  assert.deepEqual(seen.tracks('2023-05-01'), [])
  seen.look('2022-12-31 10:00', 'a')
  assert.deepEqual(seen.tracks('2023-05-01'), ['2022-12-31 2023-12-31 open'], 'a Sunday')
})

test('where the owner judges, it is six months; the last day of a shorter month', () => {
  const seen = scene({cadence: cadence.asNecessary})
  seen.look('2023-08-31 10:00', 'a')
  assert.deepEqual(seen.tracks('2023-09-01'), ['2023-08-31 2024-02-29 open'])
})

test('publication or signature starts it anew', () => {
  const seen = scene(updated)
  seen.look('2023-01-10', 'a')
  seen.look('2023-03-10', 'b')
  seen.attest('2024-02-01')
  assert.deepEqual(seen.tracks('2024-03-01'), [
    '2023-01-10 2024-01-10 fulfilled on-time',
    '2023-03-10 2024-03-10 fulfilled on-time',
    '2024-02-01 2025-02-01 open',
  ])
})

test('neither: unattested once we have looked past the due time, unknown before', () => {
  const seen = scene(updated)
  seen.look('2023-01-10', 'a')
  assert.deepEqual(seen.tracks('2024-01-10 23:59'), ['2023-01-10 2024-01-10 open'])
  assert.deepEqual(seen.tracks('2024-01-12'), ['2023-01-10 2024-01-10 unknown'])
  seen.look('2024-01-11 10:00', 'a')
  assert.deepEqual(seen.tracks('2024-01-12'), ['2023-01-10 2024-01-10 unattested'])
  seen.attest('2024-02-20')
  assert.deepEqual(seen.tracks('2024-03-01'), [
    '2023-01-10 2024-01-10 fulfilled late',
    '2024-02-20 2025-02-20 open',
  ])
})

test('held and rejected content do not restart it', () => {
  const seen = scene(updated)
  seen.look('2023-01-10', 'a')
  seen.look('2023-03-10', 'b', {outcome: 'rejected'})
  assert.deepEqual(seen.tracks('2023-03-11'), ['2023-01-10 2024-01-10 defective'])
  seen.look('2023-04-10', 'c', {outcome: 'held'})
  assert.deepEqual(seen.tracks('2023-04-11'), ['2023-01-10 2024-01-10 held'])
})

test('a first release restarts the track and is not used twice', () => {
  const seen = scene({cadence: cadence.asUpdated, section: 'A', target: '2022-01'})
  seen.look('2022-01-05', null)
  seen.look('2022-01-20', 'a')
  assert.equal(seen.said('2022-01', '2022-02-10'), 'fulfilled on-time observed')
  assert.deepEqual(seen.tracks('2022-02-10'), ['2022-01-20 2023-01-20 open'])
})

test('a subject that ended owes no more signatures', () => {
  const seen = scene(updated)
  seen.look('2023-01-10', 'a')
  seen.end('2023-02-01', '2022-12-31')
  assert.deepEqual(seen.tracks('2024-06-01'), ['2023-01-10 2024-01-10 ended'])
})

test('a month of real-time service is open, then unknown until its minutes are watched', () => {
  const seen = scene({cadence: cadence.realtime})
  seen.look('2024-04-10', 'a')
  seen.look('2024-05-10', 'b')
  assert.equal(seen.said('2024-04', '2024-04-20'), 'open observed')
  const verdict = seen.verdict('2024-04', '2024-05-20')
  assert.equal(verdict.state, 'unknown')
  assert.deepEqual(verdict.reasons.at(-1), {
    code: 'ticks-unwatched',
    facts: {ticks: 43_200, watched: 0},
  })
})

test('a promise that no dataset answers is unknown, and says so', () => {
  const seen = scene({cadence: cadence.monthly, unlinked: true})
  const verdict = seen.verdict('2024-04', '2024-06-01')
  assert.equal(verdict.state, 'unknown')
  assert.equal(verdict.reasons.at(-1)?.code, 'no-dataset')
})

test('the verdict a reader wants is the last decided, or the open one', () => {
  const seen = scene({cadence: cadence.monthly})
  const current = (asOf: string) => {
    const verdict = seen.score(asOf).current
    return `${verdict?.obligation.month} ${verdict?.state}`
  }
  assert.equal(current('2021-11-01'), '2022-01 scheduled')
  seen.look('2024-04-10', 'a')
  assert.equal(current('2024-04-20'), '2024-04 open')
  seen.look('2024-05-05', 'a')
  seen.look('2024-05-10', 'b')
  assert.equal(current('2024-05-20'), '2024-05 fulfilled')
  seen.look('2024-06-02', 'b')
  assert.equal(current('2024-06-03'), '2024-05 fulfilled')
  seen.look('2024-07-03', 'b')
  assert.equal(current('2024-07-04'), '2024-06 late')
})
