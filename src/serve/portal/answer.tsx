import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'
import type {FastifyReply, FastifyRequest} from 'fastify'
import type {Reader} from '../../store/world.ts'
import type {Language} from '../../text/language.ts'
import {Problem} from '../../text/problem.ts'
import {type Assets, framed, type Page, type Setting} from './frame.tsx'
import {failedPage, lostPage} from './page/lost.tsx'
import {langTag, voiceOf} from './voice.ts'

// Nothing inline, nothing from elsewhere: a cell that slips into a page as markup still does nothing.
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Who is answered: in which language, from what, in which dress. */
export interface Answerer {
  readonly language: Language
  readonly reader: Reader
  readonly assets: Assets
}

/** What the page of this request is told. */
export function settingOf(url: string, {language, reader, assets}: Answerer): Setting {
  const {site} = reader
  return {site, voice: voiceOf(language, site.timeZone), url, asOf: reader.now(), assets}
}

/** Frames a page and sends it, compressed where the browser allows. */
export async function sendPage(
  page: Page,
  status: number,
  {request, reply}: {request: FastifyRequest; reply: FastifyReply},
  answerer: Answerer,
): Promise<FastifyReply> {
  const html = framed(page, settingOf(request.url, answerer))
  const {body, encoding} = await compressed(html, request.headers['accept-encoding'])
  reply.code(status).headers({
    'content-type': 'text/html; charset=utf-8',
    'content-language': langTag[answerer.language],
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-cache',
    vary: 'Accept-Encoding',
  })
  if (encoding) reply.header('content-encoding', encoding)
  return reply.send(body)
}

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

/** Quality 4: a wall of a thousand marks is packed in a few milliseconds. */
const quality = {params: {[constants.BROTLI_PARAM_QUALITY]: 4}}

async function compressed(html: string, accepted: string | string[] | undefined) {
  const encodings = String(accepted ?? '')
  if (/\bbr\b/.test(encodings)) return {body: await brotli(html, quality), encoding: 'br'}
  if (/\bgzip\b/.test(encodings)) return {body: await gzipped(html), encoding: 'gzip'}
  return {body: html, encoding: null}
}

/** The page for what went wrong: a Problem in the reader's words, our own mistakes only in the log. */
export function failurePage(
  error: unknown,
  request: FastifyRequest,
  answerer: Answerer,
): {page: Page; status: number} {
  const setting = settingOf(request.url, answerer)
  if (error instanceof Problem && error.status < 500) {
    const what = error.code === 'page-unknown' ? null : error.in(answerer.language)
    return {page: lostPage(what, setting), status: error.status}
  }
  const status = (error as {statusCode?: unknown}).statusCode
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return {page: lostPage(null, setting), status}
  }
  answerer.reader.log.error('portal: a page failed', {
    reference: request.id,
    url: request.url.slice(0, 500),
    problem: String(error),
    stack: error instanceof Error ? error.stack : null,
  })
  const what = error instanceof Problem ? error.in(answerer.language) : null
  return {page: failedPage(what, setting), status: error instanceof Problem ? error.status : 500}
}
