import type {Language, Origin, Text} from '../text/language.ts'
import type {Dataset} from './dataset.ts'
import type {CodeList} from './table-schema.ts'
import type {Instant, LocalDate} from './time.ts'

/** Everything true of one government or department only: data of a folder in sites/, no code. */
export interface Site {
  readonly folder: string // absolute
  readonly id: string // "hk-itc"
  readonly title: Text
  readonly description: Text
  /** Where the site is found, and whoever runs a source can complain of us. */
  readonly homepage?: string
  readonly languages: readonly Language[] // the first is the default
  readonly timeZone: string // IANA: "Asia/Hong_Kong"
  /** File of the plan, relative to the folder; null where there is none yet. */
  readonly plan: string | null
  readonly licence: {readonly title: Text; readonly url: string}
  readonly publishers: readonly Publisher[]
  readonly contactPoints: readonly ContactPoint[]
  readonly themes: readonly Theme[]
  readonly codeLists: readonly CodeList[]
  readonly glossary: readonly Term[]
  readonly holidays: Holidays
  readonly datasets: readonly Dataset[]
  /** Values for `{name}` in sources; the stand-in adds its own. */
  readonly variables: {readonly [name: string]: string}
  /** host:port or host that sources may reach although it is private. */
  readonly allowedHosts: readonly string[]
  /** Module, relative to the folder, that plays the departments' servers; null: the sources are real. */
  readonly standIn: string | null
  /** When to look: a cron pattern in the site's time zone. */
  readonly polling: {readonly daily: string}
}

export interface Publisher {
  readonly id: string // "hkstp"
  readonly name: Text
  readonly shortName: Text
  readonly origin?: {readonly [language: string]: Origin}
  readonly homepage?: string
  /** Other names under which plans group its rows: 生產力促進局. */
  readonly also?: readonly string[]
}

export interface ContactPoint {
  readonly id: string
  readonly name: Text // a post or an office, never a person
  readonly email?: string
  readonly url?: string
}

export interface Theme {
  readonly id: string // DATA.GOV.HK's category id: "commerce-and-industry"
  readonly title: Text
  /** As plans write it: 工商業. */
  readonly also?: readonly string[]
}

/** A term of the trade: names in each language, validity, source, certainty. */
export interface Term {
  readonly id: string
  readonly code?: string // "HOKLAS"
  readonly label: Text
  readonly origin?: {readonly [language: string]: Origin}
  readonly description?: Text
  readonly also?: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly formerly?: string
  readonly source?: string
}

/** General holidays, by day; only days inside [first, last] are known. */
export interface Holidays {
  readonly first: LocalDate
  readonly last: LocalDate
  readonly source: string
  readonly days: readonly {readonly date: LocalDate; readonly name: Text}[]
}

/** What a stand-in says of itself when it is ready: variables for `{name}` in sources. */
export interface StandInReady {
  readonly variables: {readonly [name: string]: string}
  readonly at: Instant
}
