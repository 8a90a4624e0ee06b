import {readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {migrations} from '../../src/command/migrations.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import {importPlan} from '../../src/plan/plan.ts'
import {refresh} from '../../src/refresh.ts'
import {serve} from '../../src/serve/serve.ts'
import {readSite} from '../../src/store/site-folder.ts'
import {type TestWorld, testWorld} from '../world.ts'

const site = await readSite(join(import.meta.dirname, '../../sites/hk-itc'))
const plan = readFileSync(join(site.folder, site.plan!))

/** The register of D2, kept in a file that the test writes. */
export const laboratories: Dataset = {
  id: 'test-laboratories',
  commitment: 'D2',
  title: {
    'zh-Hant': '香港實驗所認可計劃 (HOKLAS) 獲認可實驗所名錄',
    'zh-Hans': '香港实验所认可计划 (HOKLAS) 获认可实验所名录',
    en: 'Directory of accredited laboratories (HOKLAS)',
  },
  shortTitle: {'zh-Hant': '獲認可實驗所', 'zh-Hans': '获认可实验所', en: 'Accredited laboratories'},
  description: {en: 'Laboratories.', 'zh-Hant': '實驗所。', 'zh-Hans': '实验所。'},
  origin: {},
  publisher: 'hk-itc',
  theme: ['commerce-and-industry'],
  contactPoint: site.contactPoints[0]!.id,
  source: {connector: 'folder', format: 'csv', url: 'laboratories.csv', sample: true},
  release: {kind: 'full', calendar: 'month', periodFrom: {from: 'delivery'}},
  dialect: {},
  tableSchema: {
    fields: [
      {name: 'No', type: 'integer', title: {en: 'No', 'zh-Hant': '編號', 'zh-Hans': '编号'}},
      {
        name: 'Name',
        type: 'string',
        title: {en: 'Name', 'zh-Hant': '名稱', 'zh-Hans': '名称'},
        constraints: {required: true},
      },
    ],
    primaryKey: ['No'],
  },
  picture: {kind: 'register'},
}

/** Promised, and without a source yet. */
export const unsourced: Dataset = {
  ...laboratories,
  id: 'test-bodies',
  commitment: 'D3',
  title: {'zh-Hant': '認證機構名錄', 'zh-Hans': '认证机构名录', en: 'Certification bodies'},
  source: null,
}

/** A world that answers on a port of its own. */
export interface Stage extends AsyncDisposable {
  readonly world: TestWorld
  readonly url: string
  setReady(ready: boolean): void
  /** Writes the source's file and has us look at it at that time. */
  deliver(csv: string, now: string): Promise<void>
  get(path: string, headers?: {readonly [name: string]: string}): Promise<Response>
  json(path: string): Promise<ReturnType<typeof JSON.parse>>
}

/** Opens a site of two datasets with the real plan; nothing is delivered yet. */
export async function openStage(): Promise<Stage> {
  const world = await testWorld({migrations, now: '2026-10-05T02:00:00.000Z'})
  Object.assign(world, {
    site: {...site, folder: world.folder, standIn: null, datasets: [laboratories, unsourced]},
  })
  await importPlan({file: 'plan.txt', bytes: plan}, {dryRun: false}, world)
  let ready = true
  const server = await serve(world, {ready: () => ready}, {port: 0, host: '127.0.0.1'})
  const get = (path: string, headers: {readonly [name: string]: string} = {}) =>
    fetch(`${server.url}${path}`, {headers: {'accept-language': 'en', ...headers}})
  return {
    world,
    url: server.url,
    get,
    json: async path => (await get(path)).json(),
    setReady(next) {
      ready = next
    },
    async deliver(csv, now) {
      writeFileSync(join(world.folder, 'laboratories.csv'), csv)
      world.setNow(now)
      await refresh(laboratories, world)
    },
    async [Symbol.asyncDispose]() {
      await server.close()
      await world[Symbol.asyncDispose]()
    },
  }
}
