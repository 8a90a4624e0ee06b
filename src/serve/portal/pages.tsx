import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import {datasetPage} from './dataset/dataset-page.tsx'
import type {Page, Setting} from './frame.tsx'
import {comparePage} from './page/compare.tsx'
import {filterOf} from './page/filter.ts'
import {heldPage} from './page/held.tsx'
import {homePage} from './page/home.tsx'
import {listPage} from './page/list.tsx'
import {methodPage} from './page/method.tsx'
import {obligationPage} from './page/obligation.tsx'
import {planPage} from './page/plan.tsx'
import {publisherPage} from './page/publisher.tsx'
import type {Shelf} from './read.ts'

/** A page: where it is, below its language, and how it is made of what it asks for. */
export interface PageRoute {
  readonly path: string
  /** @throws Problem dataset-unknown, page-unknown */
  make(setting: Setting, asked: Asked, shelf: Shelf): Promise<Page>
}

/** What a request names: parts of the path, and its query, which is a stranger's and unchecked. */
export interface Asked {
  readonly params: {readonly [name: string]: string | undefined}
  readonly query: {readonly [name: string]: unknown}
}

/** Every page of the portal. */
export const pages: readonly PageRoute[] = [
  {
    path: '/',
    async make(setting, _, shelf) {
      const [board, published] = await Promise.all([shelf.board(), shelf.published()])
      return homePage(board, published, setting)
    },
  },
  {
    path: '/datasets',
    async make(setting, {query}, shelf) {
      return listPage(await shelf.entries(), filterOf(query), setting)
    },
  },
  {
    path: '/datasets/:id',
    async make(setting, {params, query}, shelf) {
      const find = one(query.find).slice(0, 100).trim()
      return datasetPage(await shelf.dataset(params.id ?? '', find), setting)
    },
  },
  {
    path: '/datasets/:id/compare',
    async make(setting, {params, query}, shelf) {
      const {from, to} = query
      return comparePage(await shelf.compare(params.id ?? '', one(from), one(to)), setting)
    },
  },
  {
    path: '/publishers/:id',
    async make(setting, {params: {id = ''}}, shelf) {
      const publisher = publisherOf(id, setting)
      const entries = await shelf.entries()
      const own = entries.filter(({dataset}) => dataset.publisher === id)
      return publisherPage(publisher, own, setting)
    },
  },
  {
    path: '/plan',
    async make(setting, _, shelf) {
      const [board, lines] = await Promise.all([shelf.board(), shelf.planLines()])
      return planPage(board, lines, setting)
    },
  },
  {
    path: '/obligations/:id',
    async make(setting, {params}, shelf) {
      return obligationPage(await shelf.obligation(params.id ?? ''), setting)
    },
  },
  {
    path: '/held',
    async make(setting, _, shelf) {
      return heldPage(await shelf.held(), setting)
    },
  },
  {
    path: '/method',
    async make(setting) {
      return methodPage(setting)
    },
  },
]

function one(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function publisherOf(id: string, {site}: Pick<Reader, 'site'>) {
  const found = site.publishers.find(publisher => publisher.id === id)
  if (!found) throw new Problem('page-unknown', {path: id})
  return found
}
