import type {Obligation} from '../model/obligation.ts'
import {addDays, addMonths, firstDay, type LocalDate} from '../model/time.ts'
import {type Argument, because, type Finding} from './argument.ts'
import {yearCalendarOf, yearEndedBy, yearStart} from './coverage.ts'
import {periodMonths} from './obligations.ts'
import type {Subject} from './subject.ts'

/** The first steps of every argument about a dated window: what was promised, and how we know. */
export function promised(window: Obligation, subject: Subject): Argument {
  const {commitment, horizon} = subject
  const argument: Argument = {reasons: [], evidence: []}
  const {opens, due, rolledFrom, expectedCoverage} = window
  because(argument, 'window', {opens, due})
  if (rolledFrom) because(argument, 'rolled', {from: rolledFrom, due})
  if (window.kind === 'periodic' && commitment.provenance.anchors?.kind === 'inferred')
    because(argument, 'month-inferred', {target: commitment.target})
  if (expectedCoverage) because(argument, 'expects', {period: expectedCoverage})
  if (opens > horizon.last) because(argument, 'horizon-passed', {last: horizon.last})
  return argument
}

/** Has the subject ended before this window, and before what the window is about? Then say so. */
export function endedBefore(
  window: Obligation,
  {commitment, dataset, ending}: Subject,
  argument: Argument,
): Finding | null {
  if (!ending || window.opens <= ending.endedOn) return null
  if (dataStart(window, {commitment, dataset}) <= ending.endedOn) return null // its last year is still due
  because(argument, 'ended', {on: ending.endedOn, by: ending.by, why: ending.why}, ending)
  return {state: 'ended'}
}

/** The first day of what a window is about: its stated year, its declared year, or one period back. */
function dataStart(
  window: Obligation,
  {commitment, dataset}: Pick<Subject, 'commitment' | 'dataset'>,
): LocalDate {
  const {cadence, covers} = commitment
  if (covers && window.expectedCoverage)
    return yearStart(window.expectedCoverage, yearCalendarOf(covers, dataset))
  const calendar = dataset?.release.calendar
  if (cadence.kind !== 'periodic') return window.opens
  if (cadence.period === 'P1Y' && (calendar === 'calendar-year' || calendar === 'financial-year'))
    return yearStart(yearEndedBy(addDays(window.opens, -1), calendar), calendar)
  return firstDay(addMonths(window.month, -periodMonths[cadence.period]))
}

/** Was it set aside in public, and in time: the dataset withdrawn, or the window waived? */
export function setAside(
  window: Obligation,
  {ledger: {withdrawal}, waiversOf, calendar}: Subject,
  argument: Argument,
): Finding | null {
  if (withdrawal && withdrawal.recordedAt < window.dueAt) {
    const {by, why, recordedAt} = withdrawal
    because(argument, 'withdrawn', {at: calendar.minuteOf(recordedAt), by, why}, withdrawal)
    return {state: 'withdrawn'}
  }
  const waiver = waiversOf(window.id).find(({recordedAt}) => recordedAt < window.dueAt)
  if (!waiver) return null
  const {by, why, recordedAt} = waiver
  because(argument, 'waived', {at: calendar.minuteOf(recordedAt), by, why}, waiver)
  return {state: 'waived'}
}

/** May a delivery after the due time still mend it? Not what was set aside. */
export function isMendable(
  window: Obligation,
  {ledger: {withdrawal}, waiversOf}: Subject,
): boolean {
  if (withdrawal && withdrawal.recordedAt < window.dueAt) return false
  return !waiversOf(window.id).some(({recordedAt}) => recordedAt < window.dueAt)
}

/** What was said only after the due time explains, and changes nothing. */
export function explained(
  window: Obligation,
  {waiversOf, calendar}: Subject,
  argument: Argument,
): void {
  for (const waiver of waiversOf(window.id)) {
    const {by, why, recordedAt} = waiver
    if (recordedAt >= window.dueAt)
      because(argument, 'explained', {at: calendar.minuteOf(recordedAt), by, why}, waiver)
  }
}
