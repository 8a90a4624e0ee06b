import type {Dataset, SourceFormat} from '../model/dataset.ts'
import type {Dialect} from '../model/table-schema.ts'
import {localDate} from '../model/time.ts'
import type {Finding, Snapshot} from '../model/version.ts'
import type {Job, TableWorker} from '../store/tables.ts'
import type {World} from '../store/world.ts'
import type {CastInput} from './cast.ts'
import {periodOfDay} from './period.ts'
import type {Staged, StageInput} from './stage.ts'

/** What is known of the rows that now lie in the worker, as tables `raw` and `typed`. */
export interface IngestedTable {
  readonly rows: number
  /** What the release covers, where the data or its issue shows it: "2023", "2023-24", "2016-11-30". */
  readonly period: string | null
  /** Rows below the table, as the file has them. */
  readonly footnotes: readonly string[]
  /** What is wrong with headings and rows; what is wrong with values, validate/ asks. */
  readonly findings: readonly Finding[]
  /** What the characters of a text file are written in; null: the format itself says so. */
  readonly encoding: string | null
}

/** Runs in the worker: bytes as rows of text. */
export const stageJob: Job<StageInput, Staged> = {
  module: import.meta.resolve('./stage.ts'),
  name: 'stage',
}

/** Runs in the worker: rows of text as canonical values. */
export const castJob: Job<CastInput, {largest: string | null}> = {
  module: import.meta.resolve('./cast.ts'),
  name: 'cast',
}

/**
 * Turns a snapshot's bytes into typed rows in the worker, as the dataset's dialect and schema say and
 * without guessing.
 * @throws Problem bytes-empty, bytes-web-page, bytes-not-a-table, heading-not-found, period-not-found
 */
export async function ingest(
  snapshot: Snapshot,
  issue: {readonly dialect: Dialect; readonly format: SourceFormat},
  dataset: Pick<Dataset, 'tableSchema' | 'release'>,
  worker: Pick<TableWorker, 'run'>,
  world: {
    readonly objects: Pick<World['objects'], 'localFile'>
    readonly site: Pick<World['site'], 'timeZone'>
  },
): Promise<IngestedTable> {
  const {dialect, format} = issue
  const schema = dataset.tableSchema
  const {periodFrom, calendar} = dataset.release
  const files = await Promise.all(snapshot.parts.map(part => world.objects.localFile(part.key)))
  const known = periodKnown(snapshot, dataset, world.site.timeZone)
  const staged = await worker.run(stageJob, {
    files,
    format,
    dialect,
    schema,
    period: known,
    periodFrom,
  })

  const periodField = periodFrom.from === 'column' ? periodFrom.field : null
  const {rows, workbook} = staged
  const casting = {schema, dialect, workbook, rows, periodField}
  const {largest} = await worker.run(castJob, casting)
  const isDay = largest !== null && /^\d{4}-\d{2}-\d{2}/.test(largest)
  const fromColumn = isDay ? periodOfDay(largest.slice(0, 10), calendar) : largest
  const {footnotes, findings, encoding} = staged
  return {rows, footnotes, findings, encoding, period: staged.period ?? fromColumn}
}

/** The period where it does not have to be read from the data. */
function periodKnown(
  snapshot: Pick<Snapshot, 'issue' | 'takenAt'>,
  {release}: Pick<Dataset, 'release'>,
  timeZone: string,
): string | null {
  const {from} = release.periodFrom
  if (from === 'issue') return snapshot.issue
  return from === 'delivery' ? localDate(snapshot.takenAt, timeZone) : null
}
