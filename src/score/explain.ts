import {evidenceById} from '../evidence/evidence.ts'
import type {Evidence} from '../model/evidence.ts'
import type {Verdict} from '../model/obligation.ts'
import type {Reader} from '../store/world.ts'
import type {Wording} from '../text/language.ts'
import {reasonText} from './words.ts'

/** One step of the argument for a verdict, with the evidence it rests on. */
export interface Step {
  readonly code: string
  readonly text: Wording
  readonly evidence: readonly Evidence[]
}

/** Argues a verdict step by step: what was promised, what was seen, what follows. */
export async function explain(
  {evidence: ids, reasons}: Pick<Verdict, 'evidence' | 'reasons'>,
  reader: Pick<Reader, 'records'>,
): Promise<readonly Step[]> {
  const evidence = new Map((await evidenceById(ids, reader)).map(found => [found.id, found]))
  return reasons.map(reason => ({
    code: reason.code,
    text: reasonText(reason),
    evidence: String(reason.facts.evidence ?? '')
      .split(' ')
      .flatMap(id => evidence.get(id) ?? []),
  }))
}
