import type {Row} from '../../src/catalog/rows.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Verdict, VerdictState} from '../../src/model/obligation.ts'
import type {Cadence, Commitment, PlanEdition} from '../../src/model/plan.ts'
import type {Site} from '../../src/model/site.ts'
import type {CodeList, Field} from '../../src/model/table-schema.ts'
import {endOfDay, lastDay, startOfDay} from '../../src/model/time.ts'
import type {Version} from '../../src/model/version.ts'
import type {CommitmentScore, Scoreboard} from '../../src/score/score.ts'
import {type PictureInput, pictureOf, type Release} from '../../src/serve/portal/picture/picture.ts'
import {voiceOf} from '../../src/serve/portal/voice.ts'
import type {Language} from '../../src/text/language.ts'
import {emptySite} from '../world.ts'

// Plain data in the shapes that pages are made of. Names are invented.

const zone = 'Asia/Hong_Kong'

/** A text that says the same in every language. */
export function everywhere(text: string) {
  return {en: text, 'zh-Hant': text, 'zh-Hans': text}
}

/** A column; `{unit: 'HK$ million'}` and the like are given as what differs. */
export function field(
  name: string,
  given: Partial<Omit<Field, 'unit'>> & {unit?: string} = {},
): Field {
  const {unit, ...rest} = given
  return {
    name,
    type: 'string',
    title: everywhere(name),
    ...rest,
    ...(unit === undefined ? {} : {unit: everywhere(unit)}),
  }
}

/** A dataset with these columns, drawn like this. */
export function dataset(
  fields: readonly Field[],
  picture: Dataset['picture'],
  given: Partial<Dataset> = {},
): Dataset {
  return {
    id: 'sample-set',
    commitment: 'D9',
    title: everywhere('Sample set'),
    shortTitle: everywhere('Sample'),
    description: everywhere('A sample.'),
    origin: {},
    publisher: 'itc',
    theme: ['trade'],
    contactPoint: 'office',
    source: null,
    release: {kind: 'period', calendar: 'calendar-year', periodFrom: {from: 'issue'}},
    dialect: {},
    tableSchema: {fields},
    picture,
    ...given,
  }
}

/** A published version that covers a period. */
export function version(period: string | null, given: Partial<Version> = {}): Version {
  return {
    dataset: 'sample-set',
    version: `v-${period ?? 'x'}`,
    issue: period,
    position: period ?? '',
    period,
    kind: 'update',
    issued: '2026-11-23T02:00:00.000Z',
    previousVersion: null,
    sample: false,
    simulated: false,
    rows: 1,
    fields: [],
    distributions: [],
    snapshot: {
      dataset: 'sample-set',
      issue: period,
      takenAt: '2026-11-23T02:00:00.000Z',
      url: 'https://itc.example/a.csv',
      parts: [],
      contentHash: 'c0ffee',
      claimedAt: null,
      sample: false,
    },
    parity: 'feed',
    footnotes: [],
    sourceFootnotes: [],
    declaration: 'd',
    manifest: 'm',
    manifestChecksum: 'm',
    withdrawn: false,
    ...given,
  }
}

/** Draws the picture of these releases, oldest first. */
export function draw(
  of: Dataset,
  releases: readonly (readonly [period: string | null, rows: readonly Row[]])[],
  options: {language?: Language; codeLists?: readonly CodeList[]} = {},
) {
  const made: Release[] = releases.map(([period, rows]) => ({
    version: version(period, {rows: rows.length}),
    rows,
  }))
  const input: PictureInput = {
    dataset: of,
    latest: made.at(-1)?.version ?? version(null),
    releases: made,
    codeLists: options.codeLists ?? [],
    voice: voiceOf(options.language ?? 'en', zone),
  }
  return pictureOf(input)
}

/** A commitment of the plan. */
export function commitment(id: string, given: Partial<Commitment> = {}): Commitment {
  return {
    id,
    plan: 'plan',
    section: 'D',
    ordinal: Number(id.slice(1)),
    group: null,
    publisher: 'itc',
    title: `承諾${id}`,
    category: '工商業',
    dataset: null,
    target: '2022-01',
    cadence: {
      kind: 'periodic',
      period: 'P1M',
      anchors: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    } as Cadence,
    formats: ['CSV'],
    clauses: [],
    covers: null,
    quote: {text: `${id}\t承諾`, lineStart: 1, lineEnd: 2},
    provenance: {},
    ...given,
  }
}

/** A verdict on the window of a month. */
export function verdict(
  of: string,
  month: string,
  state: VerdictState,
  given: Partial<Verdict> = {},
): Verdict {
  const opens = `${month}-01`
  const due = lastDay(month)
  return {
    obligation: {
      id: `${of}:${month}`,
      commitment: of,
      dataset: null,
      kind: 'periodic',
      month,
      opens,
      due,
      rolledFrom: null,
      opensAt: startOfDay(opens, zone),
      dueAt: endOfDay(due, zone),
      expectedCoverage: null,
    },
    asOf: '2022-06-15T02:00:00.000Z',
    state,
    timing: state === 'fulfilled' ? 'on-time' : null,
    daysLate: null,
    evidenceKind: 'observed',
    evidence: [],
    reasons: [],
    ...given,
  }
}

/** What became of a commitment. */
export function score(of: Commitment, verdicts: readonly Verdict[]): CommitmentScore {
  return {commitment: of, current: verdicts.at(-1) ?? null, verdicts, deliveries: []}
}

/** A board over 2022-01 to 2022-04, as at June of that year. */
export function board(
  scores: readonly CommitmentScore[],
  given: Partial<Scoreboard> = {},
): Scoreboard {
  const plan: PlanEdition = {
    id: 'plan',
    publisher: 'itc',
    title: '開放數據計劃',
    horizon: {first: '2022-01-01', last: '2022-04-30'},
    issued: null,
    supersedes: null,
    source: {file: 'plan.txt', checksum: 'abc', byteSize: 3},
    importedAt: '2022-06-01T02:00:00.000Z',
    commitments: scores.map(found => found.commitment),
  }
  return {
    asOf: '2022-06-15T02:00:00.000Z',
    plan,
    commitments: scores,
    horizonPassed: true,
    watchingSince: '2022-03-10T02:00:00.000Z',
    ...given,
  }
}

/** A site of one publisher and one theme. */
export const site: Site = {
  ...emptySite,
  publishers: [{id: 'itc', name: everywhere('Commission'), shortName: everywhere('ITC')}],
  contactPoints: [{id: 'office', name: everywhere('Office'), email: 'office@itc.example'}],
  themes: [{id: 'trade', title: everywhere('Trade')}],
}
