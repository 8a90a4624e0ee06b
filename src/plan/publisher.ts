import type {Provenance} from '../model/plan.ts'
import type {Publisher} from '../model/site.ts'
import {normalised} from './normalise.ts'

/** The publisher that a heading or a group row names; null if the site knows none of that name. */
export function publisherNamed(
  heading: string,
  publishers: readonly Publisher[],
): Publisher | null {
  const names = namesIn(heading)
  return publishers.find(publisher => namesOf(publisher).some(name => names.has(name))) ?? null
}

/**
 * Who publishes a row. A group is a programme, a unit or another body: it is the publisher only where
 * the site knows a publisher of that name; else the plan's own department is.
 */
export function publisherOf(
  group: string | null,
  department: Publisher,
  publishers: readonly Publisher[],
): {readonly publisher: string; readonly provenance: Provenance} {
  const named = group === null ? null : publisherNamed(group, publishers)
  const rule = named ? 'group-names-publisher' : 'group-is-part-of-department'
  return {publisher: (named ?? department).id, provenance: {kind: 'inferred', rule}}
}

// 香港科技園公司 (HKSTPC) goes by both its names.
function namesIn(heading: string): Set<string> {
  const whole = normalised(heading)
  const parts = /^(.*?)\(([^()]*)\)$/.exec(whole)
  return new Set([whole, ...(parts ? [parts[1]!, parts[2]!] : [])].filter(name => name !== ''))
}

function namesOf({name, shortName, also}: Publisher): string[] {
  return [...Object.values(name), ...Object.values(shortName), ...(also ?? [])].map(normalised)
}
