import type {Engine} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'
import {decoded} from './decode.ts'
import {writePieces} from './file.ts'
import {type Format, rowsOf, type WritableTable} from './format.ts'
import {objectWriter} from './json.ts'
import {NotJson, objectCells} from './json-text.ts'
import {rowCharactersMax, tooLarge} from './limits.ts'
import {type NamedRow, namedCells} from './named-rows.ts'

/** One JSON object a line, each line ended by LF: https://jsonlines.org */
export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',

  read: (file, {encoding}) => namedCells(() => lineRows(decoded(file, encoding)), 'ndjson'),
  write: (table, file, engine) => writePieces(file, pieces(table, engine)),
  readBack: (file, engine) => ndjson.read(file, {}, engine),
}

async function* pieces(table: WritableTable, engine: Engine): AsyncGenerator<string> {
  const object = objectWriter(table.schema.fields)
  for await (const rows of rowsOf(table, engine)) yield rows.map(row => `${object(row)}\n`).join('')
}

async function* lineRows(chunks: AsyncIterable<string>): AsyncGenerator<readonly NamedRow[]> {
  let rows = 0
  let gone = 0 // characters of the lines done
  let rest = ''

  function read(lines: readonly string[]): NamedRow[] {
    const found: NamedRow[] = []
    for (const line of lines) {
      // A line of spaces is no row: the end of the file is often one.
      if (/[^ \t\r]/.test(line)) found.push(lineRow(line, ++rows, gone))
      gone += line.length + 1
    }
    return found
  }

  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()!
    if (rest.length > rowCharactersMax) throw tooLarge('ndjson', rowCharactersMax)
    yield read(lines)
  }
  yield read([rest])
}

function lineRow(line: string, row: number, gone: number): NamedRow {
  try {
    return objectCells(line, row)
  } catch (error) {
    if (error instanceof NotJson)
      throw new Problem('json-not-valid', {row, character: gone + error.at + 1})
    throw error
  }
}
