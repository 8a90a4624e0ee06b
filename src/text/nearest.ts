/**
 * The candidate that a mistyped word most likely meant; null where none is near. Letter case is no
 * difference, and so is a dash; a third of the letters may be wrong.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[-_]/g, '')
  const limit = Math.max(1, Math.floor(plain(word).length / 3))
  const ranked = candidates
    .map(candidate => ({candidate, distance: distance(plain(word), plain(candidate))}))
    .sort((one, other) => one.distance - other.distance)
  const best = ranked[0]
  return best && best.distance <= limit ? best.candidate : null
}

/** Insertions, deletions, exchanges and swaps of neighbours that lead from one word to the other. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 20) return Number.POSITIVE_INFINITY
  const rows: number[][] = [Array.from({length: other.length + 1}, (_, at) => at)]
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const exchange = rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
          ? rows[i - 2]![j - 2]! + 1
          : Number.POSITIVE_INFINITY
      row.push(Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, exchange, swapped))
    }
    rows.push(row)
  }
  return rows.at(-1)!.at(-1)!
}
