import {Problem} from '../text/problem.ts'
import type {Cells} from './format.ts'
import {columnsMax} from './limits.ts'

/** A row of a format whose rows name their own values. */
export type NamedRow = ReadonlyMap<string, string | null>

// Files up to this many characters are read once; larger ones twice, first for their names.
const keptCharactersMax = 4 * 1024 * 1024

/**
 * Turns rows that name their values into cells: first the names, in order of first appearance over
 * all rows, then every row in that order, null where it has no value of that name. Nothing at all if
 * there are no rows. Reads the source twice where it is large, because a name may first appear in
 * the last row.
 */
export async function* namedCells(
  source: () => AsyncIterable<readonly NamedRow[]>,
  format: string,
): AsyncGenerator<readonly Cells[]> {
  const names = new Map<string, number>()
  let kept: NamedRow[] | null = []
  let characters = 0
  let rows = 0
  for await (const batch of source()) {
    rows += batch.length
    for (const row of batch) characters += learn(row, names, format)
    if (characters > keptCharactersMax) kept = null
    kept?.push(...batch)
  }
  if (rows === 0) return
  yield [[...names.keys()]]
  if (kept) yield kept.map(row => inOrder(row, names))
  else for await (const batch of source()) yield batch.map(row => inOrder(row, names))
}

/** Adds the names not seen before. @returns about how many characters the row keeps in memory */
function learn(row: NamedRow, names: Map<string, number>, format: string): number {
  let characters = 0
  for (const [name, value] of row) {
    if (!names.has(name)) names.set(name, names.size)
    characters += 16 + (value?.length ?? 0)
  }
  if (names.size > columnsMax) throw new Problem('columns-too-many', {format, limit: columnsMax})
  return characters
}

function inOrder(row: NamedRow, names: ReadonlyMap<string, number>): Cells {
  const cells: (string | null)[] = new Array(names.size).fill(null)
  for (const [name, value] of row) cells[names.get(name)!] = value
  return cells
}
