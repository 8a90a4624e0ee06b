import type {Attestation, Check} from '../model/evidence.ts'
import type {Obligation} from '../model/obligation.ts'
import type {LocalDate} from '../model/time.ts'
import {monthsAfter} from './calendar.ts'
import {yearCalendarOf, yearCovered} from './coverage.ts'
import {contentOf, type Found} from './deliveries.ts'
import {baselineOf, firstCheckFrom, type Subject} from './subject.ts'

/** How a window is fulfilled without a delivery of its own. */
export type Settled =
  | {readonly by: 'plan'}
  | {readonly by: 'source'; readonly found: Found}
  | {readonly by: 'standing'; readonly attestation: Attestation; readonly check: Check}

// One signature stands for up to so many months.
const standingMonthsMax = 12

/** Windows that plan or source date, or that a standing "no change" keeps. */
export function settledOf(
  windows: readonly Obligation[],
  subject: Subject,
): ReadonlyMap<string, Settled> {
  const standing = standingsOf(subject)
  return new Map(
    windows.flatMap(window => {
      const settled = claimOf(window, subject) ?? keptBy(standing, window, subject)
      return settled ? [[window.id, settled] as const] : []
    }),
  )
}

// What happened before we watched is known only from those who say so: section D lists what has been
// released, and a source may date its content.
function claimOf(window: Obligation, subject: Subject): Settled | null {
  const {commitment, ledger} = subject
  const first = ledger.checks[0]
  const watched = first !== undefined && first.at < window.dueAt
  if (!watched && commitment.section === 'D' && window.month === commitment.target)
    return {by: 'plan'}
  const baseline = baselineOf(subject)
  if (!baseline || baseline.check.at < window.dueAt) return null
  const {claimedAt, counts} = baseline.delivery
  const dated = claimedAt !== null && claimedAt >= window.opensAt && claimedAt < window.dueAt
  return dated && counts && mayCover(baseline, window, subject)
    ? {by: 'source', found: baseline}
    : null
}

function mayCover({delivery}: Found, window: Obligation, {commitment, dataset}: Subject): boolean {
  if (window.expectedCoverage === null || commitment.covers === null) return true
  const year = yearCovered(delivery.coverage, yearCalendarOf(commitment.covers, dataset))
  return year === null || year === window.expectedCoverage
}

interface Standing {
  readonly attestation: Attestation
  readonly until: LocalDate
}

function standingsOf({dataset, ledger, calendar}: Subject): readonly Standing[] {
  // Only a register that is published whole can stay as it is and still be what was promised.
  if (dataset?.release.kind !== 'full') return []
  return ledger.attestations.flatMap(attestation => {
    if (attestation.standingUntil === null) return []
    const latest = monthsAfter(calendar.dateOf(attestation.at), standingMonthsMax)
    const [until] = sorted(attestation.standingUntil, latest)
    return [{attestation, until}]
  })
}

// A standing signature says: while you find nothing new, there is nothing new. So each window wants
// a look of its own that found content, and none that had not been seen before.
function keptBy(
  standings: readonly Standing[],
  window: Obligation,
  {ledger: {checks}, found, calendar}: Subject,
): Settled | null {
  for (const {attestation, until} of standings) {
    const end = calendar.endOf(until)
    const start = sorted(attestation.at, window.opensAt)[1]
    for (let at = firstCheckFrom(checks, start); at < checks.length; at++) {
      const check = checks[at]!
      if (check.at >= window.dueAt || check.at >= end) break
      if (foundOld(check, checks[at - 1], found)) return {by: 'standing', attestation, check}
    }
  }
  return null
}

function foundOld(check: Check, before: Check | undefined, found: readonly Found[]): boolean {
  const content = contentOf(check, before?.contentHash ?? null)
  return found.some(({delivery}) => delivery.contentHash === content && delivery.seenAt < check.at)
}

function sorted(one: string, other: string): readonly [earlier: string, later: string] {
  return one < other ? [one, other] : [other, one]
}
