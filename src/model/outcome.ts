import type {Problem} from '../text/problem.ts'
import type {Version} from './version.ts'

/** How one journey of a dataset's data ended. `report` is an object key, for catalog's reportAt. */
export type Outcome =
  | {readonly kind: 'published'; readonly version: Version}
  | {readonly kind: 'unchanged'; readonly version: Version}
  /** A breaking or surprising change, waiting for a person. */
  | {readonly kind: 'held'; readonly report: string}
  /** The bytes are no table (problem), or a wrong one (report). */
  | {readonly kind: 'rejected'; readonly report: string | null; readonly problem: Problem | null}
  | {readonly kind: 'failed'; readonly problem: Problem}
