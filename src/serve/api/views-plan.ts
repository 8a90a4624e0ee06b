// How commitments, obligations and verdicts look in JSON: the shapes that /openapi.json promises,
// and the functions that fill them.
import {type Static, Type} from '@sinclair/typebox'
import type {Verdict} from '../../model/obligation.ts'
import type {Commitment} from '../../model/plan.ts'
import type {CommitmentScore} from '../../score/score.ts'
import {kindLabel, reasonText, stateLabel} from '../../score/words.ts'
import type {Reader} from '../../store/world.ts'
import type {Text} from '../../text/language.ts'
import {anything, instant, localDate, nullable, text} from './shapes.ts'

export const reasonShape = Type.Object({
  code: Type.String({description: 'The rule that applied.'}),
  facts: anything('What the rule was applied to.'),
  text: text('The step in words.'),
})

export const obligationShape = Type.Object(
  {
    id: Type.String({examples: ['D5:2022-12']}),
    commitment: Type.String({examples: ['D5']}),
    dataset: nullable(Type.String()),
    kind: Type.String({enum: ['release', 'periodic', 'realtime', 'attestation', 'once']}),
    month: Type.String({description: 'The anchor month.', examples: ['2022-12']}),
    open: localDate('The first day of the window.'),
    due: localDate('The last day of the window, after rolling; it closes at its 24:00.'),
    rolledFrom: nullable(localDate('The last day of the month, where that rolled; else null.')),
    opensAt: instant(),
    dueAt: instant('The first moment after the window.'),
    expectedCoverage: nullable(
      Type.String({description: 'Which period the text says it is about.'}),
    ),
    verdict: Type.String({
      description: 'What the evidence says, as of asOf; computed, never set.',
      examples: ['fulfilled'],
    }),
    label: text('The verdict in words.'),
    timing: nullable(Type.String({description: 'Of fulfilled: early, on-time or late.'})),
    daysLate: nullable(Type.Integer({description: 'At least so many days.'})),
    evidenceKind: Type.String({enum: ['observed', 'claimed', 'simulated']}),
    evidence: Type.Array(Type.String(), {
      description: 'Ids of the evidence it rests on; /kept/v1/evidence/{id} shows each.',
    }),
  },
  {description: 'One due window of a commitment, and its verdict.'},
)

/** An obligation with its verdict. */
export function obligationView(verdict: Verdict): Static<typeof obligationShape> {
  const {obligation, state, timing, daysLate, evidenceKind, evidence} = verdict
  const {opens, ...rest} = obligation
  return {
    ...rest,
    open: opens,
    verdict: state,
    label: stateLabel(state),
    timing,
    daysLate,
    evidenceKind,
    evidence: [...evidence],
  }
}

/** The steps of the argument, in words. */
export function reasonsView(verdict: Verdict): Static<typeof reasonShape>[] {
  return verdict.reasons.map(reason => ({...reason, text: reasonText(reason)}))
}

export const verdictShape = Type.Object(
  {
    state: Type.String({examples: ['fulfilled']}),
    label: text('The state in words.'),
    timing: nullable(Type.String()),
    daysLate: nullable(Type.Integer()),
    evidenceKind: Type.String({enum: ['observed', 'claimed', 'simulated']}),
    kindLabel: text('The kind of evidence in words.'),
    evidence: Type.Array(Type.String()),
    obligation: Type.Object({
      id: Type.String(),
      kind: Type.String(),
      open: localDate(),
      due: localDate(),
      rolledFrom: nullable(localDate()),
    }),
  },
  {description: 'What the evidence says of one obligation.'},
)

/** A verdict with the window that it is about. */
export function verdictView(verdict: Verdict): Static<typeof verdictShape> {
  const {state, timing, daysLate, evidenceKind, evidence, obligation} = verdict
  const {id, kind, opens, due, rolledFrom} = obligation
  return {
    ...{state, timing, daysLate, evidenceKind},
    label: stateLabel(state),
    kindLabel: kindLabel(evidenceKind),
    evidence: [...evidence],
    obligation: {id, kind, open: opens, due, rolledFrom},
  }
}

export const commitmentShape = Type.Object(
  {
    id: Type.String({examples: ['A1']}),
    plan: Type.String(),
    section: Type.String({enum: ['A', 'B', 'C', 'D']}),
    ordinal: Type.Integer(),
    group: nullable(Type.String({description: 'The group row above it in the document.'})),
    dataset: nullable(Type.String({description: 'The dataset of the catalog that answers it.'})),
    publisher: Type.String(),
    title: text('The title in full.'),
    category: Type.String({description: "The plan's own word for its theme."}),
    target: Type.String({description: 'The month of first release.', examples: ['2022-01']}),
    cadence: anything('How often, and in which months a window opens.'),
    formats: Type.Array(Type.String({examples: ['CSV']})),
    clauses: anything('What else the remarks promise or define.'),
    covers: nullable(Type.String({description: 'Which period the remarks fix.'})),
    quote: anything('The row as the document has it, and where.'),
    provenance: anything('Of each field: stated, inferred by a rule, or assigned by us.'),
    verdict: nullable({
      ...verdictShape,
      description:
        'The one that matters now: of the window that is open or was due last; null where none is.',
    }),
    counts: anything('How many obligations there are of each verdict, in the answered span.'),
  },
  {description: 'One line of the plan.'},
)

/** A commitment with the verdict that matters now. */
export function commitmentView(
  {commitment, current, verdicts}: CommitmentScore,
  reader: Pick<Reader, 'site'>,
): Static<typeof commitmentShape> {
  const {id, plan, section, ordinal, group, dataset, publisher, category} = commitment
  const {target, cadence, formats, clauses, covers, quote, provenance} = commitment
  return {
    ...{id, plan, section, ordinal, group, dataset, publisher, category, target, covers},
    ...{cadence, clauses, quote, provenance},
    title: titleOf(commitment, reader),
    formats: [...formats],
    verdict: current ? verdictView(current) : null,
    counts: countsOf(verdicts),
  }
}

/** The dataset's title in every language, else the plan's own words. */
export function titleOf(commitment: Commitment, {site}: Pick<Reader, 'site'>): Text {
  const dataset = site.datasets.find(({id}) => id === commitment.dataset)
  return dataset?.title ?? {[site.languages[0] ?? 'en']: commitment.title}
}

/** How many of each state: {"fulfilled": 31, "late": 2}. */
export function countsOf(verdicts: readonly Verdict[]): {readonly [state: string]: number} {
  const counts: {[state: string]: number} = {}
  for (const {state} of verdicts) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
