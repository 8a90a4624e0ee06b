import {createServer, type IncomingMessage, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {evidenceAbout} from '../../src/evidence/evidence.ts'
import {evidenceMigrations} from '../../src/evidence/tables.ts'
import type {Dataset, Source} from '../../src/model/dataset.ts'
import type {Check} from '../../src/model/evidence.ts'
import type {Resolve} from '../../src/source/guard.ts'
import {
  issuesOf,
  type Look,
  type LookOptions,
  lookAt,
  sourceMigrations,
} from '../../src/source/source.ts'
import {type TestWorld, type TestWorldOptions, testWorld} from '../world.ts'

/** A world that can look at sources. */
export function lookingWorld(options: TestWorldOptions = {}): Promise<TestWorld> {
  return testWorld({...options, migrations: [...evidenceMigrations, ...sourceMigrations]})
}

/** A dataset of which only its source and its release matter. */
export function datasetOf(source: Partial<Source>, rest: Partial<Dataset> = {}): Dataset {
  const text = {en: 'Test', 'zh-Hant': '測試', 'zh-Hans': '测试'}
  return {
    id: 'test-source',
    commitment: 'D1',
    title: text,
    shortTitle: text,
    description: text,
    origin: {},
    publisher: 'test',
    theme: ['test'],
    contactPoint: 'test',
    source: {
      connector: 'http',
      format: 'csv',
      url: 'http://unset.invalid/',
      sample: true,
      ...source,
    },
    release: {kind: 'full', calendar: 'month', periodFrom: {from: 'delivery'}},
    dialect: {},
    tableSchema: {fields: []},
    picture: {kind: 'list'},
    ...rest,
  }
}

/** Looks once at everything that the dataset declares. */
export function look(dataset: Dataset, world: TestWorld, options?: LookOptions): Promise<Look> {
  return lookAt(dataset, issuesOf(dataset, world), world, options)
}

/** The bytes of the only part of the only snapshot, as text. */
export async function contentOf({snapshots}: Look, world: TestWorld): Promise<string> {
  const chunks: Uint8Array[] = []
  for (const {snapshot} of snapshots)
    for (const part of snapshot.parts)
      for await (const chunk of world.objects.get(part.key)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Everything of a look that readers may come to see. */
export function toldBy({check, problem, snapshots}: Look): string {
  return JSON.stringify([check, problem, snapshots.map(({snapshot}) => snapshot)])
}

/** Every check that was recorded of the dataset, newest first. */
export async function checksOf(world: TestWorld): Promise<readonly Check[]> {
  return (await evidenceAbout('test-source', {types: ['check']}, world)) as readonly Check[]
}

export interface Listening extends AsyncDisposable {
  readonly origin: string
  readonly host: string
  /** Everything that was asked, in order. */
  readonly asked: readonly IncomingMessage[]
  /** How many sockets were opened, asked over or not. */
  connections(): number
}

/** A server on the loopback interface that answers as the test says. */
export async function listening(answer: HttpAnswer): Promise<Listening> {
  const asked: IncomingMessage[] = []
  let connections = 0
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    asked,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}

export type HttpAnswer = (request: IncomingMessage, response: ServerResponse) => void

/** One look at `/x.csv` of a server of its own that answers so. */
export async function lookedAt(
  answer: HttpAnswer,
  source: Partial<Source> = {},
  options?: LookOptions,
) {
  await using server = await listening(answer)
  await using world = await lookingWorld({site: {allowedHosts: [server.host]}})
  const seen = await look(datasetOf({url: `${server.origin}/x.csv`, ...source}), world, options)
  const checks = await checksOf(world)
  return {...seen, checks, content: await contentOf(seen, world), asked: server.asked}
}

/** The code of what was wrong; undefined where nothing was. */
export async function codeOf(answer: HttpAnswer, source?: Partial<Source>, options?: LookOptions) {
  return (await lookedAt(answer, source, options)).problem?.code
}

/** A resolver that gives these answers, one after another, the last for ever. */
export function resolving(...answers: readonly (readonly string[])[]): Resolve & {asked: number} {
  const resolve: Resolve = (_host, _options, callback) => {
    const addresses = answers[Math.min(resolver.asked, answers.length - 1)]!
    resolver.asked += 1
    callback(
      null,
      addresses.map(address => ({address, family: address.includes(':') ? 6 : 4})),
    )
  }
  const resolver = Object.assign(resolve, {asked: 0})
  return resolver
}
