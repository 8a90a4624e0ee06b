/** A cell that a database gave us, its digits as the database wrote them. */
export interface QueryCell {
  readonly text: string | null
  /** Whether JSON may hold it without quotation marks: a number or a truth value. */
  readonly bare: boolean
}

/** How the rows of a query become the bytes of a file: the same rows, the same bytes. */
export interface RowText {
  start(columns: readonly string[]): string
  row(cells: readonly QueryCell[], first: boolean): string
  end(): string
}

/** Rows as CSV (nothing for NULL, "" for an empty text) or as a JSON list of objects. */
export function rowText(format: 'csv' | 'json'): RowText {
  return format === 'csv' ? csv() : json()
}

function csv(): RowText {
  return {
    start: columns => `${columns.map(quoted).join(',')}\r\n`,
    row: cells => `${cells.map(({text}) => (text === null ? '' : quoted(text))).join(',')}\r\n`,
    end: () => '',
  }
}

function quoted(text: string): string {
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function json(): RowText {
  let names: readonly string[] = []
  return {
    start(columns) {
      names = columns.map(column => JSON.stringify(column))
      return '['
    },
    row: (cells, first) =>
      `${first ? '\n' : ',\n'}{${cells.map((cell, at) => `${names[at]}:${jsonCell(cell)}`).join(',')}}`,
    end: () => '\n]\n',
  }
}

// A number as a database writes it; NaN and Infinity are none of JSON's.
const jsonNumber = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false)$/

function jsonCell({text, bare}: QueryCell): string {
  if (text === null) return 'null'
  return bare && jsonNumber.test(text) ? text : JSON.stringify(text)
}
