import type {Finding} from '../model/version.ts'

/** Rows shown of each finding; all are counted. */
const shownMax = 10

/** Counts what is found while rows stream by, and keeps the first rows of each kind. */
export interface Tally {
  add(type: string, severity: Finding['severity'], at: Place): void
  findings(): readonly Finding[]
}

interface Place {
  readonly row: number
  readonly field?: string | null
  readonly facts?: Finding['facts']
}

/** Findings of one type and field are one finding with a count. */
export function startTally(): Tally {
  const found = new Map<string, Finding & {cells: {row: number; value: null}[]; count: number}>()
  return {
    add(type, severity, {row, field = null, facts = {}}) {
      const key = JSON.stringify([type, field])
      let finding = found.get(key)
      if (!finding) {
        finding = {type, severity, field, count: 0, cells: [], facts}
        found.set(key, finding)
      }
      finding.count += 1
      // Rows only: what stands where it was not declared may be anything, personal data too.
      if (finding.cells.length < shownMax) finding.cells.push({row, value: null})
    },
    findings: () => [...found.values()],
  }
}

/** Findings of several parts as one list: the same label missing on every page is one finding. */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.type, finding.field, finding.facts.label ?? null])
    const known = merged.get(key)
    const cells = [...(known?.cells ?? []), ...finding.cells].slice(0, shownMax)
    merged.set(key, {...finding, cells, count: finding.count + (known?.count ?? 0)})
  }
  return [...merged.values()]
}
