import {allOffers} from '../../demo/offers.ts'
import type {Dataset} from '../../src/model/dataset.ts'
import {type IssueRef, issuesOf} from '../../src/source/issues.ts'
import {readSite} from '../../src/store/site-folder.ts'

export const site = await readSite(new URL('../../sites/hk-itc/', import.meta.url).pathname)

const numbers = [...Array.from({length: 29}, (_, index) => index + 5), 49]
const own = numbers.map(number => `D${number}`)

/** The 30 datasets of the Council, the Productivity Council, the Park and the R&D centres. */
export const datasets: readonly Dataset[] = site.datasets.filter(({commitment}) =>
  own.includes(commitment),
)

/** The dataset of one commitment. */
export function datasetOf(commitment: string): Dataset {
  const found = datasets.find(dataset => dataset.commitment === commitment)
  if (!found) throw new Error(`no dataset for ${commitment}`)
  return found
}

/** One issue of a dataset with the bytes that the stand-in offers for it, a page each. */
export interface OfferedIssue {
  readonly dataset: Dataset
  readonly issue: IssueRef
  readonly parts: readonly Uint8Array[]
}

const offers = await allOffers()

/** Every issue of the datasets, oldest first. */
export const issues: readonly OfferedIssue[] = datasets.flatMap(dataset =>
  issuesOf(dataset, {
    site: {...site, variables: {demo: 'http://demo', shelf: '/shelf', ledger: ''}},
    now: () => '2026-11-23T02:00:00.000Z',
  }).map(issue => ({dataset, issue, parts: partsAt(issue.url)})),
)

/** The issues of one commitment. */
export function issuesFor(commitment: string): readonly OfferedIssue[] {
  return issues.filter(({dataset}) => dataset.commitment === commitment)
}

function partsAt(url: string): readonly Uint8Array[] {
  const path = url.replace(/^http:\/\/demo|^\/shelf\//, '')
  for (const offer of offers) {
    if (offer.kind === 'sqlite' || offer.path !== path) continue
    if (offer.kind !== 'odata') return [offer.bytes()]
    const rows = offer.rows()
    const pages = Math.ceil(rows.length / offer.pageSize)
    return Array.from({length: pages}, (_, page) => {
      const value = rows.slice(page * offer.pageSize, (page + 1) * offer.pageSize)
      return new TextEncoder().encode(JSON.stringify({value}))
    })
  }
  throw new Error(`nothing is offered at ${url}`)
}
