/**
 * A title as it is compared: Unicode compatibility forms folded (full-width brackets, digits and
 * spaces), every dash the same, no space at all. The plan writes – and -, （ and ( of one thing.
 */
export function normalised(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-')
    .replace(/\s+/gu, '')
    .toLowerCase()
}

/** A cell of a plan without the spaces and bracket forms that vary: for looking words up. */
export function folded(cell: string): string {
  return cell.normalize('NFKC').replace(/\s+/gu, '')
}
