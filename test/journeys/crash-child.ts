// Brings one dataset up to date in a data folder, and is killed by its own hand at the n-th write:
// node crash-child.ts FOLDER STAGE-HOST N. Prints "done" where n was never reached.
import {migrations} from '../../src/command/migrations.ts'
import type {Config} from '../../src/config.ts'
import {open} from '../../src/open.ts'
import {refresh} from '../../src/refresh.ts'
import type {Objects} from '../../src/store/objects.ts'
import type {Records} from '../../src/store/records.ts'
import type {World} from '../../src/store/world.ts'
import {emptySite} from '../world.ts'
import {datasetOf} from './stage.ts'
import {threeFields} from './three-fields.ts'

const [folder = '', stage = '', killAt = ''] = process.argv.slice(2)
const config: Config = {site: '', data: folder, port: 0, host: '127.0.0.1', workers: 1}
const dataset = datasetOf({tableSchema: threeFields})
const site = {
  ...emptySite,
  datasets: [dataset],
  variables: {stage},
  allowedHosts: [stage],
}

let writes = 0

/** Counts a write; before the chosen one, so right after the one before it, the process dies. */
async function step<Out>(write: () => Promise<Out>): Promise<Out> {
  writes += 1
  if (writes === Number(killAt)) process.kill(process.pid, 'SIGKILL')
  return write()
}

function dangerousObjects(objects: Objects): Objects {
  return {
    ...objects,
    put: (key, bytes) => step(() => objects.put(key, bytes)),
    putFile: (key, path) => step(() => objects.putFile(key, path)),
  }
}

function dangerousRecords(records: Records): Records {
  return {...records, transaction: work => step(() => records.transaction(work))}
}

const opened = await open(config, {migrations, exclusive: true, site})
const world: World = {
  ...opened,
  objects: dangerousObjects(opened.objects),
  records: dangerousRecords(opened.records),
}
const [outcome] = await refresh(dataset, world)
await opened.close()
process.stdout.write(`done ${outcome?.kind} ${writes}\n`)
