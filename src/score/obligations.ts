import type {Dataset} from '../model/dataset.ts'
import type {Obligation} from '../model/obligation.ts'
import type {Cadence, Commitment, PlanEdition} from '../model/plan.ts'
import {addMonths, firstDay, type LocalDate, type Month, monthOf} from '../model/time.ts'
import type {Calendar} from './calendar.ts'
import {expectedYear, yearCalendarOf} from './coverage.ts'

/** Months between windows. */
export const periodMonths = {P1M: 1, P3M: 3, P6M: 6, P1Y: 12} as const

export interface WindowOptions {
  /** The site's declaration of the dataset, which knows the year its releases are about. */
  readonly dataset: Dataset | null
  readonly horizon: PlanEdition['horizon']
  /** Windows that open after this day are left out. A plan's end ends no promise. */
  readonly until: LocalDate
  readonly calendar: Calendar
}

/**
 * The windows of a commitment that stand in the calendar, in order: dated ones and months of
 * real-time service. Attestation tracks depend on evidence: see tracks.ts.
 */
export function obligationsOf(
  commitment: Commitment,
  {dataset, horizon, until, calendar}: WindowOptions,
): readonly Obligation[] {
  const {id, section, target, cadence, covers} = commitment
  const years = covers && yearCalendarOf(covers, dataset)
  const of = (month: Month, kind: Obligation['kind'], suffix = ''): Obligation => {
    const opens = firstDay(month)
    const {due, rolledFrom} =
      kind === 'realtime' ? unrolled(month, calendar) : calendar.dueOf(month)
    return {
      id: `${id}:${month}${suffix}`,
      commitment: id,
      dataset: commitment.dataset,
      kind,
      month,
      opens,
      due,
      rolledFrom,
      opensAt: calendar.startOf(opens),
      dueAt: calendar.endOf(due),
      expectedCoverage: years && expectedYear(opens, years),
    }
  }

  const last = monthOf(until)
  const windows: Obligation[] = []
  if (cadence.kind === 'once') windows.push(of(target, 'once'))
  else if (section !== 'D')
    windows.push(of(target, 'release', cadence.kind === 'realtime' ? ':release' : ''))
  for (const month of recurring(commitment, monthOf(horizon.first), last))
    windows.push(of(month, cadence.kind === 'realtime' ? 'realtime' : 'periodic'))
  return windows.filter(({month}) => month <= last)
}

// A first release is its row's first window, never a second one beside it. What a row of section D
// released before the plan began was another plan's to promise.
function recurring({section, target, cadence}: Commitment, first: Month, last: Month): Month[] {
  const start = target > first ? target : first
  const found: Month[] = []
  for (let month = start; month <= last; month = addMonths(month, 1)) {
    const released = section !== 'D' && month === target
    if (opensIn(month, cadence) && !(released && cadence.kind === 'periodic')) found.push(month)
  }
  return found
}

function opensIn(month: Month, cadence: Cadence): boolean {
  if (cadence.kind === 'realtime') return true
  if (cadence.kind !== 'periodic') return false
  return (
    cadence.anchors.includes(Number(month.slice(5))) &&
    (cadence.since === undefined || month >= cadence.since)
  )
}

// Months of real-time service are counted in ticks, and have nothing to be late with.
function unrolled(month: Month, calendar: Calendar): {due: LocalDate; rolledFrom: null} {
  const {due, rolledFrom} = calendar.dueOf(month)
  return {due: rolledFrom ?? due, rolledFrom: null}
}
