import assert from 'node:assert/strict'
import {cp, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {openSqlite} from '../../src/store/records-sqlite.ts'
import {openLine, startLine} from './line.ts'

/** A new site whose source is played by a stand-in: a few lines that follow the protocol. */
async function playedSite(standIn: string): Promise<{site: string} & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-played-'))
  const site = join(folder, 'town')
  await startLine(['new', site]).done
  const file = join(site, 'site.json')
  const own = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({...own, standIn: 'stand-in.mjs'}))
  await writeFile(join(site, 'stand-in.mjs'), standIn)
  const dataset = join(site, 'datasets/opening-hours.json')
  const declared = JSON.parse(await readFile(dataset, 'utf8'))
  const source = {...declared.source, connector: 'http', url: '{demo}/hours.csv'}
  await writeFile(dataset, JSON.stringify({...declared, source}))
  return {
    site,
    [Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true}),
  }
}

const playing = `
import {createServer} from 'node:http'
const csv = 'Office,Day,Opens,Closes\\r\\nTown hall,Monday,08:00,18:00\\r\\n'
const server = createServer((_, response) => response.setHeader('content-type', 'text/csv').end(csv))
server.listen(0, '127.0.0.1', () => {
  const variables = {demo: 'http://127.0.0.1:' + server.address().port, pid: String(process.pid)}
  process.stdout.write(JSON.stringify({variables, at: '2026-11-23T00:00:00.000Z'}) + '\\n')
})
process.stdin.on('end', () => process.exit()).resume()
`

test('serve says when it is ready, answers, and stops when it is told to', async () => {
  await using played = await playedSite(playing)
  await using line = await openLine(played.site)
  const serving = line.start('serve', '--port', '0')
  const ready = await serving.line(/^Kept is ready: /)
  const url = ready.replace('Kept is ready: ', '')
  const answer = await fetch(`${url}/readyz`)
  assert.equal(answer.status, 200)
  const expected = {total: 1, published: 1, held: 0, failed: 0}
  assert.deepEqual((await answer.json()).datasets, expected)
  const csv = await fetch(`${url}/datasets/opening-hours/latest.csv`)
  assert.equal(csv.headers.get('x-kept-simulated'), 'true')
  await csv.body?.cancel()

  const second = await line.run('serve', '--port', '0')
  assert.equal(second.status, 4)
  assert.match(second.error, new RegExp(`process ${process.pid}`))
  assert.equal((await line.run('refresh')).status, 4)

  const noted = await line.run('note', 'opening-hours', '--by', 'Clerk', '--why', 'beside a server')
  assert.equal(noted.status, 0, noted.error)

  serving.stop()
  const {status, out} = await serving.done
  assert.equal(status, 0)
  assert.match(out, /\[1\/1\] A1 opening-hours: published/)
  await assert.rejects(fetch(`${url}/readyz`))
})

test('a later start is ready with what is stored, without looking again', async () => {
  await using played = await playedSite(playing)
  await using line = await openLine(played.site)
  const first = line.start('serve', '--port', '0')
  await first.line(/^Kept is ready: /)
  first.stop()
  await first.done
  const second = line.start('serve', '--port', '0')
  await second.line(/^Kept is ready: /)
  second.stop()
  assert.doesNotMatch((await second.done).out, /published\n.*\[1/)
  assert.doesNotMatch((await second.done).out, /^\[1\/1\]/m)
})

test('the stand-in ends with us', async () => {
  await using played = await playedSite(
    playing.replace(
      "process.stdin.on('end'",
      "process.on('SIGTERM', () => process.exit())\nprocess.stdin.on('end'",
    ),
  )
  await using line = await openLine(played.site)
  const serving = line.start('serve', '--port', '0')
  const url = (await serving.line(/^Kept is ready: /)).replace('Kept is ready: ', '')
  const {source} = await (await fetch(`${url}/kept/v1/datasets/opening-hours`)).json()
  assert.equal(source.url, '{demo}/hours.csv')
  const {versions} = await (await fetch(`${url}/kept/v1/datasets/opening-hours/versions`)).json()
  const playedAt = versions[0].snapshot.url
  serving.stop()
  await serving.done
  await assert.rejects(fetch(playedAt))
})

test('a stand-in that does not start is a problem that names it', async () => {
  await using played = await playedSite('process.exit(3)')
  await using line = await openLine(played.site)
  const {status, error} = await line.run('serve', '--port', '0')
  assert.equal(status, 3)
  assert.match(error, /stand-in\.mjs did not start: exit status 3/)
})

test('a port that is taken is a problem that names it', async () => {
  await using played = await playedSite(playing)
  await using line = await openLine(played.site)
  const serving = line.start('serve', '--port', '0')
  const url = (await serving.line(/^Kept is ready: /)).replace('Kept is ready: ', '')
  await using other = await openLine(played.site)
  const {status, error} = await other.run('serve', '--port', new URL(url).port)
  serving.stop()
  await serving.done
  assert.equal(status, 3)
  assert.match(error, /cannot be had \(EADDRINUSE\)/)
})

test('a broken site file is named with its property', async () => {
  await using played = await playedSite(playing)
  await using line = await openLine(played.site)
  const copy = join(line.folder, 'broken')
  await cp(played.site, copy, {recursive: true})
  const file = join(copy, 'site.json')
  const own = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({...own, tmieZone: 'x'}))
  const {status, error} = await startLine(['score', '--site', copy, '--data', line.data]).done
  assert.equal(status, 3)
  assert.match(error, /site\.json.*tmieZone/)
})

test('told to stop while it looks, it finishes the looks under way and blames no source', async () => {
  await using played = await playedSite(
    playing
      .replace('const server', 'let looks = 0\nconst server')
      .replace(
        "(_, response) => response.setHeader('content-type', 'text/csv').end(csv)",
        "(_, response) => setTimeout(() => response.setHeader('content-type', 'text/csv').end(csv), 300)",
      ),
  )
  const first = JSON.parse(await readFile(join(played.site, 'datasets/opening-hours.json'), 'utf8'))
  for (let nth = 2; nth <= 12; nth += 1)
    await writeFile(
      join(played.site, `datasets/hours-${nth}.json`),
      JSON.stringify({...first, id: `hours-${nth}`, commitment: `A${nth}`}),
    )
  await using line = await openLine(played.site)
  const serving = line.start('serve', '--port', '0')
  await serving.line(/^\[1\/12\]/)
  serving.stop()
  const {status, out} = await serving.done
  assert.equal(status, 0)
  assert.doesNotMatch(out, /failed|Kept is ready/)
  const done = out.match(/^\[\d+\/12\]/gm)!.length
  assert.ok(done >= 1 && done < 12, `${done} of 12 looked at`)

  const again = line.start('serve', '--port', '0')
  await again.line(/^Kept is ready: /)
  again.stop()
  const rest = (await again.done).out.match(/^\[\d+\/\d+\].*published/gm)!.length
  assert.equal(rest, 12 - done)
})

test('a look that a process died in is finished before we are ready', async () => {
  await using played = await playedSite(playing)
  await using line = await openLine(played.site)
  await line.run('refresh')
  const records = openSqlite(join(line.data, 'records.db'))
  await records
    .write<{jobs: {dataset: string; due: string}}>()
    .updateTable('jobs')
    .set({due: ''})
    .execute()
  await records.close()
  const again = line.start('serve', '--port', '0')
  await again.line(/^Kept is ready: /)
  again.stop()
  assert.equal((await again.done).out.match(/^\[1\/1\]/gm)?.length, 1)
})

test('what a killed process was at is taken up again at once', async () => {
  await using played = await playedSite(playing)
  await using line = await openLine(played.site)
  await line.run('refresh')
  const records = openSqlite(join(line.data, 'records.db'))
  const left = {leased_by: 'a dead process', leased_until: '2999-01-01T00:00:00.000Z'}
  await records.write<{jobs: typeof left}>().updateTable('jobs').set(left).execute()
  await records.close()
  const [refreshed] = (await line.json('refresh')).refreshed
  assert.equal(refreshed.outcomes[0].kind, 'unchanged')
})
