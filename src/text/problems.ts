import type {Wording} from './language.ts'
import {catalogProblems} from './problems-catalog.ts'
import {commandProblems} from './problems-command.ts'
import {formatProblems} from './problems-format.ts'
import {ingestProblems} from './problems-ingest.ts'
import {planProblems} from './problems-plan.ts'
import {serveProblems} from './problems-serve.ts'
import {sourceProblems} from './problems-source.ts'
import {storeProblems} from './problems-store.ts'

/** A problem's HTTP status, and what it says in every language we ship. */
export type ProblemWording = Wording & {readonly status: number}

/** Everything that can go wrong outside our own code. A missing translation does not compile. */
export const problems = {
  ...planProblems,
  ...sourceProblems,
  ...formatProblems,
  ...ingestProblems,
  ...catalogProblems,
  ...storeProblems,
  ...serveProblems,
  ...commandProblems,
} as const

export type ProblemCode = keyof typeof problems
