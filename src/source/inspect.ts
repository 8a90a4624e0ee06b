import type {SourceFormat} from '../model/dataset.ts'
import type {Dialect} from '../model/table-schema.ts'
import {Problem} from '../text/problem.ts'

/** What the first bytes are to be judged by. */
export interface Expected {
  readonly url: string // for problems
  readonly format: SourceFormat
  readonly dialect: Dialect
  readonly mediaType: string | null
}

/** How much is looked at. */
export const headBytes = 1024

/**
 * Refuses what is no data at all: nothing, or a page for people. Servers answer both with status 200.
 * What is data but wrong is for ingest to say.
 * @throws Problem source-empty, source-answered-html
 */
export function inspectHead(head: Uint8Array, {url, mediaType, ...expected}: Expected): void {
  const text = textOf(head).trimStart()
  if (text === '' && head.byteLength < headBytes) throw new Problem('source-empty', {url})
  if (isPage(text)) throw new Problem('source-answered-html', {url})
  // A data file announced as a page is a server badly set up, and common; its bytes say what it is.
  if (isHtmlType(mediaType) && !looksLikeData(text, expected))
    throw new Problem('source-answered-html', {url})
}

function isPage(text: string): boolean {
  const start = text.replace(/^(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|\s)+/i, '')
  return /^<!doctype\s+html\b|^<html[\s>]/i.test(start)
}

function isHtmlType(mediaType: string | null): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(mediaType ?? '')
}

function looksLikeData(text: string, {format, dialect}: Pick<Expected, 'format' | 'dialect'>) {
  if (format === 'json') return /^[[{]/.test(text)
  if (format === 'xml') return text.startsWith('<')
  // ZIP, or the compound file of Excel 97, read as Latin-1.
  if (format === 'xls' || format === 'xlsx') return text.startsWith('PK') || text.startsWith('ÐÏ')
  return !text.startsWith('<') && text.split(/[\r\n]/, 1)[0]!.includes(dialect.delimiter ?? ',')
}

/** Bytes read as far as ASCII goes, whatever the encoding: enough to tell a tag from a heading. */
function textOf(head: Uint8Array): string {
  const [first, second] = head
  if (first === 0xff && second === 0xfe) return Buffer.from(head.subarray(2)).toString('utf16le')
  if (first === 0xfe && second === 0xff) {
    const even = head.byteLength - (head.byteLength % 2)
    return Buffer.from(head.slice(2, even)).swap16().toString('utf16le')
  }
  const bom = first === 0xef && second === 0xbb && head[2] === 0xbf ? 3 : 0
  return Buffer.from(head.subarray(bom)).toString('latin1')
}

/** Most that a list without rows can weigh; a longer answer is not parsed to find that it has some. */
const emptyListBytesMax = 4096

/**
 * Whether this is a JSON list, or an object around one, without a single row.
 * @param property where the rows lie; null: "value", as in OData
 */
export function isListWithoutRows(bytes: Uint8Array, property: string | null): boolean {
  if (bytes.byteLength > emptyListBytesMax) return false
  const document = parsed(bytes)
  if (Array.isArray(document)) return document.length === 0
  return rowsOf(document, property)?.length === 0
}

/** The rows of a page; null if there is no such list. */
export function rowsOf(document: unknown, property: string | null): readonly unknown[] | null {
  if (Array.isArray(document)) return document
  if (typeof document !== 'object' || document === null) return null
  const rows: unknown = Object.entries(document).find(([key]) => key === (property ?? 'value'))?.[1]
  return Array.isArray(rows) ? rows : null
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8').decode(bytes))
  } catch {
    return undefined // not JSON: ingest says what it is
  }
}
