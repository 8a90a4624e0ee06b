// How datasets and versions look in JSON.
import {type Static, Type} from '@sinclair/typebox'
import type {LastOutcome} from '../../catalog/catalog.ts'
import type {Dataset} from '../../model/dataset.ts'
import type {Version} from '../../model/version.ts'
import type {Reader} from '../../store/world.ts'
import type {Language, Text, Wording} from '../../text/language.ts'
import {inLanguage, languages} from '../../text/language.ts'
import {Problem} from '../../text/problem.ts'
import {anything, instant, nullable, sample, simulated, text} from './shapes.ts'

export const distributionShape = Type.Object({
  format: Type.String({examples: ['csv']}),
  mediaType: Type.String(),
  byteSize: Type.Integer(),
  checksum: Type.String({description: 'sha256, hex; also the ETag of the file.'}),
  promised: Type.Boolean({description: 'Whether the plan promises this format.'}),
  url: Type.String({description: 'Where it can be fetched, for ever.'}),
})

export const versionShape = Type.Object(
  {
    dataset: Type.String(),
    version: Type.String(),
    issue: nullable(Type.String()),
    period: nullable(Type.String({description: 'What it covers.', examples: ['2023-24']})),
    kind: Type.String({enum: ['update', 'correction', 'redaction']}),
    issued: instant('When it became visible.'),
    previousVersion: nullable(Type.String()),
    sample,
    simulated,
    rows: Type.Integer(),
    fields: Type.Array(Type.String()),
    distributions: Type.Array(distributionShape),
    parity: Type.String({description: 'Digest of all cells in order: the same in every file.'}),
    footnotes: anything('What the publisher says of its own figures.'),
    sourceFootnotes: Type.Array(Type.String()),
    snapshot: anything('The bytes as the source served them: where, when, and their hashes.'),
    declaration: Type.String({description: 'sha256 of the declaration that it was made under.'}),
    withdrawn: Type.Boolean(),
    url: Type.String(),
  },
  {description: 'One immutable publication.'},
)

/** A version, with addresses instead of the keys of our store. */
export function versionView(version: Version): Static<typeof versionShape> {
  const url = `/kept/v1/datasets/${version.dataset}/versions/${version.version}`
  const {manifest: _, position: __, distributions, ...rest} = version
  return {
    ...rest,
    fields: [...version.fields],
    sourceFootnotes: [...version.sourceFootnotes],
    distributions: version.withdrawn
      ? []
      : distributions.map(file => distributionView(version, file)),
    url,
  }
}

function distributionView(
  {dataset, version}: Version,
  {format, mediaType, byteSize, checksum, promised}: Version['distributions'][number],
): Static<typeof distributionShape> {
  const url = `/datasets/${dataset}/versions/${version}/data.${format}`
  return {format, mediaType, byteSize, checksum, promised, url}
}

export const datasetShape = Type.Object(
  {
    id: Type.String(),
    commitment: Type.String({examples: ['D5']}),
    publisher: Type.String(),
    title: text('The title in full.'),
    shortTitle: text('A short title.'),
    label: Type.String({description: 'The short title in the language of the reader.'}),
    theme: Type.Array(Type.String()),
    formats: Type.Array(Type.String({examples: ['CSV']}), {
      description: 'In which formats it can be had; an address takes them in either case.',
    }),
    release: Type.String({description: 'What one release holds: full, period, cumulative, …'}),
    sample,
    latest: nullable(
      Type.Object({
        version: Type.String(),
        issued: instant(),
        period: nullable(Type.String()),
        rows: Type.Integer(),
        sample,
        simulated,
      }),
    ),
    outcome: nullable(
      Type.Object({
        kind: Type.String({enum: ['published', 'unchanged', 'held', 'rejected', 'failed']}),
        at: instant(),
        problem: anything('Why, where something failed: a code and words in three languages.'),
      }),
    ),
    url: Type.String(),
  },
  {description: 'A dataset of the catalog.'},
)

/** What the catalog knows of one dataset. */
export interface Known {
  readonly latest: Version | null
  readonly outcome: LastOutcome | null
}

/** A dataset as the list shows it. */
export function datasetView(
  dataset: Dataset,
  {latest, outcome}: Known,
  language: Language,
): Static<typeof datasetShape> {
  const {id, commitment, publisher, title, shortTitle, theme, release} = dataset
  return {
    ...{id, commitment, publisher, title, shortTitle, theme: [...theme], release: release.kind},
    label: inLanguage(shortTitle, language).value,
    formats: (latest?.distributions ?? []).map(({format}) => format.toUpperCase()),
    sample: latest?.sample ?? declaresSamples(dataset),
    latest: latest && {
      version: latest.version,
      issued: latest.issued,
      period: latest.period,
      rows: latest.rows,
      sample: latest.sample,
      simulated: latest.simulated,
    },
    outcome: outcome && {
      kind: outcome.kind,
      at: outcome.at,
      problem: outcome.problem && problemView(outcome.problem),
    },
    url: `/kept/v1/datasets/${id}`,
  }
}

/** What an outcome remembers of a problem, in every language we ship. */
export function problemView({code, facts}: NonNullable<LastOutcome['problem']>): {
  code: string
  facts: object
  text: Wording
} {
  const problem = new Problem(code, facts)
  const [hant, hans, en] = languages.map(language => problem.in(language))
  return {code, facts, text: {'zh-Hant': hant!, 'zh-Hans': hans!, en: en!}}
}

/** Whether any release that a dataset declares is of our own making. */
export function declaresSamples({source}: Dataset): boolean {
  if (!source) return false
  return source.sample || (source.issues ?? []).some(issue => issue.sample === true)
}

/** Names of a publisher or theme, for those who have only its id. */
export function namesOf(
  {publisher, theme, contactPoint}: Dataset,
  {site}: Pick<Reader, 'site'>,
): {publisherName: Text; themeTitles: Text[]; contactPoint: object | null} {
  return {
    publisherName: site.publishers.find(({id}) => id === publisher)?.name ?? {},
    themeTitles: theme.map(wanted => site.themes.find(({id}) => id === wanted)?.title ?? {}),
    contactPoint: site.contactPoints.find(({id}) => id === contactPoint) ?? null,
  }
}
