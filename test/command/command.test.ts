import assert from 'node:assert/strict'
import {readdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {test} from 'node:test'
import {type Line, openLine, startLine} from './line.ts'

const plan = join(
  import.meta.dirname,
  '../../sites/hk-itc/plan/itc-open-data-plan-2022-2024.zh-Hant.txt',
)

test('help lists every command and the exit statuses', async () => {
  const {status, out} = await startLine(['help']).done
  assert.equal(status, 0)
  for (const word of ['serve', 'plan import', 'withdraw', 'new SITE', '70'])
    assert.ok(out.includes(word))
  assert.equal((await startLine(['help', 'refresh']).done).status, 0)
  const wrong = await startLine(['help', 'refesh']).done
  assert.equal(wrong.status, 2)
  assert.match(wrong.error, /Did you mean refresh\?/)
})

test('a wrong command line ends with 2, and says so in the language asked for', async () => {
  const {status, error} = await startLine(['score', '--lang', 'zh-Hant', '--as-of', 'x']).done
  assert.equal(status, 2)
  assert.match(error, /必須是日期/)
  assert.equal((await startLine(['serve', '--port', '99999']).done).status, 2)
  assert.equal((await startLine(['score', '--lang', 'fr']).done).status, 2)
})

test('a plan is first tried, then imported, and imported once only', async () => {
  await using line = await openLine()
  const tried = await line.json('plan', 'import', plan, '--dry-run')
  assert.equal(tried.edition.commitments.length, 55)
  assert.equal((await line.run('plan', 'show')).status, 1)
  const imported = await line.run('plan', 'import', plan)
  assert.equal(imported.status, 0)
  assert.match(imported.out, /55 commitments \(A 3, B 2, C 0, D 50\)/)
  assert.match(imported.out, /anchors/)
  assert.match(imported.out, /Every line was placed/)
  assert.equal((await line.json('plan', 'import', plan)).unchanged, true)
  const shown = await line.run('plan', 'show')
  assert.equal(shown.status, 0)
  assert.match(shown.out, /D50/)
})

test('a text that is no plan is refused, and nothing is imported', async () => {
  await using line = await openLine()
  const file = join(line.folder, 'letter.txt')
  await writeFile(file, 'Dear Sir,\nplease find enclosed nothing.\n')
  const {status, error} = await line.run('plan', 'import', file)
  assert.equal(status, 3)
  assert.match(error, /not an open data plan/)
  assert.equal((await line.run('plan', 'show')).status, 1)
  assert.equal((await line.run('plan', 'import', join(line.folder, 'none'))).status, 2)
})

test('problems come as JSON where JSON was asked for', async () => {
  await using line = await openLine()
  const answer = await line.json('score')
  assert.equal(answer.problem.code, 'no-plan')
})

test('scores, explanations and signatures rest on one record', async () => {
  await using line = await openLine()
  await line.run('plan', 'import', plan)
  const before = await line.json('explain', 'D5:2027-12').then(({problem}) => problem.code)
  assert.equal(before, 'obligation-unknown') // beyond what the board looks ahead
  const board = await line.json('score')
  assert.equal(board.commitments.length, 55)
  const open = board.commitments
    .flatMap((one: {verdicts: Row[]}) => one.verdicts)
    .find((one: Row) => one.verdict === 'scheduled')

  const signed = ['--by', 'Senior Systems Manager', '--why', 'the office is moving']
  const waived = await line.run('waive', open.obligation, ...signed)
  assert.equal(waived.status, 0)
  assert.match(waived.out, /is waived\. Recorded as/)
  const {verdict, evidence} = await line.json('explain', open.obligation)
  assert.equal(verdict.state, 'waived')
  assert.equal(evidence[0].by, 'Senior Systems Manager')

  const late = await line.run('waive', 'D5:2022-12', ...signed)
  assert.match(late.out, /already due .* does not change the verdict/)
  assert.notEqual((await line.json('explain', 'D5:2022-12')).verdict.state, 'waived')
  assert.match((await line.run('explain', 'D5:2022-12')).out, /The plan, line \d+: 5/)
})

test('what is signed must name something that exists', async () => {
  await using line = await openLine()
  await line.run('plan', 'import', plan)
  const signed = ['--by', 'Manager', '--why', 'reason']
  const code = async (...words: string[]) => (await line.json(...words, ...signed)).problem?.code
  assert.equal(await code('waive', 'D5:1999-12'), 'obligation-unknown')
  assert.equal(await code('attest', 'nobody'), 'dataset-unknown')
  assert.equal(await code('end', 'Z1', '--on', '2026-01-01'), 'commitment-unknown')
  assert.equal(await code('end', 'D5', '--on', '2026-02-30'), 'parameter-not-a-date')
  assert.equal(await code('suspend', 'D5'), 'suspension-of-no-feed')
  assert.equal(await code('note', 'nothing'), 'subject-unknown')
  assert.equal(await code('approve', 'D5'), 'nothing-held')
  for (const subject of ['D5', 'D5:2022-12', 'hk-itc-hkas-cab-hoklas'])
    assert.equal(await code('note', subject), undefined, subject)
  assert.equal(await code('suspend', 'D21'), undefined)
  const backwards = ['--from', '2026-12-02', '--until', '2026-12-01']
  assert.equal(await code('suspend', 'D21', ...backwards), 'dates-reversed')
  assert.equal(await code('end', 'D5', '--on', '2026-01-31'), undefined)
  assert.equal(await code('attest', 'D2', '--standing-until', '2027-06-30'), undefined)
  const unsigned = await line.run('attest', 'D2', '--by', ' ', '--why', 'reason')
  assert.equal(unsigned.status, 2)
  assert.ok(unsigned.error.startsWith('kept: '))
})

interface Row {
  readonly obligation: string
  readonly verdict: string
}

interface Refreshed {
  readonly dataset: string
  readonly outcomes: readonly {readonly kind: string; readonly rows: number}[]
}

/** A new site, as `kept new` makes it, with a line of commands on it. */
async function freshSite(): Promise<Line & {write(csv: string): Promise<void>}> {
  const outer = await openLine()
  const site = join(outer.folder, 'town')
  const made = await startLine(['new', site, '--time-zone', 'Europe/Vienna']).done
  assert.equal(made.status, 0, made.error)
  const inner = await openLine(site)
  return {
    ...inner,
    write: csv => writeFile(join(site, 'files/opening-hours.csv'), csv),
    async [Symbol.asyncDispose]() {
      await inner[Symbol.asyncDispose]()
      await outer[Symbol.asyncDispose]()
    },
  }
}

const heading = 'Office,Day,Opens,Closes\r\n'
const rows = (count: number) =>
  Array.from({length: count}, (_, at) => `Office ${at},Monday,08:00,16:00\r\n`).join('')

test('a new site starts, and knows nothing of Hong Kong', async () => {
  await using line = await freshSite()
  const {refreshed} = await line.json('refresh')
  assert.deepEqual(
    refreshed.map((one: Refreshed) => [one.dataset, one.outcomes[0]?.kind, one.outcomes[0]?.rows]),
    [['opening-hours', 'published', 3]],
  )
  for (const file of await readdir(line.site, {recursive: true, withFileTypes: true}))
    if (file.isFile()) {
      const text = await readFile(join(file.parentPath, file.name), 'utf8')
      assert.doesNotMatch(text, /Hong|hk|\p{Script=Han}/u, file.name)
    }
})

test('a new site is never written over an old one', async () => {
  await using line = await freshSite()
  const again = await startLine(['new', line.site]).done
  assert.equal(again.status, 2)
  assert.match(again.error, /not empty/)
})

test('a file is checked against the dataset and the version before, and nothing is kept', async () => {
  await using line = await freshSite()
  await line.write(heading + rows(40))
  await line.run('refresh')
  const objects = await readdir(join(line.data, 'objects'), {recursive: true})
  const file = join(line.folder, 'new.csv')
  const check = async (csv: string) => {
    await writeFile(file, csv)
    return line.json('check', file, '--dataset', 'opening-hours')
  }
  assert.equal((await check(heading + rows(41))).report.verdict, 'publishable')
  assert.equal((await check(heading + rows(2))).report.verdict, 'held')
  const wrong = await check(`${heading}Office,Monday,eight,16:00\r\n`)
  assert.equal(wrong.report.verdict, 'rejected')
  assert.deepEqual(wrong.report.findings[0].cells, [{row: 2, value: 'eight'}])
  const {status, out} = await line.run('check', file, '--dataset', 'A1')
  assert.equal(status, 1)
  assert.match(out, /rejected; readers would keep/)
  assert.match(out, /row 2: "eight"/)
  assert.deepEqual(await readdir(join(line.data, 'objects'), {recursive: true}), objects)
  assert.equal((await line.run('check', join(line.folder, 'x.doc'), '--dataset', 'A1')).status, 2)
})

test('what is held is published once a person approves that very content', async () => {
  await using line = await freshSite()
  await line.write(heading + rows(40))
  await line.run('refresh')
  await line.write(heading + rows(2))
  const refreshed = await line.run('refresh')
  assert.equal(refreshed.status, 1)
  assert.match(refreshed.out, /held/)
  const signed = ['--by', 'Registrar', '--why', 'most offices have closed']
  const overtaken = await line.json('approve', 'opening-hours', '--content', 'ffff', ...signed)
  assert.equal(overtaken.problem.code, 'approval-overtaken')
  const {approval, outcome, version} = await line.json('approve', 'opening-hours', ...signed)
  assert.equal(outcome, 'published')
  assert.ok(version)
  assert.equal(approval.by, 'Registrar')
  assert.equal((await line.json('refresh')).refreshed[0].outcomes[0].kind, 'unchanged')
  assert.equal(
    (await line.json('approve', 'opening-hours', ...signed)).problem.code,
    'nothing-held',
  )
  assert.equal((await line.run('verify')).status, 0)
})

test('verify finds a byte that was changed', async () => {
  await using line = await freshSite()
  await line.run('refresh')
  assert.equal((await line.run('verify')).status, 0)
  const files = await readdir(join(line.data, 'objects'), {recursive: true, withFileTypes: true})
  const csv = files.find(one => one.name === 'data.csv' && one.parentPath.includes('versions'))!
  await writeFile(join(csv.parentPath, csv.name), 'changed')
  const {status, out} = await line.run('verify', '--rebuild', 'none')
  assert.equal(status, 1)
  assert.match(out, /data\.csv has changed: expected \w{64}, found \w{64}/)
})

test('verify goes on where a snapshot is spoilt, and does not try to make its version again', async () => {
  await using line = await freshSite()
  await line.run('refresh')
  const snapshots = join(line.data, 'objects/keys/snapshots')
  const [snapshot] = await readdir(snapshots)
  await writeFile(join(snapshots, snapshot!), Buffer.from([0xff, 0x00, 0xc3]))
  const {status, out} = await line.run('verify')
  assert.equal(status, 1)
  assert.match(out, /snapshots\/\w{64} has changed/)
  assert.match(out, /1 version looked at, 0 made again: 1 flaw\./)
})

test('what is withdrawn leaves a tombstone and does not come back by itself', async () => {
  await using line = await freshSite()
  await line.write(heading + rows(3))
  await line.run('refresh')
  await line.write(heading + rows(4))
  const [published] = (await line.json('refresh')).refreshed[0].outcomes
  const signed = ['--by', 'Registrar', '--why', 'it named a person']
  const withdrawn = await line.json('withdraw', 'opening-hours', published.version, ...signed)
  assert.deepEqual(withdrawn.versions, [published.version])
  const again = await line.json('withdraw', 'opening-hours', published.version, ...signed)
  assert.equal(again.problem.code, 'already-withdrawn')
  const [next] = (await line.json('refresh')).refreshed[0].outcomes
  assert.notEqual(next.kind, 'published')
})

test('a whole dataset that is withdrawn answers 410 and is looked at no more', async () => {
  await using line = await freshSite()
  await line.run('refresh')
  const signed = ['--by', 'Registrar', '--why', 'the office was closed for good']
  assert.equal((await line.run('withdraw', 'opening-hours', ...signed)).status, 0)
  await line.write(heading + rows(9))
  assert.deepEqual((await line.json('refresh')).refreshed[0].outcomes, [])
  const serving = line.start('serve', '--port', '0')
  const url = (await serving.line(/^Kept is ready: /)).replace('Kept is ready: ', '')
  const answer = await fetch(`${url}/datasets/opening-hours/latest.csv`)
  const {detail} = await answer.json()
  serving.stop()
  await serving.done
  assert.equal(answer.status, 410)
  assert.match(detail, /withdrawn on \d{4}-\d\d-\d\d by Registrar: the office was closed for good/)
})

test('a correction of an older release makes another series, and so does a withdrawal', async () => {
  await using line = await freshSite()
  const file = join(line.site, 'datasets/opening-hours.json')
  const declared = JSON.parse(await readFile(file, 'utf8'))
  const source = {...declared.source, url: 'files/{YYYY}.csv', issues: [{id: '2024'}, {id: '2025'}]}
  const release = {...declared.release, kind: 'period', periodFrom: {from: 'issue'}}
  await writeFile(file, JSON.stringify({...declared, source, release}))
  const write = (year: string, csv: string) =>
    writeFile(join(line.site, `files/${year}.csv`), heading + csv)
  await write('2024', rows(3))
  await write('2025', rows(4))
  assert.equal((await line.run('refresh')).status, 0)
  await write('2024', rows(2))
  const {status, error, out} = await line.run('refresh')
  assert.equal(status, 0, error + out)
  const serving = line.start('serve', '--port', '0')
  const url = (await serving.line(/^Kept is ready: /)).replace('Kept is ready: ', '')
  const lines = async () => {
    const csv = await (await fetch(`${url}/datasets/opening-hours/series.csv`)).text()
    return csv.trim().split('\r\n').length - 1
  }
  const corrected = await lines()
  const {versions} = await (await fetch(`${url}/kept/v1/datasets/opening-hours/versions`)).json()
  const newest = versions.find((one: {period: string}) => one.period === '2025').version
  const signed = ['--by', 'Registrar', '--why', 'it named a person']
  const withdrawn = await line.run('withdraw', 'opening-hours', newest, ...signed)
  const left = await lines()
  serving.stop()
  await serving.done
  assert.equal(withdrawn.status, 0, withdrawn.error)
  assert.deepEqual([corrected, left], [6, 2])
})
