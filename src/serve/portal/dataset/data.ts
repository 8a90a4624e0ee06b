import type {LastOutcome} from '../../../catalog/catalog.ts'
import type {Row} from '../../../catalog/rows.ts'
import type {Dataset} from '../../../model/dataset.ts'
import type {Check} from '../../../model/evidence.ts'
import type {PlanEdition} from '../../../model/plan.ts'
import type {Report, Version} from '../../../model/version.ts'
import type {CommitmentScore} from '../../../score/score.ts'
import type {Release} from '../picture/picture.ts'

/** Rows to show, and how many there were to choose from. */
export interface Preview {
  readonly find: string // '' where nothing was looked for
  readonly rows: readonly Row[]
  readonly found: number
  /** How many rows were looked through; fewer than the version has, where it has very many. */
  readonly scanned: number
}

/** Everything that a dataset's page shows, read before anything is drawn. */
export interface DatasetData {
  readonly dataset: Dataset
  readonly plan: PlanEdition | null
  readonly score: CommitmentScore | null
  readonly latest: Version | null
  readonly versions: readonly Version[] // newest first
  readonly outcome: LastOutcome | null
  readonly report: Report | null
  readonly check: Check | null
  /** The first rows of the latest version, or the first of those that hold what was looked for. */
  readonly preview: Preview
  /** Rows of every release that the picture may need, oldest first. */
  readonly releases: readonly Release[]
}
