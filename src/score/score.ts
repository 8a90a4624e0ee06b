import {evidenceAsOf} from '../evidence/evidence.ts'
import type {Evidence} from '../model/evidence.ts'
import type {Delivery, Verdict, VerdictState} from '../model/obligation.ts'
import type {Commitment, PlanEdition} from '../model/plan.ts'
import type {Site} from '../model/site.ts'
import {addMonths, type Instant, type LocalDate, lastDay, monthOf} from '../model/time.ts'
import {currentPlan} from '../plan/plan.ts'
import type {Reader} from '../store/world.ts'
import {type Calendar, calendarOf} from './calendar.ts'
import {type Ledger, ledgerOf} from './ledger.ts'
import {obligationsOf} from './obligations.ts'
import {subjectOf} from './subject.ts'
import {tracksOf} from './tracks.ts'
import {verdictsOf} from './verdicts.ts'

/** What became of one commitment. */
export interface CommitmentScore {
  readonly commitment: Commitment
  /** The one a reader wants now: of the windows already due or open, the last that is decided. */
  readonly current: Verdict | null
  /** In order of opening. */
  readonly verdicts: readonly Verdict[]
  readonly deliveries: readonly Delivery[]
}

/** What became of a whole plan, as of a moment. */
export interface Scoreboard {
  readonly asOf: Instant
  readonly plan: PlanEdition
  readonly commitments: readonly CommitmentScore[]
  /** The plan's years are over, and no later edition was imported: its promises stay in force. */
  readonly horizonPassed: boolean
  readonly watchingSince: Instant | null
}

/** Which windows to list, by the day on which they open; both days included. */
export interface ScoreOptions {
  readonly asOf: Instant
  /** Default: the plan's first day, and one-off releases whenever they were. */
  readonly first?: LocalDate
  /** Default: the end of the month twelve months after asOf. */
  readonly last?: LocalDate
}

/** The verdicts on every commitment of the plan in force; null where there is no plan. */
export async function scoreboard(
  options: ScoreOptions,
  reader: Pick<Reader, 'records' | 'site'>,
): Promise<Scoreboard | null> {
  const plan = await currentPlan(reader)
  if (!plan) return null
  return scoreOf(plan, await evidenceAsOf(options.asOf, reader), options, reader.site)
}

/** The same as a pure function of plan, evidence and options. */
export function scoreOf(
  plan: PlanEdition,
  evidence: readonly Evidence[],
  options: ScoreOptions,
  site: Pick<Site, 'datasets' | 'standIn' | 'timeZone' | 'holidays'>,
): Scoreboard {
  const {asOf} = options
  const ledger = ledgerOf(evidence, asOf)
  const calendar = calendarOf(site, ledger.closedDays)
  const today = calendar.dateOf(asOf)
  const context = {ledger, calendar, site, plan, options, today}
  return {
    asOf,
    plan,
    commitments: plan.commitments.map(commitment => scoreCommitment(commitment, context)),
    horizonPassed: today > plan.horizon.last,
    watchingSince: ledger.watchingSince,
  }
}

interface Context {
  readonly ledger: Ledger
  readonly calendar: Calendar
  readonly site: Pick<Site, 'datasets' | 'standIn'>
  readonly plan: PlanEdition
  readonly options: ScoreOptions
  readonly today: LocalDate
}

function scoreCommitment(
  commitment: Commitment,
  {ledger, calendar, site, plan, options, today}: Context,
): CommitmentScore {
  const {asOf, first = plan.horizon.first} = options
  const ahead = lastDay(addMonths(monthOf(today), 12))
  const last = options.last ?? ahead
  const {horizon} = plan
  const subject = subjectOf(commitment, ledger, {horizon, asOf, calendar, site})
  // All windows are judged, whichever are asked for: what one takes, another cannot.
  const until = [last, ahead].toSorted()[1]!
  const windows = obligationsOf(commitment, {dataset: subject.dataset, horizon, until, calendar})
  const {verdicts, slots} = verdictsOf(windows, subject)
  const all = [...verdicts, ...tracksOf(slots, subject)].toSorted(byOpening)
  const listed = all.filter(
    ({obligation: {opens, kind}}) =>
      opens <= last && (opens >= first || (kind === 'once' && options.first === undefined)),
  )
  return {
    commitment,
    current: currentOf(all, asOf),
    verdicts: listed,
    deliveries: subject.found.map(({delivery}) => delivery),
  }
}

function byOpening({obligation: one}: Verdict, {obligation: other}: Verdict): number {
  return one.opensAt < other.opensAt ? -1 : one.opensAt > other.opensAt ? 1 : 0
}

// Of what has opened, the last that says something; where that is nothing, the one that is open.
function currentOf(verdicts: readonly Verdict[], asOf: Instant): Verdict | null {
  const begun = verdicts.filter(({obligation}) => obligation.opensAt <= asOf)
  const decided = begun.findLast(({state}) => state !== 'open')
  const open = begun.findLast(({state}) => state === 'open')
  const told = decided?.state === 'unknown' ? (open ?? decided) : (decided ?? open)
  return told ?? verdicts[0] ?? null
}

/** How many verdicts there are of each state; their sum is the number of verdicts. */
export function tally(verdicts: readonly Verdict[]): ReadonlyMap<VerdictState, number> {
  const counts = new Map<VerdictState, number>()
  for (const {state} of verdicts) counts.set(state, (counts.get(state) ?? 0) + 1)
  return counts
}
