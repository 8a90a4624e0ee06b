import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {runCommandLine} from '../../src/command/command.ts'
import {normalizeConfig} from '../../src/config.ts'
import {open, openSite} from '../../src/open.ts'

/** What one command line did. */
export interface Done {
  readonly status: number
  readonly out: string
  readonly error: string
}

/** Runs command lines as main.ts does, in folders of their own. */
export interface Line extends AsyncDisposable {
  readonly folder: string
  readonly site: string
  readonly data: string
  /** Runs on this site and data folder. */
  run(...words: string[]): Promise<Done>
  json(...words: string[]): Promise<ReturnType<typeof JSON.parse>>
  /** Starts without waiting: for `serve`. */
  start(...words: string[]): Running
}

export interface Running {
  /** Resolves with the first line of output that matches. */
  line(pattern: RegExp): Promise<string>
  stop(): void
  readonly done: Promise<Done>
}

const example = join(import.meta.dirname, '../../sites/hk-itc')

/** The example site, or another folder's, on a data folder of its own. */
export async function openLine(site = example): Promise<Line> {
  const folder = await mkdtemp(join(tmpdir(), 'kept-line-'))
  const data = join(folder, 'data')
  const start = (...words: string[]) => startLine(['--data', data, '--site', site, ...words])
  const run = (...words: string[]) => start(...words).done
  return {
    ...{folder, site, data, start, run},
    async json(...words) {
      const {out} = await run('--json', ...words)
      return JSON.parse(out)
    },
    [Symbol.asyncDispose]: () => rm(folder, {recursive: true, force: true}),
  }
}

/** Runs a command line that names its own folders. */
export function startLine(words: readonly string[]): Running {
  const said = {out: '', error: ''}
  const waiting = new Set<() => void>()
  const told = Promise.withResolvers<void>()
  const heard = () => {
    for (const look of waiting) look()
  }
  const ended = runCommandLine(words, {
    settle: flags => normalizeConfig(flags, {site: example}),
    openSite,
    openWorld: open,
    out(text) {
      said.out += text
      heard()
    },
    error(text) {
      said.error += text
    },
    terminal: false,
    stopped: told.promise,
  })
  return {
    done: ended.then(status => ({status, ...said})),
    stop: () => told.resolve(),
    async line(pattern) {
      const found = Promise.withResolvers<string>()
      const look = () => {
        const line = said.out.split('\n').find(one => pattern.test(one))
        if (line !== undefined) found.resolve(line)
      }
      waiting.add(look)
      void ended.then(status =>
        found.reject(new Error(`ended with ${status}: ${said.out}${said.error}`)),
      )
      look()
      return found.promise
    },
  }
}
