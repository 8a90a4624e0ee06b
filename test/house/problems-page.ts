// Writes docs/problems.md from the problems themselves: node test/house/problems-page.ts
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {ProblemWording} from '../../src/text/problems.ts'
import {catalogProblems} from '../../src/text/problems-catalog.ts'
import {commandProblems} from '../../src/text/problems-command.ts'
import {formatProblems} from '../../src/text/problems-format.ts'
import {ingestProblems} from '../../src/text/problems-ingest.ts'
import {planProblems} from '../../src/text/problems-plan.ts'
import {serveProblems} from '../../src/text/problems-serve.ts'
import {sourceProblems} from '../../src/text/problems-source.ts'
import {storeProblems} from '../../src/text/problems-store.ts'
import {root} from './sources.ts'

const rooms: readonly (readonly [string, Readonly<Record<string, ProblemWording>>])[] = [
  ['Plans, evidence and verdicts', planProblems],
  ['Sources', sourceProblems],
  ['Files', formatProblems],
  ['Tables', ingestProblems],
  ['Catalog and publishing', catalogProblems],
  ['Stores and sites', storeProblems],
  ['Requests', serveProblems],
  ['Command line', commandProblems],
]

/** The page that lists every problem, its HTTP status and what it says. */
export function problemsPage(): string {
  const parts = rooms.map(([room, problems]) => {
    const rows = Object.entries(problems).map(
      ([code, {status, en, 'zh-Hant': hant}]) =>
        `| \`${code}\` | ${status} | ${cell(en)} | ${cell(hant)} |`,
    )
    return `## ${room}\n\n| code | HTTP | says | 繁體 |\n|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Problems\n\nEverything that can go wrong outside our own code, with what readers are told. The words also exist in Simplified Chinese.\nThis page is written from the code by \`node test/house/problems-page.ts\`, and a test holds the two together.\n\n${parts.join('\n')}`
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(join(root, 'docs/problems.md'), problemsPage())
