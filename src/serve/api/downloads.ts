import {Type} from '@sinclair/typebox'
import {formats} from '../../format/formats.ts'
import type {FormatName} from '../../model/dataset.ts'
import type {Version} from '../../model/version.ts'
import type {Reader} from '../../store/world.ts'
import {Problem} from '../../text/problem.ts'
import type {Routes} from './app.ts'
import {type SentFile, sendFile} from './file.ts'
import {findDataset, findLatest, findStanding} from './find.ts'
import {shown} from './parameters.ts'
import {findSeries, seriesFormats} from './series.ts'
import {exactly, failures, lang} from './shapes.ts'

const tags = ['Downloads']
const id = Type.String({maxLength: 200})
const version = Type.String({maxLength: 100})
const querystring = exactly({lang})
const file = {
  description: 'The file. Ranges, ETag (its sha256) and If-None-Match are honoured.',
  content: {'application/octet-stream': {schema: {type: 'string', format: 'binary'}}},
}
const response = {200: file, 206: file, ...failures}

/** What lies beside the data of a version, with the media type it is sent as. */
const companions: {readonly [name: string]: string} = {
  'datapackage.json': 'application/json; charset=utf-8',
  'report.json': 'application/json; charset=utf-8',
  'manifest.json': 'application/json; charset=utf-8',
  'dictionary.csv': 'text/csv; charset=utf-8; header=present',
}

/** Files: of the newest version, of any version, and of the stacked series. */
export const downloadRoutes: Routes = (app, reader, state) => {
  dataRoutes(app, reader, state)
  companionRoutes(app, reader, state)
  seriesRoutes(app, reader, state)
}

const dataRoutes: Routes = (app, reader) => {
  const known = formats.map(({name}) => name).join(', ')

  app.get(
    '/datasets/:id/latest.:format',
    {
      schema: {
        tags,
        summary: `The newest version of a dataset as ${known}`,
        params: exactly({id, format: Type.String({maxLength: 20, examples: ['csv']})}),
        querystring,
        response,
      },
    },
    async (request, reply) => {
      const {params} = request
      const dataset = findDataset(params.id, reader)
      const latest = await findLatest(dataset, reader)
      const data = dataFile(latest, params.format)
      const permanent = `/datasets/${dataset.id}/versions/${latest.version}/data.${data.format}`
      return sendFile({...data.file, immutable: false, permanent}, request, reply, reader)
    },
  )

  app.get(
    '/datasets/:id/versions/:version/data.:format',
    {
      schema: {
        tags,
        summary: `One version of a dataset as ${known}`,
        params: exactly({id, version, format: Type.String({maxLength: 20, examples: ['csv']})}),
        querystring,
        response,
      },
    },
    async (request, reply) => {
      const {params} = request
      const dataset = findDataset(params.id, reader)
      const found = await findStanding(dataset, params.version, reader)
      const immutable = params.version !== 'latest'
      const data = dataFile(found, params.format)
      return sendFile({...data.file, immutable}, request, reply, reader)
    },
  )
}

const companionRoutes: Routes = (app, reader) => {
  for (const name of Object.keys(companions))
    app.get(
      `/datasets/:id/versions/:version/${name}`,
      {
        schema: {
          tags,
          summary: `${name} of a version`,
          params: exactly({id, version}),
          querystring,
          response,
        },
      },
      async (request, reply) => {
        const {params} = request
        const found = await findStanding(findDataset(params.id, reader), params.version, reader)
        const immutable = params.version !== 'latest'
        return sendFile({...companionFile(found, name), immutable}, request, reply, reader)
      },
    )
}

const seriesRoutes: Routes = (app, reader) => {
  for (const format of seriesFormats)
    app.get(
      `/datasets/:id/series.${format}`,
      {
        schema: {
          tags,
          summary: `The stacked series of a dataset as ${format}`,
          params: exactly({id}),
          querystring,
          response,
        },
      },
      async (request, reply) => {
        const dataset = findDataset(request.params.id, reader)
        await findLatest(dataset, reader)
        return sendFile(await seriesFile(dataset.id, format, reader), request, reply, reader)
      },
    )
}

/** @param asked in either case: "csv", "CSV". @throws Problem format-not-published */
function dataFile(of: Version, asked: string): {file: SentFile; format: FormatName} {
  const found = of.distributions.find(({format}) => format === asked.toLowerCase())
  if (!found)
    throw new Problem('format-not-published', {
      id: of.dataset,
      version: of.version,
      format: shown(asked),
      available: of.distributions.map(({format}) => format).join(', '),
    })
  const {format, key, checksum} = found
  return {
    format,
    file: {
      key,
      checksum,
      mediaType: mediaTypeOf(format),
      name: `${of.dataset}_${of.version}.${format}`,
      modified: of.issued,
      immutable: true,
      sample: of.sample,
      simulated: of.simulated,
    },
  }
}

function companionFile(of: Version, name: string): SentFile {
  return {
    key: `versions/${of.dataset}/${of.version}/${name}`,
    checksum: null,
    mediaType: companions[name]!,
    name: `${of.dataset}_${of.version}_${name}`,
    modified: of.issued,
    immutable: true,
    sample: of.sample,
    simulated: of.simulated,
  }
}

async function seriesFile(
  dataset: string,
  format: (typeof seriesFormats)[number],
  reader: Reader,
): Promise<SentFile> {
  const {version: upTo, distributions, ...marks} = await findSeries(dataset, reader)
  const found = distributions.find(one => one.format === format)
  if (!found) throw new Problem('series-missing', {id: dataset})
  return {
    key: found.key,
    checksum: found.checksum,
    mediaType: mediaTypeOf(format),
    name: `${dataset}_series_${upTo.version}.${format}`,
    modified: upTo.issued,
    immutable: false,
    ...marks,
  }
}

/** Our own table of types, never what a source once said of a file. */
function mediaTypeOf(format: FormatName): string {
  return formats.find(({name}) => name === format)!.mediaType
}
