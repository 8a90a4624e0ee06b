import {type TSchema, Type} from '@sinclair/typebox'
import type {Text} from '../../text/language.ts'

/** A value or null, as JSON Schema 2020-12 writes it. */
export const nullable = <Shape extends TSchema>(shape: Shape) =>
  Type.Unsafe<Shape['static'] | null>({...shape, type: [shape.type, 'null']})

/** What others declare and we hand on as it is. */
export const anything = (description: string) => Type.Unsafe<unknown>({description})

const instantNote = 'A moment in UTC, ISO 8601 with milliseconds.'
const dateNote = "A calendar day in the site's time zone."

export const instant = (description = instantNote) =>
  Type.String({description, examples: ['2026-11-23T02:00:00.000Z']})
export const localDate = (description = dateNote) =>
  Type.String({description, examples: ['2024-12-31']})

/** A text in the languages of the site. */
export const text = (description: string) =>
  Type.Unsafe<Text>({
    type: 'object',
    description: `${description} By BCP 47 language tag; a language that is missing has no translation.`,
    properties: {
      'zh-Hant': {type: 'string'},
      'zh-Hans': {type: 'string'},
      en: {type: 'string'},
    },
  })

export const sample = Type.Boolean({
  description: 'Whether any of the rows are samples of our own making, with invented names.',
})
export const simulated = Type.Boolean({
  description: "Whether this rests on a stand-in for the department's server.",
})

/**
 * A parameter that the validator fills in where it is absent: not required of the reader, and always
 * there for the handler.
 */
export const defaulted = <Shape extends TSchema>(shape: Shape) =>
  Type.Optional(shape) as unknown as Shape

/** What every page of a list takes. */
export const paging = (limitDefault: number, limitMaximum: number) => ({
  limit: defaulted(
    Type.Integer({
      minimum: 1,
      maximum: limitMaximum,
      default: limitDefault,
      description: 'How many to answer with at most.',
    }),
  ),
  offset: defaulted(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      default: 0,
      description: 'How many to leave out first.',
    }),
  ),
})

/** `?lang=`: what errors are said in, and what a search is spelt in. */
export const lang = Type.Optional(
  Type.String({
    maxLength: 35,
    description:
      'The language of labels and messages; otherwise Accept-Language decides. One of the languages of the site.',
    examples: ['zh-Hant'],
  }),
)

/** `?asOf=`: verdicts as they stood. */
export const asOf = Type.Optional(
  Type.String({
    maxLength: 40,
    description:
      "A moment (2024-12-31T10:00:00Z) or a day (2024-12-31, meaning its end in the site's time zone). Nothing recorded after it is taken into account. A time still to come is answered on the evidence there is now. Default: now.",
    examples: ['2024-12-31'],
  }),
)

/** An object that knows all its properties: an unknown parameter is refused, never ignored. */
export const exactly = <Properties extends {[name: string]: TSchema}>(properties: Properties) =>
  Type.Object(properties, {additionalProperties: false})

/** RFC 9457, https://www.rfc-editor.org/rfc/rfc9457 */
export const problemShape = Type.Object(
  {
    type: Type.String({description: 'Where the kind of problem is described.'}),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({
      description: 'What happened, and to what, in the language of the reader.',
    }),
    instance: Type.String({description: 'The address that was asked for.'}),
    code: Type.String({description: 'A name for the kind of problem that never changes.'}),
    parameter: Type.Optional(Type.String({description: 'The parameter that is to be changed.'})),
    facts: anything('The values that the detail names.'),
  },
  {description: 'RFC 9457: what happened, and what next.'},
)

/** Describes the failures of a route in /openapi.json, in the media type they come in. */
export const failures = {
  '4xx': {content: {'application/problem+json': {schema: problemShape}}},
  '5xx': {content: {'application/problem+json': {schema: problemShape}}},
}
