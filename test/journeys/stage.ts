import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {join} from 'node:path'
import type {Dataset} from '../../src/model/dataset.ts'

/** What the source answers from now on. */
export interface Answer {
  readonly file?: string // of the case's folder
  readonly status?: number
  readonly mediaType?: string
  /** Claims this Content-Length, whatever is sent. */
  readonly length?: number
  /** Closes the connection after so many bytes. */
  readonly cutAfter?: number
}

/** A server that plays a department's: one address, one answer at a time. */
export interface Stage extends AsyncDisposable {
  readonly host: string
  play(answer: Answer | 'dead', folder: string): void
}

/** Opens the stage on a free loopback port. */
export async function openStage(): Promise<Stage> {
  let current: {answer: Answer | 'dead'; folder: string} = {answer: 'dead', folder: ''}
  const server: Server = createServer((request, response) => {
    const {answer, folder} = current
    if (answer === 'dead') {
      request.socket.destroy()
      return
    }
    const bytes = answer.file ? readFileSync(join(folder, answer.file)) : Buffer.alloc(0)
    response.writeHead(answer.status ?? 200, {
      'content-type': answer.mediaType ?? 'text/csv',
      'content-length': answer.length ?? bytes.byteLength,
    })
    if (answer.cutAfter === undefined) response.end(bytes)
    else response.write(bytes.subarray(0, answer.cutAfter), () => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    play(answer, folder) {
      current = {answer, folder}
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A dataset of one address with everything that a case need not say. */
export function datasetOf(declared: Partial<Dataset>): Dataset {
  const title = {en: 'Car parks', 'zh-Hant': '停車場', 'zh-Hans': '停车场'}
  return {
    id: 'test-car-parks',
    commitment: 'D1',
    title,
    shortTitle: title,
    description: title,
    origin: {},
    publisher: 'test',
    theme: ['transport'],
    contactPoint: 'office',
    source: {connector: 'http', format: 'csv', url: 'http://{stage}/data.csv', sample: true},
    release: {kind: 'full', calendar: 'month', periodFrom: {from: 'delivery'}},
    dialect: {},
    tableSchema: {fields: []},
    picture: {kind: 'register'},
    ...declared,
  }
}
