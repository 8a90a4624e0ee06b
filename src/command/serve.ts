import {readFile} from 'node:fs/promises'
import {resolve} from 'node:path'
import {latestVersions, outcomesOf} from '../catalog/catalog.ts'
import {localDate} from '../model/time.ts'
import {importPlan} from '../plan/plan.ts'
import {dueTimes} from '../schedule/jobs.ts'
import {startSchedule} from '../schedule/schedule.ts'
import {holidaysProblem} from '../score/calendar.ts'
import {serve} from '../serve/serve.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {mend} from './mend.ts'
import {counted} from './print.ts'
import {refreshShowing} from './refresh.ts'
import type {Command, InWorld} from './shape.ts'

/** kept serve */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Runs everything: plan, sources, portal and API, until it is told to stop.',
  operands: '',
  details: [
    "At its first start it imports the site's plan, looks at every source once and publishes what is good; then it prints that it is ready, and goes on looking at the sources as they fall due. Later starts are ready at once with what is stored.",
    'SIGTERM and SIGINT (Ctrl-C) stop it cleanly. A second process on the same data folder refuses, naming the first (exit status 4).',
    'Where the site has a stand-in for its sources, that is started too, and everything that rests on it is marked as simulated.',
  ],
  options: {
    port: {
      value: 'PORT',
      help: 'The port to answer on; 0 takes a free one. Default: PORT, else 8080.',
    },
    host: {
      value: 'HOST',
      help: 'The address to answer on. Default: 127.0.0.1, this machine alone.',
    },
  },
  run: {
    needs: 'work',
    async do(asked) {
      const {world, settings, say, json} = asked
      await mend(asked)
      warnOfHolidays(asked)

      let ready = false
      // Before anything else, so that whoever watches us sees 503 and not a refused connection.
      const server = await serve(world, {ready: () => ready}, settings)
      try {
        const schedule = await start(asked, () => {
          ready = true
          say(json ? JSON.stringify({ready: server.url}) : `Kept is ready: ${server.url}`)
        })
        await asked.stopped
        await schedule?.stop()
      } finally {
        await server.close()
      }
      return {text: 'Stopped.', value: {stopped: server.url}}
    },
  },
}

/**
 * From an open port to a running schedule. What was stored before is ready before the sources are.
 * @returns null if we were told to stop meanwhile
 */
async function start(
  asked: InWorld,
  onReady: () => void,
): Promise<ReturnType<typeof startSchedule> | null> {
  const {world, say, sources} = asked
  await importOwnPlan(world, say)
  const fresh = await freshDatasets(world)
  if (fresh.length > 0) {
    let stopping = false
    void asked.stopped.then(() => {
      stopping = true
    })
    await refreshShowing(fresh, await sources(), asked)
    if (stopping) return null
  }
  const shown = await latestVersions(world)
  const outcomes = [...(await outcomesOf(world))].filter(([id]) => shown.has(id))
  const good = outcomes.filter(([, {kind}]) => kind === 'published' || kind === 'unchanged').length
  say(`${good} of ${counted(world.site.datasets.length, 'dataset')} published and up to date.`)
  onReady()
  return startSchedule(await sources())
}

/** Never looked at, or at by a process that died on the way: the oldest of its issues may be its latest. */
async function freshDatasets(world: World): Promise<readonly string[]> {
  const seen = await outcomesOf(world)
  const due = await dueTimes(world)
  return world.site.datasets
    .filter(({id, source}) => source !== null && (!seen.has(id) || due.get(id) === ''))
    .map(({id}) => id)
}

/** The same bytes again change nothing, so this is safe at every start. */
async function importOwnPlan(world: World, say: InWorld['say']): Promise<void> {
  const {plan: file, folder} = world.site
  if (file === null) return
  const path = resolve(folder, file)
  const bytes = await readFile(path).catch(error => {
    throw new Problem('file-not-readable', {file: path, code: error.code ?? 'unknown'}, error)
  })
  const {edition, unchanged, notPlaced} = await importPlan({file, bytes}, {dryRun: false}, world)
  if (unchanged) return
  const left = notPlaced.length > 0 ? `; ${counted(notPlaced.length, 'line')} not placed` : ''
  say(`Plan ${edition.id}: ${counted(edition.commitments.length, 'commitment')}${left}.`)
}

/** Due dates beyond the known holidays may be a day off; a year is time enough to enter more. */
function warnOfHolidays({world, say}: InWorld): void {
  const {holidays, timeZone} = world.site
  const problem = holidaysProblem(holidays, localDate(world.now(), timeZone))
  if (problem) say(problem.in('en'))
}
