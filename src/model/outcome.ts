import type {Problem} from '../text/problem.ts'
import type {Report, Version} from './version.ts'

/** How one journey of a dataset's data ended. */
export type Outcome =
  | {readonly kind: 'published'; readonly version: Version}
  | {readonly kind: 'unchanged'; readonly version: Version}
  /** A breaking or surprising change, waiting for a person. */
  | {readonly kind: 'held'; readonly report: Report; readonly key: string}
  | {
      readonly kind: 'rejected'
      readonly report: Report | null
      readonly key: string | null
      readonly problem: Problem | null
    }
  | {readonly kind: 'failed'; readonly problem: Problem}
