import {encodingOf} from '../format/decode.ts'
import {formatOf} from '../format/formats.ts'
import type {PeriodFrom, SourceFormat} from '../model/dataset.ts'
import {publishedSchema} from '../model/published-schema.ts'
import type {Dialect, TableSchema} from '../model/table-schema.ts'
import type {Finding} from '../model/version.ts'
import {type Engine, identifier} from '../store/tables.ts'
import {fill} from '../text/language.ts'
import {detectFormat} from './detect.ts'
import {joinLevels, planUnpivot} from './headings.ts'
import {type Mapping, mapByPosition, mapHeadings} from './mapping.ts'
import {periodInCell} from './period.ts'
import {headingRows, rectangular, splitHead, untilFootnotes} from './read-part.ts'
import {isBlankCell, numbered, type Row} from './rows.ts'
import {mergeFindings, startTally} from './tally.ts'
import {unpivoted} from './unpivot.ts'

export interface StageInput {
  /** Files of the snapshot's parts, in order. */
  readonly files: readonly string[]
  readonly format: SourceFormat
  readonly dialect: Dialect
  readonly schema: TableSchema
  /** The release's period where it is known before reading. */
  readonly period: string | null
  readonly periodFrom: PeriodFrom
}

export interface Staged {
  readonly rows: number
  readonly period: string | null
  readonly footnotes: readonly string[]
  readonly findings: readonly Finding[]
  /** What the characters of a text file are written in; null: the format itself says so. */
  readonly encoding: string | null
  /** Whether the bytes are a workbook, whose dates are dates and not text. */
  readonly workbook: boolean
}

/** Rows of text handed to DuckDB at once: some megabytes at most, whatever the file's size. */
const batchRows = 4096

/**
 * Job: the parts of a snapshot as table `raw`: `_row` (1, 2, 3 …), `_line` (the row of the file it
 * comes from) and one text column a published field, as the source has it.
 * A clean CSV could go to DuckDB's own reader from here; the steps below are the ones for all files.
 */
export async function stage(input: StageInput, engine: Engine): Promise<Staged> {
  const period = input.periodFrom.from === 'cell' ? await periodOfCell(input, engine) : input.period
  const fields = publishedSchema(input.schema).fields
  const columns = fields.map(field => `, ${identifier(field.name)} VARCHAR`).join('')
  await engine.run(`CREATE OR REPLACE TABLE raw (_row INTEGER, _line INTEGER${columns})`)

  const staging: Staging = {
    ...input,
    period,
    engine,
    rows: 0,
    footnotes: [],
    findings: [],
    encoding: null,
    workbook: false,
  }
  for (const file of input.files) await stagePart(file, staging)
  const {rows, footnotes, encoding, workbook} = staging
  const findings = mergeFindings(staging.findings)
  return {rows, period, footnotes, findings, encoding, workbook}
}

/** What the parts of one snapshot share while they are staged. */
interface Staging extends StageInput {
  readonly engine: Engine
  rows: number
  readonly footnotes: string[]
  readonly findings: Finding[]
  encoding: string | null
  workbook: boolean
}

async function stagePart(file: string, staging: Staging): Promise<void> {
  const {dialect, schema, engine} = staging
  const format = await detectFormat(file, staging.format)
  await noteBytes(file, format, staging)
  const read = formatOf(format).read(file, dialect, engine)
  const lines = numbered(read, firstLine(format, dialect))
  const heading = headingRows(dialect)
  const {head, body} = await splitHead(lines, Math.max(0, ...heading))
  const levels = heading.map(row => head[row - 1]!.cells)

  const unpivoting = dialect.unpivot ? planUnpivot(levels, dialect.unpivot) : null
  const orderMatters = (format === 'csv' || format === 'xls' || format === 'xlsx') && !unpivoting
  const mapping =
    levels.length === 0
      ? mapByPosition(schema, dialect)
      : mapHeadings(
          unpivoting?.headings ?? joinLevels(levels, dialect),
          schema,
          dialect,
          orderMatters,
        )
  const tally = startTally()
  const width = unpivoting ? Math.max(...levels.map(level => level.length)) : mapping.width
  const shape = {width, everyCellWritten: format === 'csv'}
  const bare = untilFootnotes(body, dialect.footnoteMarks ?? [], staging.footnotes)
  const rows = rectangular(bare, shape, tally)

  const extraCells = await appendRows(
    unpivoting ? unpivoted(rows, unpivoting) : rows,
    mapping,
    staging,
  )
  staging.findings.push(
    ...mapping.findings,
    ...extraFindings(mapping, extraCells),
    ...tally.findings(),
  )
}

/** What a person should know of the bytes: that they are another kind, or that we had to guess. */
async function noteBytes(file: string, format: SourceFormat, staging: Staging): Promise<void> {
  if (format !== staging.format) {
    const facts = {declared: staging.format.toUpperCase(), found: format.toUpperCase()}
    staging.findings.push(finding('format-error', 'notes', facts))
  }
  staging.workbook = format === 'xls' || format === 'xlsx'
  if (format !== 'csv') return
  const encoding = await encodingOf(file, staging.dialect.encoding)
  staging.encoding = encoding.name
  // A wrong guess makes other words of the same bytes, and nothing later can notice.
  if (encoding.from === 'guess')
    staging.findings.push(finding('encoding-error', 'holds', {encoding: encoding.name}))
}

function finding(type: string, severity: Finding['severity'], facts: Finding['facts']): Finding {
  return {type, severity, field: null, count: 1, cells: [], facts}
}

/** A JSON or XML row has no heading row above it, so that its first row is row 1. */
function firstLine(format: SourceFormat, dialect: Dialect): number {
  if (format === 'json' || format === 'xml') return 0
  return Number(/^[A-Za-z]+(\d+)/.exec(dialect.range ?? '')?.[1] ?? 1)
}

/** @returns by undeclared column, how many of its cells hold something */
async function appendRows(
  batches: AsyncIterable<readonly Row[]>,
  mapping: Mapping,
  staging: Staging,
): Promise<readonly number[]> {
  const constants = constantCells(staging)
  const extraCells = mapping.extra.map(() => 0)
  let pending: (readonly (string | number | null)[])[] = []
  async function flush(): Promise<void> {
    if (pending.length > 0) await staging.engine.append('raw', pending)
    pending = []
  }

  for await (const batch of batches) {
    for (const {line, cells} of batch) {
      staging.rows += 1
      const values = mapping.columns.map((column, index) =>
        column === null ? constants[index]! : (cells[column] ?? null),
      )
      pending.push([staging.rows, line, ...values])
      mapping.extra.forEach(({column}, index) => {
        if (!isBlankCell(cells[column])) extraCells[index]! += 1
      })
    }
    if (pending.length >= batchRows) await flush()
  }
  await flush()
  return extraCells
}

/** By published field: the constant the dialect fills it with, or null. */
function constantCells({schema, dialect, period}: Staging): readonly (string | null)[] {
  return publishedSchema(schema).fields.map(field => {
    const constant = dialect.constants?.[field.name]
    if (constant === undefined) return null
    // A release without a period leaves the cell empty rather than holding the word {period}.
    return constant.includes('{period}') && period === null ? null : fill(constant, {period})
  })
}

/** A blank heading over nothing is a spreadsheet's margin; over something, it is a column unnamed. */
function extraFindings({extra}: Mapping, cells: readonly number[]): readonly Finding[] {
  return extra.flatMap(({column, heading}, index) => {
    const count = cells[index]!
    const label = heading.trim()
    if (label === '' && count === 0) return []
    const type = label === '' ? 'blank-label' : 'extra-label'
    const facts = {label, column: column + 1, cells: count}
    return [finding(type, 'holds', facts)]
  })
}

async function periodOfCell({files, format, dialect, periodFrom}: StageInput, engine: Engine) {
  if (periodFrom.from !== 'cell') return null
  const file = files[0]!
  const found = await detectFormat(file, format)
  return periodInCell(periodFrom, formatOf(found), file, dialect, engine)
}
