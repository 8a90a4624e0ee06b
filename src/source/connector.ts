import type {Source, SourceFormat} from '../model/dataset.ts'
import type {Dialect} from '../model/table-schema.ts'
import type {Instant} from '../model/time.ts'
import type {SnapshotPart} from '../model/version.ts'
import type {World} from '../store/world.ts'
import type {Resolve} from './guard.ts'
import type {Limits} from './limits.ts'

/** How to get bytes from one kind of source. Add one: write a file, list it in connectors.ts. */
export interface Connector {
  readonly name: Source['connector']
  /** The place as everybody may read it: no credential, no path of our own machine. */
  shown(place: Place): string
  /** The host that is asked, for back-off; null: none is. */
  host(place: Place): string | null
  /** @throws Problem for everything that the place does wrong */
  read(place: Place, reading: Reading): Promise<Answer>
}

/** Where to read: a source with its address filled in for one issue. */
export interface Place {
  readonly source: Source
  readonly url: string
  readonly format: SourceFormat
  readonly dialect: Dialect
}

/** What a connector may use while it reads. */
export interface Reading {
  readonly world: SourceWorld
  readonly limits: Limits
  readonly resolve: Resolve
  /** Ends the reading when its total time is over. */
  readonly signal: AbortSignal
  /** What the place answered last time, if asking conditionally makes sense; else null. */
  readonly validators: Validators | null
  /** Stores bytes as they come, by their hash; in all at most the limit of the source. */
  keep(bytes: AsyncIterable<Uint8Array>, mediaType: string | null): Promise<SnapshotPart>
}

export interface Validators {
  readonly etag: string | null
  readonly lastModified: string | null // as the server wrote it
}

export interface Answer extends Validators {
  readonly status: number | null // HTTP; null elsewhere
  /** null: nothing has changed since the validators were given. */
  readonly parts: readonly SnapshotPart[] | null
  /** When the source says that its content dates from. */
  readonly claimedAt: Instant | null
}

export type SourceWorld = Pick<
  World,
  'site' | 'records' | 'objects' | 'log' | 'now' | 'credential' | 'code'
>
