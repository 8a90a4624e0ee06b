import type {Site} from '../model/site.ts'
import type {Instant} from '../model/time.ts'
import type {Events} from './events.ts'
import type {Objects, ReadObjects} from './objects.ts'
import type {ReadRecords, Records} from './records.ts'
import type {Tables} from './tables.ts'

/** Everything outside our own code, opened once (open.ts) and handed down. Ask for just the part you use. */
export interface World {
  readonly site: Site
  readonly records: Records
  readonly objects: Objects
  readonly tables: Tables
  readonly events: Events
  readonly log: Log
  /** The only clock. */
  now(): Instant
  /** The only source of chance: a number in [0, 1). */
  random(): number
  /** The value of a credential by its name, from the environment or a file; null: not configured. */
  credential(name: string): string | null
  /** Name and version of the code that runs, for manifests: "kept/0.1.0". */
  readonly code: string
}

/** The same for those who may only look: calling a writer from here does not compile. */
export interface Reader {
  readonly site: Site
  readonly records: ReadRecords
  readonly objects: ReadObjects
  readonly tables: Tables
  readonly events: Pick<Events, 'subscribe'>
  readonly log: Log
  now(): Instant
  readonly code: string
}

/** For operators, in English. */
export interface Log {
  info(message: string, facts?: object): void
  warn(message: string, facts?: object): void
  error(message: string, facts?: object): void
}
