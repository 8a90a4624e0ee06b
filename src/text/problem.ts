import {type Facts, fill, type Language} from './language.ts'
import {type ProblemCode, problems} from './problems.ts'
import {formatProblems} from './problems-format.ts'
import {ingestProblems} from './problems-ingest.ts'

/**
 * Thrown when the world fails us: a source, a plan, a file, a query. Caught only where a journey
 * ends: refresh.ts, a command, a request. Our own mistakes are plain Errors and crash.
 */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly facts: Facts

  constructor(code: ProblemCode, facts: Facts = {}, cause?: unknown) {
    super(`${code}: ${fill(problems[code].en, facts)}`, cause === undefined ? {} : {cause})
    this.name = 'Problem'
    this.code = code
    this.facts = facts
  }

  /** HTTP status to answer with, where a request meets this problem. */
  get status(): number {
    return problems[this.code].status
  }

  /** What happened, and to what, in the reader's language. */
  in(language: Language): string {
    return fill(problems[this.code][language], this.facts)
  }
}

/** Whether a problem lies in the bytes a source served, and so is for its publisher to mend. */
export function isAboutBytes({code}: Problem): boolean {
  return code in ingestProblems || code in formatProblems
}
