import type {Dataset, Source, SourceFormat} from '../model/dataset.ts'
import type {Dialect} from '../model/table-schema.ts'
import {localDate} from '../model/time.ts'
import type {World} from '../store/world.ts'
import {Problem} from '../text/problem.ts'

/** One release at an address of its own; the only one, with id null, where there is one address. */
export interface IssueRef {
  readonly id: string | null
  readonly url: string // as declared, with its {names} filled in; for folder and sql not for readers
  readonly format: SourceFormat
  readonly dialect: Dialect
  readonly sample: boolean
}

/**
 * The releases that a dataset's source declares, oldest first; none where it has no source.
 * @throws Problem source-variable-unknown if an address names a variable that the site has not
 */
export function issuesOf(
  dataset: Dataset,
  world: Pick<World, 'site' | 'now'>,
): readonly IssueRef[] {
  const {source} = dataset
  if (!source) return []
  const {variables} = world.site
  const single = (id: string | null) => ({
    id,
    url: filled(source.url, id === null ? variables : {...variables, ...namesOf(id, dataset)}),
    format: source.format,
    dialect: dataset.dialect,
    sample: source.sample,
  })
  if (!source.issues && !source.yearly) return [single(null)]

  const declared = (source.issues ?? []).map((issue): IssueRef => {
    const {url} = issue.url
      ? {url: filled(issue.url, {...variables, ...namesOf(issue.id, dataset)})}
      : single(issue.id)
    return {
      id: issue.id,
      url,
      format: issue.format ?? source.format,
      dialect: issue.dialect ?? dataset.dialect,
      sample: issue.sample ?? source.sample,
    }
  })
  if (!source.yearly) return declared
  const years = yearsOf(source.yearly, localDate(world.now(), world.site.timeZone))
    .filter(id => !declared.some(issue => issue.id === id))
    .map(single)
  return [...declared, ...years].sort((a, b) => ((a.id ?? '') < (b.id ?? '') ? -1 : 1))
}

/**
 * How the bytes of an issue are to be read, whatever its address is now: for those who read what was
 * fetched before. An issue that is no longer declared is read as the source is.
 */
export function readingOf(
  {source, dialect}: Dataset,
  issue: string | null,
): Pick<IssueRef, 'format' | 'dialect'> | null {
  if (!source) return null
  const declared = source.issues?.find(({id}) => id === issue)
  return {format: declared?.format ?? source.format, dialect: declared?.dialect ?? dialect}
}

/** Every year from `since` to the last that is over. Financial years run from 1 April. */
function yearsOf({since, financial}: NonNullable<Source['yearly']>, today: string): string[] {
  const year = Number(today.slice(0, 4))
  const last = financial && today.slice(5, 7) < '04' ? year - 2 : year - 1
  return Array.from({length: Math.max(0, last - since + 1)}, (_, at) =>
    financial ? financialYear(since + at) : String(since + at),
  )
}

function financialYear(start: number): string {
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`
}

/** {YYYY}, {MM} and {DD} of an issue: "2016-11-30", "2024-03", "2023" or the financial "2023-24". */
function namesOf(id: string, dataset: Dataset): {readonly [name: string]: string} {
  const [, year, second, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(id) ?? []
  // "2011-12" alone could be December as well; the release's own calendar decides.
  const financial = dataset.release.calendar === 'financial-year' && day === undefined
  return {
    id,
    ...(year === undefined ? {} : {YYYY: year}),
    ...(second === undefined || financial ? {} : {MM: second}),
    ...(day === undefined ? {} : {DD: day}),
  }
}

function filled(url: string, names: {readonly [name: string]: string}): string {
  return url.replace(/\{([\w-]+)\}/g, (_whole, name: string) => {
    const value = Object.hasOwn(names, name) ? names[name] : undefined
    if (value === undefined)
      throw new Problem('source-variable-unknown', {url: withoutUserInfo(url), name})
    return value
  })
}

/** An address as everybody may read it: whoever put a password into one did not mean to publish it. */
export function withoutUserInfo(url: string): string {
  return url.replace(/^([a-z]+:\/\/)[^/?#]*@/i, '$1')
}
