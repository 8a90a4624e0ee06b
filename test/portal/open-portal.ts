import {mkdir, readFile, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import {migrations} from '../../src/command/migrations.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Site} from '../../src/model/site.ts'
import {importPlan} from '../../src/plan/plan.ts'
import {refresh} from '../../src/refresh.ts'
import {serve} from '../../src/serve/serve.ts'
import {readSite} from '../../src/store/site-folder.ts'
import {type TestWorld, testWorld} from '../world.ts'

/** What somebody would write who wants to be more than text. */
export const hostile = `</title><script>window.hacked=1</script>"'><img src=x onerror=window.hacked=1>`

/** Datasets of the example site: one published twice, one rejected, one unreachable. */
export const published = 'hk-itc-itf-cumulative-approved-projects'
/** A table of two dimensions with cells that hold nothing, as it was really published. */
export const crossed = 'hk-itc-itf-cumulative-by-technology-area'
export const rejected = 'hk-itc-itf-annual-approved-projects'
export const failed = 'hk-itc-hkas-cab-hkias'

/** What the rejected file holds in a cell; no page may show it. */
export const unpublishedCell = 'Unpublished secret of a rejected file'

/** The portal on a free loopback port, over the example site's plan and all its datasets. */
export interface OpenPortal extends AsyncDisposable {
  readonly url: string
  readonly world: TestWorld
}

/** Opens it: the real plan, and a shelf with files as hostile as files can be. */
export async function openPortal(): Promise<OpenPortal> {
  const site = await readSite(join(import.meta.dirname, '../../sites/hk-itc'))
  const world = await testWorld({site: hostileSite(site), migrations})
  const shelf = join(world.folder, 'shelf')
  Object.assign(world.site.variables, {shelf})
  await fill(shelf)
  const bytes = await readFile(join(site.folder, site.plan!))
  await importPlan({file: site.plan!, bytes}, {dryRun: false}, world)
  for (const id of [published, crossed, rejected, failed]) {
    await refresh(world.site.datasets.find(dataset => dataset.id === id)!, world)
  }
  const server = await serve(world, {ready: () => true}, {port: 0, host: '127.0.0.1'})
  return {
    url: server.url,
    world,
    async [Symbol.asyncDispose]() {
      await server.close()
      await world[Symbol.asyncDispose]()
    },
  }
}

async function fill(shelf: string): Promise<void> {
  await mkdir(shelf, {recursive: true})
  const heading = 'Programme,Approved Projects,Funds Approved\n'
  const quoted = `"${hostile.replaceAll('"', '""')}"`
  await writeFile(
    join(shelf, '2016-11-30.csv'),
    `${heading}Innovation and Technology Support Programme,2279,"9,482.4"\n=HYPERLINK(1),2,3.5\n`,
  )
  await writeFile(
    join(shelf, '2016-12-31.csv'),
    `${heading}Innovation and Technology Support Programme,2300,"9,500.0"\n${quoted},1,2.5\n`,
  )
  await writeFile(join(shelf, 'rejected.csv'), `Something else\n${unpublishedCell}\n`)
}

const real = join(import.meta.dirname, '../../demo/real/itf')

function hostileSite(site: Site): Site {
  return {
    ...site,
    variables: {...site.variables},
    datasets: site.datasets.map(dataset => {
      if (dataset.id === published)
        return {
          ...hostileDataset(dataset),
          source: folder('{shelf}/{YYYY}-{MM}-{DD}.csv', ['2016-11-30', '2016-12-31']),
        }
      if (dataset.id === crossed) {
        return {
          ...dataset,
          source: folder(join(real, 'technology_areas_{YYYY}{MM}{DD}.csv'), ['2025-09-30']),
        }
      }
      if (dataset.id === rejected) return {...dataset, source: folder('{shelf}/rejected.csv', [])}
      if (dataset.id === failed) return {...dataset, source: folder('{shelf}/absent.csv', [])}
      return dataset
    }),
  }
}

function folder(url: string, issues: readonly string[]): Dataset['source'] {
  return {
    connector: 'folder',
    format: 'csv',
    url,
    sample: true,
    ...(issues.length > 0 ? {issues: issues.map(id => ({id}))} : {}),
  }
}

/** Every text that a site can write, as hostile as it can be. */
function hostileDataset(dataset: Dataset): Dataset {
  const text = {en: hostile, 'zh-Hant': hostile, 'zh-Hans': hostile}
  const [first, ...rest] = dataset.tableSchema.fields
  return {
    ...dataset,
    title: text,
    shortTitle: text,
    description: text,
    footnotes: [{mark: hostile, text}],
    breaks: [{at: '2016-12-31', note: text}],
    totals: {field: 'Programme', values: ['Total:'], beyond: text},
    promised: [{text: hostile, fields: []}],
    tableSchema: {
      ...dataset.tableSchema,
      fields: [{...first!, title: text, description: text, unit: text}, ...rest],
    },
  }
}
