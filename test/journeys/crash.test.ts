import assert from 'node:assert/strict'
import {spawn} from 'node:child_process'
import {cpSync} from 'node:fs'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {test} from 'node:test'
import {versionsOf} from '../../src/catalog/catalog.ts'
import {mendUnfinished} from '../../src/catalog/record.ts'
import {migrations} from '../../src/command/migrations.ts'
import {open} from '../../src/open.ts'
import {refresh} from '../../src/refresh.ts'
import {verify} from '../../src/verify.ts'
import {emptySite} from '../world.ts'
import {datasetOf, openStage} from './stage.ts'
import {threeFields} from './three-fields.ts'

const dataset = datasetOf({tableSchema: threeFields})
const child = join(import.meta.dirname, 'crash-child.ts')

async function runChild(folder: string, host: string, killAt: number): Promise<string> {
  const running = spawn(process.execPath, [child, folder, host, String(killAt)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said: string[] = []
  running.stdout.on('data', chunk => said.push(String(chunk)))
  const ended = await new Promise<string>(resolve =>
    running.once('close', (code, signal) => resolve(signal ?? `exit ${code}`)),
  )
  return ended === 'exit 0' ? said.join('') : ended
}

/** What a next start finds and mends; then a second look must finish what the first began. */
async function afterwards(folder: string, host: string, killAt: number): Promise<void> {
  const config = {site: '', data: folder, port: 0, host: '127.0.0.1', workers: 1}
  const site = {...emptySite, datasets: [dataset], variables: {stage: host}, allowedHosts: [host]}
  const world = await open(config, {migrations, exclusive: true, site})
  try {
    await mendUnfinished(world)
    const versions = await versionsOf(dataset.id, world)
    const named = new Set(versions.map(({version}) => version))
    for await (const key of world.objects.list(`versions/${dataset.id}/`))
      assert.ok(named.has(key.split('/')[2]!), `write ${killAt} left ${key}`)
    assert.deepEqual((await verify(world, {rebuild: 'none'})).flaws, [], `write ${killAt}`)

    const [outcome] = await refresh(dataset, world)
    const expected = versions.length === 2 ? 'unchanged' : 'published'
    assert.equal(outcome?.kind, expected, `after write ${killAt}`)
    assert.equal((await versionsOf(dataset.id, world)).length, 2, `after write ${killAt}`)
  } finally {
    await world.close()
  }
}

test('killed at any write of publishing, no half version is seen and nothing is lost', async () => {
  await using stage = await openStage()
  const cases = join(import.meta.dirname, 'there-and-back')
  const folder = await mkdtemp(join(tmpdir(), 'kept-crash-'))
  stage.play({file: '1.csv'}, cases)
  assert.match(await runChild(join(folder, 'first'), stage.host, 0), /^done published/)

  stage.play({file: '2.csv'}, cases)
  cpSync(join(folder, 'first'), join(folder, 'whole'), {recursive: true})
  const whole = await runChild(join(folder, 'whole'), stage.host, 0)
  const writes = Number(/^done published (\d+)/.exec(whole)?.[1])
  assert.ok(writes >= 15, `only ${writes} writes were counted: ${whole}`)
  for (let killAt = 1; killAt <= writes; killAt += 1) {
    const data = join(folder, `kill-${killAt}`)
    cpSync(join(folder, 'first'), data, {recursive: true})
    assert.equal(await runChild(data, stage.host, killAt), 'SIGKILL', `write ${killAt}`)
    await afterwards(data, stage.host, killAt)
    await rm(data, {recursive: true})
  }
  await rm(folder, {recursive: true})
})
