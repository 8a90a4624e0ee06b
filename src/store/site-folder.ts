import {readdir, readFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import type {TSchema} from '@sinclair/typebox'
import {type ValueError, ValueErrorType} from '@sinclair/typebox/errors'
import {Value} from '@sinclair/typebox/value'
import type {Dataset} from '../model/dataset.ts'
import type {ContactPoint, Holidays, Publisher, Site, Term, Theme} from '../model/site.ts'
import type {CodeList} from '../model/table-schema.ts'
import type {Language} from '../text/language.ts'
import {Problem} from '../text/problem.ts'
import {checkReferences} from './site-references.ts'
import {type SiteFile, siteShape, siteShapes} from './site-shape.ts'

/** A file of a site that is larger than this is no site file. */
const bytesMax = 4 * 1024 * 1024

/** Days are unknown, so none of them is a holiday, and the calendar says that it ends at once. */
const noHolidays: Holidays = {first: '9999-12-31', last: '0001-01-01', source: 'none', days: []}

/** What a site folder holds, as far as it could be read, and everything that is wrong with it. */
export interface SiteReview {
  readonly site: Site
  readonly problems: readonly Problem[]
}

/**
 * Reads a site folder: site.json, the lists beside it (code-lists.json, glossary.json and
 * holidays.json may be absent) and datasets/*.json, every property of them known and checked.
 * @throws Problem site-… for the first thing that is wrong, naming file and property
 */
export async function readSite(folder: string): Promise<Site> {
  const {site, problems} = await reviewSite(folder)
  if (problems[0]) throw problems[0]
  return site
}

/** The same, with all that is wrong instead of the first. @throws Problem where site.json itself is no site */
export async function reviewSite(folder: string): Promise<SiteReview> {
  const absolute = resolve(folder)
  const own = await readOwn(absolute)
  const shapes = siteShapes(own.languages)
  const problems: Problem[] = []

  const list = async <Item>(file: string, shape: TSchema, absent?: Item): Promise<Item> => {
    try {
      const value = await readJson(absolute, file)
      const found = shapeProblems(file, shape, value)
      problems.push(...found)
      return found.length > 0 && absent !== undefined ? absent : (value as Item)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      if (error.code !== 'site-file-missing' || absent === undefined) problems.push(error)
      return (absent ?? []) as Item
    }
  }

  const site: Site = {
    ...own,
    folder: absolute,
    publishers: await list<readonly Publisher[]>('publishers.json', shapes.publishers),
    contactPoints: await list<readonly ContactPoint[]>('contact-points.json', shapes.contactPoints),
    themes: await list<readonly Theme[]>('themes.json', shapes.themes),
    codeLists: await list<readonly CodeList[]>('code-lists.json', shapes.codeLists, []),
    glossary: await list<readonly Term[]>('glossary.json', shapes.glossary, []),
    holidays: await list<Holidays>('holidays.json', shapes.holidays, noHolidays),
    datasets: await readDatasets(absolute, shapes.dataset, problems),
  }
  // References into a list that is itself broken would only repeat the first complaint.
  if (problems.length === 0) problems.push(...checkReferences(site))
  return {site, problems}
}

async function readOwn(folder: string): Promise<SiteFile> {
  const value = await readJson(folder, 'site.json')
  const spoken = (value as {languages?: unknown}).languages
  // Checked without languages first, since which texts are needed hangs on them.
  const languages = Array.isArray(spoken) ? (spoken as Language[]) : []
  const [problem] = shapeProblems('site.json', siteShape(languages), value)
  if (problem) throw problem
  return value as SiteFile
}

async function readDatasets(
  folder: string,
  shape: TSchema,
  problems: Problem[],
): Promise<readonly Dataset[]> {
  const names = await readdir(join(folder, 'datasets')).catch(() => [] as string[])
  const datasets: Dataset[] = []
  for (const name of names.filter(name => name.endsWith('.json')).sort()) {
    const file = `datasets/${name}`
    try {
      const value = await readJson(folder, file)
      const found = shapeProblems(file, shape, value)
      problems.push(...found)
      if (found.length > 0) continue
      const dataset = value as Dataset
      if (`${dataset.id}.json` === name) datasets.push(dataset)
      else problems.push(new Problem('site-file-misnamed', {file, id: dataset.id}))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problems.push(error)
    }
  }
  return datasets
}

async function readJson(folder: string, file: string): Promise<unknown> {
  const bytes = await readFile(join(folder, file)).catch(error => {
    throw new Problem('site-file-missing', {file, folder}, error)
  })
  if (bytes.length > bytesMax) {
    throw new Problem('site-file-too-large', {file, megabytes: bytesMax / 1024 / 1024})
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(bytes))
  } catch (error) {
    throw new Problem('site-file-not-json', {file, why: (error as Error).message}, error)
  }
}

function shapeProblems(file: string, shape: TSchema, value: unknown): Problem[] {
  const problems = [...Value.Errors(shape, value)].map(error => shapeProblem(file, error))
  // A property that is missing is reported as missing, and once more as not being text.
  const seen = new Set<unknown>()
  return problems.filter(({facts: {property}}) => !seen.has(property) && seen.add(property))
}

function shapeProblem(file: string, {type, path, schema, message, value}: ValueError): Problem {
  const property = path === '' ? '/' : path
  if (type === ValueErrorType.ObjectAdditionalProperties) {
    return new Problem('site-property-unknown', {file, property})
  }
  if (value === undefined && schema.translation) {
    return new Problem('site-translation-missing', {file, property, language: schema.translation})
  }
  if (value === undefined) return new Problem('site-property-missing', {file, property})
  const found = JSON.stringify(value)?.slice(0, 60) ?? null
  return new Problem('site-property-wrong', {file, property, found, why: expected(schema, message)})
}

/** A union's own message says only that no choice fitted; its choices say more. */
function expected(schema: TSchema, message: string): string {
  const choices = (schema.anyOf as readonly {const?: unknown}[] | undefined)?.map(one => one.const)
  if (choices?.every(choice => typeof choice === 'string')) return choices.join(' | ')
  return schema.pattern ? String(schema.pattern) : message
}
