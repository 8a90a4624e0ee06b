import {createHash} from 'node:crypto'
import type {Field, TableSchema} from '../model/table-schema.ts'
import type {Engine} from '../store/tables.ts'
import {type Cells, type Format, isNumeric, rowsOf} from './format.ts'
import {plainDecimal} from './numbers.ts'

// The digest that is the same for all formats of one table. docs/formats.md says how to compute it
// from any file of ours; change it only together with that page.

/**
 * The digest of a table of the engine, whose columns are canonical text.
 * @param rows the same rows, where they are at hand (`held`)
 */
export async function parityOfTable(
  name: string,
  schema: TableSchema,
  engine: Engine,
  rows?: readonly Cells[],
): Promise<string> {
  return digest(schema, rowsOf({name, schema, ...(rows ? {rows} : {})}, engine))
}

/** The digest of a file that we wrote, from reading it back. */
export async function parityOfFile(
  format: Format,
  file: string,
  schema: TableSchema,
  engine: Engine,
): Promise<string> {
  return digest(schema, withoutHeading(schema, format.readBack(file, engine)))
}

/** The names must be the schema's own; formats of named values have none where there are no rows. */
async function* withoutHeading(
  schema: TableSchema,
  batches: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<readonly Cells[]> {
  let heading: Cells | undefined
  for await (const batch of batches) {
    if (heading) yield batch
    else {
      heading = batch[0]
      const same = schema.fields.every(({name}, index) => heading?.[index] === name)
      // Other names, other table: a row that no table has, so that the digests differ.
      if (!same || heading?.length !== schema.fields.length) yield [['other names', null, null]]
      yield batch.slice(1)
    }
  }
}

async function digest(
  {fields}: TableSchema,
  batches: AsyncIterable<readonly Cells[]>,
): Promise<string> {
  const hash = createHash('sha256')
  hash.update(`${JSON.stringify(fields.map(field => field.name))}\n`)
  const canonical = fields.map(canonicalCell)
  for await (const batch of batches) {
    let lines = ''
    for (const row of batch) {
      const cells = canonical.map((cell, index) => cell(row[index] ?? null))
      // A row of more cells than fields is not this table's.
      lines += `${JSON.stringify(row.length > fields.length ? [...cells, ...row] : cells)}\n`
    }
    hash.update(lines)
  }
  return hash.digest('hex')
}

/**
 * What a cell means, however its format writes it: an empty text is null, since CSV cannot tell them
 * apart; numbers lose the zeros that workbooks and Parquet cannot keep.
 */
function canonicalCell(field: Field): (cell: string | null) => string | null {
  if (isNumeric(field)) return cell => (cell ? (plainDecimal(cell) ?? cell) : null)
  return cell => (cell === '' ? null : cell)
}
