import {readFileSync} from 'node:fs'
import {mkdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import type {Config} from './config.ts'
import type {Site} from './model/site.ts'
import {lockData} from './store/data-lock.ts'
import {openLocalEvents} from './store/events-local.ts'
import {noLog, openLog} from './store/log-lines.ts'
import {openFolder} from './store/objects-folder.ts'
import type {Migration} from './store/records.ts'
import {openSqlite} from './store/records-sqlite.ts'
import {readSite} from './store/site-folder.ts'
import {openDuckdbTables} from './store/tables-duckdb.ts'
import type {World} from './store/world.ts'

export interface OpenOptions {
  readonly migrations: readonly Migration[]
  /** Whether we are the one process that works on the data folder, or only look and sign. */
  readonly exclusive: boolean
  readonly site: Site
  readonly log?: boolean
}

/** A World that must be closed. */
export interface OpenWorld extends World {
  close(): Promise<void>
}

const idleSeconds = 20
const workerMegabytes = 1024

/** Picks the form of each store and opens it. @throws Problem data-folder-in-use, object-not-stored */
export async function open(config: Config, options: OpenOptions): Promise<OpenWorld> {
  const now = () => new Date().toISOString()
  await mkdir(config.data, {recursive: true})
  const lock = options.exclusive ? lockData(config.data, now()) : null
  const scratch = join(config.data, 'scratch')
  // What a killed process left half done lies here or in incoming; no record names it.
  if (lock) await rm(scratch, {recursive: true, force: true})
  if (lock) await rm(join(config.data, 'objects', 'incoming'), {recursive: true, force: true})

  const records = openSqlite(join(config.data, 'records.db'))
  await records.migrate(options.migrations)
  const tables = openDuckdbTables({
    workersMax: config.workers,
    scratch,
    idleSeconds,
    memoryMegabytes: workerMegabytes,
  })
  return {
    site: options.site,
    records,
    objects: openFolder(join(config.data, 'objects')),
    tables,
    events: openLocalEvents(),
    log: options.log ? openLog(line => process.stderr.write(line), now) : noLog,
    now,
    random: Math.random,
    credential,
    code: codeVersion(),
    async close() {
      await tables.close()
      await records.close()
      lock?.release()
    },
  }
}

/** The site of a config, with what its stand-in says of itself. */
export async function openSite(
  folder: string,
  variables: {readonly [name: string]: string} = {},
): Promise<Site> {
  const site = await readSite(folder)
  const hosts = Object.values(variables)
    .filter(value => URL.canParse(value) && /^https?:/.test(value))
    .map(value => new URL(value).host)
  return {
    ...site,
    variables: {...site.variables, ...variables},
    allowedHosts: [...site.allowedHosts, ...hosts],
  }
}

/** From the environment (KEPT_CREDENTIAL_NAME), else from a file of the folder KEPT_CREDENTIALS. */
function credential(name: string): string | null {
  const fromEnvironment = process.env[`KEPT_CREDENTIAL_${name.toUpperCase().replaceAll('-', '_')}`]
  if (fromEnvironment) return fromEnvironment
  const folder = process.env.KEPT_CREDENTIALS
  if (!folder || !/^[\w-]+$/.test(name)) return null
  try {
    return readFileSync(join(folder, name), 'utf8').trim()
  } catch {
    return null
  }
}

function codeVersion(): string {
  const file = new URL('../package.json', import.meta.url)
  const {name, version} = JSON.parse(readFileSync(file, 'utf8')) as {name: string; version: string}
  return `${name}/${version}`
}
