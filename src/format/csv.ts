import type {Engine} from '../store/tables.ts'
import {csvReader} from './csv-rows.ts'
import {decoded} from './decode.ts'
import {writePieces} from './file.ts'
import {type Cells, type Format, rowsOf, type WritableTable} from './format.ts'

/** Comma-separated values, UTF-8, as RFC 4180 has them: https://www.rfc-editor.org/rfc/rfc4180 */
export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',

  async *read(file, dialect) {
    const reader = csvReader({
      delimiter: dialect.delimiter ?? ',',
      quoteChar: dialect.quoteChar ?? '"',
    })
    for await (const text of decoded(file, dialect.encoding)) {
      const rows = reader.push(text)
      if (rows.length > 0) yield rows
    }
    const last = reader.end()
    if (last.length > 0) yield last
  },

  write: (table, file, engine) => writePieces(file, pieces(table, engine)),
  readBack: (file, engine) => csv.read(file, {}, engine),
}

async function* pieces(table: WritableTable, engine: Engine): AsyncGenerator<string> {
  yield csvText([table.schema.fields.map(field => field.name)])
  for await (const rows of rowsOf(table, engine)) yield csvText(rows)
}

/**
 * Rows as lines that end in CRLF. Null is nothing and an empty text is "", which most readers take
 * for the same; those that tell them apart (PostgreSQL) get them right.
 */
export function csvText(rows: readonly Cells[]): string {
  let text = ''
  for (const row of rows) {
    // An empty line would be no row at all to many readers.
    text += row.length === 1 && row[0] === null ? '""' : row.map(csvCell).join(',')
    text += '\r\n'
  }
  return text
}

// U+FEFF too, because at the very beginning of a file it would be taken for a byte order mark.
const needsQuotes = /[",\r\n\ufeff]/

function csvCell(cell: string | null): string {
  if (cell === null) return ''
  if (cell === '') return '""'
  return needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
