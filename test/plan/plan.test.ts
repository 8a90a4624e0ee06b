import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Commitment} from '../../src/model/plan.ts'
import {decodePlan} from '../../src/plan/decode.ts'
import {linkDatasets} from '../../src/plan/link.ts'
import {normalised} from '../../src/plan/normalise.ts'
import {currentPlan, importPlan, planEditions, planKey} from '../../src/plan/plan.ts'
import {planMigrations} from '../../src/plan/tables.ts'
import {Problem} from '../../src/text/problem.ts'
import {testWorld} from '../world.ts'
import {document, documentText, publishers} from './first-plan.ts'

const dataset = (id: string, commitment: string, publisher: string, title: string): Dataset =>
  ({id, commitment, publisher, title: {'zh-Hant': title}}) as unknown as Dataset

const opened = (datasets: readonly Dataset[] = []) =>
  testWorld({migrations: planMigrations, site: {publishers, datasets}})

const imported = (text: string) => ({file: 'plan.txt', bytes: new TextEncoder().encode(text)})

test('an import keeps the edition and the bytes it was read from', async () => {
  await using world = await opened()
  const {edition, unchanged} = await importPlan(document, {dryRun: false}, world)
  assert.equal(unchanged, false)
  assert.equal(edition.id, 'hk-itc-2022-2024')
  assert.equal(edition.source.byteSize, document.bytes.byteLength)
  assert.deepEqual(await currentPlan(world), edition)
  const kept = Buffer.concat(await Array.fromAsync(world.objects.get(planKey(edition))))
  assert.deepEqual(new Uint8Array(kept), document.bytes)
})

test('importing the same document again changes nothing', async () => {
  await using world = await opened()
  const first = await importPlan(document, {dryRun: false}, world)
  world.setNow('2027-01-01T00:00:00.000Z')
  const again = await importPlan({...document, file: 'renamed.txt'}, {dryRun: false}, world)
  assert.equal(again.unchanged, true)
  assert.deepEqual(again.edition, first.edition)
  assert.equal((await planEditions(world)).length, 1)
})

test('a dry run tells the same and writes nothing', async () => {
  await using world = await opened()
  const {edition, unstated} = await importPlan(document, {dryRun: true}, world)
  assert.equal(edition.commitments.length, 55)
  assert.equal(unstated.length, 55 + 28 + 8 + 2 + 1, 'every publisher, every inferred anchor')
  assert.equal(await currentPlan(world), null)
  assert.equal(await world.objects.stat(planKey(edition)), null)
})

test('a changed document is a further edition; the one before stays', async () => {
  await using world = await opened()
  await importPlan(document, {dryRun: false}, world)
  const text = documentText.replace('02/2022', '03/2022')
  const {edition} = await importPlan(imported(text), {dryRun: false}, world)
  assert.equal(edition.id, 'hk-itc-2022-2024-2')
  assert.equal(edition.commitments[1]?.plan, 'hk-itc-2022-2024-2')
  assert.equal((await currentPlan(world))?.id, 'hk-itc-2022-2024-2')
  const [first] = await planEditions(world)
  assert.equal(first?.commitments[1]?.target, '2022-02')
})

test('a refused document leaves everything as it was', async () => {
  await using world = await opened()
  await importPlan(document, {dryRun: false}, world)
  await assert.rejects(
    importPlan(imported('Not a plan at all.'), {dryRun: false}, world),
    (error: unknown) => error instanceof Problem && error.code === 'plan-not-recognised',
  )
  assert.equal((await planEditions(world)).length, 1)
})

test('UTF-16 with its mark is read; binary and broken bytes are refused', () => {
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('創新科技署', 'utf16le')])
  assert.equal(decodePlan('a.txt', utf16), '創新科技署')
  for (const bytes of [Buffer.from([0xb3, 0xd0]), Buffer.from('PK\u0003\u0004')])
    assert.throws(
      () => decodePlan('a.docx', bytes),
      (error: unknown) => error instanceof Problem && error.code === 'plan-not-text',
    )
  assert.throws(
    () => decodePlan('a.txt', new Uint8Array(5 * 1024 * 1024)),
    (error: unknown) => error instanceof Problem && error.code === 'plan-too-large',
  )
})

test('dashes, brackets, spaces and width do not make another title', () => {
  assert.equal(normalised('機構 – 盈利率'), normalised('機構-盈利率'))
  assert.equal(normalised('計劃（HOKLAS）名錄'), normalised('計劃 (HOKLAS) 名錄'))
  assert.notEqual(normalised('盈利率'), normalised('盈利'))
})

const commitment = (id: string, publisher: string, title: string): Commitment =>
  ({id, publisher, title}) as unknown as Commitment

test('a dataset answers a commitment by publisher and title, never by title alone', () => {
  const {commitments, remarks} = linkDatasets(
    [commitment('D20', 'hkpc', '主要表現指標'), commitment('D49', 'hk-itc', '主要表現指標')],
    {
      datasets: [
        dataset('rd-kpi', 'D49', 'hk-itc', '主要表現指標'),
        dataset('hkpc-kpi', 'D20', 'hkpc', '主要表現指標'),
      ],
    },
  )
  assert.deepEqual(
    commitments.map(found => found.dataset),
    ['hkpc-kpi', 'rd-kpi'],
  )
  assert.deepEqual(remarks, [])
})

test('a declared dataset with another title is linked, and the difference is said', () => {
  const {commitments, remarks} = linkDatasets(
    [
      commitment('D5', 'hk-itc', '甲'),
      commitment('D6', 'hk-itc', '乙'),
      commitment('D7', 'hk-itc', '丙'),
    ],
    {
      datasets: [dataset('one', 'D5', 'hk-itc', '甲乙'), dataset('two', 'D9', 'hk-itc', '乙')],
    },
  )
  assert.deepEqual(
    commitments.map(found => found.dataset),
    ['one', 'two', null],
  )
  assert.deepEqual(
    remarks.map(({code, commitment: id, dataset: of}) => [code, id, of]),
    [
      ['title-differs', 'D5', 'one'],
      ['declared-for-another', 'D6', 'two'],
      ['no-dataset', 'D7', null],
      ['no-commitment', 'D9', 'two'],
    ],
  )
})
