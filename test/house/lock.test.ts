import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {test} from 'node:test'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

test('the lock names the binaries of every platform, so npm ci asks nobody what exists', () => {
  const file = new URL('../../package-lock.json', import.meta.url)
  const {packages} = JSON.parse(readFileSync(file, 'utf8')) as {
    packages: Readonly<Record<string, Locked>>
  }
  const wanted = Object.values(packages).flatMap(one => Object.keys(one.optionalDependencies ?? {}))
  assert.ok(wanted.length > 30, `only ${wanted.length} optional packages were looked at`)
  // npm leaves out what it could not find on the day; npm ci then refuses the lock on every machine.
  const missing = wanted.filter(name => packages[`node_modules/${name}`]?.version === undefined)
  assert.deepEqual(missing, [])
})
