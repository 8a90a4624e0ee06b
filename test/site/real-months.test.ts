// The two months of 2016 for which the Fund's real table is known, all the way from the stand-in to
// the published files. Both tables are restated here, so that nobody can change a figure in one place.
import assert from 'node:assert/strict'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import {datasetOf, reportOf, versionsOf} from '../../src/catalog/catalog.ts'
import {diffOf} from '../../src/catalog/diff.ts'
import {seriesOf} from '../../src/catalog/series.ts'
import {keyOf} from '../../src/catalog/versions.ts'
import {migrations} from '../../src/command/migrations.ts'
import {startStandIn} from '../../src/command/stand-in.ts'
import type {Dataset, FormatName} from '../../src/model/dataset.ts'
import type {Outcome} from '../../src/model/outcome.ts'
import type {Version} from '../../src/model/version.ts'
import {openSite} from '../../src/open.ts'
import {importPlan} from '../../src/plan/plan.ts'
import {refresh} from '../../src/refresh.ts'
import {verify} from '../../src/verify.ts'
import {type TestWorld, testWorld} from '../world.ts'

const heading = 'Programme,Approved Projects,Funds Approved'

/** As the Fund's page had them: groups and marks inside numbers. */
const sources: {readonly [month: string]: readonly string[]} = {
  '2016-11-30': [
    heading,
    'Innovation and Technology Support Programme,2268,"9,462.5"',
    'General Support Programme,4133,"1,013.5"',
    'University-Industry Collaboration Programme,298,353.4',
    'Small Entrepreneur Research Assistance Programme,416,508.2',
    'Enterprise Support Scheme,22,65.6',
    'Research and Development Cash Rebate Scheme (Since April 2016),185,45.6',
    'Total:,7322,"11,850.2**"',
  ],
  '2016-12-31': [
    heading,
    'Innovation and Technology Support Programme,2279,"9,482.4"',
    'General Support Programme,2578,"1,021.7"',
    'University-Industry Collaboration Programme,300,354.7',
    'Small Entrepreneur Research Assistance Programme,416,508.2',
    'Enterprise Support Scheme,22,65.6',
    'Research and Development Cash Rebate Scheme (Since April 2016),210,52.3',
    'Total:,5805*,"11,898.4**"',
  ],
}

type Cells = readonly [programme: string, projects: string, funds: string, notes: string | null]

/** What is published of them: every digit, the marks beside. */
const tables: {readonly [month: string]: readonly Cells[]} = {
  '2016-11-30': [
    ['Innovation and Technology Support Programme', '2268', '9462.5', null],
    ['General Support Programme', '4133', '1013.5', null],
    ['University-Industry Collaboration Programme', '298', '353.4', null],
    ['Small Entrepreneur Research Assistance Programme', '416', '508.2', null],
    ['Enterprise Support Scheme', '22', '65.6', null],
    ['Research and Development Cash Rebate Scheme (Since April 2016)', '185', '45.6', null],
    ['Total:', '7322', '11850.2', 'Funds Approved **'],
  ],
  '2016-12-31': [
    ['Innovation and Technology Support Programme', '2279', '9482.4', null],
    ['General Support Programme', '2578', '1021.7', null],
    ['University-Industry Collaboration Programme', '300', '354.7', null],
    ['Small Entrepreneur Research Assistance Programme', '416', '508.2', null],
    ['Enterprise Support Scheme', '22', '65.6', null],
    ['Research and Development Cash Rebate Scheme (Since April 2016)', '210', '52.3', null],
    ['Total:', '5805', '11898.4', 'Approved Projects *; Funds Approved **'],
  ],
}

const months = Object.keys(tables)
const folder = join(import.meta.dirname, '../../sites/hk-itc')

let world: TestWorld
let dataset: Dataset
let outcomes: readonly Outcome[]
let versions: readonly Version[]
let stopStandIn: () => Promise<void>

before(async () => {
  const declared = await openSite(folder)
  const standIn = await startStandIn(declared)
  stopStandIn = standIn.stop
  const site = await openSite(folder, standIn.variables)
  world = await testWorld({site, migrations})
  const file = site.plan!
  await importPlan({file, bytes: await readFile(join(folder, file))}, {dryRun: false}, world)
  dataset = datasetOf('D34', world)
  outcomes = await refresh(dataset, world)
  versions = await versionsOf(dataset.id, world)
})
after(async () => {
  // Either may be missing when the start itself failed; a stand-in left running would hang us.
  await stopStandIn?.()
  await world?.[Symbol.asyncDispose]()
})

/** The one version of a month. */
function versionOf(month: string): Version {
  const found = versions.filter(({period}) => period === month)
  assert.equal(found.length, 1, `versions of ${month}`)
  return found[0]!
}

async function textOf(version: Version, format: FormatName): Promise<string> {
  return readFile(await world.objects.localFile(keyOf(version, format)), 'utf8')
}

test('one look publishes both months as what they are: real tables, played by a stand-in', async () => {
  assert.deepEqual(
    outcomes.map(({kind}) => kind),
    ['published', 'published', 'published'],
  )
  for (const month of months) {
    const version = versionOf(month)
    const {sample, simulated, issue, rows, kind} = version
    const expected = {sample: false, simulated: true, issue: month, rows: 7, kind: 'update'}
    assert.deepEqual({sample, simulated, issue, rows, kind}, expected)
    const {verdict, findings} = await reportOf(version, world)
    assert.equal(verdict, 'publishable')
    assert.deepEqual(
      findings.filter(({severity}) => severity !== 'notes'),
      [],
    )
  }
})

test('what is kept of the source is its table, marks and groups and all', async () => {
  for (const month of months) {
    const [part, ...more] = versionOf(month).snapshot.parts
    assert.equal(more.length, 0)
    const text = await readFile(await world.objects.localFile(part!.key), 'utf8')
    assert.deepEqual(text.trimEnd().split(/\r?\n/), sources[month])
  }
})

test('the CSV holds every cell, numbers digit by digit', async () => {
  for (const month of months) {
    const rows = tables[month]!.map(cells => cells.map(cell => cell ?? '').join(','))
    const expected = ['Programme,Approved Projects,Funds Approved,Notes', ...rows, '']
    assert.equal(await textOf(versionOf(month), 'csv'), expected.join('\r\n'))
  }
})

test('the NDJSON holds numbers as numbers, and null where there is no mark', async () => {
  for (const month of months) {
    const lines = tables[month]!.map(([programme, projects, funds, notes]) =>
      [
        `{"Programme":${JSON.stringify(programme)}`,
        `"Approved Projects":${projects}`,
        `"Funds Approved":${funds}`,
        `"Notes":${JSON.stringify(notes)}}`,
      ].join(','),
    )
    assert.equal(await textOf(versionOf(month), 'ndjson'), [...lines, ''].join('\n'))
  }
})

test('the XML holds every cell under its name', async () => {
  const names = ['Programme', 'Approved Projects', 'Funds Approved', 'Notes']
  for (const month of months) {
    const xml = await textOf(versionOf(month), 'xml')
    const found = [...xml.matchAll(/<cell name="([^"]*)"(?: xsi:nil="true"\/>|>([^<]*)<\/cell>)/g)]
    const expected = tables[month]!.flatMap(cells =>
      names.map((name, column) => [name, cells[column] ?? undefined]),
    )
    assert.deepEqual(
      found.map(([, name, text]) => [name, text]),
      expected,
    )
  }
})

test('each mark has its footnote in three languages', () => {
  const marks = {'2016-11-30': ['**'], '2016-12-31': ['*', '**']}
  for (const [month, expected] of Object.entries(marks)) {
    const {footnotes} = versionOf(month)
    assert.deepEqual(
      footnotes.map(({mark}) => mark),
      expected,
    )
    for (const {text} of footnotes)
      for (const language of ['zh-Hant', 'zh-Hans', 'en'] as const)
        assert.ok(text[language], `${month}, ${language}`)
  }
})

test('December follows November, and the counting rule that changed shows as a change', async () => {
  const [november, december] = [versionOf('2016-11-30'), versionOf('2016-12-31')]
  assert.equal(december.previousVersion, november.version)
  const diff = await diffOf(dataset, november, december, world)
  assert.deepEqual(diff.rows, {joined: 0, left: 0, changed: 5, unchanged: 2})
  const support = diff.examples.find(({key}) => key.Programme === 'General Support Programme')
  assert.deepEqual(support?.cells, [
    {field: 'Approved Projects', before: '4133', after: '2578'},
    {field: 'Funds Approved', before: '1013.5', after: '1021.7'},
  ])
})

test('the stacked series holds both months, row by row', async () => {
  const [series] = await seriesOf(dataset.id, world)
  const csv = series?.distributions.find(({format}) => format === 'csv')
  const text = await readFile(await world.objects.localFile(csv!.key), 'utf8')
  const lines = text.trimEnd().split('\r\n')
  assert.match(lines[0]!, /Programme,Approved Projects,Funds Approved,Notes$/)
  for (const month of months) {
    const {version} = versionOf(month)
    const expected = tables[month]!.map(cells =>
      [month, version, 'false', ...cells.map(cell => cell ?? '')].join(','),
    )
    assert.deepEqual(
      lines.filter(line => line.startsWith(`${month},`)),
      expected,
    )
  }
})

test('both can be made again from what is kept, byte for byte', async () => {
  const {rebuilt, flaws} = await verify(world, {ids: [dataset.id], rebuild: 'all'})
  assert.equal(rebuilt, 3)
  assert.deepEqual(flaws, [])
})

test('a second look changes nothing', async () => {
  const again = await refresh(dataset, world)
  assert.ok(again.length > 0 && again.every(({kind}) => kind === 'unchanged'))
  assert.equal((await versionsOf(dataset.id, world)).length, versions.length)
})
