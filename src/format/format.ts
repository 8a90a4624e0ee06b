import type {FormatName} from '../model/dataset.ts'
import type {Dialect, Field, TableSchema} from '../model/table-schema.ts'
import {type Engine, identifier} from '../store/tables.ts'

/** One row as text; null where the format can say "nothing" (JSON null, an absent cell). */
export type Cells = readonly (string | null)[]

/** How to read and write one file format. Add one: write a file, list it in formats.ts. */
export interface Format {
  readonly name: FormatName
  readonly mediaType: string

  /**
   * The rows of anybody's file as text, in batches, heading rows included (JSON and XML: the first
   * row is the names, in order of first appearance). Numbers keep their exact digits; nothing is
   * trimmed and nothing guessed. Rows may be of different lengths.
   * @throws Problem, one of text/problems-format.ts
   */
  read(file: string, dialect: Dialect, engine: Engine): AsyncIterable<readonly Cells[]>

  /**
   * Writes the fields of the schema from a table whose columns are canonical text, in order of its
   * column `_row`. The same table gives the same bytes.
   * @throws Problem where the format has no room for it: cell-too-long, columns-too-many, file-too-large
   */
  write(table: WritableTable, file: string, engine: Engine): Promise<void>

  /** The rows of a file of our own: first the names of the fields, then one row for each of the table. */
  readBack(file: string, engine: Engine): AsyncIterable<readonly Cells[]>
}

/** A table of the engine that is about to become files. */
export interface WritableTable {
  readonly name: string
  readonly schema: TableSchema
  readonly title: string
  /** All its rows, where they are few enough to be held: see `held`. */
  readonly rows?: readonly Cells[]
}

// A table this small is asked for once, not once a format: each answer costs two milliseconds.
const heldRowsMax = 5000
const heldCharactersMax = 8 * 1024 * 1024

/** The same table with its rows at hand, if they are few: for writing it in several formats. */
export async function held(table: WritableTable, engine: Engine): Promise<WritableTable> {
  const rows: Cells[] = []
  let characters = 0
  for await (const batch of rowsOf(table, engine)) {
    for (const cells of batch) for (const cell of cells) characters += cell?.length ?? 0
    rows.push(...batch)
    if (rows.length > heldRowsMax || characters > heldCharactersMax) return table
  }
  return {...table, rows}
}

/** The cells of the schema's fields, in order of `_row`, in batches. */
export async function* rowsOf(
  table: Pick<WritableTable, 'name' | 'schema' | 'rows'>,
  engine: Engine,
): AsyncGenerator<readonly Cells[]> {
  if (table.rows) return yield table.rows
  const columns = table.schema.fields.map(field => identifier(field.name)).join(', ')
  // The columns are VARCHAR, so every cell is a string or null.
  yield* engine.batches(
    `SELECT ${columns} FROM ${identifier(table.name)} ORDER BY "_row"`,
  ) as AsyncIterable<readonly Cells[]>
}

/** Whether the canonical text of a field is the digits of a number. */
export function isNumeric(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number' || field.type === 'year'
}
