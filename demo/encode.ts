import {createRequire} from 'node:module'
import type * as Workbooks from '@e965/xlsx'
import iconv from 'iconv-lite'

// Every encoder gives the same bytes for the same cells, on every machine and at every start: a
// stand-in whose files change by themselves would look like a department that publishes.

export type Cell = string | number | null
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le' | 'big5-hkscs'

export interface CsvOptions {
  readonly encoding?: Encoding
  readonly bom?: boolean
  readonly lineEnd?: '\r\n' | '\n' | '\r'
}

/**
 * A CSV file (RFC 4180), lines ending in CRLF unless told otherwise.
 * @throws Error if a character does not exist in the encoding: no file of ours says `?` for a name
 */
export function csv(
  rows: readonly (readonly Cell[])[],
  {encoding = 'utf-8', bom = false, lineEnd = '\r\n'}: CsvOptions = {},
): Uint8Array {
  const lines = rows.map(cells => cells.map(csvCell).join(',') + lineEnd)
  return encoded((bom ? '\uFEFF' : '') + lines.join(''), encoding)
}

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function encoded(text: string, encoding: Encoding): Uint8Array {
  // iconv-lite strips no BOM on encoding; for UTF-8 and UTF-16 U+FEFF at the start is the BOM.
  const bytes = iconv.encode(text, encoding)
  const back = iconv.decode(bytes, encoding, {stripBOM: false})
  if (back !== text) {
    const at = [...text].findIndex((character, index) => character !== [...back][index])
    throw new Error(`"${[...text].slice(at, at + 10).join('')}" cannot be written in ${encoding}`)
  }
  return bytes
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Ranges shown as one cell: "A1:C1". */
  readonly merges?: readonly string[]
}

/** A workbook in the format of Excel 97 (BIFF8), written by a library that is not ours. */
export function xls(sheets: readonly Sheet[]): Uint8Array {
  return workbook(sheets, 'biff8')
}

/** A workbook in the format of Excel 2007 and later, written by a library that is not ours. */
export function xlsx(sheets: readonly Sheet[]): Uint8Array {
  return workbook(sheets, 'xlsx')
}

function workbook(sheets: readonly Sheet[], bookType: 'biff8' | 'xlsx'): Uint8Array {
  // Loaded when the first workbook is asked for: half of the stand-in's starts need none.
  const {utils, write} = createRequire(import.meta.url)('@e965/xlsx') as typeof Workbooks
  const book = utils.book_new()
  for (const {name, rows, merges = []} of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map(row => [...row]))
    sheet['!merges'] = merges.map(range => utils.decode_range(range))
    utils.book_append_sheet(book, sheet, name)
  }
  return new Uint8Array(write(book, {type: 'buffer', bookType, compression: true}))
}

/** An XML document with one figure an element: `<root><element>value</element>…</root>`. */
export function xmlFigure(
  root: string,
  elements: {readonly [element: string]: string | number | null},
): Uint8Array {
  const lines = Object.entries(elements).map(([name, value]) =>
    value === null ? `  <${name}/>` : `  <${name}>${escaped(String(value))}</${name}>`,
  )
  return utf8(
    `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${lines.join('\n')}\n</${root}>\n`,
  )
}

/** A JSON document, indented by two. */
export function json(value: unknown): Uint8Array {
  return utf8(`${JSON.stringify(value, null, 2)}\n`)
}

/** A page for people, as a department's server answers where it has no file. */
export function htmlPage(title: string, text: string): Uint8Array {
  return utf8(`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body><h1>${escaped(title)}</h1><p>${escaped(text)}</p></body>
</html>
`)
}

/** Text that means itself inside XML and HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Chance that is the same for the same seed, on every machine. */
export interface Seeded {
  /** From 0 up to, never reaching, 1. */
  next(): number
  pick<Item>(list: readonly Item[]): Item
  /** A whole number from first to last, both included. */
  between(first: number, last: number): number
  shuffle<Item>(list: readonly Item[]): Item[]
}

/** A generator seeded by a string (FNV-1a into mulberry32). */
export function seeded(seed: string): Seeded {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const between = (first: number, last: number) => first + Math.floor(next() * (last - first + 1))
  return {
    next,
    between,
    pick: list => list[between(0, list.length - 1)]!,
    shuffle(list) {
      const dealt = [...list]
      for (let end = dealt.length - 1; end > 0; end -= 1) {
        const other = between(0, end)
        const kept = dealt[end]!
        dealt[end] = dealt[other]!
        dealt[other] = kept
      }
      return dealt
    },
  }
}

export {
  type SampleName,
  sampleAddress,
  sampleCompany,
  sampleLaboratory,
  sampleUniversity,
} from './sample-names.ts'
