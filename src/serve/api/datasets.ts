import {Type} from '@sinclair/typebox'
import {latestVersions, outcomesOf, versionsOf} from '../../catalog/catalog.ts'
import {searchOf} from '../../catalog/search.ts'
import type {Dataset} from '../../model/dataset.ts'
import type {Reader} from '../../store/world.ts'
import type {Routes} from './app.ts'
import {languageOf} from './failure.ts'
import {findDataset, withdrawalsOf} from './find.ts'
import {anything, exactly, failures, lang, paging, sample} from './shapes.ts'
import {datasetShape, datasetView, type Known, namesOf} from './views-catalog.ts'

const tags = ['Catalog']
const datasetId = Type.String({maxLength: 200, description: 'The id of a dataset.'})

/** Datasets: the list, the search, and everything known of one. */
export const datasetRoutes: Routes = (app, reader) => {
  const search = searchOf(reader.site)
  app.get(
    '/kept/v1/datasets',
    {
      schema: {
        tags,
        summary: 'The datasets of the catalog, or those that a search finds, best first',
        querystring: exactly({
          ...paging(100, 1000),
          q: Type.Optional(
            Type.String({
              maxLength: 200,
              description:
                'Words of titles, descriptions, columns and publishers in any of the languages; codes as D21; 繁 finds 簡 and the other way round.',
              examples: ['HOKLAS'],
            }),
          ),
          lang,
        }),
        response: {
          200: Type.Object({total: Type.Integer(), sample, datasets: Type.Array(datasetShape)}),
          ...failures,
        },
      },
    },
    async request => {
      const {q = '', limit, offset} = request.query
      const found = q.trim() === '' ? reader.site.datasets : search(q)
      const known = await knowledge(reader)
      const language = languageOf(request, reader)
      const datasets = found
        .slice(offset, offset + limit)
        .map(dataset => datasetView(dataset, known(dataset), language))
      return {total: found.length, sample: datasets.some(one => one.sample), datasets}
    },
  )

  app.get(
    '/kept/v1/datasets/:id',
    {
      schema: {
        tags,
        summary: 'Everything that is known of one dataset',
        params: exactly({id: datasetId}),
        querystring: exactly({lang}),
        response: {200: wholeShape, ...failures},
      },
    },
    async request => {
      const dataset = findDataset(request.params.id, reader)
      const known = await knowledge(reader)
      const view = datasetView(dataset, known(dataset), languageOf(request, reader))
      return {...view, ...(await restOf(dataset, reader))}
    },
  )
}

const wholeShape = Type.Object({
  ...datasetShape.properties,
  description: anything('In the languages of the site.'),
  publisherName: anything('The name of the publisher.'),
  themeTitles: anything('The titles of its themes.'),
  contactPoint: anything('Whom to ask.'),
  licence: anything('Under which terms.'),
  fields: anything('The columns: name, title, type, unit, codes and constraints.'),
  key: anything('The fields by which rows are told apart.'),
  source: anything('Where the publisher keeps it; null: there is no source yet.'),
  promised: anything('Columns that the plan promises, and the fields that answer them.'),
  versions: Type.Integer({description: 'How many there are, withdrawn ones included.'}),
  withdrawals: anything('What was taken out of the catalog: when, why and by whom.'),
})

async function restOf(dataset: Dataset, reader: Reader) {
  return {
    ...namesOf(dataset, reader),
    description: dataset.description,
    licence: reader.site.licence,
    fields: dataset.tableSchema.fields,
    key: dataset.tableSchema.primaryKey ?? [],
    source: sourceView(dataset),
    promised: dataset.promised ?? [],
    versions: (await versionsOf(dataset.id, reader)).length,
    withdrawals: await withdrawalsOf(dataset.id, reader),
  }
}

/** How it is fetched, without the address of a database or the name of a credential. */
function sourceView({source}: Dataset): object | null {
  if (!source) return null
  const {connector, format, url, sample: isSample} = source
  return {connector, format, sample: isSample, ...(connector === 'http' ? {url} : {})}
}

async function knowledge(reader: Reader): Promise<(dataset: Dataset) => Known> {
  const latest = await latestVersions(reader)
  const outcomes = await outcomesOf(reader)
  return ({id}) => ({latest: latest.get(id) ?? null, outcome: outcomes.get(id) ?? null})
}
