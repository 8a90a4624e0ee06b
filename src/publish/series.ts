// The stacked series: every release of a dataset in one tidy table, so that "over time" has an
// answer even where each file holds one year or one number.
import {createHash} from 'node:crypto'
import {formatOf} from '../format/formats.ts'
import type {Dataset, FormatName} from '../model/dataset.ts'
import {publishedSchema} from '../model/published-schema.ts'
import type {Field, TableSchema} from '../model/table-schema.ts'
import type {Distribution, Version} from '../model/version.ts'
import {type Engine, identifier, type Job, type TableWorker} from '../store/tables.ts'
import type {World} from '../store/world.ts'
import {type WriteInput, type WriteOutput, writeFormats} from './write.ts'

const seriesFormats: readonly FormatName[] = ['csv', 'json', 'parquet']

const leading: readonly Field[] = [
  {
    name: 'release',
    type: 'string',
    title: {en: 'Release', 'zh-Hant': '發布期', 'zh-Hans': '发布期'},
    description: {
      en: 'What the release covers, or when it was issued.',
      'zh-Hant': '該次發布所涵蓋的時期，或發布日期。',
      'zh-Hans': '该次发布所涵盖的时期，或发布日期。',
    },
  },
  {
    name: 'version',
    type: 'string',
    title: {en: 'Version', 'zh-Hant': '版本', 'zh-Hans': '版本'},
  },
  {
    name: 'sample',
    type: 'boolean',
    title: {en: 'Sample data', 'zh-Hant': '樣本數據', 'zh-Hans': '样本数据'},
  },
]

interface StackInput extends Omit<WriteInput, 'table' | 'formats' | 'needed'> {
  readonly releases: readonly {
    readonly csv: string
    readonly release: string
    readonly version: string
    readonly sample: boolean
    readonly fields: readonly string[]
  }[]
}

const stackJob: Job<StackInput, WriteOutput> = {module: import.meta.url, name: 'stack'}

/** One version a release: of those that cover the same, the one issued last. Oldest first. */
export function releasesOf(versions: readonly Version[]): readonly Version[] {
  const newest = new Map<string, Version>()
  for (const version of [...versions].sort(byIssue))
    if (!version.withdrawn) newest.set(version.period ?? version.version, version)
  return [...newest.values()].sort((a, b) => (a.position < b.position ? -1 : 1))
}

/** By time of issue; two of one moment by their names, which count on. */
function byIssue(one: Version, other: Version): number {
  const [first, second] = [one, other].map(({issued, version}) => `${issued} ${version}`)
  return first! < second! ? -1 : 1
}

/** A stack is named after what is in it: a correction or a withdrawal makes another one. */
function stackName(releases: readonly Version[], code: string): string {
  const names = [code, ...releases.map(({version}) => version)].join('\n')
  return createHash('sha256').update(names).digest('hex').slice(0, 32)
}

/**
 * Writes the stacked series of these versions, named by the one issued last. Live lists have none:
 * their history is an archive of observations, not of files.
 */
export async function publishSeries(
  dataset: Dataset,
  versions: readonly Version[],
  worker: TableWorker,
  {objects, code}: Pick<World, 'objects' | 'code'>,
): Promise<{version: string; distributions: readonly Distribution[]} | null> {
  const releases = releasesOf(versions)
  // The one issued last, which need not cover the newest period: it may correct an older one.
  const newest = [...releases].sort(byIssue).at(-1)
  if (!newest || dataset.release.kind === 'live') return null
  const folder = `series/${dataset.id}/${stackName(releases, code)}`
  const {files} = await worker.run(stackJob, {
    dataset: dataset.id,
    title: dataset.shortTitle.en ?? dataset.id,
    schema: stackedSchema(dataset),
    releases: await Promise.all(
      releases.map(async version => ({
        csv: await objects.localFile(`versions/${dataset.id}/${version.version}/data.csv`),
        release: version.period ?? version.issued.slice(0, 10),
        version: version.version,
        sample: version.sample,
        fields: version.fields,
      })),
    ),
  })
  const distributions = await Promise.all(
    files.map(async ({format, path}) => ({
      format,
      mediaType: formatOf(format).mediaType,
      promised: false,
      ...(await objects.putFile(`${folder}/data.${format}`, path)),
    })),
  )
  return {version: newest.version, distributions}
}

function stackedSchema({tableSchema}: Dataset): TableSchema {
  const {fields} = publishedSchema(tableSchema)
  const taken = new Set(fields.map(({name}) => name))
  return {fields: [...leading.filter(({name}) => !taken.has(name)), ...fields]}
}

/** The job: reads each release's CSV as text, so that no digit changes, and stacks them in order. */
export async function stack(input: StackInput, engine: Engine): Promise<WriteOutput> {
  const {schema, releases, dataset, title} = input
  const names = schema.fields.map(({name}) => name)
  const columns = names.map(name => `${identifier(name)} varchar`).join(', ')
  await engine.run(`create or replace table stacked (_row integer, ${columns})`)
  let rows = 0
  for (const release of releases) {
    const cellsOf = stacking(names, release)
    let heading = true
    for await (const batch of formatOf('csv').readBack(release.csv, engine)) {
      const body = heading ? batch.slice(1) : batch
      heading = false
      const first = rows
      await engine.append(
        'stacked',
        body.map((cells, at) => [first + at + 1, ...cellsOf(cells)]),
      )
      rows += body.length
    }
  }
  const [formats, needed] = [seriesFormats, seriesFormats]
  return writeFormats({dataset, title, schema, table: 'stacked', formats, needed}, engine)
}

/** From a release's own columns to those of the series; a column it had not is empty. */
function stacking(
  names: readonly string[],
  {release, version, sample, fields}: StackInput['releases'][number],
): (cells: readonly (string | null)[]) => (string | null)[] {
  const told: {readonly [name: string]: string} = {release, version, sample: String(sample)}
  return cells =>
    names.map(name => {
      const at = fields.indexOf(name)
      // CSV writes an empty text and a missing one alike; readers of CSV take both for missing.
      return at >= 0 ? cells[at] || null : (told[name] ?? null)
    })
}
