import {resolve} from 'node:path'

/** What a person may say on the command line or in the environment; nothing here is trusted. */
export interface ConfigSpec {
  readonly site?: unknown
  readonly data?: unknown
  readonly port?: unknown
  readonly host?: unknown
  readonly workers?: unknown
}

/** What the rest of the code sees: every choice made, every default filled in. */
export interface Config {
  readonly site: string // folder of the site, absolute; defaults to sites/hk-itc beside our code
  readonly data: string // folder we may write to, absolute; defaults to ./data
  readonly port: number // 0 picks a free one; defaults to 8080
  readonly host: string // defaults to 127.0.0.1: who wants more must say so
  readonly workers: number // table workers at once; defaults to 4: half their time is waiting for the disk
}

/** Settles every choice. @throws Error that names the setting, what was said, and what it may be. */
export function normalizeConfig(spec: ConfigSpec, defaults: {readonly site: string}): Config {
  return {
    site: resolve(text('site', spec.site, defaults.site)),
    data: resolve(text('data', spec.data, './data')),
    port: whole('port', spec.port, 8080, 0, 65_535),
    host: text('host', spec.host, '127.0.0.1'),
    workers: whole('workers', spec.workers, 4, 1, 64),
  }
}

function text(name: string, value: unknown, fallback: string): string {
  if (value === undefined || value === '') return fallback
  if (typeof value === 'string') return value
  throw new ConfigMistake(name, 'a text', value)
}

function whole(
  name: string,
  value: unknown,
  fallback: number,
  first: number,
  last: number,
): number {
  if (value === undefined || value === '') return fallback
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value
  if (typeof number === 'number' && Number.isInteger(number) && number >= first && number <= last)
    return number
  throw new ConfigMistake(name, `a whole number from ${first} to ${last}`, value)
}

/** A setting that cannot be: shown to the operator as it is. */
export class ConfigMistake extends Error {
  constructor(name: string, expected: string, value: unknown) {
    super(`config: ${name} must be ${expected}, not ${JSON.stringify(value)}`)
    this.name = 'ConfigMistake'
  }
}
