import type {Dataset} from '../model/dataset.ts'
import type {Commitment} from '../model/plan.ts'
import type {Site} from '../model/site.ts'
import {normalised} from './normalise.ts'

/** What does not agree between a plan and the datasets that a site declares. */
export interface LinkRemark {
  readonly code:
    | 'no-dataset' // nobody declares what this row promises
    | 'title-differs' // declared for this row, under another title
    | 'publisher-differs' // declared for this row, by another publisher
    | 'declared-for-another' // same publisher and title, declared for another row
    | 'no-commitment' // declared for a row that the plan does not have
  readonly commitment: string
  readonly dataset: string | null
}

/**
 * Which dataset of the site answers which commitment: the same publisher and title, however dashes,
 * brackets and spaces are written; else the dataset that says it does, whose title then differs.
 */
export function linkDatasets(
  commitments: readonly Commitment[],
  {datasets}: Pick<Site, 'datasets'>,
): {readonly commitments: readonly Commitment[]; readonly remarks: readonly LinkRemark[]} {
  const identities = new Map(datasets.flatMap(entriesOf))
  const declared = new Map(datasets.map(dataset => [dataset.commitment, dataset]))
  const remarks: LinkRemark[] = []
  const linked = commitments.map(commitment => {
    const same = identities.get(identityOf(commitment.publisher, commitment.title))
    const found = same ?? declared.get(commitment.id) ?? null
    const remark = remarkOn(commitment, found, same !== undefined)
    if (remark) remarks.push(remark)
    return {...commitment, dataset: found?.id ?? null}
  })
  const known = new Set(commitments.map(({id}) => id))
  for (const {id, commitment} of datasets)
    if (!known.has(commitment)) remarks.push({code: 'no-commitment', commitment, dataset: id})
  return {commitments: linked, remarks}
}

function remarkOn(
  {id, publisher}: Commitment,
  dataset: Dataset | null,
  same: boolean,
): LinkRemark | null {
  if (!dataset) return {code: 'no-dataset', commitment: id, dataset: null}
  const remark = (code: LinkRemark['code']) => ({code, commitment: id, dataset: dataset.id})
  if (same) return dataset.commitment === id ? null : remark('declared-for-another')
  return remark(dataset.publisher === publisher ? 'title-differs' : 'publisher-differs')
}

function entriesOf(dataset: Dataset): [string, Dataset][] {
  return Object.values(dataset.title).map(title => [identityOf(dataset.publisher, title), dataset])
}

// Never the title alone: two publishers each have their 主要表現指標.
function identityOf(publisher: string, title: string): string {
  return `${publisher}\n${normalised(title)}`
}
