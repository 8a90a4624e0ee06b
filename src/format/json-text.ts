import {Problem} from '../text/problem.ts'
import {depthMax} from './limits.ts'

// JSON as RFC 8259 has it, with the digits of numbers kept: JSON.parse would make doubles of them,
// move keys that look like numbers to the front, and take the last of two equal keys in silence.
// https://www.rfc-editor.org/rfc/rfc8259

const space = /[ \t\n\r]*/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const word = /true|false|null/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them bare inside a string
const notLiteral = /[\\\u0000-\u001f]/

/** The text is not JSON, from about this character. Becomes a Problem where the row is known. */
export class NotJson extends Error {
  readonly at: number
  constructor(at: number) {
    super(`not JSON at ${at}`)
    this.at = at
  }
}

/**
 * Reads one object.
 * @returns its values as text: what stands in a string, a number's own digits, true and false, null
 * for null, and JSON text (without spaces) for what is nested
 * @throws NotJson; Problem json-row-not-object, name-repeated, cell-not-unicode, nested-too-deep
 */
export function objectCells(text: string, row: number): Map<string, string | null> {
  const begin = skip(text, 0)
  if (text[begin] !== '{') {
    checked(text, begin)
    throw new Problem('json-row-not-object', {row})
  }
  const cells = new Map<string, string | null>()
  let at = skip(text, begin + 1)
  if (text[at] === '}') return whole(cells, text, at)
  for (;;) {
    const [name, afterName] = stringAt(text, at, row)
    if (cells.has(name)) throw new Problem('name-repeated', {format: 'json', row, name})
    at = skip(text, afterName)
    if (text[at] !== ':') throw new NotJson(at)
    const [value, afterValue] = valueAt(text, skip(text, at + 1), row)
    cells.set(name, value)
    at = skip(text, afterValue)
    if (text[at] === '}') return whole(cells, text, at)
    if (text[at] !== ',') throw new NotJson(at)
    at = skip(text, at + 1)
  }
}

function whole<T>(result: T, text: string, at: number): T {
  const end = skip(text, at + 1)
  if (end < text.length) throw new NotJson(end)
  return result
}

function skip(text: string, at: number): number {
  space.lastIndex = at
  space.test(text)
  return space.lastIndex
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  const match = pattern.exec(text)
  if (!match) throw new NotJson(at)
  return match[0]
}

function stringAt(text: string, at: number, row: number): [value: string, end: number] {
  const end = text[at] === '"' ? stringEnd(text, at) : null
  if (end === null) throw new NotJson(at)
  const inside = text.slice(at + 1, end - 1)
  const value = notLiteral.test(inside) ? (checked(`"${inside}"`, at) as string) : inside
  if (!value.isWellFormed()) throw new Problem('cell-not-unicode', {format: 'json', row})
  return [value, end]
}

function valueAt(text: string, at: number, row: number): [value: string | null, end: number] {
  const first = text[at]
  if (first === '"') return stringAt(text, at, row)
  if (first === '{' || first === '[') return nestedAt(text, at)
  const raw = matchAt(first === 't' || first === 'f' || first === 'n' ? word : number, text, at)
  return [raw === 'null' ? null : raw, at + raw.length]
}

function nestedAt(text: string, at: number): [value: string, end: number] {
  const end = valueEnd(text, at)
  if (end === null) throw new NotJson(text.length)
  const raw = text.slice(at, end)
  checked(raw, at)
  return [withoutSpaces(raw), end]
}

const spaceOrString = /["\s]/g

/** Spaces between tokens mean nothing and differ with pretty printing. */
function withoutSpaces(json: string): string {
  let compact = ''
  let from = 0
  for (spaceOrString.lastIndex = 0; ; ) {
    const match = spaceOrString.exec(json)
    if (!match) return compact + json.slice(from)
    if (match[0] === '"') spaceOrString.lastIndex = stringEnd(json, match.index) ?? json.length
    else {
      compact += json.slice(from, match.index)
      from = match.index + 1
    }
  }
}

/**
 * Lets the platform judge the grammar of a piece.
 * @throws NotJson
 */
export function checked(piece: string, at: number): unknown {
  try {
    return JSON.parse(piece)
  } catch (error) {
    if (error instanceof SyntaxError) throw new NotJson(at)
    throw error
  }
}

const structural = /["{}[\]]/g

/**
 * Where the nested value that begins at `at` ends, judged by brackets and strings alone; null if the
 * text ends before it does.
 * @throws Problem nested-too-deep
 */
export function valueEnd(text: string, at: number): number | null {
  let depth = 0
  for (structural.lastIndex = at; ; ) {
    const match = structural.exec(text)
    if (!match) return null
    if (match[0] === '"') {
      const close = stringEnd(text, match.index)
      if (close === null) return null
      structural.lastIndex = close
    } else if (match[0] === '{' || match[0] === '[') {
      depth++
      if (depth > depthMax) throw new Problem('nested-too-deep', {format: 'json', limit: depthMax})
    } else if (--depth <= 0) return match.index + 1
  }
}

/** Behind the closing quotation mark of the string that begins at `at`; null if there is none. */
export function stringEnd(text: string, at: number): number | null {
  for (let close = at; ; ) {
    close = text.indexOf('"', close + 1)
    if (close < 0) return null
    let slashes = 0
    while (text[close - 1 - slashes] === '\\') slashes++
    if (slashes % 2 === 0) return close + 1
  }
}
