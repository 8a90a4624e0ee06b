import type {Dataset} from '../model/dataset.ts'
import type {Site} from '../model/site.ts'
import {Problem} from '../text/problem.ts'

/** What the files of a site say of one another: ids that exist and are given once. */
export function checkReferences(site: Site): Problem[] {
  return [
    ...twice('publishers.json', site.publishers),
    ...twice('contact-points.json', site.contactPoints),
    ...twice('themes.json', site.themes),
    ...twice('code-lists.json', site.codeLists),
    ...twice('glossary.json', site.glossary),
    ...site.codeLists.flatMap(list =>
      repeated(list.codes.map(code => code.code)).map(id =>
        idTwice('code-lists.json', `${list.id}: ${id}`),
      ),
    ),
    ...repeated(site.datasets.map(dataset => dataset.commitment)).map(id =>
      idTwice('datasets', `commitment ${id}`),
    ),
    ...site.datasets.flatMap(dataset => checkDataset(dataset, site)),
  ]
}

function checkDataset(dataset: Dataset, site: Site): Problem[] {
  const file = `datasets/${dataset.id}.json`
  return [
    ...unknown(dataset, site).map(
      ([property, value]) => new Problem('site-reference-unknown', {file, property, value}),
    ),
    ...repeated(dataset.tableSchema.fields.map(field => field.name)).map(id => idTwice(file, id)),
    ...repeated((dataset.source?.issues ?? []).map(issue => issue.id)).map(id => idTwice(file, id)),
  ]
}

/** Every name in a dataset that points at nothing, with the property that holds it. */
function unknown(dataset: Dataset, site: Site): [property: string, value: string][] {
  const {tableSchema, picture, dialect, release, totals, promised = [], origin} = dataset
  const fields = new Set(tableSchema.fields.map(field => field.name))
  const {kind: _, limit: __, ...parts} = picture
  const inFields: [string, string | undefined][] = [
    ...(tableSchema.primaryKey ?? []).map(pair('/tableSchema/primaryKey')),
    ...(tableSchema.uniqueKeys ?? []).flat().map(pair('/tableSchema/uniqueKeys')),
    ...promised.flatMap(column => column.fields).map(pair('/promised')),
    ...Object.keys(dialect.constants ?? {}).map(pair('/dialect/constants')),
    ['/dialect/notesField', dialect.notesField],
    ['/dialect/unpivot/dimensionField', dialect.unpivot?.dimensionField],
    ['/totals/field', totals?.field],
    [
      '/release/periodFrom/field',
      release.periodFrom.from === 'column' ? release.periodFrom.field : undefined,
    ],
  ]
  const inPicture = Object.entries(parts).map(([part, name]) => pair(`/picture/${part}`)(name))
  const inSite: [string, string | undefined, readonly {readonly id: string}[]][] = [
    ['/publisher', dataset.publisher, site.publishers],
    ['/contactPoint', dataset.contactPoint, site.contactPoints],
    ...dataset.theme.map((theme): [string, string, Site['themes']] => [
      '/theme',
      theme,
      site.themes,
    ]),
    ...tableSchema.fields.map((field): [string, string | undefined, Site['codeLists']] => [
      `/tableSchema/fields/${field.name}/codes`,
      field.codes,
      site.codeLists,
    ]),
  ]
  return [
    ...given(inFields).filter(([, name]) => !fields.has(name)),
    ...given(inPicture).filter(([, name]) => !fields.has(name) && name !== periodOfRelease),
    ...inSite.flatMap(([property, id, list]): [string, string][] =>
      id === undefined || list.some(entry => entry.id === id) ? [] : [[property, id]],
    ),
    ...Object.keys(origin)
      .filter(part => !originParts.has(part))
      .map(pair('/origin')),
  ]
}

/** In a picture over several releases: the period each of them is about, which is no field. */
const periodOfRelease = 'period'

/** Parts of a dataset whose texts carry an origin. */
const originParts = new Set(['title', 'shortTitle', 'description', 'fields', 'footnotes', 'breaks'])

const pair =
  (property: string) =>
  (value: string): [string, string] => [property, value]

const given = (pairs: readonly [string, string | undefined][]): [string, string][] =>
  pairs.flatMap(([property, value]) =>
    value === undefined ? [] : [[property, value] as [string, string]],
  )

const twice = (file: string, list: readonly {readonly id: string}[]) =>
  repeated(list.map(entry => entry.id)).map(id => idTwice(file, id))

const idTwice = (file: string, id: string) => new Problem('site-id-twice', {file, id})

function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}
