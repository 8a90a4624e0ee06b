import type {Verdict, VerdictState} from '../../../model/obligation.ts'

/** A verdict as a mark: its state, with late fulfilment told apart from timely. */
export type MarkName = VerdictState | 'fulfilled-late'

/** In the order in which a legend lists them: kept first, then broken, then not yet, then neither. */
export const markNames: readonly MarkName[] = [
  'fulfilled',
  'fulfilled-late',
  'late',
  'lapsed',
  'missed',
  'defective',
  'unattested',
  'held',
  'open',
  'scheduled',
  'unknown',
  'waived',
  'ended',
  'superseded',
  'withdrawn',
]

/** The mark of a verdict. */
export function markOf(verdict: Pick<Verdict, 'state' | 'timing'>): MarkName {
  return verdict.state === 'fulfilled' && verdict.timing === 'late'
    ? 'fulfilled-late'
    : verdict.state
}

/** Draws a mark that `MarkSprite` defines on the same page. */
export function Mark({name}: {name: MarkName}) {
  return (
    <svg class={`m v-${name}`} aria-hidden="true">
      <use href={`#${name}`} />
    </svg>
  )
}

/**
 * The shape of every mark, once a page. Shape tells verdicts apart without colour: discs are kept
 * promises, points and crosses broken ones, rings those still to be judged.
 */
export function MarkSprite() {
  return (
    <svg class="sprite" width="0" height="0" aria-hidden="true">
      {Object.entries(shapes).map(([name, shape]) => (
        <symbol key={name} id={name} viewBox="0 0 16 16">
          {shape}
        </symbol>
      ))}
    </svg>
  )
}

const line = {fill: 'none', stroke: 'currentColor', 'stroke-width': 1.8} as const
const cut = {...line, class: 'cut'} as const

const shapes: {readonly [name in MarkName]: preact.ComponentChildren} = {
  fulfilled: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.3 7 10.7 11.6 5.4" {...cut} />
    </>
  ),
  'fulfilled-late': (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} />
      <path d="M8 1.9a6.1 6.1 0 0 1 0 12.2z" fill="currentColor" />
    </>
  ),
  late: <path d="M8 1 15.4 14.5H.6z" fill="currentColor" />,
  lapsed: (
    <>
      <path d="M1.5 1.5h13v13h-13z" fill="currentColor" />
      <path d="m5 5 6 6m0-6-6 6" {...cut} />
    </>
  ),
  missed: <path d="m2.5 2.5 11 11m0-11-11 11" {...line} stroke-width="2.6" />,
  defective: (
    <>
      <path d="M8 .8 15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path d="M8 4.4v4.4m0 1.4V12" {...cut} />
    </>
  ),
  unattested: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} />
      <path d="M1.9 8a6.1 6.1 0 0 0 12.2 0z" fill="currentColor" />
    </>
  ),
  held: <path d="M4.2 2v12m7.6-12v12" {...line} stroke-width="3.2" />,
  open: <circle cx="8" cy="8" r="5.6" {...line} stroke-width="2.6" />,
  scheduled: <circle cx="8" cy="8" r="2.2" fill="currentColor" />,
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.4" {...line} stroke-width="1" stroke-dasharray="1.6 1.7" />
      <path d="M6 6.3a2 2 0 1 1 2.9 1.8c-.6.3-.9.7-.9 1.3m0 1.2v1.2" {...line} stroke-width="1.4" />
    </>
  ),
  waived: <path d="M2 8h12" {...line} stroke-width="2.6" />,
  ended: <path d="M3 3h10v10H3z" {...line} />,
  superseded: <path d="m3 3 5 5-5 5m5-10 5 5-5 5" {...line} />,
  withdrawn: (
    <>
      <circle cx="8" cy="8" r="6.1" {...line} />
      <path d="m3.8 12.2 8.4-8.4" {...line} />
    </>
  ),
}
