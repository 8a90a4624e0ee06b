import {type Static, type TSchema, Type} from '@sinclair/typebox'
import type {Dataset} from '../model/dataset.ts'
import type {ContactPoint, Holidays, Publisher, Site, Term, Theme} from '../model/site.ts'
import type {CodeList} from '../model/table-schema.ts'
import type {Language, Text} from '../text/language.ts'
import {languages} from '../text/language.ts'
import {dialect, picture, release, source, tableSchema} from './site-shape-dataset.ts'

/** What site.json says; the lists of a site lie in files beside it. */
export type SiteFile = Omit<
  Site,
  | 'folder'
  | 'publishers'
  | 'contactPoints'
  | 'themes'
  | 'codeLists'
  | 'glossary'
  | 'holidays'
  | 'datasets'
>

/** The shape of every file of a site folder, for sites that speak these languages. */
export interface SiteShapes {
  readonly publishers: TSchema
  readonly contactPoints: TSchema
  readonly themes: TSchema
  readonly codeLists: TSchema
  readonly glossary: TSchema
  readonly holidays: TSchema
  readonly dataset: TSchema
}

export const some = Type.String({minLength: 1})
const origin = Type.Union([Type.Literal('official'), Type.Literal('ours'), Type.Literal('machine')])
const originByLanguage = Type.Record(some, origin)
const localDate = Type.String({pattern: '^\\d{4}-\\d\\d-\\d\\d$'})

/** An object that knows all its properties: a misspelt one is a mistake, never ignored. */
export const exactly = <T extends {[name: string]: TSchema}>(properties: T) =>
  Type.Object(properties, {additionalProperties: false})

/** A text in every language of the site; `translation` lets a missing one be told from other gaps. */
export function textIn(spoken: readonly Language[]) {
  const properties = Object.fromEntries(
    spoken.map(language => [language, Type.String({minLength: 1, translation: language})]),
  )
  return Type.Unsafe<Text>(exactly(properties))
}

/** site.json, whose own texts are checked against the languages it names. */
export function siteShape(spoken: readonly Language[]) {
  const text = textIn(spoken)
  return exactly({
    id: slug,
    title: text,
    description: text,
    homepage: Type.Optional(some),
    languages: Type.Array(Type.Union(languages.map(language => Type.Literal(language))), {
      minItems: 1,
      uniqueItems: true,
    }),
    timeZone: some,
    plan: Type.Union([some, Type.Null()]),
    licence: exactly({title: text, url: some}),
    variables: Type.Record(some, Type.String()),
    allowedHosts: Type.Array(some),
    standIn: Type.Union([some, Type.Null()]),
    polling: exactly({daily: some}),
  })
}

/** Ids stand in addresses and file names, so they hold nothing that would need escaping. */
export const slug = Type.String({pattern: '^[a-z0-9][a-z0-9-]*$'})

/** The shapes of the files beside site.json. */
export function siteShapes(spoken: readonly Language[]) {
  const text = textIn(spoken)
  const optionalOrigin = Type.Optional(originByLanguage)
  const dates = {
    from: Type.Optional(some),
    until: Type.Optional(some),
    formerly: Type.Optional(some),
  }
  const also = Type.Optional(Type.Array(some))
  return {
    publishers: Type.Array(
      exactly({
        id: slug,
        name: text,
        shortName: text,
        origin: optionalOrigin,
        homepage: Type.Optional(some),
        also,
      }),
    ),
    contactPoints: Type.Array(
      exactly({id: slug, name: text, email: Type.Optional(some), url: Type.Optional(some)}),
    ),
    themes: Type.Array(exactly({id: slug, title: text, also})),
    codeLists: Type.Array(
      exactly({
        id: slug,
        title: text,
        codes: Type.Array(
          exactly({
            code: some,
            label: text,
            origin: optionalOrigin,
            also,
            ...dates,
            total: Type.Optional(Type.Boolean()),
          }),
          {minItems: 1},
        ),
      }),
    ),
    glossary: Type.Array(
      exactly({
        id: slug,
        code: Type.Optional(some),
        label: text,
        origin: optionalOrigin,
        description: Type.Optional(text),
        also,
        ...dates,
        source: Type.Optional(some),
      }),
    ),
    holidays: exactly({
      first: localDate,
      last: localDate,
      source: some,
      days: Type.Array(exactly({date: localDate, name: text})),
    }),
    dataset: datasetShape(spoken),
  }
}

function datasetShape(spoken: readonly Language[]) {
  const text = textIn(spoken)
  const footnotes = Type.Array(
    exactly({mark: Type.Optional(some), text, origin: Type.Optional(origin)}),
  )
  return exactly({
    id: slug,
    commitment: some,
    title: text,
    shortTitle: text,
    description: text,
    origin: Type.Record(some, originByLanguage),
    publisher: some,
    theme: Type.Array(some, {minItems: 1}),
    keyword: Type.Optional(Type.Array(text)),
    contactPoint: some,
    source: Type.Union([source(text, footnotes), Type.Null()]),
    release,
    dialect,
    tableSchema: tableSchema(text),
    promised: Type.Optional(Type.Array(exactly({text: some, fields: Type.Array(some)}))),
    formats: Type.Optional(
      Type.Array(
        Type.Union(
          (['csv', 'json', 'ndjson', 'xml', 'xls', 'xlsx', 'parquet'] as const).map(name =>
            Type.Literal(name),
          ),
        ),
      ),
    ),
    picture,
    totals: Type.Optional(
      exactly({field: some, values: Type.Array(Type.String()), beyond: Type.Optional(text)}),
    ),
    footnotes: Type.Optional(footnotes),
    breaks: Type.Optional(Type.Array(exactly({at: some, note: text}))),
    gates: Type.Optional(
      exactly({
        vanishedRowsShareMax: Type.Optional(Type.Number({minimum: 0, maximum: 1})),
        why: some,
      }),
    ),
  })
}

// The shapes above and the nouns of model/ say the same twice; these lines do not compile when one
// of them changes alone, which would otherwise show as an unknown property in somebody's site.
type Shapes = ReturnType<typeof siteShapes>
type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : {readonly [key in keyof T]: Frozen<T[key]>}
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never
type Agree<Shape extends TSchema, Noun> = Same<Frozen<Static<Shape>>, Frozen<Noun>>

/** Proof, by the compiler, that shapes and nouns agree. */
export const agreed: readonly [
  Agree<ReturnType<typeof siteShape>, SiteFile>,
  Agree<Shapes['publishers'], readonly Publisher[]>,
  Agree<Shapes['contactPoints'], readonly ContactPoint[]>,
  Agree<Shapes['themes'], readonly Theme[]>,
  Agree<Shapes['codeLists'], readonly CodeList[]>,
  Agree<Shapes['glossary'], readonly Term[]>,
  Agree<Shapes['holidays'], Holidays>,
  Agree<Shapes['dataset'], Dataset>,
] = [true, true, true, true, true, true, true, true]
