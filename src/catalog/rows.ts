import type {Version} from '../model/version.ts'
import type {Reader} from '../store/world.ts'
import {keyOf} from './versions.ts'

/** A cell as JSON has it; a number that JavaScript cannot hold exactly comes as text. */
export type Cell = string | number | boolean | null
export type Row = {readonly [field: string]: Cell}

/**
 * Rows of a version, in order, from its NDJSON: only as far into the file as asked.
 * @param options.limit at most so many rows; options.offset leaves out the first ones
 */
export async function rowsOf(
  version: Version,
  options: {readonly limit: number; readonly offset?: number},
  reader: Pick<Reader, 'objects'>,
): Promise<readonly Row[]> {
  const {limit, offset = 0} = options
  const rows: Row[] = []
  let passed = 0
  for await (const line of linesOf(reader.objects.get(keyOf(version, 'ndjson')))) {
    if (rows.length >= limit) break
    passed += 1
    if (passed > offset) rows.push(parseRow(line))
  }
  return rows
}

async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of bytes) {
    const lines = (rest + decoder.decode(chunk, {stream: true})).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** JSON.parse, but a number keeps its digits: 9007199254740993 and 1.10 come as text. */
function parseRow(line: string): Row {
  return JSON.parse(line, (_, value: unknown, context?: {source?: string}) =>
    typeof value === 'number' && context?.source !== undefined && String(value) !== context.source
      ? context.source
      : value,
  ) as Row
}
