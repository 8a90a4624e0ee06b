import {SaxesParser, type SaxesTagPlain} from 'saxes'
import {Problem} from '../text/problem.ts'
import {unescaped} from './escape.ts'
import {depthMax, rowCharactersMax, tooLarge} from './limits.ts'
import type {NamedRow} from './named-rows.ts'

/** What to do with the parts of a document. */
export interface XmlHandlers {
  open(tag: SaxesTagPlain): void
  text?(text: string): void
  close?(tag: SaxesTagPlain): void
}

/**
 * A parser of XML that refuses what no table needs, and reports its errors as Problems.
 * @returns a function that takes the text in chunks, and null at its end
 */
export function strictParser(format: string, handlers: XmlHandlers): (text: string | null) => void {
  const parser = new SaxesParser({xmlns: false})
  let depth = 0
  let attributes = 0
  let unreported = 0 // characters since something last began or ended: they are held in memory
  parser.on('error', error => {
    const {line, column} = parser
    throw new Problem('xml-not-valid', {line, column: column + 1}, error)
  })
  // Document types bring entities: billion laughs, and files on our own disk.
  parser.on('doctype', () => {
    throw new Problem('xml-doctype-refused', {line: parser.line})
  })
  parser.on('attribute', () => {
    if (++attributes > attributesMax)
      throw new Problem('columns-too-many', {format, limit: attributesMax})
  })
  parser.on('opentag', tag => {
    attributes = 0
    unreported = 0
    if (++depth > depthMax) throw new Problem('nested-too-deep', {format, limit: depthMax})
    handlers.open(tag)
  })
  parser.on('closetag', tag => {
    depth--
    unreported = 0
    handlers.close?.(tag)
  })
  const {text} = handlers
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return chunk => {
    if (chunk === null) return void parser.close()
    unreported += chunk.length
    if (unreported > rowCharactersMax) throw tooLarge(format, rowCharactersMax)
    parser.write(chunk)
  }
}

const attributesMax = 1000 // of one element

/**
 * The rows of an XML text. A row is an element of the given name; without one, the root is the only
 * row. Its cells are the elements in it that hold no others, by their names ("Location/Lat" where
 * they lie deeper), and attributes as "@unit", "Price@unit". An element `cell` with an attribute
 * `name` is called by that; `xsi:nil="true"` makes a cell null.
 * @throws Problem xml-not-valid, xml-doctype-refused, name-repeated
 */
export async function* xmlRows(
  chunks: AsyncIterable<string>,
  rowElement: string | undefined,
): AsyncGenerator<readonly NamedRow[]> {
  const reader = rowReader(rowElement)
  const parse = strictParser('xml', reader)
  for await (const chunk of chunks) {
    parse(chunk)
    yield reader.rows()
  }
  parse(null)
  yield reader.rows()
}

interface OpenElement {
  readonly name: string // path within the row
  readonly nil: boolean
  readonly ours: boolean // named by its attribute, and escaped as our writer does
  text: string
  hasElements: boolean
}

function rowReader(
  rowElement: string | undefined,
): Required<XmlHandlers> & {rows(): readonly NamedRow[]} {
  let done: NamedRow[] = []
  let count = 0
  let row: Map<string, string | null> | null = null
  let size = 0
  const path: OpenElement[] = [] // elements open inside the row
  let depth = 0

  function set(name: string, value: string | null): void {
    if (row!.has(name)) throw new Problem('name-repeated', {format: 'xml', row: count + 1, name})
    size += value?.length ?? 0
    if (size > rowCharactersMax) throw tooLarge('xml', rowCharactersMax)
    row!.set(name, value)
  }

  function attributes(tag: SaxesTagPlain, owner: string, taken: readonly string[]): void {
    for (const name in tag.attributes)
      if (!taken.includes(name) && !/^(xmlns(:|$)|xml:|xsi:)/.test(name))
        set(`${owner}@${name}`, tag.attributes[name]!)
  }

  function beginRow(tag: SaxesTagPlain): void {
    row = new Map()
    size = 0
    attributes(tag, '', rowElement === undefined ? Object.keys(tag.attributes) : [])
  }

  function beginCell(tag: SaxesTagPlain): void {
    const outer = path.at(-1)
    if (outer) outer.hasElements = true
    const named = tag.name === 'cell' ? tag.attributes.name : undefined
    const own = named === undefined ? tag.name : unescaped(named)
    const name = outer ? `${outer.name}/${own}` : own
    const nil = tag.attributes['xsi:nil'] === 'true' || tag.attributes['xsi:nil'] === '1'
    path.push({name, nil, ours: named !== undefined, text: '', hasElements: false})
    attributes(tag, name, named === undefined ? [] : ['name'])
  }

  function endCell({name, nil, ours, text, hasElements}: OpenElement): void {
    // Text between elements is layout, unless there is something in it.
    if (hasElements && text.trim() === '') return
    set(name, nil ? null : ours ? unescaped(text) : text)
  }

  return {
    open(tag) {
      depth++
      if (row) beginCell(tag)
      else if (rowElement === undefined ? depth === 1 : tag.name === rowElement) beginRow(tag)
    },
    text(text) {
      const cell = path.at(-1)
      if (cell) cell.text += text
    },
    close() {
      depth--
      const cell = path.pop()
      if (cell) endCell(cell)
      else if (row) {
        done.push(row)
        count++
        row = null
      }
    },
    rows() {
      const batch = done
      done = []
      return batch
    },
  }
}
