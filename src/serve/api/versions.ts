import {Type} from '@sinclair/typebox'
import {reportOf, versionsOf} from '../../catalog/catalog.ts'
import type {Version} from '../../model/version.ts'
import type {Routes} from './app.ts'
import {findDataset, findStanding, findVersion} from './find.ts'
import {anything, exactly, failures, lang, paging, sample, simulated} from './shapes.ts'
import {versionShape, versionView} from './views-catalog.ts'

const tags = ['Catalog']
const id = Type.String({maxLength: 200, description: 'The id of a dataset.'})
const version = Type.String({maxLength: 100, description: 'The name of a version, or "latest".'})
const params = exactly({id, version})
const querystring = exactly({lang})
const marks = {sample, simulated}

/** Versions of a dataset: the list, each one, what validation said of it. */
export const versionRoutes: Routes = (app, reader) => {
  app.get(
    '/kept/v1/datasets/:id/versions',
    {
      schema: {
        tags,
        summary: 'Every version of a dataset, newest first, withdrawn ones as tombstones',
        params: exactly({id}),
        querystring: exactly({...paging(100, 1000), lang}),
        response: {
          200: Type.Object({
            total: Type.Integer(),
            sample,
            versions: Type.Array(versionShape),
          }),
          ...failures,
        },
      },
    },
    async ({params, query: {limit, offset}}) => {
      const all = await versionsOf(findDataset(params.id, reader).id, reader)
      const versions = all.slice(offset, offset + limit).map(versionView)
      return {total: all.length, sample: versions.some(one => one.sample), versions}
    },
  )

  app.get(
    '/kept/v1/datasets/:id/versions/:version',
    {
      schema: {
        tags,
        summary: 'One version: its files, hashes and provenance',
        ...{params, querystring},
        response: {200: versionShape, ...failures},
      },
    },
    async ({params}) =>
      versionView(await findVersion(findDataset(params.id, reader), params.version, reader)),
  )

  app.get(
    '/kept/v1/datasets/:id/versions/:version/report',
    {
      schema: {
        tags,
        summary: 'What validation said of a version, with a profile of its columns',
        ...{params, querystring},
        response: {
          200: Type.Object({...marks, version: Type.String(), report: anything('The report.')}),
          ...failures,
        },
      },
    },
    async ({params}) => {
      const found = await findStanding(findDataset(params.id, reader), params.version, reader)
      return {...marksOf(found), version: found.version, report: await reportOf(found, reader)}
    },
  )
}

const marksOf = ({sample, simulated}: Version) => ({sample, simulated})
