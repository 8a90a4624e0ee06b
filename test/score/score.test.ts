import assert from 'node:assert/strict'
import {test} from 'node:test'
import {record} from '../../src/evidence/evidence.ts'
import {evidenceMigrations} from '../../src/evidence/tables.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import {importPlan} from '../../src/plan/plan.ts'
import {planMigrations} from '../../src/plan/tables.ts'
import {explain} from '../../src/score/explain.ts'
import {reasons} from '../../src/score/reasons.ts'
import {scoreboard, tally} from '../../src/score/score.ts'
import {reasonText} from '../../src/score/words.ts'
import {languages} from '../../src/text/language.ts'
import {document, publishers} from '../plan/first-plan.ts'
import {type TestWorld, testWorld} from '../world.ts'
import {hongKong} from './hong-kong.ts'

const d34 = {
  id: 'itf',
  commitment: 'D34',
  publisher: 'hk-itc',
  title: {'zh-Hant': '創新及科技基金累計撥款概覽'},
  release: {kind: 'cumulative', calendar: 'day', periodFrom: {from: 'issue'}},
} as unknown as Dataset

async function opened(now: string): Promise<TestWorld> {
  const world = await testWorld({
    migrations: [...planMigrations, ...evidenceMigrations],
    site: {...hongKong, publishers, datasets: [d34], standIn: '../../demo/main.ts'},
    now,
  })
  await importPlan(document, {dryRun: false}, world)
  return world
}

async function look(world: TestWorld, at: string, contentHash: string): Promise<void> {
  world.setNow(at)
  const answer = {url: 'https://data.example/itf.csv', status: 200, problem: null, facts: {}}
  const of = {dataset: 'itf', at, contentHash, coverage: null, simulated: true}
  await record({type: 'check', outcome: 'found', claimedAt: null, answer, ...of}, world)
  const signs = {report: null, by: null, why: null}
  await record({type: 'judgement', outcome: 'published', version: 'v1', ...signs, ...of}, world)
}

test('without a plan there is no scoreboard', async () => {
  await using world = await testWorld({migrations: [...planMigrations, ...evidenceMigrations]})
  assert.equal(await scoreboard({asOf: world.now()}, world), null)
})

test('on the first day everything is unknown, open or to come, and nothing is real', async () => {
  await using world = await opened('2026-11-23T02:00:00.000Z')
  await look(world, '2026-11-23T02:10:00.000Z', 'a')
  const board = await scoreboard({asOf: world.now()}, world)
  assert.ok(board)
  assert.equal(board.commitments.length, 55)
  assert.equal(board.horizonPassed, true)
  assert.equal(board.watchingSince, '2026-11-23T02:10:00.000Z')
  const verdicts = board.commitments.flatMap(({verdicts: own}) => own)
  assert.deepEqual([...tally(verdicts).keys()].sort(), [
    'fulfilled',
    'open',
    'scheduled',
    'unknown',
  ])
  const claimed = verdicts.filter(({evidenceKind}) => evidenceKind !== 'simulated')
  assert.deepEqual(
    claimed.map(({obligation, state, evidenceKind}) => [obligation.id, state, evidenceKind]),
    [['D48:2021-06', 'fulfilled', 'claimed']],
  )
})

test('the months asked for are the months listed', async () => {
  await using world = await opened('2026-11-23T02:00:00.000Z')
  const of = {asOf: world.now(), first: '2022-01-01', last: '2024-12-31'}
  const board = await scoreboard(of, world)
  const verdicts = board!.commitments.flatMap(({verdicts: own}) => own)
  assert.equal(verdicts.length, 404 + 288)
  const standard = await scoreboard({asOf: world.now()}, world)
  const windows = standard!.commitments.find(({commitment}) => commitment.id === 'D34')!.verdicts
  assert.deepEqual(
    [windows[0]?.obligation.month, windows.at(-1)?.obligation.month],
    ['2022-01', '2027-11'],
  )
})

test('a verdict is explained step by step, each with its evidence', async () => {
  await using world = await opened('2026-09-01T02:00:00.000Z')
  await look(world, '2026-09-10T02:00:00.000Z', 'a')
  await look(world, '2026-10-05T02:00:00.000Z', 'a')
  await look(world, '2026-10-06T02:00:00.000Z', 'b')
  const board = await scoreboard({asOf: '2026-11-23T02:00:00.000Z'}, world)
  const verdict = board!.commitments
    .flatMap(({verdicts}) => verdicts)
    .find(({obligation}) => obligation.id === 'D34:2026-10')!
  assert.deepEqual([verdict.state, verdict.evidenceKind], ['fulfilled', 'simulated'])
  const steps = await explain(verdict, world)
  assert.deepEqual(
    steps.map(({code, evidence}) => [code, evidence.map(({id}) => id)]),
    [
      ['window', []],
      ['month-inferred', []],
      ['horizon-passed', []],
      ['seen-new', ['000000003-check', '000000005-check']],
      ['became-version', ['000000006-judgement']],
      ['on-time', []],
      ['simulated', []],
    ],
  )
  assert.equal(
    steps[3]?.text.en,
    'New content was first seen on 2026-10-06 10:00; the look before, on 2026-10-05 10:00, had not found it.',
  )
})

test('as of an earlier time, the board is what it was', async () => {
  await using world = await opened('2026-09-01T02:00:00.000Z')
  await look(world, '2026-09-10T02:00:00.000Z', 'a')
  const asOf = '2026-10-05T12:00:00.000Z'
  const then = await scoreboard({asOf}, world)
  await look(world, '2026-10-06T02:00:00.000Z', 'b')
  assert.deepEqual(await scoreboard({asOf}, world), then)
})

test('every reason is worded in every language, with the same facts', () => {
  const names = (wording: string) => (wording.match(/\{\w+\}/g) ?? []).toSorted()
  for (const [code, wording] of Object.entries(reasons))
    for (const language of languages)
      assert.deepEqual(names(wording[language]), names(wording.en), `${code} ${language}`)
  assert.throws(() => reasonText({code: 'whatever', facts: {}}), /no words/)
})
