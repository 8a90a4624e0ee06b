import {datasetOf} from '../catalog/catalog.ts'
import type {Outcome} from '../model/outcome.ts'
import {type Refreshed, refreshAll} from '../schedule/schedule.ts'
import type {World} from '../store/world.ts'
import type {Language} from '../text/language.ts'
import {mend} from './mend.ts'
import {counted} from './print.ts'
import type {Asked, Command} from './shape.ts'

/** kept refresh [ID…] */
export const refreshCommand: Command = {
  name: 'refresh',
  summary: 'Fetches datasets from their sources now, and publishes what is new and good.',
  operands: '[ID…]',
  details: [
    'Without ids every dataset that has a source is refreshed, several at a time. A dataset may be named by its id or by its commitment, as D5.',
    'What comes is checked against its schema and the version before. What is wrong is rejected and what is surprising is held for a person; in both cases readers keep the version they have.',
    'The answer is no (exit status 1) if anything was held or rejected or could not be fetched.',
  ],
  options: {},
  run: {
    needs: 'work',
    async do(asked) {
      const {world, operands, language, sources} = asked
      await mend(asked)
      const ids = operands.map(id => datasetOf(id, world).id)
      const done = await refreshShowing(ids.length > 0 ? ids : null, await sources(), asked)
      const bad = done.filter(({outcomes}) => !outcomes.every(isGood))
      return {
        text: `${counted(done.length, 'dataset')} refreshed; ${bad.length} held, rejected or failed.`,
        value: {refreshed: done.map(one => refreshedValue(one, language))},
        status: bad.length > 0 ? 1 : 0,
      }
    },
  },
}

/** Refreshes while showing how far it has come: one line rewritten, or one line a dataset. */
export async function refreshShowing(
  ids: readonly string[] | null,
  world: World,
  {terminal, json, update, say, language, stopped}: Asked,
): Promise<readonly Refreshed[]> {
  const total = ids?.length ?? world.site.datasets.filter(({source}) => source !== null).length
  let count = 0
  // Looks under way are finished: one that is cut off would be recorded as if its source had failed.
  const stopping = new AbortController()
  void stopped.then(() => stopping.abort())
  const done = await refreshAll(world, {
    ...(ids ? {ids} : {}),
    signal: stopping.signal,
    onDone: refreshed => {
      count += 1
      const line = `[${count}/${total}] ${lineOf(refreshed, language)}`
      const rewritten = terminal && !json && refreshed.outcomes.every(isGood)
      if (rewritten) update(line)
      else {
        update('')
        say(line)
      }
    },
  })
  update('')
  return done
}

const isGood = ({kind}: Outcome) => kind === 'published' || kind === 'unchanged'

function lineOf({dataset, outcomes}: Refreshed, language: Language): string {
  const counts = new Map<string, number>()
  for (const {kind} of outcomes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const told = [...counts].map(([kind, count]) => (count > 1 ? `${kind} ×${count}` : kind))
  const why = outcomes
    .flatMap(outcome => ('problem' in outcome && outcome.problem ? [outcome.problem] : []))
    .map(problem => problem.in(language))
  return [`${dataset.commitment} ${dataset.id}: ${told.join(', ')}`, ...new Set(why)].join(' – ')
}

function refreshedValue({dataset, outcomes}: Refreshed, language: Language) {
  return {
    dataset: dataset.id,
    commitment: dataset.commitment,
    outcomes: outcomes.map(outcome => ({
      kind: outcome.kind,
      version: 'version' in outcome ? outcome.version.version : null,
      rows: 'version' in outcome ? outcome.version.rows : null,
      report: 'report' in outcome ? outcome.report : null,
      problem:
        'problem' in outcome && outcome.problem
          ? {code: outcome.problem.code, detail: outcome.problem.in(language)}
          : null,
    })),
  }
}
