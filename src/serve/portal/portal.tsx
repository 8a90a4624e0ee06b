import type {FastifyInstance} from 'fastify'
import type {Reader} from '../../store/world.ts'
import {address, preferredLanguage} from './address.ts'
import {type Answerer, failurePage, sendPage, settingOf} from './answer.tsx'
import {type Asset, loadAssets} from './assets.ts'
import {lostPage} from './page/lost.tsx'
import {type Asked, pages} from './pages.tsx'
import {openShelf, type Shelf} from './read.ts'

/** Registers every page, in every language of the site, and the few files that pages ask for. */
export function portal(app: FastifyInstance, reader: Reader): void {
  const {languages} = reader.site
  const shelf = openShelf(reader)

  app.get('/', async (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language'], languages)
    reply.headers({vary: 'Accept-Language', 'cache-control': 'no-cache'})
    return reply.redirect(address.home(language), 302)
  })

  app.register(async scope => {
    const {files, addresses} = await loadAssets()
    for (const file of files) serveAsset(file, scope)
    for (const language of languages) {
      const answerer = {language, reader, assets: addresses}
      scope.register(async inside => pagesIn(inside, shelf, answerer), {prefix: `/${language}`})
    }
  })
}

/** Our own style and scripts: their address changes with their content, so they are kept for ever. */
function serveAsset({path, mediaType, body}: Asset, scope: FastifyInstance): void {
  scope.get(path, async (_, reply) => {
    reply.headers({
      'content-type': mediaType,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    return reply.send(body)
  })
}

/** All pages in one language, and its own pages for what is lost or failed. */
function pagesIn(scope: FastifyInstance, shelf: Shelf, answerer: Answerer): void {
  for (const {path, make} of pages) {
    scope.get(path, async (request, reply) => {
      const asked: Asked = {
        params: request.params as Asked['params'],
        query: request.query as Asked['query'],
      }
      const page = await make(settingOf(request.url, answerer), asked, shelf)
      return sendPage(page, 200, {request, reply}, answerer)
    })
  }
  scope.setNotFoundHandler(async (request, reply) =>
    sendPage(lostPage(null, settingOf(request.url, answerer)), 404, {request, reply}, answerer),
  )
  scope.setErrorHandler(async (error, request, reply) => {
    const {page, status} = failurePage(error, request, answerer)
    return sendPage(page, status, {request, reply}, answerer)
  })
}
