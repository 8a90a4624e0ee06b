import type {Dataset} from '../model/dataset.ts'
import type {Site} from '../model/site.ts'
import type {Field} from '../model/table-schema.ts'
import type {Version} from '../model/version.ts'
import {inLanguage, type Text} from '../text/language.ts'

/**
 * Data Package v2 descriptor of a version (https://datapackage.org/standard/data-package/), with
 * paths beside it.
 */
export function dataPackage(
  version: Omit<Version, 'manifestChecksum'>,
  dataset: Dataset,
  site: Site,
): object {
  const publisher = site.publishers.find(({id}) => id === dataset.publisher)
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: dataset.id,
    id: `${dataset.id}@${version.version}`,
    title: words(dataset.title),
    description: words(dataset.description),
    version: version.version,
    created: version.issued,
    licenses: [{title: words(site.licence.title), path: site.licence.url}],
    sources: [
      {title: words(publisher?.name ?? {en: dataset.publisher}), path: version.snapshot.url},
    ],
    resources: version.distributions.map(file => ({
      name: `data-${file.format}`,
      path: `data.${file.format}`,
      ...(file.format === 'csv' || file.format === 'ndjson' || file.format === 'json'
        ? {type: 'table', encoding: 'utf-8'}
        : {}),
      mediatype: file.mediaType.split(';')[0],
      bytes: file.byteSize,
      hash: `sha256:${file.checksum}`,
      schema: schemaOf(dataset, version),
    })),
    // Beyond the standard, under names of our own.
    titles: dataset.title,
    descriptions: dataset.description,
    sample: version.sample,
    simulated: version.simulated,
    period: version.period,
    footnotes: [...version.footnotes, ...version.sourceFootnotes.map(text => ({text}))],
  }
}

function schemaOf(dataset: Dataset, version: Pick<Version, 'fields'>): object {
  const {primaryKey, uniqueKeys, fields} = dataset.tableSchema
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: fields.filter(({name}) => version.fields.includes(name)).map(fieldOf),
    missingValues: [''],
    ...(primaryKey ? {primaryKey} : {}),
    ...(uniqueKeys ? {uniqueKeys} : {}),
  }
}

/** Our files hold canonical cells, so what the source's own format needed (marks, groups) is gone. */
function fieldOf({name, type, title, description, constraints, unit, measure}: Field): object {
  return {
    name,
    type,
    title: words(title),
    ...(description ? {description: words(description)} : {}),
    ...(constraints ? {constraints} : {}),
    titles: title,
    ...(unit ? {unit} : {}),
    ...(measure ? {measure} : {}),
  }
}

function words(text: Text): string {
  return inLanguage(text, 'en').value
}

const dictionaryHeading = [
  'name',
  'type',
  'title_en',
  'title_zh-Hant',
  'title_zh-Hans',
  'description_en',
  'description_zh-Hant',
  'description_zh-Hans',
  'unit_en',
  'required',
  'codes',
  'personal',
  'sample',
]

/** The data dictionary as CSV: one row a field, in three languages. */
export function dictionaryCsv(
  version: Pick<Version, 'fields' | 'sample'>,
  dataset: Dataset,
): string {
  const rows = dataset.tableSchema.fields
    .filter(({name}) => version.fields.includes(name))
    .map(field => [
      field.name,
      field.type,
      field.title.en,
      field.title['zh-Hant'],
      field.title['zh-Hans'],
      field.description?.en,
      field.description?.['zh-Hant'],
      field.description?.['zh-Hans'],
      field.unit?.en,
      String(field.constraints?.required ?? false),
      field.codes,
      String(field.personal !== undefined),
      String(version.sample),
    ])
  return [dictionaryHeading, ...rows].map(row => `${row.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: string | undefined): string {
  return cell !== undefined && /[",\r\n]/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : (cell ?? '')
}
