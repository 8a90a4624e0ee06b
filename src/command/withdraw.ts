import {datasetOf, versionsOf} from '../catalog/catalog.ts'
import {recordWithdrawal} from '../catalog/record.ts'
import {record} from '../evidence/evidence.ts'
import type {Dataset} from '../model/dataset.ts'
import type {Version} from '../model/version.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {renewSeries, withJob} from './job.ts'
import {counted} from './print.ts'
import type {Command} from './shape.ts'
import {signature, signedBy, simulatedOf} from './sign.ts'

/** kept withdraw ID [VERSION] */
export const withdraw: Command = {
  name: 'withdraw',
  summary: 'Takes a version, or a whole dataset, out of the catalog, publicly.',
  operands: 'ID [VERSION]',
  details: [
    'A tombstone stays with the date, the reason and who decided; its addresses answer 410 with that. Stored bytes are kept.',
    'Without a version the whole dataset is withdrawn, and its obligations that fall due from then on are withdrawn with it.',
  ],
  options: signature,
  run: {
    needs: 'records',
    async do(asked) {
      const {world, operands} = asked
      const [id = '', version = null] = operands
      const dataset = datasetOf(id, world)
      const standing = await standingOf(dataset, version, world)
      const evidence = await record(
        {
          type: 'withdrawal',
          dataset: dataset.id,
          version,
          at: world.now(),
          simulated: simulatedOf(world),
          ...signedBy(asked),
        },
        world,
      )
      await withJob(dataset, world, async worker => {
        for (const one of standing) await recordWithdrawal(one, evidence, world)
        await renewSeries(dataset, worker, world)
      })
      return {
        text: `${counted(standing.length, 'version')} of ${dataset.id} withdrawn. Recorded as ${evidence.id}.`,
        value: {evidence, versions: standing.map(one => one.version)},
      }
    },
  },
}

async function standingOf(
  {id}: Dataset,
  version: string | null,
  world: World,
): Promise<readonly Version[]> {
  const all = await versionsOf(id, world)
  const named = version === null ? all : all.filter(one => one.version === version)
  if (version !== null && named.length === 0) throw new Problem('version-unknown', {id, version})
  const standing = named.filter(({withdrawn}) => !withdrawn)
  if (standing.length === 0 && named.length > 0) throw new Problem('already-withdrawn', {id})
  return standing
}
