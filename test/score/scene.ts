import type {Dataset} from '../../src/model/dataset.ts'
import type {Evidence, Judgement} from '../../src/model/evidence.ts'
import type {Verdict} from '../../src/model/obligation.ts'
import type {Cadence, Commitment, PlanEdition} from '../../src/model/plan.ts'
import type {Instant} from '../../src/model/time.ts'
import {type CommitmentScore, scoreOf} from '../../src/score/score.ts'
import {hongKong} from './hong-kong.ts'

/** A moment by a Hong Kong clock: "2026-12-05 10:00", or midnight of a day. */
export function hk(local: string): Instant {
  const [date, time = '00:00'] = local.split(' ')
  return new Date(`${date}T${time.length === 5 ? `${time}:00` : time}+08:00`).toISOString()
}

export const cadence = {
  monthly: {kind: 'periodic', period: 'P1M', anchors: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]},
  yearlyIn: (month: number): Cadence => ({kind: 'periodic', period: 'P1Y', anchors: [month]}),
  halfYearly: {kind: 'periodic', period: 'P6M', anchors: [1, 7]},
  quarterly: {kind: 'periodic', period: 'P3M', anchors: [2, 5, 8, 11]},
  asUpdated: {kind: 'event', trigger: 'source'},
  asNecessary: {kind: 'event', trigger: 'owner'},
  once: {kind: 'once'},
  realtime: {kind: 'realtime'},
} as const satisfies {[name: string]: Cadence | ((month: number) => Cadence)}

export interface SceneOptions {
  readonly cadence: Cadence
  readonly section?: 'A' | 'B' | 'D'
  readonly target?: string
  readonly covers?: Commitment['covers']
  readonly release?: Partial<Dataset['release']>
  readonly standIn?: boolean
  readonly unlinked?: boolean
}

const horizon = {first: '2022-01-01', last: '2024-12-31'}

/** One commitment "X1", what is seen and said of it, and the verdicts that follow. */
export function scene(options: SceneOptions) {
  const commitment = commitmentOf(options)
  const plan = {id: 'test', horizon, commitments: [commitment]} as unknown as PlanEdition
  const site = {
    ...hongKong,
    datasets: [datasetOf(options)],
    standIn: options.standIn ? 'demo.ts' : null,
  }
  const evidence: Evidence[] = []
  const add = (said: object, recordedAt: Instant, simulated = options.standIn ?? false) => {
    const {type} = said as Evidence
    const id = `${String(evidence.length + 1).padStart(9, '0')}-${type}`
    const made = {...said, id, recordedAt, simulated} as Evidence
    evidence.push(made)
    return made
  }
  const signed = {by: 'Senior Manager', why: 'As reported.'}
  const score = (asOf: string, from: readonly Evidence[] = evidence): CommitmentScore =>
    scoreOf(plan, from, {asOf: hk(asOf)}, site).commitments[0]!
  return {
    evidence,
    plan,
    site,
    score,
    /** A look that found content (null: nothing), which is published unless said otherwise. */
    look(
      at: string,
      content: string | null,
      {outcome = 'published', coverage = null, claimed = null}: LookOptions = {},
    ) {
      const known = evidence.some(
        found => found.type === 'judgement' && found.contentHash === content,
      )
      const check = add(
        {
          type: 'check',
          dataset: 'x',
          at: hk(at),
          outcome: content === null ? 'nothing' : 'found',
          contentHash: content,
          coverage: null,
          claimedAt: claimed && hk(claimed),
          answer: {url: 'https://data.example/x.csv', status: 200, problem: null, facts: {}},
        },
        hk(at),
      )
      if (content !== null && !known && outcome) judge(at, content, outcome, coverage)
      return check
    },
    judge,
    attest: (at: string, standingUntil: string | null = null) =>
      add({type: 'attestation', dataset: 'x', at: hk(at), standingUntil, ...signed}, hk(at)),
    waive: (at: string, obligation: string) => add({type: 'waiver', obligation, ...signed}, hk(at)),
    end: (at: string, endedOn: string) =>
      add({type: 'ending', commitment: 'X1', endedOn, ...signed}, hk(at)),
    withdraw: (at: string) =>
      add({type: 'withdrawal', dataset: 'x', version: null, at: hk(at), ...signed}, hk(at)),
    closeOffices: (at: string, date: string) => add({type: 'closed-day', date, ...signed}, hk(at)),
    verdict(month: string, asOf: string): Verdict {
      const id = `X1:${month}`
      const found = score(asOf).verdicts.find(({obligation}) => obligation.id === id)
      if (!found) throw new Error(`no obligation ${id}`)
      return found
    },
    /** A verdict in a few words: "fulfilled late 3 observed". */
    said(month: string, asOf: string): string {
      const {state, timing, daysLate, evidenceKind} = this.verdict(month, asOf)
      return [state, timing, daysLate, evidenceKind].filter(part => part !== null).join(' ')
    },
    /** Attestation stretches, by the day each opened. */
    tracks(asOf: string): readonly string[] {
      return score(asOf)
        .verdicts.filter(({obligation}) => obligation.kind === 'attestation')
        .map(({obligation, state, timing}) =>
          [obligation.opens, obligation.due, state, timing].filter(Boolean).join(' '),
        )
    },
  }

  function judge(
    at: string,
    contentHash: string,
    outcome: Judgement['outcome'],
    coverage: string | null = null,
  ) {
    const version = outcome === 'published' || outcome === 'approved' ? 'v1' : null
    return add(
      {
        type: 'judgement',
        dataset: 'x',
        at: hk(at),
        contentHash,
        outcome,
        coverage,
        version,
        report: null,
        by: outcome === 'approved' ? signed.by : null,
        why: outcome === 'approved' ? signed.why : null,
      },
      hk(at),
    )
  }
}

interface LookOptions {
  readonly outcome?: Judgement['outcome'] | null
  readonly coverage?: string | null
  readonly claimed?: string | null
}

function commitmentOf({
  cadence,
  section = 'D',
  target = '2018-06',
  covers = null,
  unlinked,
}: SceneOptions): Commitment {
  return {
    id: 'X1',
    plan: 'test',
    section,
    ordinal: 1,
    group: null,
    publisher: 'p',
    title: 'X',
    category: '',
    dataset: unlinked ? null : 'x',
    target,
    cadence,
    formats: ['CSV'],
    clauses: [],
    covers,
    quote: {text: 'X', lineStart: 1, lineEnd: 2},
    provenance: {anchors: {kind: 'inferred', rule: 'anchors-from-first-month'}},
  }
}

function datasetOf({release, covers}: SceneOptions): Dataset {
  const calendar = covers === 'preceding-financial-year' ? 'financial-year' : 'calendar-year'
  return {
    id: 'x',
    commitment: 'X1',
    release: {kind: 'period', calendar, ...release},
  } as unknown as Dataset
}
