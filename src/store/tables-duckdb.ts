import {type ChildProcess, fork} from 'node:child_process'
import {mkdir, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Problem} from '../text/problem.ts'
import type {ProblemCode} from '../text/problems.ts'
import type {Tables, TableWorker} from './tables.ts'

export interface DuckdbTablesOptions {
  readonly workersMax: number
  /** Folder of ours in which each child gets one of its own. */
  readonly scratch: string
  /** A child without work for so long is ended, so that a site at rest costs one process. */
  readonly idleSeconds: number
  /** For DuckDB in each child; as much again is allowed to its JavaScript. */
  readonly memoryMegabytes: number
}

/** A job that says nothing for so long is stopped, unless its caller allowed more. */
const secondsMax = 300

const entry = fileURLToPath(import.meta.resolve('./tables-child.ts'))

/** What a child answers. A Problem travels as code and facts, our own mistakes as their stack. */
export type ChildAnswer =
  | {readonly kind: 'done'; readonly output: unknown}
  | {readonly kind: 'problem'; readonly code: ProblemCode; readonly facts: Problem['facts']}
  | {readonly kind: 'mistake'; readonly stack: string}

/** What a child is asked: to run a job, or to forget everything. */
export type ChildQuestion =
  | {readonly kind: 'run'; readonly module: string; readonly name: string; readonly input: unknown}
  | {readonly kind: 'forget'}

/**
 * DuckDB in child processes: in-process, four queries starve libuv for seconds. A child holds one
 * database in memory, forgotten at release, and is killed when it meets a limit.
 */
export function openDuckdbTables(options: DuckdbTablesOptions): Tables {
  const idle: Child[] = []
  const waiting: ((child: Child) => void)[] = []
  const all = new Set<Child>()
  let started = 0

  async function obtain(): Promise<Child> {
    const warm = idle.pop()
    if (warm) {
      warm.rest?.[Symbol.dispose]()
      return warm
    }
    if (all.size < options.workersMax) return start()
    return new Promise(resolve => waiting.push(resolve))
  }

  function start(): Child {
    started += 1
    const child = startChild(join(options.scratch, `worker-${process.pid}-${started}`), options)
    all.add(child)
    return child
  }

  async function giveBack(child: Child): Promise<void> {
    if (child.alive) await child.ask({kind: 'forget'}, secondsMax).catch(() => child.end())
    if (!child.alive) {
      all.delete(child)
      await rm(child.scratch, {recursive: true, force: true})
    }
    const next = waiting.shift()
    if (next) next(child.alive ? child : start())
    else if (child.alive) rest(child)
  }

  function rest(child: Child): void {
    idle.push(child)
    const timer = setTimeout(() => {
      idle.splice(idle.indexOf(child), 1)
      void endChild(child)
    }, options.idleSeconds * 1000)
    timer.unref()
    child.rest = {[Symbol.dispose]: () => clearTimeout(timer)}
  }

  async function endChild(child: Child): Promise<void> {
    all.delete(child)
    child.rest?.[Symbol.dispose]()
    await child.end()
    await rm(child.scratch, {recursive: true, force: true})
  }

  return {
    async lease() {
      const child = await obtain()
      let released = false
      const worker: TableWorker = {
        async run<In, Out>(
          job: {module: string; name: string},
          input: In,
          limits?: {seconds?: number},
        ) {
          if (released) throw new Error(`tables: ${job.name} asked of a worker given back`)
          const {module, name} = job
          const question = {kind: 'run', module, name, input} as const
          return (await child.ask(question, limits?.seconds ?? secondsMax)) as Out
        },
        async release() {
          if (released) return
          released = true
          await giveBack(child)
        },
      }
      return worker
    },
    async close() {
      await Promise.all([...all].map(endChild))
    },
  }
}

interface Child {
  readonly scratch: string
  readonly alive: boolean
  rest?: Disposable
  ask(question: ChildQuestion, seconds: number): Promise<unknown>
  end(): Promise<void>
}

function startChild(scratch: string, {memoryMegabytes}: DuckdbTablesOptions): Child {
  const ready = mkdir(scratch, {recursive: true})
  let process_: ChildProcess | null = null
  let dead = false

  async function processOf(): Promise<ChildProcess> {
    await ready
    process_ ??= fork(entry, [scratch, String(memoryMegabytes)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${memoryMegabytes}`],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    return process_
  }

  return {
    scratch,
    get alive() {
      return !dead
    },
    async ask(question, seconds) {
      const child = await processOf()
      try {
        return outputOf(await answerOf(child, question, seconds, memoryMegabytes))
      } finally {
        dead = child.exitCode !== null || child.signalCode !== null || child.killed
      }
    },
    async end() {
      dead = true
      const child = process_
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      child.ref() // or we might exit before it does, and leave its folder behind
      const gone = new Promise(resolve => child.once('exit', resolve))
      child.kill('SIGKILL')
      await gone
    },
  }
}

function answerOf(
  child: ChildProcess,
  question: ChildQuestion,
  seconds: number,
  megabytes: number,
): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      settle(() => reject(new Problem('took-too-long', {seconds})))
    }, seconds * 1000)
    const answered = (answer: ChildAnswer) => settle(() => resolve(answer))
    const ended = (code: number | null, signal: string | null) =>
      settle(() => reject(new Problem('worker-died', {why: signal ?? `exit ${code}`, megabytes})))

    function settle(then: () => void): void {
      clearTimeout(timer)
      child.off('message', answered)
      child.off('exit', ended)
      child.channel?.unref()
      child.unref()
      then()
    }
    child.ref()
    child.channel?.ref()
    child.once('message', answered)
    child.once('exit', ended)
    child.send(question)
  })
}

function outputOf(answer: ChildAnswer): unknown {
  if (answer.kind === 'done') return answer.output
  if (answer.kind === 'problem') throw new Problem(answer.code, answer.facts)
  throw new Error(`in a table worker: ${answer.stack}`)
}
