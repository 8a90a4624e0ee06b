import {readFile} from 'node:fs/promises'
import type {ServerResponse} from 'node:http'
import {setTimeout as pause} from 'node:timers/promises'
import {htmlPage} from './encode.ts'
import type {Answer} from './prepare.ts'

/** What servers have been seen to do instead of answering. */
export type Misbehaviour =
  | 'html-200' // a page for people where data is expected
  | 'empty-200'
  | 'truncated' // half of what Content-Length says, then gone
  | '404'
  | '500'
  | 'slow' // one byte a second
  | 'endless'
  | 'redirect-loop'
  | 'redirect-private' // to an address inside

const types = {html: 'text/html; charset=utf-8', csv: 'text/csv'}

/** Answers as badly as told. */
export async function misbehaving(
  how: Misbehaviour,
  answer: Answer | null,
  response: ServerResponse,
): Promise<void> {
  const mediaType = answer?.mediaType ?? types.csv
  const bytes = answer ? await readFile(answer.file) : Buffer.from('a,b\r\n1,2\r\n')
  switch (how) {
    case 'html-200':
      return end(response, 200, types.html, htmlPage('Service notice', 'Please come back later.'))
    case 'empty-200':
      return end(response, 200, mediaType, '')
    case '404':
      return end(response, 404, types.html, htmlPage('Not found', 'There is no such file.'))
    case '500':
      return end(response, 500, types.html, htmlPage('Error', 'Something went wrong.'))
    case 'redirect-loop':
      return redirect(response, response.req.url ?? '/')
    case 'redirect-private':
      return redirect(response, 'http://169.254.169.254/latest/meta-data/')
    case 'truncated':
      response.writeHead(200, {'content-type': mediaType, 'content-length': bytes.byteLength})
      response.write(bytes.subarray(0, Math.ceil(bytes.byteLength / 2)), () => response.destroy())
      return
    case 'slow':
      return trickle(response, mediaType, bytes, 1000)
    case 'endless':
      return flood(response, mediaType, bytes)
  }
}

function end(
  response: ServerResponse,
  status: number,
  mediaType: string,
  body: string | Uint8Array,
): void {
  response.writeHead(status, {'content-type': mediaType})
  response.end(body)
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, {location}).end()
}

async function trickle(
  response: ServerResponse,
  mediaType: string,
  bytes: Uint8Array,
  milliseconds: number,
): Promise<void> {
  response.writeHead(200, {'content-type': mediaType})
  for (const byte of bytes) {
    if (response.destroyed) return
    response.write(Uint8Array.of(byte))
    await pause(milliseconds, undefined, {ref: false})
  }
  response.end()
}

async function flood(
  response: ServerResponse,
  mediaType: string,
  bytes: Uint8Array,
): Promise<void> {
  response.writeHead(200, {'content-type': mediaType})
  const wave = Buffer.concat(Array(Math.ceil(65_536 / Math.max(bytes.byteLength, 1))).fill(bytes))
  while (!response.destroyed) {
    if (!response.write(wave)) await drainedOrClosed(response)
  }
}

/** Waits until more can be written, or nobody reads any longer. */
function drainedOrClosed(response: ServerResponse): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      response.off('drain', done).off('close', done)
      resolve()
    }
    response.on('drain', done).on('close', done)
  })
}
