import type {World} from '../store/world.ts'
import type {Language} from '../text/language.ts'
import {Problem} from '../text/problem.ts'
import type {ProblemCode} from '../text/problems.ts'
import {commands} from './commands.ts'
import {explainCommand} from './help.ts'
import {migrations} from './migrations.ts'
import {languageOf, type Parsed, parseCommandLine} from './parse.ts'
import type {Answer, Asked, Surroundings, WithWorld} from './shape.ts'
import {startStandIn} from './stand-in.ts'

/** Exit statuses, as docs/command-line.md lists them. */
const exit = {done: 0, no: 1, usage: 2, world: 3, inUse: 4, mistake: 70} as const

/**
 * Runs one command line.
 * @returns the exit status: 0 done; 1 the answer is no; 2 the command line is wrong; 3 the world
 *   failed; 4 another process holds the data folder; 70 our own mistake
 */
export async function runCommandLine(
  line: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const json = line.includes('--json')
  let language: Language = 'en'
  try {
    const parsed = parseCommandLine(line, commands)
    language = languageOf(parsed.values.lang)
    const answer = parsed.values.help
      ? explainCommand(parsed.command)
      : await runParsed(parsed, language, surroundings)
    surroundings.out(json ? `${JSON.stringify(answer.value, null, 1)}\n` : withEnd(answer.text))
    return answer.status ?? exit.done
  } catch (error) {
    const problem = error instanceof Error && settingProblem(error)
    if (!problem) {
      surroundings.error(`${(error as Error).stack ?? error}\n`)
      return exit.mistake
    }
    const {code, facts} = problem
    const detail = problem.in(language)
    if (json) surroundings.out(`${JSON.stringify({problem: {code, detail, facts}}, null, 1)}\n`)
    else surroundings.error(`kept: ${detail}\n`)
    return statusOf(problem)
  }
}

const withEnd = (text: string) => (text === '' || text.endsWith('\n') ? text : `${text}\n`)

function settingProblem(error: Error): Problem | null {
  if (error instanceof Problem) return error
  return error.name === 'ConfigMistake' ? new Problem('setting-wrong', {why: error.message}) : null
}

/** Problems of what the person named, whatever status the web would give them. */
const named: readonly ProblemCode[] = [
  'dataset-unknown',
  'commitment-unknown',
  'obligation-unknown',
  'version-unknown',
  'subject-unknown',
  'folder-not-empty',
  'evidence-unsigned',
  'evidence-stands-too-long',
]

function statusOf({code, status}: Problem): number {
  if (code === 'data-folder-in-use') return exit.inUse
  return status === 400 || named.includes(code) ? exit.usage : exit.world
}

async function runParsed(
  {command, values, operands}: Parsed,
  language: Language,
  surroundings: Surroundings,
): Promise<Answer> {
  const settings = surroundings.settle(flagsOf(values))
  const json = values.json === true
  // With --json, standard output is the document alone.
  const say = (text: string) =>
    json ? surroundings.error(withEnd(text)) : surroundings.out(withEnd(text))
  const {terminal, stopped} = surroundings
  const asked: Asked = {
    ...{values, operands, settings, language, json, terminal, stopped, say},
    update: text => {
      if (terminal && !json) surroundings.out(`\r\u001b[2K${text}`)
    },
  }
  const {run} = command
  return run.needs === 'nothing'
    ? run.do(asked)
    : inWorld(run, asked, command.name === 'serve', surroundings)
}

function flagsOf(values: Parsed['values']): {[name: string]: string | undefined} {
  const text = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  return {site: text('site'), data: text('data'), port: text('port'), host: text('host')}
}

async function inWorld(
  run: WithWorld,
  asked: Asked,
  log: boolean,
  surroundings: Surroundings,
): Promise<Answer> {
  const {settings} = asked
  const site = await surroundings.openSite(settings.site)
  const exclusive = run.needs === 'work'
  const world = await surroundings.openWorld(settings, {site, migrations, exclusive, log})
  let standIn: ReturnType<typeof startStandIn> | null = null
  const sources = async (): Promise<World> => {
    if (site.standIn === null) return world
    standIn ??= startStandIn(site)
    const {variables} = await standIn
    return {...world, site: await surroundings.openSite(settings.site, variables)}
  }
  try {
    return await run.do({...asked, world, sources})
  } finally {
    // It may still be starting; one that failed to has nothing to stop.
    await (standIn as ReturnType<typeof startStandIn> | null)
      ?.then(one => one.stop())
      .catch(() => {})
    await world.close()
  }
}
