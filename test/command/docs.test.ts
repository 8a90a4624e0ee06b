import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {commands} from '../../src/command/commands.ts'
import {everywhere} from '../../src/command/parse.ts'
import {openStage} from '../api/stage.ts'

const doc = (name: string) => readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')

test('every command and option is in docs/command-line.md', () => {
  const page = doc('command-line.md')
  for (const {name, operands, options} of commands) {
    if (name !== 'help') assert.ok(page.includes(`${name} ${operands}`.trim()), name)
    for (const option of [...Object.keys(options), ...Object.keys(everywhere)])
      assert.ok(page.includes(`--${option}`), `${name} --${option}`)
  }
})

test('every route and parameter of the API is in docs/api.md', async () => {
  await using stage = await openStage()
  const page = doc('api.md')
  const {paths} = await stage.json('/openapi.json')
  assert.ok(Object.keys(paths).length > 20)
  for (const [path, {get}] of Object.entries<{get: {parameters?: {name: string; in: string}[]}}>(
    paths,
  )) {
    assert.ok(page.includes(`\`${path}\``), path)
    for (const {name} of (get.parameters ?? []).filter(one => one.in === 'query'))
      assert.ok(page.includes(name), `${path}?${name}`)
  }
})
