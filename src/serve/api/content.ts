import {Type} from '@sinclair/typebox'
import {versionsOf} from '../../catalog/catalog.ts'
import {type Diff, diffOf} from '../../catalog/diff.ts'
import {rowsOf} from '../../catalog/rows.ts'
import type {Dataset} from '../../model/dataset.ts'
import type {Version} from '../../model/version.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import type {Routes} from './app.ts'
import {findDataset, findLatest, findStanding} from './find.ts'
import {limited, remembered} from './limited.ts'
import {findSeries} from './series.ts'
import {anything, exactly, failures, lang, paging, sample, simulated} from './shapes.ts'

const tags = ['Catalog']
const id = Type.String({maxLength: 200, description: 'The id of a dataset.'})
const version = Type.String({maxLength: 100, description: 'The name of a version, or "latest".'})
const params = exactly({id, version})
const querystring = exactly({lang})
const marks = {sample, simulated}

/** Comparing two versions takes a table worker, of which refreshes need some too. */
const diffsAtOnce = 6
const diffsKept = 200

/** What lies inside versions: rows, differences and the stacked series. */
export const contentRoutes: Routes = (app, reader, state) => {
  rowRoutes(app, reader, state)
  diffRoutes(app, reader, state)
  seriesRoutes(app, reader, state)
}

const rowRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/datasets/:id/versions/:version/rows',
    {
      schema: {
        tags,
        summary: 'Rows of a version, in order; the files hold them all',
        params,
        querystring: exactly({...paging(100, 1000), lang}),
        response: {
          200: Type.Object({
            ...marks,
            version: Type.String(),
            total: Type.Integer(),
            rows: anything('One object a row; a number beyond double precision comes as text.'),
          }),
          ...failures,
        },
      },
    },
    async ({params, query}) => {
      const found = await findStanding(findDataset(params.id, reader), params.version, reader)
      const rows = await rowsOf(found, query, reader)
      return {...marksOf(found), version: found.version, total: found.rows, rows}
    },
  )
}

const diffRoutes: Routes = (app, reader) => {
  const once = remembered<Diff>(diffsKept)
  const few = limited(diffsAtOnce)
  app.get(
    '/kept/v1/datasets/:id/versions/:version/diff',
    {
      schema: {
        tags,
        summary: 'What differs from another version, by key; by default from the one before it',
        params,
        querystring: exactly({
          from: Type.Optional(Type.String({maxLength: 100, description: 'The earlier version.'})),
          lang,
        }),
        response: {
          200: Type.Object({...marks, diff: anything('Counts, and the first of each.')}),
          ...failures,
        },
      },
    },
    async ({params, query}) => {
      const dataset = findDataset(params.id, reader)
      const after = await findStanding(dataset, params.version, reader)
      const before = await beforeOf(dataset, after, query.from, reader)
      const key = `${dataset.id} ${before.version} ${after.version}`
      const diff = await once(key, () => few(() => diffOf(dataset, before, after, reader)))
      return {
        sample: before.sample || after.sample,
        simulated: before.simulated || after.simulated,
        diff,
      }
    },
  )
}

const seriesRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/datasets/:id/series',
    {
      schema: {
        tags,
        summary: 'The stacked series: all releases of a dataset in one tidy table',
        params: exactly({id}),
        querystring,
        response: {
          200: Type.Object({
            ...marks,
            upTo: Type.String({description: 'The newest version in it.'}),
            distributions: anything('Its files: format, mediaType, byteSize, checksum, url.'),
          }),
          ...failures,
        },
      },
    },
    async ({params}) => {
      const dataset = findDataset(params.id, reader)
      await findLatest(dataset, reader)
      const {version: upTo, distributions, ...marked} = await findSeries(dataset.id, reader)
      return {
        ...marked,
        upTo: upTo.version,
        distributions: distributions.map(({format, mediaType, byteSize, checksum}) => ({
          ...{format, mediaType, byteSize, checksum},
          url: `/datasets/${dataset.id}/series.${format}`,
        })),
      }
    },
  )
}

const marksOf = ({sample, simulated}: Version) => ({sample, simulated})

async function beforeOf(
  dataset: Dataset,
  after: Version,
  from: string | undefined,
  reader: Reader,
): Promise<Version> {
  if (from !== undefined) return findStanding(dataset, from, reader)
  const all = (await versionsOf(dataset.id, reader)).filter(({withdrawn}) => !withdrawn)
  const before = all[all.findIndex(({version}) => version === after.version) + 1]
  if (before) return before
  throw new Problem('nothing-to-compare', {id: dataset.id, version: after.version})
}
