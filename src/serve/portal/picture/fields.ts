import type {Dataset} from '../../../model/dataset.ts'
import type {Field} from '../../../model/table-schema.ts'
import type {Language} from '../../../text/language.ts'

/** Which field plays which part: the site file's word first, then the fields' own roles. */
export interface Parts {
  readonly measures: readonly Field[] // the first is what the picture is about
  readonly category: Field | null // what a row of the picture is
  readonly second: Field | null // another category: columns, colours
  readonly period: Field | null // where the rows themselves hold several periods
}

/** Reads the parts of a dataset's picture, columns of names in the reader's language. */
export function partsOf(dataset: Dataset, language: Language): Parts {
  const {picture, tableSchema} = dataset
  const fields = fieldsFor(tableSchema.fields, language)
  const named = (name: string | undefined) =>
    namedFor(tableSchema.fields, name, language) ?? undefined
  const hints = (...names: readonly (string | undefined)[]) =>
    names.map(named).filter(field => field !== undefined)
  const roles = (...wanted: readonly Field['role'][]) =>
    wanted.flatMap(role => fields.filter(field => field.role === role))
  const {value, x, y, second, colour} = picture
  const measures = unique([
    ...hints(value, x, y, second, colour).filter(isMeasure),
    ...roles('amount', 'count').filter(isMeasure),
    ...fields.filter(isMeasure),
  ])
  const categories = unique([
    ...hints(y, x, colour, second).filter(field => !isMeasure(field) && !isPeriod(field)),
    ...roles('category', 'name', 'key').filter(field => !isMeasure(field)),
  ])
  return {
    measures,
    category: categories[0] ?? null,
    second: categories[1] ?? null,
    period: hints(x, y).find(isPeriod) ?? fields.find(isPeriod) ?? null,
  }
}

/** A field by its name, or where it is a name in one language, its sibling in the reader's. */
export function namedFor(
  fields: readonly Field[],
  name: string | undefined,
  language: Language,
): Field | null {
  const field = fields.find(candidate => candidate.name === name)
  if (!field) return null
  const base = baseOf(field.name)
  if (base === field.name) return field
  const siblings = fields.filter(candidate => baseOf(candidate.name) === base)
  return bestOf(siblings, language) ?? field
}

/**
 * Columns without those that say the same in another language: of name_EN, name_TC and name_SC one
 * is left; a coded column beside its labels (cluster, cluster_TC) stands for them all.
 */
export function fieldsFor(fields: readonly Field[], language: Language): Field[] {
  const byBase = Map.groupBy(fields, ({name}) => baseOf(name))
  const kept = new Set(
    [...byBase].map(
      ([base, same]) => same.find(({name}) => name === base) ?? bestOf(same, language) ?? same[0]!,
    ),
  )
  return fields.filter(field => kept.has(field))
}

// As Hong Kong's departments end the names of such columns: name_EN, nameTc.
const suffix = /_?(EN|TC|SC)$|(En|Tc|Sc)$/

function baseOf(name: string): string {
  return name.replace(suffix, '')
}

const wanted: {readonly [language in Language]: readonly string[]} = {
  'zh-Hant': ['tc', 'sc', 'en'],
  'zh-Hans': ['sc', 'tc', 'en'],
  en: ['en', 'tc', 'sc'],
}

function bestOf(same: readonly Field[], language: Language): Field | undefined {
  return wanted[language]
    .map(ending => same.find(({name}) => name.toLowerCase().endsWith(ending)))
    .find(field => field !== undefined)
}

function unique(fields: readonly Field[]): Field[] {
  return [...new Set(fields)]
}

function isMeasure({type, role}: Field): boolean {
  const quantity = type === 'integer' || type === 'number'
  return quantity && role !== 'period' && role !== 'key' && role !== 'category'
}

function isPeriod({type, role}: Field): boolean {
  return role === 'period' || type === 'year' || type === 'yearmonth'
}
