import type {Field} from '../model/table-schema.ts'
import type {Engine} from '../store/tables.ts'
import {decoded} from './decode.ts'
import {writePieces} from './file.ts'
import {type Cells, type Format, isNumeric, rowsOf, type WritableTable} from './format.ts'
import {jsonRows} from './json-rows.ts'
import {namedCells} from './named-rows.ts'
import {jsonNumber} from './numbers.ts'

/** An array of objects, one a row, keyed by field name: https://www.rfc-editor.org/rfc/rfc8259 */
export const json: Format = {
  name: 'json',
  mediaType: 'application/json',

  read: (file, {property, encoding}) =>
    namedCells(() => jsonRows(decoded(file, encoding), property), 'json'),
  write: (table, file, engine) => writePieces(file, pieces(table, engine)),
  readBack: (file, engine) => json.read(file, {}, engine),
}

async function* pieces(table: WritableTable, engine: Engine): AsyncGenerator<string> {
  const object = objectWriter(table.schema.fields)
  let before = '[\n'
  for await (const rows of rowsOf(table, engine)) {
    if (rows.length === 0) continue
    yield before + rows.map(object).join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

/** Writes a row as an object on one line: every name in every row, null where there is no value. */
export function objectWriter(fields: readonly Field[]): (cells: Cells) => string {
  const names = fields.map(field => `${JSON.stringify(field.name)}:`)
  const values = fields.map(field =>
    isNumeric(field) ? numberText : field.type === 'boolean' ? booleanText : JSON.stringify,
  )
  return cells => {
    let members = ''
    for (const [index, name] of names.entries()) {
      const cell = cells[index] ?? null
      members += (index === 0 ? '' : ',') + name + (cell === null ? 'null' : values[index]!(cell))
    }
    return `{${members}}`
  }
}

/** All the digits; what has none (NaN, INF) is a string, as JSON knows no such numbers. */
function numberText(cell: string): string {
  return jsonNumber(cell) ?? JSON.stringify(cell)
}

function booleanText(cell: string): string {
  return cell === 'true' || cell === 'false' ? cell : JSON.stringify(cell)
}
