import {Cron} from 'croner'
import type {Instant} from '../model/time.ts'

/** Waits after a first, second, … failed look in a row, in minutes; then the daily look again. */
const retryMinutes = [5, 30, 120] as const

/**
 * When a dataset is to be looked at next: at the site's daily time, or sooner after a failure, so
 * that one bad moment of a server does not cost a day.
 * @param daily a cron pattern in the site's time zone
 * @param failures how many looks in a row have failed; 0 after one that did not
 */
export function nextLook(
  now: Instant,
  failures: number,
  {daily, timeZone}: {readonly daily: string; readonly timeZone: string},
): Instant {
  const next = new Cron(daily, {timezone: timeZone, paused: true}).nextRun(new Date(now))
  if (!next) throw new Error(`schedule: the pattern ${daily} never comes`)
  const minutes = failures > 0 ? retryMinutes[failures - 1] : undefined
  if (minutes === undefined) return next.toISOString()
  const retry = new Date(Date.parse(now) + minutes * 60_000)
  return (retry < next ? retry : next).toISOString()
}
