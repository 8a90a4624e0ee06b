import type {Evidence} from '../model/evidence.ts'

/** What of a row becomes evidence again. */
export interface EvidenceRow {
  readonly seq: number
  readonly recorded_at: string
  readonly body: string
}

const seqDigits = 9

/** A row as the record it holds. The number leads the id, so that ids sort by recording. */
export function fromRow({seq, recorded_at, body}: EvidenceRow): Evidence {
  const said = JSON.parse(body) as Evidence
  const id = `${String(seq).padStart(seqDigits, '0')}-${said.type}`
  return {...said, id, recordedAt: recorded_at}
}
