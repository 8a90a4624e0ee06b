import assert from 'node:assert/strict'
import {test} from 'node:test'
import fc from 'fast-check'
import type {Evidence} from '../../src/model/evidence.ts'
import type {Verdict} from '../../src/model/obligation.ts'
import type {Cadence} from '../../src/model/plan.ts'
import {addDays, addMonths, daysBetween, lastDay} from '../../src/model/time.ts'
import {calendarOf} from '../../src/score/calendar.ts'
import {scoreOf, tally} from '../../src/score/score.ts'
import {reasonText} from '../../src/score/words.ts'
import {hongKong} from './hong-kong.ts'
import {cadence, hk, type SceneOptions, scene} from './scene.ts'

const runs = {numRuns: 300}
const start = '2022-12-01'
const end = '2024-06-01'

/** A look at a source: so many hours after the one before, finding some content or nothing. */
interface Look {
  readonly hours: number
  readonly content: number | null
  readonly outcome: 'published' | 'held' | 'rejected' | 'failed'
  readonly year: number | null
}

const looks = fc.array(
  fc.record({
    hours: fc.oneof(
      {weight: 3, arbitrary: fc.integer({min: 1, max: 47})},
      fc.integer({min: 24, max: 24 * 60}),
    ),
    content: fc.oneof(
      {weight: 1, arbitrary: fc.constant(null)},
      {weight: 4, arbitrary: fc.nat({max: 4})},
    ),
    outcome: fc.oneof(
      {weight: 5, arbitrary: fc.constant('published' as const)},
      fc.constantFrom('held' as const, 'rejected' as const, 'failed' as const),
    ),
    year: fc.option(fc.integer({min: 2021, max: 2023})),
  }),
  {minLength: 1, maxLength: 25},
)

const periodic: readonly Cadence[] = [
  cadence.monthly,
  cadence.quarterly,
  cadence.halfYearly,
  cadence.yearlyIn(2),
  cadence.yearlyIn(12),
]

const options: fc.Arbitrary<SceneOptions> = fc.oneof(
  fc.record({
    cadence: fc.constantFrom(...periodic),
    section: fc.constantFrom('A' as const, 'D' as const),
    target: fc.constantFrom('2022-02', '2023-02'),
  }),
  fc.record({
    cadence: fc.constantFrom(cadence.yearlyIn(2), cadence.yearlyIn(4)),
    covers: fc.constant('preceding-year' as const),
  }),
  fc.record({
    cadence: fc.constantFrom(cadence.monthly, cadence.asUpdated, cadence.asNecessary),
    release: fc.constant({kind: 'full' as const}),
    section: fc.constantFrom('A' as const, 'D' as const),
    target: fc.constant('2023-02'),
  }),
  fc.record({cadence: fc.constantFrom(cadence.once, cadence.realtime)}),
)

/** Words that people may add: each at some hour of the scene. */
const words = fc.array(
  fc.record({
    kind: fc.constantFrom('attest', 'stand', 'waive', 'close', 'end', 'withdraw', 'approve'),
    hour: fc.integer({min: 0, max: 24 * 500}),
  }),
  {maxLength: 4},
)

const hourAfter = (hours: number) => {
  const at = new Date(Date.parse(hk(start)) + hours * 3_600_000 + 8 * 3_600_000).toISOString()
  return `${at.slice(0, 10)} ${at.slice(11, 16)}`
}

interface Story {
  readonly options: SceneOptions
  readonly looks: readonly Look[]
  readonly words?: readonly {kind: string; hour: number}[]
}

/** Plays a story in order of time, so that it is recorded as it happened. */
function play({options: of, looks: seen, words: said = []}: Story) {
  const played = scene(of)
  let hours = 0
  const steps = seen.map(look => {
    hours += look.hours
    const at = hours
    return {
      at,
      act: () =>
        played.look(hourAfter(at), look.content === null ? null : `c${look.content}`, {
          outcome: look.outcome,
          coverage: look.year === null ? null : String(look.year),
        }),
    }
  })
  const spoken = said.map(({kind, hour}) => ({at: hour, act: () => say(kind, hourAfter(hour))}))
  for (const {act} of [...steps, ...spoken].toSorted((one, other) => one.at - other.at)) act()
  return played

  function say(kind: string, at: string) {
    const [date] = at.split(' ') as [string]
    if (kind === 'attest') played.attest(at)
    else if (kind === 'stand') played.attest(at, addDays(date, 300))
    else if (kind === 'waive') played.waive(at, `X1:${date.slice(0, 7)}`)
    else if (kind === 'close') played.closeOffices(at, lastDay(date.slice(0, 7)))
    else if (kind === 'end') played.end(at, date)
    else if (kind === 'withdraw') played.withdraw(at)
    else played.judge(at, 'c1', 'approved')
  }
}

const byId = (verdicts: readonly Verdict[]) =>
  new Map(verdicts.map(verdict => [verdict.obligation.id, verdict]))

const story = fc.record({options, looks, words})

test('law 1: a verdict as of a time never depends on what was recorded later', () => {
  fc.assert(
    fc.property(story, fc.integer({min: 0, max: 24 * 540}), (told, hour) => {
      const {score, evidence} = play(told)
      const asOf = hourAfter(hour)
      const earlier = evidence.filter(({recordedAt}) => recordedAt <= hk(asOf))
      assert.deepEqual(score(asOf).verdicts, score(asOf, earlier).verdicts)
      assert.deepEqual(score(asOf), score(asOf))
    }),
    runs,
  )
})

test('law 2: with no new records, raising asOf never turns late into on time', () => {
  fc.assert(
    fc.property(story, fc.integer({min: 0, max: 700}), (told, days) => {
      const {score, evidence} = play(told)
      const last = evidence.at(-1)!.recordedAt
      const local = new Date(Date.parse(last) + 8 * 3_600_000).toISOString()
      const before = byId(score(`${local.slice(0, 10)} ${local.slice(11, 16)}`).verdicts)
      for (const {obligation, state, timing} of score(addDays(local.slice(0, 10), days + 1))
        .verdicts) {
        const earlier = before.get(obligation.id)
        if (earlier?.state !== 'late' && earlier?.state !== 'lapsed') continue
        assert.ok(state === 'late' || state === 'lapsed', `${earlier.state} → ${state} ${timing}`)
      }
    }),
    runs,
  )
})

/** How good a verdict is: what is fulfilled stays so, and is never later than it was. */
function mustNotWorsen(before: readonly Verdict[], after: readonly Verdict[], what: string): void {
  const now = byId(after)
  for (const {obligation, state, daysLate} of before) {
    const then = now.get(obligation.id)
    if (state !== 'fulfilled' || !then) continue
    assert.equal(then.state, 'fulfilled', `${what}: ${obligation.id}`)
    assert.ok((then.daysLate ?? 0) <= (daysLate ?? 0), `${what}: ${obligation.id} is later`)
  }
}

test('law 2: a look that finds content new to the dataset never worsens anything', () => {
  const byTime = fc.record({
    options: options.filter(({cadence: {kind}, covers}) => kind !== 'once' && !covers),
    looks,
    words,
  })
  fc.assert(
    fc.property(byTime, fc.integer({min: 1, max: 24 * 500}), (told, hour) => {
      const before = play(told)
      const first = before.evidence.find(({type}) => type === 'check')!
      fc.pre(hk(hourAfter(hour)) > first.recordedAt)
      fc.pre(!before.evidence.some(({recordedAt}) => recordedAt === hk(hourAfter(hour))))
      const after = play(told)
      after.look(hourAfter(hour), 'entirely new')
      mustNotWorsen(before.score(end).verdicts, after.score(end).verdicts, 'with one more')
    }),
    {numRuns: 2000},
  )
})

test('law 2: where coverage decides, content new at a look that found none is no worse', () => {
  const byCoverage = fc.record({
    options: options.filter(({covers}) => covers !== undefined && covers !== null),
    looks,
    year: fc.integer({min: 2021, max: 2023}),
  })
  fc.assert(
    fc.property(byCoverage, fc.nat(), (told, pick) => {
      const empty = told.looks.flatMap(({content}, at) => (content === null && at > 0 ? [at] : []))
      fc.pre(empty.length > 0)
      const changed = empty[pick % empty.length]!
      const before = play(told)
      const fuller: Look = {
        ...told.looks[changed]!,
        content: 99,
        outcome: 'published',
        year: told.year,
      }
      const after = play({...told, looks: told.looks.with(changed, fuller)})
      mustNotWorsen(before.score(end).verdicts, after.score(end).verdicts, 'with one more')
    }),
    runs,
  )
})

test('law 3: windows are ordered, never empty, and overlap only by a roll of at most 10 days', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...periodic),
      fc.constantFrom('A' as const, 'D' as const),
      fc.integer({min: 0, max: 71}),
      (of, section, months) => {
        const target = addMonths('2022-01', months)
        const {score} = scene({cadence: of, section, target})
        const windows = score('2027-11-01').verdicts.map(({obligation}) => obligation)
        for (const [at, window] of windows.entries()) {
          assert.ok(window.opensAt < window.dueAt)
          assert.ok(window.due >= lastDay(window.month))
          assert.ok(
            daysBetween(`${lastDay(window.month)}T00:00:00Z`, `${window.due}T00:00:00Z`) <= 10,
          )
          const next = windows[at + 1]
          if (!next) continue
          assert.ok(window.opens < next.opens && window.due < next.due)
          assert.ok(next.opens > window.due || window.rolledFrom !== null)
          assert.ok(next.opens > (window.rolledFrom ?? window.due))
        }
      },
    ),
    runs,
  )
})

test('law 4: each delivery is used once, and a signature once, or once a window where it stands', () => {
  fc.assert(
    fc.property(story, told => {
      const {score, evidence} = play(told)
      const kinds = new Map(evidence.map(found => [found.id, found]))
      const used: string[] = []
      for (const {state, reasons} of score(end).verdicts) {
        if (state !== 'fulfilled') continue
        for (const {code, facts} of reasons) {
          const ids = String(facts.evidence ?? '').split(' ')
          if (code === 'seen-new' || code === 'seen-first' || code === 'claimed-by-source')
            used.push(ids.findLast(id => kinds.get(id)?.type === 'check')!)
          if (code === 'attested') used.push(ids[0]!)
        }
      }
      assert.equal(new Set(used).size, used.length)
    }),
    runs,
  )
})

test('law 5: counts by state add up to the verdicts listed', () => {
  fc.assert(
    fc.property(story, told => {
      const {verdicts} = play(told).score(end)
      const counts = [...tally(verdicts).values()]
      assert.equal(
        counts.reduce((sum, count) => sum + count, 0),
        verdicts.length,
      )
    }),
    runs,
  )
})

test('law 6: an obligation has one due date, however it is asked for', () => {
  const {plan, site, evidence} = play({options: {cadence: cadence.monthly}, looks: []})
  const asked = (first: string, last: string) =>
    scoreOf(
      plan,
      evidence as Evidence[],
      {asOf: hk(end), first, last},
      site,
    ).commitments[0]!.verdicts.map(({obligation}) => [obligation.id, obligation.due] as const)
  const all = new Map(asked('2022-01-01', '2027-12-31'))
  assert.equal(all.size, 72)
  fc.assert(
    fc.property(fc.integer({min: 0, max: 71}), fc.integer({min: 0, max: 71}), (from, months) => {
      const first = addMonths('2022-01', from)
      for (const [id, due] of asked(`${first}-01`, lastDay(addMonths(first, months))))
        assert.equal(due, all.get(id) ?? due)
    }),
    runs,
  )
})

test('law 7: months end at midnight in Hong Kong, leap days included', () => {
  const calendar = calendarOf({...hongKong, holidays: {...hongKong.holidays, days: []}})
  fc.assert(
    fc.property(fc.integer({min: 0, max: 12 * 10 - 1}), months => {
      const month = addMonths('2018-01', months)
      const last = lastDay(month)
      assert.equal(new Date(`${addDays(last, 1)}T00:00:00Z`).getUTCDate(), 1)
      assert.equal(calendar.endOf(last), `${last}T16:00:00.000Z`)
      assert.equal(calendar.dateOf(`${last}T15:59:59.999Z`), last)
      assert.equal(calendar.dateOf(calendar.endOf(last)), addDays(last, 1))
    }),
    runs,
  )
  assert.equal(lastDay('2024-02'), '2024-02-29')
  assert.equal(lastDay('2023-02'), '2023-02-28')
  const {verdict} = scene({cadence: cadence.monthly})
  assert.equal(verdict('2023-01', '2023-01-31 23:59').state, 'open')
  assert.equal(hk('2023-01-31 23:59'), '2023-01-31T15:59:00.000Z')
})

test('law 8: late needs a look past due that found nothing counting; without such, unknown', () => {
  fc.assert(
    fc.property(story, told => {
      const {score, evidence} = play(told)
      const {verdicts, deliveries} = score(end)
      for (const {obligation, state} of verdicts) {
        if (state !== 'late' && state !== 'lapsed') continue
        const isPast = (found: Evidence) => found.type === 'check' && found.at >= obligation.dueAt
        assert.ok(evidence.some(isPast), obligation.id)
        const without = evidence.filter(found => !isPast(found))
        const then = byId(score(end, without).verdicts).get(obligation.id)
        assert.equal(then?.state, 'unknown', `${obligation.id} of ${deliveries.length}`)
      }
    }),
    runs,
  )
})

test('every step of every argument can be said, and names only what is recorded', () => {
  fc.assert(
    fc.property(story, told => {
      const {score, evidence} = play(told)
      const known = new Set(evidence.map(({id}) => id))
      for (const {reasons, evidence: named, evidenceKind} of score(end).verdicts) {
        assert.ok(reasons.length > 1)
        for (const reason of reasons)
          for (const said of Object.values(reasonText(reason)))
            assert.doesNotMatch(said, /[{}]|null/)
        assert.ok(named.every(id => known.has(id)))
        assert.notEqual(evidenceKind, 'simulated')
      }
    }),
    runs,
  )
})
