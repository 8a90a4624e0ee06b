import assert from 'node:assert/strict'
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {test} from 'node:test'
import {problemsPage} from './problems-page.ts'
import {root, type SourceFile, sourcesOf} from './sources.ts'

const ground = ['text', 'model', 'store']

/** Which room may import which. ARCHITECTURE.md shows the same table, and says why. */
const arrows: {readonly [room: string]: readonly string[]} = {
  text: [],
  model: ['text'],
  store: ['text', 'model'],
  format: ground,
  evidence: ground,
  plan: [...ground, 'format'],
  source: [...ground, 'evidence'],
  ingest: [...ground, 'format'],
  validate: ['text', 'model'],
  publish: [...ground, 'format'],
  catalog: [...ground, 'evidence'],
  // The plan row is the job's configuration: it names the formats to write.
  'refresh.ts': [
    ...ground,
    'plan',
    'evidence',
    'source',
    'ingest',
    'validate',
    'publish',
    'catalog',
  ],
  'verify.ts': [...ground, 'evidence', 'source', 'ingest', 'publish', 'catalog'],
  score: [...ground, 'plan', 'evidence', 'catalog'],
  schedule: [...ground, 'evidence', 'catalog', 'score', 'refresh.ts'],
  serve: [...ground, 'format', 'plan', 'evidence', 'catalog', 'score'],
  command: [
    ...ground,
    ...['format', 'evidence', 'plan', 'source', 'ingest', 'validate', 'publish', 'catalog'],
    ...['refresh.ts', 'verify.ts', 'score', 'schedule', 'serve'],
  ],
  'config.ts': [],
  'open.ts': [...ground, 'config.ts'],
  'main.ts': [...ground, 'command', 'open.ts', 'config.ts'],
  'jsx.ts': [],
}

/** Packages that are doors to the outside, and the only places that may open them. */
const engines = /^(node:sqlite|@duckdb\/|pg$|undici$|kysely$)/
const mayHoldEngines = /^src\/(store|source)\//

/** The clock, chance and the environment enter through the world. */
const chance = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\b|\bprocess\.env\b/
const mayTakeChance = /^src\/(main|open)\.ts$|^src\/store\//

const functionLinesMax = 70
const fileLinesMax = 400

const sources = sourcesOf('src')
const isPage = (path: string) => path.startsWith('src/serve/portal/island/')

function roomOf(path: string): string {
  return path.split('/')[1] ?? ''
}

function offenders(rule: (file: SourceFile) => readonly string[]): readonly string[] {
  return sources.flatMap(file => rule(file).map(what => `${file.path}: ${what}`))
}

test('the house was looked at', () => {
  assert.ok(sources.length > 50, `only ${sources.length} files seen`)
  assert.ok(sources.reduce((sum, file) => sum + file.imports.length, 0) > 200)
})

test('no room imports another than the table allows', () => {
  assert.deepEqual(
    offenders(file => {
      const room = roomOf(file.path)
      const allowed = arrows[room]
      if (!allowed) return [`is in a room that the table does not know: ${room}`]
      return file.imports
        .filter(({path}) => path?.startsWith('src/') && roomOf(path) !== room)
        .filter(({path}) => !allowed.includes(roomOf(path!)))
        .map(({path}) => `must not import ${path}`)
    }),
    [],
  )
})

test('nothing in src imports demo, test, bench or a site', () => {
  assert.deepEqual(
    offenders(file =>
      file.imports.filter(({path}) => path && !path.startsWith('src/')).map(({path}) => `${path}`),
    ),
    [],
  )
})

test('no circle runs between files', () => {
  const byPath = new Map(sources.map(file => [file.path, file]))
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const {path: next, typeOnly} of byPath.get(path)?.imports ?? [])
      if (next && !typeOnly && next !== path) walk(next, [...trail, path])
    done.add(path)
  }
  for (const {path} of sources) walk(path, [])
  assert.deepEqual(circles, [])
})

test('functions fit a screen and files one subject', () => {
  assert.deepEqual(
    offenders(({functions, lines}) => [
      ...functions
        .filter(found => found.lines > functionLinesMax)
        .map(found => `${found.name} (line ${found.line}) has ${found.lines} lines`),
      ...(lines > fileLinesMax ? [`has ${lines} lines`] : []),
    ]),
    [],
  )
})

test('engines are opened only where the outside world is', () => {
  assert.deepEqual(
    offenders(file =>
      mayHoldEngines.test(file.path)
        ? []
        : file.imports
            .filter(({module, typeOnly}) => engines.test(module) && !typeOnly)
            .map(({module}) => `must not import ${module}`),
    ),
    [],
  )
})

test('time, chance and the environment enter only through the world', () => {
  assert.deepEqual(
    offenders(({path, text}) =>
      mayTakeChance.test(path) || isPage(path)
        ? []
        : text
            .split('\n')
            .map((line, at) => ({line, at}))
            .filter(({line}) => chance.test(line))
            .map(({line, at}) => `line ${at + 1}: ${line.trim()}`),
    ),
    [],
  )
})

test('a database table is named only by the room that owns it', () => {
  const owners = new Map<string, string>()
  for (const {path, text} of sources)
    for (const [, name = ''] of text.matchAll(/create table (?:if not exists )?(\w+) \(/g))
      if (path.startsWith('src/') && !/engine|cast|ask|stage|diff|series/.test(path))
        owners.set(name, roomOf(path))
  assert.ok(owners.size >= 6, `only ${owners.size} tables seen`)
  assert.deepEqual(
    offenders(({path, text}) =>
      [...text.matchAll(/\b(?:selectFrom|insertInto|updateTable|deleteFrom)\('(\w+)'/g)]
        .filter(([, name = '']) => owners.has(name) && owners.get(name) !== roomOf(path))
        .map(([, name]) => `names the table ${name} of ${owners.get(name ?? '')}`),
    ),
    [],
  )
})

test('every file is used by another, or is a place to start', () => {
  const imported = new Set(sources.flatMap(file => file.imports.map(({path}) => path)))
  const starts = /^src\/(main|jsx)\.ts$|-child\.ts$|^src\/serve\/portal\/island\//
  assert.deepEqual(
    sources.map(({path}) => path).filter(path => !imported.has(path) && !starts.test(path)),
    [],
  )
})

test('the packages we run on are spelt out here, so that one more is a reviewed line', () => {
  const {dependencies} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  assert.deepEqual(Object.keys(dependencies).sort(), [
    '@duckdb/node-api',
    '@e965/xlsx',
    '@fastify/swagger',
    '@sinclair/typebox',
    'chardet',
    'croner',
    'esbuild',
    'fastify',
    'fflate',
    'iconv-lite',
    'ipaddr.js',
    'kysely',
    'minisearch',
    'pg',
    'preact',
    'preact-render-to-string',
    'saxes',
    'undici',
  ])
})

test('every problem stands in the documentation, as it is worded', () => {
  assert.equal(readFileSync(join(root, 'docs/problems.md'), 'utf8'), problemsPage())
})
