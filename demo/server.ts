import {createReadStream} from 'node:fs'
import {readFile} from 'node:fs/promises'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {pipeline} from 'node:stream/promises'
import type {StandInReady} from '../src/model/site.ts'
import {htmlPage} from './encode.ts'
import {indexPage} from './index-page.ts'
import {type Misbehaviour, misbehaving} from './misbehave.ts'
import type {Offer} from './offer.ts'
import {type Answer, type Pages, type Prepared, prepare} from './prepare.ts'

export interface StandInOptions {
  readonly offers: readonly Offer[]
  /** 0 or absent: a free one. */
  readonly port?: number
  /** Where the shelf, the ledger and what is served are written; made if it is not there. */
  readonly folder: string
  /** By path. Looked up at each request, so that a test may change it between two looks. */
  readonly misbehave?: ReadonlyMap<string, Misbehaviour>
}

/** A stand-in that runs. */
export interface StandIn {
  readonly ready: StandInReady
  close(): Promise<void>
}

/** Plays the departments' servers, on the loopback interface only. */
export async function startStandIn({offers, folder, ...rest}: StandInOptions): Promise<StandIn> {
  return serveStandIn(await prepare(offers, folder), rest)
}

/** The same from offers that were prepared before. */
export async function serveStandIn(
  prepared: Prepared,
  options: Pick<StandInOptions, 'port' | 'misbehave'>,
): Promise<StandIn> {
  const answers = new Map(prepared.answers.map(answer => [answer.path, answer]))
  const lists = new Map(prepared.pages.map(pages => [pages.path, pages]))
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    const {pathname} = new URL(path, 'http://stand-in')
    const misbehaviour = options.misbehave?.get(pathname)
    const answer = answers.get(path) ?? answers.get(pathname)
    const list = lists.get(pathname)
    const answering = misbehaviour
      ? misbehaving(misbehaviour, answer ?? null, response)
      : answer
        ? sendAnswer(answer, request, response)
        : list
          ? sendPage(list, request, response)
          : sendNothing(pathname, prepared, response)
    answering.catch(() => response.destroy()) // the reader went away
  })
  const origin = await listen(server, options.port ?? 0)
  return {
    ready: {
      variables: {demo: origin, shelf: prepared.shelf, ledger: prepared.ledger},
      at: new Date().toISOString(),
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

async function sendAnswer(
  answer: Answer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('etag', answer.etag)
  if (answer.lastModified)
    response.setHeader('last-modified', new Date(answer.lastModified).toUTCString())
  if (unchanged(answer, request)) {
    response.writeHead(304).end()
    return
  }
  response.writeHead(200, {'content-type': answer.mediaType, 'content-length': answer.byteSize})
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  await pipeline(createReadStream(answer.file), response)
}

/** RFC 9110, 13.2.2: If-None-Match is heeded first, and If-Modified-Since only without it. */
function unchanged({etag, lastModified}: Answer, {headers}: IncomingMessage): boolean {
  const match = headers['if-none-match']
  if (match !== undefined) return match.split(',').some(tag => tag.trim() === etag)
  const since = headers['if-modified-since']
  return since !== undefined && lastModified !== null && toSecond(lastModified) <= Date.parse(since)
}

function toSecond(instant: string): number {
  return Math.floor(Date.parse(instant) / 1000) * 1000
}

async function sendPage(
  {path, files}: Pages,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const origin = `http://${request.headers.host}`
  const token = new URL(request.url ?? '/', origin).searchParams.get('$skiptoken') ?? '0'
  const page = /^\d{1,6}$/.test(token) ? Number(token) : -1
  const file = files[page]
  if (file === undefined) {
    send(response, 400, 'application/json', '{"error":{"code":"BadSkipToken"}}')
    return
  }
  const next =
    page + 1 < files.length
      ? `,"@odata.nextLink":${JSON.stringify(`${origin}${path}?$skiptoken=${page + 1}`)}`
      : ''
  const context = JSON.stringify(`${origin}${path}$metadata`)
  const rows = await readFile(file, 'utf8')
  send(
    response,
    200,
    'application/json; odata.metadata=minimal; charset=utf-8',
    `{"@odata.context":${context},"value":${rows}${next}}`,
  )
}

async function sendNothing(
  path: string,
  prepared: Prepared,
  response: ServerResponse,
): Promise<void> {
  if (path === '/') {
    send(response, 200, 'text/html; charset=utf-8', indexPage(prepared))
    return
  }
  // The server of the ITF answers so for a year that it has no list of.
  const status = /^\/itf\/annuallist_.*\.csv$/.test(path) ? 200 : 404
  const page = htmlPage('Page not found (stand-in)', 'There is no such file on this server.')
  send(response, status, 'text/html; charset=utf-8', page)
}

function send(
  response: ServerResponse,
  status: number,
  mediaType: string,
  body: string | Uint8Array,
): void {
  response.writeHead(status, {
    'content-type': mediaType,
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}
