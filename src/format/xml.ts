import type {Engine} from '../store/tables.ts'
import {encodingOf, textOf} from './decode.ts'
import {xmlAttribute, xmlText} from './escape.ts'
import {partOf, writePieces} from './file.ts'
import {type Format, rowsOf, type WritableTable} from './format.ts'
import {namedCells} from './named-rows.ts'
import {xmlRows} from './xml-rows.ts'

/**
 * Rows of cells that carry the name of their field in an attribute, because a name may be anything
 * ("2023", "申請號碼", "Grant ($M)") and an element's may not.
 */
export const xml: Format = {
  name: 'xml',
  mediaType: 'application/xml',

  async *read(file, dialect) {
    const declared = dialect.encoding ?? prologEncoding(file)
    const encoding = await encodingOf(file, declared)
    yield* namedCells(() => xmlRows(textOf(file, encoding), dialect.rowElement), 'xml')
  },
  write: (table, file, engine) => writePieces(file, pieces(table, engine)),
  readBack: (file, engine) => xml.read(file, {rowElement: 'row'}, engine),
}

const prolog = '<?xml version="1.0" encoding="UTF-8"?>\n'
const nil = ' xsi:nil="true"/>'

async function* pieces(table: WritableTable, engine: Engine): AsyncGenerator<string> {
  yield `${prolog}<table title="${xmlAttribute(table.title)}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">\n`
  const begins = table.schema.fields.map(field => `  <cell name="${xmlAttribute(field.name)}"`)
  for await (const rows of rowsOf(table, engine)) {
    let text = ''
    for (const row of rows) {
      text += '<row>\n'
      for (const [index, begin] of begins.entries()) {
        const cell = row[index] ?? null
        text += cell === null ? `${begin}${nil}\n` : `${begin}>${xmlText(cell)}</cell>\n`
      }
      text += '</row>\n'
    }
    yield text
  }
  yield '</table>\n'
}

/** What the prolog says; "utf-16" is not true of one that can be read as ASCII (.NET writes such). */
function prologEncoding(file: string): string | undefined {
  const head = partOf(file, 0, 200).toString('latin1')
  const name = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]
  return name && /^utf-?16/i.test(name) ? undefined : name
}
