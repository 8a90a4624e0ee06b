import assert from 'node:assert/strict'
import {test} from 'node:test'
import type {Dataset} from '../../src/model/dataset.ts'
import {issuesOf} from '../../src/source/source.ts'
import {emptySite} from '../world.ts'
import {checksOf, contentOf, datasetOf, listening, look, lookingWorld} from './looking.ts'

const site = {...emptySite, variables: {demo: 'http://127.0.0.1:1'}}
const at = (now: string) => ({site, now: () => now})
const november = at('2026-11-23T02:00:00.000Z')
const financial = {
  release: {kind: 'period', calendar: 'financial-year', periodFrom: {from: 'issue'}},
} as const satisfies Partial<Dataset>

test('one address is one issue without a name', () => {
  const dataset = datasetOf({url: '{demo}/x.csv'})
  assert.deepEqual(issuesOf(dataset, november), [
    {id: null, url: 'http://127.0.0.1:1/x.csv', format: 'csv', dialect: {}, sample: true},
  ])
})

test('a dataset without a source has no issues', () => {
  assert.deepEqual(issuesOf({...datasetOf({}), source: null}, november), [])
})

test('issues fill the address with their year, month and day', () => {
  const urls = (url: string, ...ids: string[]) =>
    issuesOf(datasetOf({url, issues: ids.map(id => ({id}))}), november).map(issue => issue.url)
  assert.deepEqual(urls('{demo}/a_{YYYY}{MM}{DD}.csv', '2016-11-30', '2016-12-31'), [
    'http://127.0.0.1:1/a_20161130.csv',
    'http://127.0.0.1:1/a_20161231.csv',
  ])
  assert.deepEqual(urls('{demo}/{YYYY}/{MM}.csv', '2024-03'), ['http://127.0.0.1:1/2024/03.csv'])
  assert.deepEqual(urls('{demo}/{id}.csv', '2023-24'), ['http://127.0.0.1:1/2023-24.csv'])
})

test('an issue may be elsewhere, in another format and dialect, and no sample', () => {
  const dataset = datasetOf({
    url: '{demo}/{YYYY}.csv',
    issues: [
      {
        id: '2019',
        url: '{demo}/old/{YYYY}.xls',
        format: 'xls',
        dialect: {headerRows: [2]},
        sample: false,
      },
      {id: '2020'},
    ],
  })
  assert.deepEqual(issuesOf(dataset, november), [
    {
      id: '2019',
      url: 'http://127.0.0.1:1/old/2019.xls',
      format: 'xls',
      dialect: {headerRows: [2]},
      sample: false,
    },
    {
      id: '2020',
      url: 'http://127.0.0.1:1/2020.csv',
      format: 'csv',
      dialect: {},
      sample: true,
    },
  ])
})

test('a yearly source goes on to the last year that is over in the site’s time zone', () => {
  const dataset = datasetOf({url: '{demo}/{YYYY}.csv', yearly: {since: 2023}})
  const ids = (now: string) => issuesOf(dataset, at(now)).map(({id}) => id)
  assert.deepEqual(ids('2026-11-23T02:00:00.000Z'), ['2023', '2024', '2025'])
  assert.deepEqual(ids('2025-12-31T15:59:59.000Z'), ['2023', '2024'])
  assert.deepEqual(ids('2025-12-31T16:00:00.000Z'), ['2023', '2024', '2025'])
  assert.deepEqual(ids('2020-01-01T00:00:00.000Z'), [])
})

test('financial years end on 31 March, and their address carries the year they begin in', () => {
  const dataset = datasetOf(
    {url: '{demo}/{YYYY}/{id}.csv', yearly: {since: 2022, financial: true}},
    financial,
  )
  const seen = (now: string) => issuesOf(dataset, at(now)).map(({id, url}) => [id, url])
  assert.deepEqual(seen('2024-03-31T15:59:59.000Z'), [
    ['2022-23', 'http://127.0.0.1:1/2022/2022-23.csv'],
  ])
  assert.deepEqual(seen('2024-03-31T16:00:00.000Z').at(-1), [
    '2023-24',
    'http://127.0.0.1:1/2023/2023-24.csv',
  ])
  const turn = datasetOf({url: '{demo}/{id}', yearly: {since: 1999, financial: true}}, financial)
  assert.equal(issuesOf(turn, november)[0]?.id, '1999-00')
})

test('a declared issue stands for its year in a yearly source', () => {
  const dataset = datasetOf({
    url: '{demo}/{YYYY}.csv',
    yearly: {since: 2023},
    issues: [{id: '2024', sample: false}, {id: '2016-11-30'}],
  })
  assert.deepEqual(
    issuesOf(dataset, november).map(({id, sample}) => [id, sample]),
    [
      ['2016-11-30', true],
      ['2023', true],
      ['2024', false],
      ['2025', true],
    ],
  )
})

test('a variable that the site has not set is a problem, not an empty place', () => {
  for (const url of ['{nothing}/x.csv', '{demo}/{YYYY}.csv', '{toString}/x.csv'])
    assert.throws(() => issuesOf(datasetOf({url}), november), {code: 'source-variable-unknown'})
})

test('issues are fetched oldest first; one check speaks of the newest that answered', async () => {
  await using server = await listening((request, response) => {
    const year = request.url?.slice(1, 5)
    // As the real server does for a year that it has no list of.
    if (Number(year) > 2024)
      response.writeHead(200, {'content-type': 'text/html'}).end('<!doctype html><p>No such page')
    else response.end(`a,b\r\n${year},2\r\n`)
  })
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host], variables: {demo: server.origin}},
  })
  const dataset = datasetOf(
    {url: '{demo}/{YYYY}.csv', yearly: {since: 2023}},
    {release: {...financial.release, calendar: 'calendar-year'}},
  )
  const seen = await look(dataset, world)
  assert.deepEqual(
    server.asked.map(({url}) => url),
    ['/2023.csv', '/2024.csv', '/2025.csv'],
  )
  assert.deepEqual(
    seen.snapshots.map(({issue, snapshot}) => [issue.id, snapshot.issue]),
    [
      ['2023', '2023'],
      ['2024', '2024'],
    ],
  )
  assert.equal(seen.problem, null, 'a year that is not there yet is no problem while others are')
  assert.equal(seen.check?.outcome, 'found')
  assert.equal(seen.check?.coverage, '2024')
  assert.equal(seen.check?.contentHash, seen.snapshots[1]?.snapshot.contentHash)
  assert.equal(seen.check?.answer.problem, 'source-answered-html')
  assert.equal(seen.check?.answer.facts.issueFailed, '2025')
  assert.equal((await checksOf(world)).length, 1)
  assert.equal((await look(dataset, world)).check?.outcome, 'unchanged')
})

test('where no issue answers, the newest’s failure is the problem', async () => {
  await using server = await listening((_, response) => response.writeHead(404).end())
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host], variables: {demo: server.origin}},
  })
  const seen = await look(datasetOf({url: '{demo}/{YYYY}', yearly: {since: 2024}}), world)
  assert.equal(seen.problem?.code, 'source-missing')
  assert.match(String(seen.problem?.facts.url), /2025$/)
  assert.equal(seen.check?.outcome, 'nothing')
})

test('an issue that fails where it should be there is told, and costs the others nothing', async () => {
  await using server = await listening((request, response) => {
    if (request.url === '/2024') response.writeHead(500).end()
    else response.end('a,b\r\n1,2\r\n')
  })
  await using world = await lookingWorld({
    site: {allowedHosts: [server.host], variables: {demo: server.origin}},
  })
  const seen = await look(datasetOf({url: '{demo}/{YYYY}', yearly: {since: 2023}}), world)
  assert.equal(seen.problem?.code, 'source-refused')
  assert.deepEqual(
    seen.snapshots.map(({issue}) => issue.id),
    ['2023', '2025'],
  )
  assert.equal(await contentOf(seen, world), 'a,b\r\n1,2\r\na,b\r\n1,2\r\n')
})

test('content that comes back after a look without it is found again', async () => {
  let there = true
  await using server = await listening((_, response) => {
    if (there) response.end('a,b\r\n1,2\r\n')
    else response.writeHead(404).end()
  })
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const dataset = datasetOf({url: server.origin})
  const outcomes: (string | undefined)[] = []
  for (const now of [true, true, false, true]) {
    there = now
    outcomes.push((await look(dataset, world)).check?.outcome)
  }
  assert.deepEqual(outcomes, ['found', 'unchanged', 'nothing', 'found'])
})
