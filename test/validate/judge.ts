import {join} from 'node:path'
import type {Dataset} from '../../src/model/dataset.ts'
import type {Field, TableSchema} from '../../src/model/table-schema.ts'
import type {Finding, Report} from '../../src/model/version.ts'
import {ask} from '../../src/store/ask.ts'
import type {DuckdbEngine} from '../../src/store/engine-duckdb.ts'
import {validate} from '../../src/validate/validate.ts'
import {type Given, ingestParts} from '../ingest/table.ts'

/** A version before, and what is looked at now. */
export interface Case extends Given {
  readonly kind?: Dataset['release']['kind']
  readonly gates?: Dataset['gates']
  readonly approved?: boolean
  readonly before?: {readonly text: string; readonly fields?: readonly Field[]}
}

/** Judges a CSV text as a dataset with this schema, after a version before. */
export async function judge(text: string, given: Case, engine: DuckdbEngine): Promise<Report> {
  const schema: TableSchema = {fields: given.fields, ...given.schema}
  const file = given.before ? await publishedFile(given.before, given, engine) : null
  const table = await ingestParts([text], given, engine)
  return validate(
    {
      dataset: {
        id: 'example',
        tableSchema: schema,
        release: {
          kind: given.kind ?? 'full',
          calendar: 'calendar-year',
          periodFrom: given.periodFrom ?? {from: 'issue'},
        },
        ...(given.gates ? {gates: given.gates} : {}),
      },
      contentHash: 'hash',
      findings: table.findings,
      before: given.before
        ? {schema: {...schema, fields: given.before.fields ?? given.fields}}
        : null,
      approved: given.approved ?? false,
      seenOn: '2024-06-30',
    },
    questions => ask({questions, before: file}, engine),
  )
}

/** The version before, as its Parquet file has it: values of their types. */
async function publishedFile(
  before: NonNullable<Case['before']>,
  given: Case,
  engine: DuckdbEngine,
): Promise<string> {
  const fields = before.fields ?? given.fields
  await ingestParts([before.text], {...given, fields}, engine)
  const file = join(engine.scratch, 'before.parquet')
  const columns = fields.map(({name, type}) => {
    const column = `"${name.replaceAll('"', '""')}"`
    if (type === 'integer') return `CAST(${column} AS BIGINT) AS ${column}`
    return type === 'number' ? `CAST(${column} AS DECIMAL(18,4)) AS ${column}` : column
  })
  await engine.run(`COPY (SELECT ${columns.join(', ')} FROM typed ORDER BY _row) TO '${file}'`)
  return file
}

/** Findings as words: severity, type, field, count, then "row: value" of each cell shown. */
export function words(findings: readonly Finding[]): readonly string[] {
  return findings.map(({severity, type, field, count, cells, facts}) => {
    const rule =
      type === 'type-error' || type === 'unit-error' ? null : (facts.rule ?? facts.change)
    const name = rule ? `${type}:${rule}` : type
    const shown = cells.map(({row, value}) => `${row}: ${value}`)
    return [severity, name, field ?? '-', `×${count}`, ...shown].join(' ')
  })
}
