import assert from 'node:assert/strict'
import {test} from 'node:test'
import {
  evidenceAbout,
  evidenceAsOf,
  evidenceById,
  lastCheck,
  record,
} from '../../src/evidence/evidence.ts'
import {evidenceMigrations} from '../../src/evidence/tables.ts'
import {Problem} from '../../src/text/problem.ts'
import {type TestWorld, testWorld} from '../world.ts'

const opened = () => testWorld({migrations: evidenceMigrations, now: '2026-01-01T00:00:00.000Z'})

async function look(world: TestWorld, dataset: string, at: string, contentHash: string | null) {
  world.setNow(at)
  return record(
    {
      type: 'check',
      dataset,
      at,
      outcome: contentHash === null ? 'nothing' : 'found',
      contentHash,
      coverage: null,
      claimedAt: null,
      answer: {url: 'https://data.example/a.csv', status: 200, problem: null, facts: {}},
      simulated: false,
    },
    world,
  )
}

test('ids sort as text in the order of recording, whatever was recorded', async () => {
  await using world = await opened()
  const first = await look(world, 'a', '2026-01-02T00:00:00.000Z', 'h1')
  const second = await record(
    {type: 'note', subject: 'a', by: 'Systems Manager', why: 'A first look.', simulated: false},
    world,
  )
  const third = await look(world, 'a', '2026-01-03T00:00:00.000Z', 'h2')
  const ids = [first.id, second.id, third.id]
  assert.deepEqual(ids.toSorted(), ids)
  assert.equal(first.id, '000000001-check')
})

test('what is recorded is read back as it was, with its number and its time', async () => {
  await using world = await opened()
  const check = await look(world, 'a', '2026-01-02T00:00:00.000Z', 'h1')
  assert.deepEqual(await evidenceById([check.id, '999999999-check'], world), [check])
  assert.equal(check.recordedAt, '2026-01-02T00:00:00.000Z')
})

test('as of a moment, nothing recorded later is known', async () => {
  await using world = await opened()
  await look(world, 'a', '2026-01-02T00:00:00.000Z', 'h1')
  await look(world, 'a', '2026-01-03T00:00:00.000Z', 'h2')
  const known = await evidenceAsOf('2026-01-02T12:00:00.000Z', world)
  assert.deepEqual(
    known.map(({id}) => id),
    ['000000001-check'],
  )
  await look(world, 'a', '2026-01-04T00:00:00.000Z', 'h3')
  assert.equal((await evidenceAsOf('2026-01-09T00:00:00.000Z', world)).length, 3)
  assert.equal(known.length, 1, 'what was handed out before does not grow')
})

test('many readers at once each see every record once', async () => {
  await using world = await opened()
  for (let day = 1; day <= 9; day++)
    await look(world, 'a', `2026-01-0${day}T00:00:00.000Z`, `h${day}`)
  const all = await Promise.all(
    [1, 2, 3].map(() => evidenceAsOf('2027-01-01T00:00:00.000Z', world)),
  )
  assert.deepEqual(
    all.map(({length}) => length),
    [9, 9, 9],
  )
})

test('the last look at a dataset is its own', async () => {
  await using world = await opened()
  await look(world, 'a', '2026-01-02T00:00:00.000Z', 'h1')
  await look(world, 'a', '2026-01-03T00:00:00.000Z', null)
  await look(world, 'b', '2026-01-04T00:00:00.000Z', 'h9')
  assert.equal((await lastCheck('a', world))?.outcome, 'nothing')
  assert.equal(await lastCheck('c', world), null)
})

test('what is about a subject is found, newest first', async () => {
  await using world = await opened()
  await look(world, 'a', '2026-01-02T00:00:00.000Z', 'h1')
  const signed = {by: 'Senior Manager', why: 'The server room was flooded.', simulated: false}
  await record({type: 'waiver', obligation: 'D5:2026-12', ...signed}, world)
  await record({type: 'note', subject: 'a', ...signed}, world)
  const types = async (subject: string) =>
    (await evidenceAbout(subject, {}, world)).map(({type}) => type)
  assert.deepEqual(await types('a'), ['note', 'check'])
  assert.deepEqual(await types('D5:2026-12'), ['waiver'])
})

test('somebody’s word needs a post and a reason', async () => {
  await using world = await opened()
  await assert.rejects(
    record({type: 'waiver', obligation: 'D5:2026-12', by: ' ', why: 'x', simulated: false}, world),
    (error: unknown) => error instanceof Problem && error.code === 'evidence-unsigned',
  )
  assert.deepEqual(await evidenceAsOf('2027-01-01T00:00:00.000Z', world), [])
})

test('a standing confirmation holds for twelve months and no day more', async () => {
  await using world = await opened()
  const signed = (standingUntil: string) =>
    record(
      {
        type: 'attestation',
        dataset: 'a',
        at: '2026-01-05T00:00:00.000Z',
        standingUntil,
        by: 'Accreditation Officer',
        why: 'No change in the register.',
        simulated: false,
      },
      world,
    )
  assert.equal((await signed('2027-01-05')).standingUntil, '2027-01-05')
  await assert.rejects(
    signed('2027-01-06'),
    (error: unknown) => error instanceof Problem && error.code === 'evidence-stands-too-long',
  )
})
