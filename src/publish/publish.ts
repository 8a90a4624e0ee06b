import {createHash} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {formatOf} from '../format/formats.ts'
import type {Dataset, FormatName} from '../model/dataset.ts'
import {publishedSchema} from '../model/published-schema.ts'
import type {TableSchema} from '../model/table-schema.ts'
import type {Instant} from '../model/time.ts'
import type {Distribution, Report, Snapshot, Version} from '../model/version.ts'
import type {StoredObject} from '../store/objects.ts'
import type {TableWorker} from '../store/tables.ts'
import type {World} from '../store/world.ts'
import {dataPackage, dictionaryCsv} from './describe.ts'
import {type WriteInput, type WriteOutput, writeJob} from './write.ts'

/** Formats that spreadsheets and whole-document readers choke on beyond this many rows. */
const documentRowsMax = 100_000
const always: readonly FormatName[] = ['csv', 'json', 'ndjson', 'xml', 'xls', 'xlsx', 'parquet']
const streaming: readonly FormatName[] = ['csv', 'ndjson', 'parquet'] // what our own rooms read

/** What is to become a version. */
export interface Publication {
  readonly dataset: Dataset
  readonly snapshot: Snapshot
  readonly report: Report
  readonly worker: TableWorker // with the typed table in it
  readonly promised: readonly FormatName[]
  readonly period: string | null
  readonly position: string
  readonly sourceFootnotes: readonly string[]
  readonly previous: Version | null
  readonly kind: Version['kind']
  readonly issued: Instant
  readonly version: string // its name, unique in the dataset
}

/**
 * Writes one immutable version: every format from the typed table, each read back and proven to hold
 * the same cells; then dictionary, report, Data Package and manifest. All of it lies in objects, and
 * is seen by nobody, until the catalog records it.
 * @throws Problem formats-disagree, object-not-stored
 */
export async function publish(
  publication: Publication,
  world: Pick<World, 'objects' | 'site' | 'code'>,
): Promise<Version> {
  const {dataset, worker} = publication
  const writing = writingOf(dataset)
  const {schema} = writing
  const needed = [...streaming, ...publication.promised]
  const written = await worker.run(writeJob, {...writing, needed, formats: formatsFor(publication)})
  const folder = `versions/${dataset.id}/${publication.version}`
  const distributions = await storeFiles(folder, written, publication.promised, world)
  const declaration = await storeDeclaration(dataset, world)
  const simulated = world.site.standIn !== null // a stand-in plays the department's delivery
  const made = {schema, written, distributions, declaration, folder, simulated}
  const version = versionOf(publication, made)
  const manifest = await storeDescriptions(folder, version, publication, world)
  return {...version, manifestChecksum: manifest.checksum}
}

/**
 * Writes a version's files again from the typed table in the worker, and keeps none of them.
 * @returns the sha256 of each, by format
 */
export async function rebuild(
  version: Version,
  dataset: Dataset,
  worker: TableWorker,
): Promise<ReadonlyMap<FormatName, string>> {
  const formats = version.distributions.map(({format}) => format)
  const {files} = await worker.run(writeJob, {...writingOf(dataset), formats, needed: formats})
  return new Map(
    await Promise.all(files.map(async ({format, path}) => [format, await hashFile(path)] as const)),
  )
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex')
}

/** What is written of a dataset: the same when it is first made and when it is made again. */
function writingOf(dataset: Dataset): Omit<WriteInput, 'formats' | 'needed'> {
  return {
    dataset: dataset.id,
    table: 'typed',
    title: dataset.shortTitle.en ?? dataset.id,
    schema: publishedSchema(dataset.tableSchema),
  }
}

function formatsFor({report, promised, dataset}: Publication): readonly FormatName[] {
  if (report.rows <= documentRowsMax) return always
  const asked = [...streaming, ...promised, ...(dataset.formats ?? [])]
  return always.filter(format => asked.includes(format))
}

async function storeFiles(
  folder: string,
  {files}: WriteOutput,
  promised: readonly FormatName[],
  {objects}: Pick<World, 'objects'>,
): Promise<Distribution[]> {
  return Promise.all(
    files.map(async ({format, path}) => ({
      format,
      mediaType: formatOf(format).mediaType,
      promised: promised.includes(format),
      ...(await objects.putFile(`${folder}/data.${format}`, path)),
    })),
  )
}

/** Kept by hash, so that a version can be rebuilt under the declaration it was made under. */
async function storeDeclaration(
  dataset: Dataset,
  {objects}: Pick<World, 'objects'>,
): Promise<string> {
  const bytes = jsonBytes(dataset)
  const hash = declarationHash(dataset)
  if (!(await objects.stat(`declarations/${hash}.json`)))
    await objects.put(`declarations/${hash}.json`, bytes)
  return hash
}

/** Names a dataset's declaration: another hash, another judgement of the same bytes. */
export function declarationHash(dataset: Dataset): string {
  return createHash('sha256').update(jsonBytes(dataset)).digest('hex')
}

/** A version before its manifest is written. */
type Unsealed = Omit<Version, 'manifestChecksum'>

interface Made {
  readonly schema: TableSchema
  readonly written: WriteOutput
  readonly distributions: readonly Distribution[]
  readonly declaration: string
  readonly folder: string
  readonly simulated: boolean
}

function versionOf(publication: Publication, made: Made): Unsealed {
  const {dataset, snapshot, period, position, issued, previous, kind} = publication
  const {simulated} = made
  const issue = dataset.source?.issues?.find(({id}) => id === snapshot.issue)
  return {
    dataset: dataset.id,
    version: publication.version,
    issue: snapshot.issue,
    position,
    period,
    kind,
    issued,
    previousVersion: previous?.version ?? null,
    sample: snapshot.sample,
    simulated,
    rows: made.written.rows,
    fields: made.schema.fields.map(({name}) => name),
    distributions: made.distributions,
    snapshot,
    parity: made.written.parity,
    footnotes: [...(dataset.footnotes ?? []), ...(issue?.footnotes ?? [])],
    sourceFootnotes: publication.sourceFootnotes,
    declaration: made.declaration,
    manifest: `${made.folder}/manifest.json`,
    withdrawn: false,
  }
}

async function storeDescriptions(
  folder: string,
  version: Unsealed,
  {dataset, report}: Publication,
  {objects, site, code}: Pick<World, 'objects' | 'site' | 'code'>,
): Promise<StoredObject> {
  const described = await Promise.all([
    objects.put(`${folder}/report.json`, jsonBytes(report)),
    objects.put(`${folder}/datapackage.json`, jsonBytes(dataPackage(version, dataset, site))),
    objects.put(`${folder}/dictionary.csv`, utf8(dictionaryCsv(version, dataset))),
  ])
  const files = [...version.distributions, ...described].map(({key, byteSize, checksum}) => ({
    path: key.slice(folder.length + 1),
    byteSize,
    checksum,
  }))
  // Last, and naming all the others: whoever holds the manifest can prove the version whole.
  return objects.put(version.manifest, jsonBytes({...version, code, files}))
}

function jsonBytes(value: object): Uint8Array {
  return utf8(`${JSON.stringify(value, null, 1)}\n`)
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
