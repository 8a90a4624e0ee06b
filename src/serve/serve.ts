import {randomUUID} from 'node:crypto'
import type {AddressInfo} from 'node:net'
import Fastify, {type FastifyError, type FastifyInstance, type FastifyRequest} from 'fastify'
import type {Reader} from '../store/world.ts'
import {Problem} from '../text/problem.ts'
import {api} from './api/api.ts'
import type {ServeState} from './api/app.ts'
import {problemOf, sendProblem} from './api/failure.ts'
import {shown} from './api/parameters.ts'
import {preferredLanguage} from './portal/address.ts'
import {portal} from './portal/portal.tsx'

export interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host: string
}

/** Requests that are still being answered when we are told to stop get so long. */
const closeSeconds = 5
/** A reader who cannot send the head of a request in this time is not one. */
const requestSeconds = 30

/**
 * Answers the web: the API, the files and the portal. Reads everything, changes nothing.
 * @throws Problem port-in-use
 */
export async function serve(
  reader: Reader,
  state: ServeState,
  {port, host}: ServeOptions,
): Promise<{url: string; close(): Promise<void>}> {
  const app = await buildApp(reader, state)
  try {
    await app.listen({port, host})
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL')
      throw new Problem('port-not-to-be-had', {port, host, code}, error)
    throw error
  }
  return {url: urlOf(app, host), close: () => close(app)}
}

/** The whole app without a port, for those who inject requests. */
export async function buildApp(reader: Reader, state: ServeState): Promise<FastifyInstance> {
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    requestTimeout: requestSeconds * 1000,
    bodyLimit: 1, // nothing is ever sent to us here
    routerOptions: {maxParamLength: 400},
    forceCloseConnections: 'idle',
    // A misspelt parameter is refused with its name, which needs it left in its place.
    ajv: {customOptions: {removeAdditional: false, coerceTypes: true, useDefaults: true}},
    frameworkErrors: (error, request, reply) => {
      // Outside all hooks: the address could not even be decoded.
      reply.header('x-content-type-options', 'nosniff')
      sendProblem(problemOf(error, request), request, reply, reader)
    },
  })
  app.addHook('onRequest', async (_, reply) => {
    reply.headers({'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin'})
  })
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error, request)
    if (problem.status >= 500) logFailure(error, problem, request, reader)
    sendProblem(problem, request, reply, reader)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = shown(request.url.split('?')[0])
    const {method} = request
    const page = pageFor(request, reader)
    if (page) return reply.redirect(page, 302)
    if (method === 'GET' || method === 'HEAD')
      return sendProblem(new Problem('page-unknown', {path}), request, reply, reader)
    return sendProblem(new Problem('method-not-offered', {method, path}), request, reply, reader)
  })
  await api(app, reader, state)
  portal(app, reader)
  await app.ready()
  return app
}

/** Addresses that are for programs, or that already say their language. */
const settled =
  /^\/(?:kept\/|openapi\.json|datasets\/[^/]*\/|zh-Hant(?:\/|$)|zh-Hans(?:\/|$)|en(?:\/|$))/

/**
 * A person who follows an address without a language (/datasets/ID) is led to it in theirs. It begins
 * with a language of ours, so it can lead nowhere else.
 */
function pageFor(request: FastifyRequest, {site}: Pick<Reader, 'site'>): string | null {
  const {url, method, headers} = request
  if (method !== 'GET' || !headers.accept?.includes('text/html') || settled.test(url)) return null
  return `/${preferredLanguage(headers['accept-language'], site.languages)}${url}`
}

/** The whole story of a failure is for the operator; the reader gets the reference to it. */
function logFailure(
  error: Error,
  problem: Problem,
  request: FastifyRequest,
  {log}: Pick<Reader, 'log'>,
): void {
  log.error('serve: a request failed', {
    reference: request.id,
    url: request.url.slice(0, 500),
    problem: problem.message,
    stack: error.stack,
  })
}

async function close(app: FastifyInstance): Promise<void> {
  const force = setTimeout(() => app.server.closeAllConnections(), closeSeconds * 1000)
  try {
    await app.close()
  } finally {
    clearTimeout(force)
  }
}

function urlOf(app: FastifyInstance, host: string): string {
  const {port} = app.server.address() as AddressInfo
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
