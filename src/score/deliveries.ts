import type {Check, Judgement} from '../model/evidence.ts'
import type {Delivery} from '../model/obligation.ts'

/** A delivery with the evidence it was derived from. */
export interface Found {
  readonly delivery: Delivery
  readonly check: Check // that first saw it
  readonly before: Check | null // the last without it; null: there was none
  readonly judgement: Judgement | null
}

/**
 * The deliveries of one dataset: each time its source was first seen to offer content other than
 * before. The same bytes again are none, and of the same bytes published before none counts.
 * @param checks in order of time
 * @param judgements in order of recording
 */
export function deliveriesOf(
  checks: readonly Check[],
  judgements: readonly Judgement[],
): readonly Found[] {
  const judged = judgementsByContent(judgements)
  const found: Found[] = []
  let before: Check | null = null
  let offered: string | null = null // content of the last check that found any
  let published: string | null = null // content that the last accepted delivery brought
  for (const check of checks) {
    const content = contentOf(check, offered)
    if (content !== null && content !== offered) {
      const judgement = judged.get(content) ?? null
      const accepted = judgement !== null && isAccepted(judgement)
      const counts = accepted && content !== published
      found.push({delivery: deliveryOf(check, before, judgement, counts), check, before, judgement})
      if (accepted) published = content
      offered = content
    }
    before = check
  }
  return found
}

/** What a check saw: the hash of the content offered, null where it found none. */
export function contentOf(check: Check, offered: string | null): string | null {
  if (check.outcome === 'nothing') return null
  return check.contentHash ?? (check.outcome === 'unchanged' ? offered : null)
}

function deliveryOf(
  check: Check,
  before: Check | null,
  judgement: Judgement | null,
  counts: boolean,
): Delivery {
  const outcome = judgement?.outcome ?? null
  return {
    id: check.id,
    dataset: check.dataset,
    contentHash: check.contentHash!,
    coverage: judgement?.coverage ?? check.coverage,
    claimedAt: check.claimedAt,
    notBefore: before?.at ?? null,
    seenAt: check.at,
    baseline: before === null,
    counts,
    judgement: outcome === 'approved' ? 'published' : outcome,
    simulated: check.simulated || (judgement?.simulated ?? false),
  }
}

// Content once accepted stays so, whatever a later look under other rules made of the same bytes.
function judgementsByContent(judgements: readonly Judgement[]): ReadonlyMap<string, Judgement> {
  const judged = new Map<string, Judgement>()
  for (const judgement of judgements) {
    const known = judged.get(judgement.contentHash)
    if (!known || !isAccepted(known)) judged.set(judgement.contentHash, judgement)
  }
  return judged
}

function isAccepted({outcome}: Judgement): boolean {
  return outcome === 'published' || outcome === 'approved'
}
