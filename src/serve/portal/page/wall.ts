import type {Verdict} from '../../../model/obligation.ts'
import type {Commitment} from '../../../model/plan.ts'
import type {Publisher, Site} from '../../../model/site.ts'
import {addMonths, localDate, type Month, monthOf} from '../../../model/time.ts'
import type {CommitmentScore, Scoreboard} from '../../../score/score.ts'
import type {Text} from '../../../text/language.ts'
import {type MarkName, markNames, markOf} from '../part/marks.tsx'

/** The wall as plain data: which verdict stands in which month of which promise. */
export interface Wall {
  readonly months: readonly Month[]
  readonly groups: readonly WallGroup[]
  /** Column before which watching began; null: before the wall, or not at all. */
  readonly watching: number | null
  /** Column of the first month after the plan's horizon; null: the wall ends before it. */
  readonly past: number | null
  readonly now: number
  /** How many windows bear each mark. Their sum is `total`, the number of marks drawn. */
  readonly counts: readonly {readonly mark: MarkName; readonly n: number}[]
  readonly total: number
}

export interface WallGroup {
  readonly publisher: Publisher | null
  readonly rows: readonly WallRow[]
}

export interface WallRow {
  readonly commitment: Commitment
  readonly title: Text
  /** One entry a month, most of them empty. */
  readonly cells: readonly (readonly Verdict[])[]
}

/** The months from the plan's first to this one, and every verdict whose window opens in them. */
export function wallOf(board: Scoreboard, site: Site): Wall {
  const months = monthsOf(board, site.timeZone)
  const groups = groupsOf(board, site, months)
  const drawn = groups.flatMap(group => group.rows).flatMap(row => row.cells.flat())
  const watchingMonth =
    board.watchingSince && monthOf(localDate(board.watchingSince, site.timeZone))
  return {
    months,
    groups,
    watching: column(months, watchingMonth),
    past: column(months, addMonths(monthOf(board.plan.horizon.last), 1)),
    now: months.length - 1,
    counts: countsOf(drawn),
    total: drawn.length,
  }
}

function monthsOf(board: Scoreboard, timeZone: string): Month[] {
  const now = monthOf(localDate(board.asOf, timeZone))
  const months: Month[] = []
  for (let month = monthOf(board.plan.horizon.first); month <= now; month = addMonths(month, 1)) {
    months.push(month)
  }
  return months
}

function column(months: readonly Month[], month: Month | null): number | null {
  const index = month === null ? -1 : months.indexOf(month)
  return index < 0 ? null : index
}

/** In the order in which the plan first names each publisher. */
function groupsOf(board: Scoreboard, site: Site, months: readonly Month[]): WallGroup[] {
  const groups = Map.groupBy(board.commitments, score => score.commitment.publisher)
  return [...groups].map(([id, scores]) => ({
    publisher: site.publishers.find(publisher => publisher.id === id) ?? null,
    rows: scores.map(score => rowOf(score, site, months)),
  }))
}

function rowOf(
  {commitment, verdicts}: CommitmentScore,
  site: Site,
  months: readonly Month[],
): WallRow {
  const byMonth = Map.groupBy(verdicts, verdict => verdict.obligation.month)
  return {
    commitment,
    title: titleOf(commitment, site),
    cells: months.map(month => byMonth.get(month) ?? []),
  }
}

/** A promise by its dataset's short title; by the plan's own where no dataset answers it. */
export function titleOf(commitment: Commitment, site: Site): Text {
  const dataset = site.datasets.find(({id}) => id === commitment.dataset)
  return dataset?.shortTitle ?? {'zh-Hant': commitment.title}
}

/** How many verdicts bear each mark, in the legend's order; marks that none bears are left out. */
export function countsOf(verdicts: readonly Verdict[]): {mark: MarkName; n: number}[] {
  const byMark = Map.groupBy(verdicts, markOf)
  return markNames.map(mark => ({mark, n: byMark.get(mark)?.length ?? 0})).filter(({n}) => n > 0)
}
