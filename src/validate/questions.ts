import type {Dataset} from '../model/dataset.ts'
import {publishedSchema} from '../model/published-schema.ts'
import {type CellQuestion, isNumeric, type KeyQuestion, type Questions} from '../model/question.ts'
import type {Field, FieldType, TableSchema} from '../model/table-schema.ts'
import type {LocalDate} from '../model/time.ts'
import {type Check, checks} from './checks.ts'
import {samplesMax} from './gates.ts'

/** The version that readers have now. */
export interface Before {
  /** Its schema as declared; fields that are never published are left out of the comparison. */
  readonly schema: TableSchema
}

/** A question and what its answer would be called. */
export interface Asked {
  readonly check: Check
  readonly field: Field
  readonly question: CellQuestion
}

/** What to ask, and for whom each question stands. */
export interface Compiled {
  readonly questions: Questions
  readonly asked: readonly Asked[]
}

/** Turns schema, release kind and the version before into questions. */
export function compileQuestions(
  dataset: Pick<Dataset, 'tableSchema' | 'release'>,
  before: Before | null,
  seenOn: LocalDate,
): Compiled {
  const schema = publishedSchema(dataset.tableSchema)
  const asked = schema.fields.flatMap(field =>
    [...checks, noFuture(dataset.release, seenOn)].flatMap(check => {
      const breaks = check.breaks(field, schema)
      if (!breaks) return []
      const id = `${check.rule}:${field.name}`
      const masked = field.personal !== undefined
      return [{check, field, question: {id, field: field.name, breaks, masked}}]
    }),
  )
  return {
    asked,
    questions: {
      schema,
      cells: asked.map(({question}) => question),
      keys: keysOf(schema),
      before: before && beforeQuestions(dataset.release.kind, schema, before.schema),
      samplesMax,
    },
  }
}

/** Periods that have not begun are slips of the pen, or forecasts; either way for a person to see. */
function noFuture({periodFrom}: Dataset['release'], seenOn: LocalDate): Check {
  const named = periodFrom.from === 'column' ? periodFrom.field : null
  const bounds: {readonly [type in FieldType]?: string} = {
    date: seenOn,
    datetime: `${seenOn}T24`,
    year: seenOn.slice(0, 4),
    yearmonth: seenOn.slice(0, 7),
  }
  return {
    type: 'future-period',
    rule: 'future',
    severity: 'holds',
    breaks({name, role, type}) {
      const bound = bounds[type]
      const isPeriod = role === 'period' || name === named
      return bound === undefined || !isPeriod ? null : {kind: 'above', bound}
    },
    facts: () => ({seenOn}),
  }
}

function keysOf(schema: TableSchema): readonly KeyQuestion[] {
  const masked = (fields: readonly string[]) => anyPersonal(schema, fields)
  const primary = schema.primaryKey ?? []
  const unique = schema.fields
    .filter(({constraints}) => constraints?.unique)
    .map(({name}) => [name])
  return [
    ...(primary.length > 0 ? [{id: 'primary', fields: primary, masked: masked(primary)}] : []),
    ...[...(schema.uniqueKeys ?? []), ...unique].map((fields, index) => ({
      id: `unique:${index}`,
      fields,
      masked: masked(fields),
    })),
  ]
}

function anyPersonal({fields}: TableSchema, names: readonly string[]): boolean {
  return fields.some(({name, personal}) => personal !== undefined && names.includes(name))
}

/**
 * Row by row, only kinds that repeat their rows are compared: a `period` release does not contain the
 * period before, and a `value` is one row.
 */
function beforeQuestions(
  kind: Dataset['release']['kind'],
  schema: TableSchema,
  before: TableSchema,
): Questions['before'] {
  const known = new Set(before.fields.map(field => field.name))
  const shared = schema.fields.filter(field => known.has(field.name))
  const comparable = kind === 'full' || kind === 'history' || kind === 'cumulative'
  const primary = schema.primaryKey ?? []
  const key = comparable && primary.length > 0 && primary.every(name => known.has(name))
  const falling = shared.filter(
    ({name, type, personal}) =>
      kind === 'cumulative' && isNumeric(type) && !personal && !primary.includes(name),
  )
  return {
    shared: shared.map(field => field.name),
    key: key ? primary : null,
    falling: falling.map(field => field.name),
    masked: anyPersonal(schema, primary),
  }
}
