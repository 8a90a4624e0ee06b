import {Problem} from '../text/problem.ts'
import {checked, NotJson, objectCells, stringEnd, valueEnd} from './json-text.ts'
import {rowCharactersMax, tooLarge} from './limits.ts'
import type {NamedRow} from './named-rows.ts'

/**
 * The objects of a JSON array, as the text arrives, holding one at a time.
 * @param property the name under which the array lies in an object; undefined: the array is the text
 * @throws Problem json-not-valid, json-cut-short, json-rows-not-found and those of objectCells
 */
export async function* jsonRows(
  chunks: AsyncIterable<string>,
  property: string | undefined,
): AsyncGenerator<readonly NamedRow[]> {
  const text = jsonText(chunks)
  if (property === undefined) yield* arrayRows(text, 'the whole file')
  else yield* memberRows(text, property)
  if ((await text.peek()) !== '') text.refuse()
}

/** Walks over the members of the envelope to the one that holds the rows, and on to its end. */
async function* memberRows(text: JsonText, property: string): AsyncGenerator<readonly NamedRow[]> {
  let found = false
  if (!(await text.take('{'))) throw new Problem('json-rows-not-found', {place: property})
  if (await text.take('}')) throw new Problem('json-rows-not-found', {place: property})
  do {
    if ((await text.peek()) !== '"') text.refuse()
    const name = text.judge(await text.value())
    if (!(await text.take(':'))) text.refuse()
    if (name !== property) text.judge(await text.value())
    else if (found) throw new Problem('name-repeated', {format: 'json', row: 1, name: property})
    else {
      found = true
      yield* arrayRows(text, property)
    }
  } while (await text.take(','))
  if (!(await text.take('}'))) text.refuse()
  if (!found) throw new Problem('json-rows-not-found', {place: property})
}

async function* arrayRows(text: JsonText, place: string): AsyncGenerator<readonly NamedRow[]> {
  const first = await text.peek()
  if (first === '') text.refuse()
  if (first !== '[') throw new Problem('json-rows-not-found', {place})
  await text.take('[')
  if (await text.take(']')) return
  let batch: NamedRow[] = []
  do {
    const value = await text.value()
    batch.push(text.row(value))
    if (batch.length === 1024) {
      yield batch
      batch = []
    }
  } while (await text.take(','))
  if (!(await text.take(']'))) text.refuse()
  yield batch
}

/** JSON text that arrives in chunks, with a place in it. */
interface JsonText {
  /** The next character that is no space; '' at the end. */
  peek(): Promise<string>
  /** Steps over the character if it comes next. */
  take(character: string): Promise<boolean>
  /** The text of the value that begins here; steps over it. */
  value(): Promise<string>
  /** Parses a value that was just taken. */
  judge(value: string): unknown
  /** Reads a value that was just taken as the next row. */
  row(value: string): NamedRow
  refuse(): never
}

function jsonText(chunks: AsyncIterable<string>): JsonText {
  const source = chunks[Symbol.asyncIterator]()
  let buffer = ''
  let at = 0
  let gone = 0 // characters of the file before the buffer
  let rows = 0
  let ended = false

  async function more(): Promise<boolean> {
    const next = await source.next()
    if (next.done) ended = true
    else {
      gone += at
      buffer = buffer.slice(at) + next.value
      at = 0
      if (buffer.length > rowCharactersMax + next.value.length)
        throw tooLarge('json', rowCharactersMax)
    }
    return !next.done
  }

  async function peek(): Promise<string> {
    for (;;) {
      while (at < buffer.length && ' \t\n\r'.includes(buffer[at]!)) at++
      if (at < buffer.length) return buffer[at]!
      if (!(await more())) return ''
    }
  }

  /** Where the value at hand ends, as far as the buffer shows. */
  function end(): number | null {
    const first = buffer[at]
    if (first === '{' || first === '[') return valueEnd(buffer, at)
    if (first === '"') return stringEnd(buffer, at)
    scalarEnd.lastIndex = at
    return scalarEnd.test(buffer) ? scalarEnd.lastIndex - 1 : ended ? buffer.length : null
  }

  function refuse(offset = 0): never {
    if (ended && at + offset >= buffer.length) throw new Problem('json-cut-short', {rows})
    throw new Problem('json-not-valid', {row: rows + 1, character: gone + at + offset + 1})
  }

  /** Runs a parser over a value just taken; what it finds wrong is placed in the file. */
  function within<T>(value: string, parse: () => T): T {
    try {
      return parse()
    } catch (error) {
      if (error instanceof NotJson) refuse(error.at - value.length)
      throw error
    }
  }

  return {
    peek,
    refuse: () => refuse(),
    async take(character) {
      if ((await peek()) !== character) return false
      at++
      return true
    },
    async value() {
      await peek()
      for (let stop = end(); ; stop = end()) {
        if (stop !== null) {
          const value = buffer.slice(at, stop)
          at = stop
          return value
        }
        if (ended || !(await more())) {
          if (end() !== null) continue
          throw new Problem('json-cut-short', {rows})
        }
      }
    },
    judge: value => within(value, () => checked(value, 0)),
    row(value) {
      const cells = within(value, () => objectCells(value, rows + 1))
      rows++
      return cells
    },
  }
}

const scalarEnd = /[,\]}\s]/g
