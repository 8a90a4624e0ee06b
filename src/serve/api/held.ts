import {outcomesOf, reportAt} from '../../catalog/catalog.ts'
import type {Finding} from '../../model/version.ts'
import type {Reader} from '../../store/world.ts'
import {declaresSamples, problemView} from './views-catalog.ts'

/**
 * Datasets whose last look did not end well. What validation found is told by type, field and count:
 * cells of what is not published are shown to nobody.
 */
export async function heldBack(reader: Reader) {
  const outcomes = await outcomesOf(reader)
  const held = []
  for (const dataset of reader.site.datasets) {
    const {id, commitment} = dataset
    const outcome = outcomes.get(id)
    if (!outcome || outcome.kind === 'published' || outcome.kind === 'unchanged') continue
    const report = outcome.report ? await reportAt(outcome.report, reader) : null
    held.push({
      dataset: id,
      commitment,
      outcome: outcome.kind,
      at: outcome.at,
      problem: outcome.problem && problemView(outcome.problem),
      findings: (report?.findings ?? []).map(withoutCells),
      sample: declaresSamples(dataset),
    })
  }
  return held
}

function withoutCells({type, severity, field, count}: Finding) {
  return {type, severity, field, count}
}
