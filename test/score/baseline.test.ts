import assert from 'node:assert/strict'
import {test} from 'node:test'
import {cadence, scene} from './scene.ts'

const monthly = {cadence: cadence.monthly}
const february = {cadence: cadence.yearlyIn(2)}

test('windows past due when content was first seen stay unknown, whatever comes', () => {
  const seen = scene(monthly)
  seen.look('2024-05-10', 'a')
  seen.look('2024-05-11', 'b')
  assert.equal(seen.said('2024-04', '2024-06-10'), 'unknown observed')
  const {reasons} = seen.verdict('2024-04', '2024-06-10')
  assert.ok(reasons.some(({code}) => code === 'due-before-watching'))
})

test('a window open at the first sight is open, kept by its due, or else unknown', () => {
  const quiet = scene(monthly)
  quiet.look('2024-05-10', 'a')
  quiet.look('2024-06-10', 'a')
  assert.equal(quiet.said('2024-05', '2024-05-31'), 'open observed')
  assert.equal(quiet.said('2024-05', '2024-06-10'), 'unknown observed')
  const active = scene(monthly)
  active.look('2024-05-10', 'a')
  active.look('2024-05-20', 'b')
  assert.equal(active.said('2024-05', '2024-06-10'), 'fulfilled on-time observed')
})

test('content after it is not late for a window open at the first sight', () => {
  const seen = scene(february)
  seen.look('2024-02-10', 'a')
  seen.look('2024-03-10', 'a')
  seen.look('2024-03-11', 'b')
  assert.equal(seen.said('2024-02', '2024-04-01'), 'unknown observed')
})

test('where the source dates its content within a past window, that is a claim', () => {
  const seen = scene(february)
  seen.look('2024-05-10', 'a', {claimed: '2024-02-20'})
  assert.equal(seen.said('2024-02', '2024-06-01'), 'fulfilled on-time claimed')
  assert.equal(seen.said('2023-02', '2024-06-01'), 'unknown observed')
})

test('a stand-in’s claim is simulated, not claimed', () => {
  const seen = scene({...february, standIn: true})
  seen.look('2024-05-10', 'a', {claimed: '2024-02-20'})
  assert.equal(seen.said('2024-02', '2024-06-01'), 'fulfilled on-time simulated')
})

test('a claim of rejected content is none', () => {
  const seen = scene(february)
  seen.look('2024-05-10', 'a', {claimed: '2024-02-20', outcome: 'rejected'})
  assert.equal(seen.said('2024-02', '2024-06-01'), 'unknown observed')
})

const release = {cadence: cadence.yearlyIn(2), section: 'B', target: '2024-02'} as const

test('a first release seen before or in its month is kept by the first content', () => {
  const early = scene(release)
  early.look('2023-06-10', 'a')
  assert.equal(early.said('2024-02', '2023-07-01'), 'fulfilled early observed')
  const open = scene(release)
  open.look('2024-02-10', 'a')
  assert.equal(open.said('2024-02', '2024-02-11'), 'fulfilled on-time observed')
  const past = scene(release)
  past.look('2024-03-10', 'a')
  assert.equal(past.said('2024-02', '2024-03-11'), 'unknown observed')
})

test('a first release is kept once: the next window wants its own', () => {
  const seen = scene(release)
  seen.look('2024-02-10', 'a')
  seen.look('2025-03-10', 'a')
  assert.equal(seen.said('2025-02', '2025-03-10'), 'late 9 observed')
})

test('after a look that found nothing, first content is an ordinary delivery', () => {
  const seen = scene(release)
  seen.look('2023-12-01', null)
  seen.look('2024-03-03', null)
  assert.equal(seen.said('2024-02', '2024-03-04'), 'late 2 observed')
  seen.look('2024-03-04', 'a')
  assert.equal(seen.said('2024-02', '2024-03-05'), 'fulfilled late 2 observed')
  assert.equal(seen.score('2024-03-05').deliveries[0]?.baseline, false)
})

test('a first release long before its month is early, not extra', () => {
  const seen = scene(release)
  seen.look('2022-12-01', null)
  seen.look('2023-01-05', 'a')
  assert.equal(seen.said('2024-02', '2023-02-01'), 'fulfilled early observed')
})

test('a first release that was rejected is not unknown: better content mends it late', () => {
  const seen = scene(release)
  seen.look('2024-02-10', 'a', {outcome: 'rejected'})
  assert.equal(seen.said('2024-02', '2024-02-11'), 'defective observed')
  seen.look('2024-03-05', 'a')
  seen.look('2024-03-06', 'b')
  assert.equal(seen.said('2024-02', '2024-03-07'), 'fulfilled late 4 observed')
})

const once = {cadence: cadence.once, target: '2021-06'} as const

test('section D dates a one-off release, so it is kept as claimed', () => {
  const seen = scene(once)
  assert.equal(seen.said('2021-06', '2024-01-01'), 'fulfilled on-time claimed')
  seen.look('2024-02-10', 'a')
  assert.equal(seen.said('2021-06', '2024-03-01'), 'fulfilled on-time claimed')
})

test('a one-off release that is gone or changed is defective until it is back', () => {
  const seen = scene(once)
  seen.look('2024-02-10', 'a')
  seen.look('2024-02-11', null)
  assert.equal(seen.said('2021-06', '2024-02-11 12:00'), 'defective observed')
  seen.look('2024-02-12', 'b')
  assert.equal(seen.said('2021-06', '2024-02-12 12:00'), 'defective observed')
  seen.look('2024-02-13', 'a')
  assert.equal(seen.said('2021-06', '2024-02-13 12:00'), 'fulfilled on-time claimed')
})
