import {readFile} from 'node:fs/promises'
import iconv from 'iconv-lite'
import {allOffers} from '../../demo/offers.ts'
import {csvReader} from '../../src/format/csv-rows.ts'
import type {Dataset, Issue} from '../../src/model/dataset.ts'
import {type IssueRef, issuesOf} from '../../src/source/issues.ts'
import {readSite} from '../../src/store/site-folder.ts'

const folder = new URL('../../sites/hk-itc/', import.meta.url).pathname
const site = await readSite(folder)

const own = [
  ...['A1', 'A2', 'A3', 'B1', 'B2', 'D1', 'D2', 'D3', 'D4', 'D50'],
  ...Array.from({length: 15}, (_, index) => `D${index + 34}`),
]

/** The 25 datasets of the department itself and of the Innovation and Technology Fund. */
export const datasets: readonly Dataset[] = site.datasets.filter(({commitment}) =>
  own.includes(commitment),
)

/** The dataset of one commitment. */
export function datasetOf(commitment: string): Dataset {
  const found = datasets.find(dataset => dataset.commitment === commitment)
  if (!found) throw new Error(`no dataset for ${commitment}`)
  return found
}

/** One issue of a dataset, where the stand-in offers it. */
export interface OfferedIssue {
  readonly dataset: Dataset
  readonly issue: IssueRef
  readonly path: string
  /** As the site's file names the issue; null where it is one of an address by year. */
  readonly declared: Issue | null
}

// The day is fixed, since the issues at addresses by year end with the last year that is over.
const world = {
  site: {...site, variables: {demo: '', shelf: '', ledger: ''}},
  now: () => '2026-11-23T02:00:00.000Z',
}

/** Every issue of the datasets over HTTP. */
export const issues: readonly OfferedIssue[] = datasets
  .filter(({source}) => source?.connector === 'http')
  .flatMap(dataset =>
    issuesOf(dataset, world).map(issue => ({
      dataset,
      issue,
      path: issue.url,
      declared: dataset.source?.issues?.find(({id}) => id === issue.id) ?? null,
    })),
  )

const offers = await allOffers()

/** What the stand-in offers at an address, as text. */
export function textAt(path: string, encoding = 'utf-8'): string {
  return iconv.decode(Buffer.from(bytesAt(path)), encoding)
}

/** @throws Error if nothing is offered there */
export function bytesAt(path: string): Uint8Array {
  const offer = offers.find(one => one.kind === 'http' && one.path === path)
  if (offer?.kind !== 'http') throw new Error(`nothing is offered at ${path}`)
  return offer.bytes()
}

/** The table of an issue: its rows, heading rows included; JSON as keys and values. */
export function rowsAt({issue, path}: Pick<OfferedIssue, 'issue' | 'path'>): string[][] {
  const {dialect, format} = issue
  const text = textAt(path, dialect.encoding)
  if (format === 'json') return jsonRows(text, dialect.property)
  const reader = csvReader({delimiter: ',', quoteChar: '"'})
  return [...reader.push(text), ...reader.end()]
}

function jsonRows(text: string, property: string | undefined): string[][] {
  const document = JSON.parse(text)
  const rows: readonly {readonly [key: string]: unknown}[] = property
    ? document[property]
    : document
  const keys = Object.keys(rows[0] ?? {})
  return [keys, ...rows.map(row => keys.map(key => String(row[key] ?? '')))]
}

/** The table of one issue as objects by heading, up to where its footnotes begin. */
export function recordsOf(commitment: string, id: string): readonly {[heading: string]: string}[] {
  const issue = issues.find(one => one.dataset.commitment === commitment && one.issue.id === id)
  if (!issue) throw new Error(`${commitment} has no issue ${id}`)
  const [head = [], ...body] = rowsAt(issue)
  const marks = issue.dataset.dialect.footnoteMarks ?? []
  const end = body.findIndex(row => marks.some(mark => row[0]?.startsWith(mark)))
  return body
    .slice(0, end < 0 ? body.length : end)
    .map(row => Object.fromEntries(row.map((cell, column) => [head[column] ?? '', cell])))
}

/** The titles of the plan's rows, by commitment: what stands after the category's slash. */
export async function planTitles(): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(`${folder}plan/itc-open-data-plan-2022-2024.zh-Hant.txt`, 'utf8')
  const titles = new Map<string, string>()
  let section = ''
  for (const line of text.split('\n')) {
    section = /^([A-D])\. /.exec(line)?.[1] ?? section
    const row = /^(\d+)\t[^／]+／([^\t]+)\t/.exec(line)
    if (row) titles.set(`${section}${row[1]}`, row[2]!)
  }
  return titles
}

/** As plans are compared: width, dashes, brackets and spaces of typesetting are no difference. */
export function normalised(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[‐-―－-]/g, '-')
    .replace(/\s+/g, '')
}
