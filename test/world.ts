import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Site} from '../src/model/site.ts'
import {openLocalEvents} from '../src/store/events-local.ts'
import {noLog} from '../src/store/log-lines.ts'
import {openFolder} from '../src/store/objects-folder.ts'
import type {Migration} from '../src/store/records.ts'
import {openSqlite} from '../src/store/records-sqlite.ts'
import {openDuckdbTables} from '../src/store/tables-duckdb.ts'
import type {World} from '../src/store/world.ts'

/** A world for a test: real stores in a folder of its own, and a clock that the test moves. */
export interface TestWorld extends World, AsyncDisposable {
  readonly folder: string
  /** Moves the clock; it never moves by itself. */
  setNow(now: string): void
}

/** A site with nothing in it but Hong Kong's clock. */
export const emptySite: Site = {
  folder: tmpdir(),
  id: 'test',
  title: {en: 'Test', 'zh-Hant': '測試', 'zh-Hans': '测试'},
  description: {en: 'A site for tests.', 'zh-Hant': '測試用。', 'zh-Hans': '测试用。'},
  languages: ['zh-Hant', 'zh-Hans', 'en'],
  timeZone: 'Asia/Hong_Kong',
  plan: null,
  licence: {title: {en: 'Terms of use'}, url: 'https://data.example/terms'},
  publishers: [],
  contactPoints: [],
  themes: [],
  codeLists: [],
  glossary: [],
  holidays: {first: '2018-01-01', last: '2027-12-31', source: 'none', days: []},
  datasets: [],
  variables: {},
  allowedHosts: [],
  standIn: null,
  polling: {daily: '0 6 * * *'},
}

export interface TestWorldOptions {
  readonly site?: Partial<Site>
  readonly migrations?: readonly Migration[]
  readonly now?: string
  readonly credentials?: {readonly [name: string]: string}
}

/** Opens a world for a test; dispose of it with `await using`. */
export async function testWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-world-'))
  const records = openSqlite(':memory:')
  await records.migrate(options.migrations ?? [])
  const tables = openDuckdbTables({
    workersMax: 2,
    scratch: join(folder, 'scratch'),
    idleSeconds: 60,
    memoryMegabytes: 512,
  })
  let now = options.now ?? '2026-11-23T02:00:00.000Z'
  return {
    folder,
    site: {...emptySite, ...options.site},
    records,
    objects: openFolder(join(folder, 'objects')),
    tables,
    events: openLocalEvents(),
    log: noLog,
    now: () => now,
    random: () => 0.5,
    credential: name => options.credentials?.[name] ?? null,
    code: 'kept/test',
    setNow(next) {
      now = next
    },
    async [Symbol.asyncDispose]() {
      await tables.close()
      await records.close()
      await rm(folder, {recursive: true, force: true})
    },
  }
}
