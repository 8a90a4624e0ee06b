import {type TSchema, type TUnsafe, Type} from '@sinclair/typebox'
import type {Text} from '../text/language.ts'

/** The larger parts of a dataset file; put together in site-shape.ts. */

const some = Type.String({minLength: 1})
const optional = Type.Optional
const exactly = <T extends {[name: string]: TSchema}>(properties: T) =>
  Type.Object(properties, {additionalProperties: false})
const oneOf = <const T extends readonly string[]>(...names: T) =>
  Type.Unsafe<T[number]>(Type.Union(names.map(name => Type.Literal(name))))
const whole = Type.Integer({minimum: 1})

export const dialect = exactly({
  delimiter: optional(some),
  quoteChar: optional(some),
  headerRows: optional(Type.Array(whole)),
  headerJoin: optional(Type.String()),
  property: optional(some),
  sheetName: optional(some),
  sheetNumber: optional(whole),
  range: optional(Type.String({pattern: '^[A-Z]{1,3}[0-9]+:[A-Z]{1,3}[0-9]*$'})),
  rowElement: optional(some),
  encoding: optional(some),
  footnoteMarks: optional(Type.Array(some)),
  notesField: optional(some),
  unpivot: optional(
    exactly({
      keep: Type.Integer({minimum: 0}),
      dimensionRow: whole,
      measureRow: whole,
      dimensionField: some,
    }),
  ),
  constants: optional(Type.Record(some, Type.String())),
})

const sourceFormat = oneOf('csv', 'json', 'xml', 'xls', 'xlsx')

/** Where a dataset comes from. */
export function source<T extends TSchema>(text: TUnsafe<Text>, footnotes: T) {
  return exactly({
    connector: oneOf('http', 'folder', 'sql'),
    format: sourceFormat,
    url: some,
    query: optional(some),
    nextLink: optional(some),
    credential: optional(some),
    issues: optional(
      Type.Array(
        exactly({
          id: some,
          url: optional(some),
          format: optional(sourceFormat),
          dialect: optional(dialect),
          sample: optional(Type.Boolean()),
          provenance: optional(text),
          footnotes: optional(footnotes),
        }),
        {minItems: 1},
      ),
    ),
    yearly: optional(
      exactly({since: Type.Integer({minimum: 1900}), financial: optional(Type.Boolean())}),
    ),
    sample: Type.Boolean(),
    maxBytes: optional(whole),
  })
}

const periodFrom = Type.Union([
  exactly({from: Type.Literal('issue')}),
  exactly({from: Type.Literal('column'), field: some}),
  exactly({from: Type.Literal('delivery')}),
  exactly({from: Type.Literal('cell'), cell: some, pattern: some}),
])

export const release = exactly({
  kind: oneOf('full', 'period', 'cumulative', 'history', 'value', 'once', 'live'),
  calendar: oneOf('calendar-year', 'financial-year', 'month', 'quarter', 'half-year', 'day'),
  periodFrom,
  covers: optional(oneOf('preceding-year', 'preceding-financial-year')),
})

export const picture = exactly({
  kind: oneOf(
    'grants',
    'cumulative',
    'cross-table',
    'programme-statistics',
    'by-category',
    'register',
    'series',
    'category-shares',
    'quota',
    'kpi',
    'figure',
    'positions',
    'counts',
    'air',
    'list',
    'portfolio',
    'expenditure',
  ),
  x: optional(some),
  y: optional(some),
  value: optional(some),
  second: optional(some),
  colour: optional(some),
  target: optional(some),
  limit: optional(whole),
})

const bound = Type.Union([Type.Number(), Type.String()])
const constraints = exactly({
  required: optional(Type.Boolean()),
  unique: optional(Type.Boolean()),
  minLength: optional(Type.Integer({minimum: 0})),
  maxLength: optional(Type.Integer({minimum: 0})),
  minimum: optional(bound),
  maximum: optional(bound),
  pattern: optional(some),
  enum: optional(Type.Array(Type.Union([Type.String(), Type.Number()]))),
})

const field = (text: TUnsafe<Text>) =>
  exactly({
    name: some,
    // '' is the heading of a column that the source leaves without one.
    headings: optional(Type.Array(Type.String())),
    type: oneOf(
      'string',
      'integer',
      'number',
      'boolean',
      'date',
      'time',
      'datetime',
      'year',
      'yearmonth',
      'any',
    ),
    format: optional(some),
    decimalChar: optional(some),
    groupChar: optional(some),
    bareNumber: optional(Type.Boolean()),
    trueValues: optional(Type.Array(Type.String())),
    falseValues: optional(Type.Array(Type.String())),
    constraints: optional(constraints),
    title: text,
    description: optional(text),
    unit: optional(text),
    unitProvenance: optional(oneOf('stated', 'inferred', 'assigned')),
    measure: optional(
      exactly({
        additivity: oneOf('sum', 'never', 'last'),
        direction: optional(oneOf('up', 'down')),
      }),
    ),
    role: optional(
      oneOf('key', 'name', 'category', 'period', 'amount', 'count', 'text', 'notes', 'status'),
    ),
    codes: optional(some),
    status: optional(
      exactly({marks: Type.Record(Type.String(), oneOf('A', 'E', 'P', 'R', 'Q', 'M', 'B'))}),
    ),
    personal: optional(exactly({retention: some, published: oneOf('keep', 'omit')})),
  })

/** Frictionless Table Schema with what a release means. */
export function tableSchema(text: TUnsafe<Text>) {
  return exactly({
    fields: Type.Array(field(text), {minItems: 1}),
    primaryKey: optional(Type.Array(some)),
    uniqueKeys: optional(Type.Array(Type.Array(some))),
    missingValues: optional(Type.Array(Type.String())),
  })
}
