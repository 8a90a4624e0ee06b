// A folder a case: what the source answers, look after look, and what must come of it. To report a
// bug, add a folder.
import assert from 'node:assert/strict'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {latestVersion, reportAt, versionsOf} from '../../src/catalog/catalog.ts'
import {rowsOf} from '../../src/catalog/rows.ts'
import {migrations} from '../../src/command/migrations.ts'
import {lastCheck} from '../../src/evidence/evidence.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Outcome} from '../../src/model/outcome.ts'
import {refresh} from '../../src/refresh.ts'
import {verify} from '../../src/verify.ts'
import {type TestWorld, testWorld} from '../world.ts'
import {type Answer, datasetOf, openStage} from './stage.ts'

interface Journey {
  readonly about: string
  readonly dataset: Partial<Dataset>
  readonly steps: readonly {
    readonly now: string
    readonly answer: Answer | 'dead'
    readonly expect: {
      readonly outcome: Outcome['kind']
      readonly check: 'found' | 'unchanged' | 'nothing'
      readonly problem?: string
      /** "type-error Spaces 1": type, field, how many. */
      readonly findings?: readonly string[]
      readonly formats?: readonly string[]
      readonly versions: number
      readonly rows?: readonly object[]
    }
  }[]
}

const here = import.meta.dirname
const cases = readdirSync(here, {withFileTypes: true}).filter(entry => entry.isDirectory())

test('there are journeys to walk', () => assert.ok(cases.length >= 8, `${cases.length} cases`))

for (const {name} of cases) {
  const journey = JSON.parse(readFileSync(join(here, name, 'journey.json'), 'utf8')) as Journey
  test(`${name}: ${journey.about}`, () => walk(journey, join(here, name)))
}

async function walk({dataset: declared, steps}: Journey, folder: string): Promise<void> {
  await using stage = await openStage()
  const dataset = datasetOf(declared)
  await using world = await testWorld({
    migrations,
    site: {datasets: [dataset], variables: {stage: stage.host}, allowedHosts: [stage.host]},
  })
  for (const [at, {now, answer, expect}] of steps.entries()) {
    const before = await latestVersion(dataset.id, world)
    world.setNow(now)
    stage.play(answer, folder)
    const [outcome] = await refresh(dataset, world)
    const seen = await seenOf(outcome!, expect, world, dataset.id)
    assert.deepEqual(seen, expect, `step ${at + 1}`)
    // Whatever came, readers never have less than before.
    if (expect.outcome !== 'published')
      assert.deepEqual(
        await latestVersion(dataset.id, world),
        before,
        `step ${at + 1}: readers keep theirs`,
      )
  }
  assert.deepEqual((await verify(world, {rebuild: 'all'})).flaws, [])
}

/** What came of a step, in the words of its expectation. */
async function seenOf(
  outcome: Outcome,
  expect: Journey['steps'][number]['expect'],
  world: TestWorld,
  dataset: string,
): Promise<object> {
  const latest = await latestVersion(dataset, world)
  const problem = 'problem' in outcome ? outcome.problem : null
  const report =
    'report' in outcome && outcome.report ? await reportAt(outcome.report, world) : null
  return {
    outcome: outcome.kind,
    check: (await lastCheck(dataset, world))?.outcome,
    ...(problem ? {problem: problem.code} : {}),
    ...(report
      ? {
          findings: report.findings
            .filter(({severity}) => severity !== 'notes')
            .map(({type, field, count}) => `${type} ${field ?? '-'} ${count}`),
        }
      : {}),
    ...(expect.formats ? {formats: latest?.distributions.map(({format}) => format)} : {}),
    versions: (await versionsOf(dataset, world)).length,
    ...(expect.rows && latest ? {rows: await rowsOf(latest, {limit: 100}, world)} : {}),
  }
}
