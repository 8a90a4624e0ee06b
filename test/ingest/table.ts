import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {cast} from '../../src/ingest/cast.ts'
import {type Staged, type StageInput, stage} from '../../src/ingest/stage.ts'
import type {Dialect, Field, TableSchema} from '../../src/model/table-schema.ts'
import {type DuckdbEngine, openEngine} from '../../src/store/engine-duckdb.ts'

/** The words in which the tests of ingest and validate speak of tables. */
export interface Ingested extends Staged {
  readonly engine: DuckdbEngine
  /** Canonical cells, fields in order. */
  readonly typed: readonly (readonly (string | null)[])[]
  /** Cells as the source has them, after `_line`. */
  readonly raw: readonly (readonly (string | number | null)[])[]
}

export interface Given {
  readonly fields: readonly Field[]
  readonly schema?: Omit<TableSchema, 'fields'>
  readonly dialect?: Dialect
  readonly period?: string | null
  readonly format?: StageInput['format']
  readonly periodFrom?: StageInput['periodFrom']
}

/** A field in one word or with what the test is about. */
export function field(name: string, more: Partial<Field> = {}): Field {
  return {name, type: 'string', title: {en: name}, ...more}
}

/** An engine and a folder for one test, both gone at its end. */
export async function openTestEngine(): Promise<DuckdbEngine & AsyncDisposable> {
  const scratch = await mkdtemp(join(tmpdir(), 'kept-ingest-'))
  const engine = await openEngine(scratch, 512)
  return {
    ...engine,
    async [Symbol.asyncDispose]() {
      await engine.close()
      await rm(scratch, {recursive: true})
    },
  }
}

/** Writes the parts as files, stages and casts them. */
export async function ingestParts(
  parts: readonly (string | Uint8Array)[],
  given: Given,
  engine: DuckdbEngine,
): Promise<Ingested> {
  const files = await Promise.all(
    parts.map(async (part, index) => {
      const file = join(engine.scratch, `part-${index}`)
      await writeFile(file, part)
      return file
    }),
  )
  const schema: TableSchema = {fields: given.fields, ...given.schema}
  const dialect = given.dialect ?? {}
  const staged = await stage(
    {
      files,
      format: given.format ?? 'csv',
      dialect,
      schema,
      period: given.period ?? null,
      periodFrom: given.periodFrom ?? {from: 'issue'},
    },
    engine,
  )
  const {rows, workbook} = staged
  await cast({schema, dialect, rows, workbook, periodField: null}, engine)
  return {
    ...staged,
    engine,
    typed: (await engine.rows(
      'SELECT * EXCLUDE (_row) FROM typed ORDER BY _row',
    )) as Ingested['typed'],
    raw: (await engine.rows('SELECT * EXCLUDE (_row) FROM raw ORDER BY _row')) as Ingested['raw'],
  }
}
