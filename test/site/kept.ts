import {spawn} from 'node:child_process'
import {join} from 'node:path'

const bin = join(import.meta.dirname, '../../bin/kept.js')

/** How a process ended, and what it had said. */
export interface Ended {
  readonly status: number | null // null: by a signal
  readonly out: string
  readonly error: string
}

/** A process of ours, started as a person starts it. */
export interface Kept extends AsyncDisposable {
  readonly pid: number
  readonly ended: Promise<Ended>
  /** The first line of output that matches. @throws Error after so many seconds, or when it ended before */
  line(pattern: RegExp, secondsMax: number): Promise<string>
  stop(): void
}

/** Starts `kept WORD…` as a process of its own. Whatever the test does, disposing ends it. */
export function startKept(...words: readonly string[]): Kept {
  const child = spawn(process.execPath, [bin, ...words], {stdio: ['ignore', 'pipe', 'pipe']})
  const said = {out: '', error: ''}
  const waiting = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said.out += text
    for (const look of waiting) look()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said.error += text
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', status => resolve({status, ...said}))
  })
  return {
    pid: child.pid!,
    ended,
    stop: () => void child.kill('SIGTERM'),
    line(pattern, secondsMax) {
      const found = Promise.withResolvers<string>()
      const fail = (why: string) => found.reject(new Error(`${why}: ${said.out}${said.error}`))
      const look = () => {
        // Only whole lines: what follows the last line feed may be half an address.
        const line = said.out
          .split('\n')
          .slice(0, -1)
          .find(one => pattern.test(one))
        if (line !== undefined) found.resolve(line)
      }
      const timer = setTimeout(() => fail(`not said in ${secondsMax} s`), secondsMax * 1000)
      waiting.add(look)
      void ended.then(({status}) => fail(`ended with ${status}`))
      look()
      return found.promise.finally(() => {
        clearTimeout(timer)
        waiting.delete(look)
      })
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
      await ended
    },
  }
}
