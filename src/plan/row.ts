import type {Cadence, Commitment, Provenance} from '../model/plan.ts'
import type {Publisher} from '../model/site.ts'
import type {Month} from '../model/time.ts'
import type {NotPlaced, RowLayout} from './layout.ts'
import {folded} from './normalise.ts'
import {publisherOf} from './publisher.ts'
import {readCoverage, readRemarks} from './remarks.ts'
import {cadences, monthNumber, periodMonths, statedAnchor, targetMonth} from './vocabulary.ts'

/** Who the plan speaks for, and whom the site knows. */
export interface RowContext {
  readonly plan: string
  readonly department: Publisher
  readonly publishers: readonly Publisher[]
}

/** One row of a plan as a commitment, or why it cannot be one. Every field says where it is from. */
export function readRow(
  row: RowLayout,
  {plan, department, publishers}: RowContext,
): Commitment | NotPlaced['why'] {
  const name = splitName(row.cells.name ?? '')
  if (!name) return 'no-name'
  const target = readTarget(row.cells.target ?? '')
  if (!target) return 'target-unread'
  const cadence = readCadence(row.cells.cadence ?? '', target)
  if (!cadence) return 'cadence-unread'
  const remarks = readRemarks(row.cells.remarks ?? '')
  const covers = readCoverage(name.title, row.cells.remarks ?? '')
  const {publisher, provenance} = publisherOf(row.group, department, publishers)
  const ordinal = Number(row.cells.ordinal)
  return {
    id: `${row.section}${ordinal}`,
    plan,
    section: row.section,
    ordinal,
    group: row.group,
    publisher,
    ...name,
    dataset: null,
    target,
    cadence: cadence.cadence,
    formats: remarks.formats,
    clauses: remarks.clauses,
    covers,
    quote: {text: row.text, lineStart: row.line, lineEnd: row.line + 1},
    provenance: {
      publisher: provenance,
      title: {kind: 'stated'},
      target: {kind: 'stated'},
      cadence: {kind: 'stated'},
      ...(cadence.anchorsFrom && {anchors: cadence.anchorsFrom}),
      formats: remarks.formatsFrom,
      ...(covers && {covers: {kind: 'stated'} as const}),
    },
  }
}

// Only the first slash divides: 按科技服務／方案分類 has one of its own.
function splitName(name: string): {category: string; title: string} | null {
  const slash = name.search(/[／/]/)
  const title = name.slice(slash + 1).trim()
  if (title === '') return null
  return {category: slash < 0 ? '' : name.slice(0, slash).trim(), title}
}

function readTarget(cell: string): Month | null {
  const found = targetMonth.exec(folded(cell))
  return found ? `${found[2]}-${found[1]!.padStart(2, '0')}` : null
}

interface ReadCadence {
  readonly cadence: Cadence
  readonly anchorsFrom: Provenance | null // null: it has no anchors
}

function readCadence(cell: string, target: Month): ReadCadence | null {
  const word = folded(cell)
  const stated = statedAnchor.exec(word)
  const month = stated && monthNumber(stated[3]!)
  if (month)
    return {
      cadence: {kind: 'periodic', period: 'P1Y', anchors: [month], since: `${stated[2]}-01`},
      anchorsFrom: {kind: 'stated'},
    }
  const known = Object.hasOwn(cadences, word) ? cadences[word] : undefined
  if (!known) return null
  if (known.kind !== 'periodic') return {cadence: known, anchorsFrom: null}
  return {
    cadence: {...known, anchors: anchorsFrom(Number(target.slice(5)), periodMonths[known.period])},
    anchorsFrom: {kind: 'inferred', rule: 'anchors-from-first-month'},
  }
}

/** The months in which windows open: every so many months, counted from the first release's. */
export function anchorsFrom(firstMonth: number, months: number): number[] {
  return Array.from({length: 12 / months}, (_, k) => ((firstMonth - 1 + k * months) % 12) + 1).sort(
    (one, other) => one - other,
  )
}
