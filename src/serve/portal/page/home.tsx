import type {Verdict} from '../../../model/obligation.ts'
import type {Site} from '../../../model/site.ts'
import {addDays, localDate} from '../../../model/time.ts'
import type {Scoreboard} from '../../../score/score.ts'
import {home} from '../../../text/labels-home.ts'
import {address} from '../address.ts'
import type {Page, Setting} from '../frame.tsx'
import {Mark, type MarkName, markOf} from '../part/marks.tsx'
import {Day, Say} from '../part/text.tsx'
import {markWords} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'
import {countsOf, titleOf, wallOf} from './wall.ts'
import {WallTable} from './wall-table.tsx'

// A reader planning her quarter looks two months ahead; more is a list nobody reads.
const nextDays = 62
const nextMax = 12

/** The first page: what was promised, how it stands, and every due window on one wall. */
export function homePage(
  board: Scoreboard | null,
  published: {readonly n: number; readonly m: number},
  setting: Setting,
): Page {
  const {site, voice, assets} = setting
  return {
    title: voice.plain(site.title),
    section: 'promises',
    simulated: board !== null && isSimulated(board),
    scripts: [assets.wall],
    content: (
      <>
        <h1>
          <Say text={site.title} voice={voice} />
        </h1>
        {board ? (
          <Promises board={board} published={published} setting={setting} />
        ) : (
          <p>{voice.say(home.noPlan)}</p>
        )}
      </>
    ),
  }
}

/** Whether any verdict of the board rests on a stand-in. */
export function isSimulated(board: Scoreboard): boolean {
  return board.commitments.some(({verdicts, current}) =>
    [...verdicts, ...(current ? [current] : [])].some(
      ({evidenceKind}) => evidenceKind === 'simulated',
    ),
  )
}

interface Promised {
  readonly board: Scoreboard
  readonly published: {readonly n: number; readonly m: number}
  readonly setting: Setting
}

function Promises({board, published, setting: {site, voice}}: Promised) {
  const {commitments, plan, horizonPassed, watchingSince} = board
  return (
    <>
      <p class="lead">{voice.say(home.lead, {commitments: commitments.length})}</p>
      <p>{voice.say(home.publishedCount, {n: published.n, m: published.m})}</p>
      {horizonPassed && (
        <p class="notice">{voice.say(home.horizonPassed, {last: voice.date(plan.horizon.last)})}</p>
      )}
      <p class="soft">
        {watchingSince
          ? voice.say(home.watchingSince, {since: voice.moment(watchingSince)})
          : voice.say(home.notWatching)}
      </p>
      <Standing board={board} voice={voice} />
      <section aria-labelledby="wall">
        <h2 id="wall">{voice.say(home.wall)}</h2>
        <WallTable wall={wallOf(board, site)} voice={voice} />
      </section>
      <Next board={board} site={site} voice={voice} />
    </>
  )
}

function Standing({board, voice}: {board: Scoreboard; voice: Voice}) {
  const current = board.commitments.flatMap(score => score.current ?? [])
  const total = board.commitments.length
  const without = total - current.length
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{voice.say(home.standing, {total})}</h2>
      <p class="soft">{voice.say(home.standingHow)}</p>
      <ul class="standing">
        {countsOf(current).map(({mark, n}) => (
          <li key={mark}>
            <StandingLink mark={mark} n={n} total={total} voice={voice} />
          </li>
        ))}
        {without > 0 && (
          <li>
            <span class="soft">{voice.say(home.noVerdict)}</span> <Share n={without} m={total} />
          </li>
        )}
      </ul>
    </section>
  )
}

interface StandingCount {
  readonly mark: MarkName
  readonly n: number
  readonly total: number
  readonly voice: Voice
}

function StandingLink({mark, n, total, voice}: StandingCount) {
  return (
    <a href={address.datasets(voice.language, {verdict: mark})}>
      <Mark name={mark} /> {markWords(mark, voice)} <Share n={n} m={total} />
    </a>
  )
}

function Share({n, m}: {n: number; m: number}) {
  return (
    <span class="share">
      <b>{n}</b>/{m}
    </span>
  )
}

/** Windows whose due day is near, soonest first. */
function Next({board, site, voice}: {board: Scoreboard; site: Site; voice: Voice}) {
  const today = localDate(board.asOf, voice.timeZone)
  const next = board.commitments
    .flatMap(({commitment, verdicts}) => verdicts.map(verdict => ({commitment, verdict})))
    .filter(({verdict}) => isComing(verdict, today))
    .sort((one, other) => (one.verdict.obligation.due < other.verdict.obligation.due ? -1 : 1))
  return (
    <section aria-labelledby="next">
      <h2 id="next">{voice.say(home.next)}</h2>
      {next.length === 0 && <p>{voice.say(home.nextNone)}</p>}
      <ul class="plain rows">
        {next.slice(0, nextMax).map(({commitment, verdict}) => (
          <li key={verdict.obligation.id}>
            <Mark name={markOf(verdict)} />
            <a href={address.obligation(voice.language, verdict.obligation.id)}>
              {commitment.id} <Say text={titleOf(commitment, site)} voice={voice} />
            </a>
            <span class="soft">
              <Day on={verdict.obligation.due} voice={voice} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function isComing({state, obligation}: Verdict, today: string): boolean {
  if (state !== 'open' && state !== 'scheduled') return false
  return obligation.due >= today && obligation.due <= addDays(today, nextDays)
}
