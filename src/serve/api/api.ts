import {createHash} from 'node:crypto'
import swagger from '@fastify/swagger'
import type {FastifyInstance, FastifyReply, FastifyRequest} from 'fastify'
import type {Reader} from '../../store/world.ts'
import type {Api, Routes, ServeState} from './app.ts'
import {contentRoutes} from './content.ts'
import {datasetRoutes} from './datasets.ts'
import {downloadRoutes} from './downloads.ts'
import {obligationRoutes} from './obligations.ts'
import {planRoutes} from './plan.ts'
import {problemRoutes, publisherRoutes, readyRoutes} from './site.ts'
import {verdictRoutes} from './verdicts.ts'
import {versionRoutes} from './versions.ts'

/** Every subject of the API. Add one: write a file, list it here. */
const subjects: readonly Routes[] = [
  readyRoutes,
  planRoutes,
  obligationRoutes,
  verdictRoutes,
  publisherRoutes,
  datasetRoutes,
  versionRoutes,
  contentRoutes,
  downloadRoutes,
  problemRoutes,
]

/** Registers the API, open to scripts of every site, and its description at /openapi.json. */
export async function api(app: FastifyInstance, reader: Reader, state: ServeState): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Kept',
        version: reader.code.split('/').at(-1) ?? reader.code,
        description:
          'What was promised, what was published, and what the evidence says of it. Reads only; no key is needed. Errors are application/problem+json (RFC 9457) in the language of the reader.',
        license: {
          name: reader.site.licence.title.en ?? reader.site.id,
          url: reader.site.licence.url,
        },
      },
    },
    hideUntagged: true,
  })
  await app.register(async own => {
    own.addHook('onRequest', openToAll)
    own.addHook('onSend', tagged)
    for (const routes of subjects) routes(own as Api, reader, state)
    own.get('/openapi.json', async (_, reply) => {
      reply.header('cache-control', 'public, max-age=300')
      return app.swagger()
    })
    own.options('/kept/*', preflight)
    own.options('/datasets/*', preflight)
  })
}

/** CORS for everybody: nothing here depends on who asks, and no cookie is ever read. */
async function openToAll(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.headers({
    'access-control-allow-origin': '*',
    'access-control-expose-headers':
      'ETag, Content-Range, Content-Disposition, Content-Location, X-Kept-Sample, X-Kept-Simulated',
    'x-content-type-options': 'nosniff',
  })
}

async function preflight(_: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return reply
    .headers({
      'access-control-allow-methods': 'GET, HEAD',
      'access-control-allow-headers':
        'Range, If-Range, If-None-Match, If-Modified-Since, Accept-Language',
      'access-control-max-age': '86400',
    })
    .code(204)
    .send()
}

/**
 * Gives JSON answers an ETag and answers 304 to who has it already; marks those that show samples.
 * Files carry their own.
 */
async function tagged(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string' || reply.statusCode !== 200) return payload
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-cache')
  reply.header('vary', 'Accept-Language')
  if (/"sample":true/.test(payload)) reply.header('x-kept-sample', 'true')
  if (!reply.hasHeader('etag'))
    reply.header('etag', `W/"${createHash('sha256').update(payload).digest('base64url')}"`)
  const seen = request.headers['if-none-match']
    ?.split(',')
    .map(tag => tag.trim().replace(/^W\//, ''))
  const own = String(reply.getHeader('etag')).replace(/^W\//, '')
  if (!seen?.includes(own)) return payload
  reply.code(304).removeHeader('content-type').removeHeader('content-length')
  return ''
}
