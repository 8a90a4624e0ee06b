// The process in which rows are touched: one DuckDB in memory, one job at a time. Started by
// tables-duckdb.ts; it ends when its parent does.
import {mkdir, rm} from 'node:fs/promises'
import {Problem} from '../text/problem.ts'
import {type DuckdbEngine, openEngine} from './engine-duckdb.ts'
import type {ChildAnswer, ChildQuestion} from './tables-duckdb.ts'

const [scratch = '', megabytes = ''] = process.argv.slice(2)

let engine: Promise<DuckdbEngine> = open()
const open_ = engine.catch(() => {}) // a failure is answered to the first job, not thrown here
void open_

function open(): Promise<DuckdbEngine> {
  return openEngine(scratch, Number(megabytes))
}

async function answer(question: ChildQuestion): Promise<ChildAnswer> {
  try {
    if (question.kind === 'forget') {
      await (await engine).close()
      await rm(scratch, {recursive: true, force: true})
      await mkdir(scratch, {recursive: true})
      engine = open()
      return {kind: 'done', output: null}
    }
    const exports = (await import(question.module)) as Record<string, unknown>
    const job = exports[question.name]
    if (typeof job !== 'function') throw new Error(`no job ${question.name} in ${question.module}`)
    return {kind: 'done', output: await job(question.input, await engine)}
  } catch (error) {
    if (error instanceof Problem) return {kind: 'problem', code: error.code, facts: error.facts}
    return {kind: 'mistake', stack: error instanceof Error ? (error.stack ?? '') : String(error)}
  }
}

process.on('message', async (question: ChildQuestion) => {
  process.send?.(await answer(question))
})
process.on('disconnect', () => process.exit())
// Ctrl-C in a terminal reaches the whole group; the parent decides when its children end.
process.on('SIGINT', () => {})
