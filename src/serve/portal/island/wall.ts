// Makes each wall one tab stop (roving tabindex): arrow keys go to the next mark that way, Home and
// End to the ends of the row, with Ctrl to the corners. Without this script every mark is a link.
for (const table of document.querySelectorAll<HTMLTableElement>('[data-wall]')) rove(table)

interface Spot {
  readonly link: HTMLAnchorElement
  readonly row: number
  readonly column: number
}

function rove(table: HTMLTableElement): void {
  const rows = spotsOf(table)
  const all = rows.flat()
  const first = all[0]
  if (!first) return
  let current = first
  for (const {link} of all) link.tabIndex = -1
  first.link.tabIndex = 0
  const byLink = new Map(all.map(spot => [spot.link, spot]))
  const says = table.closest('div')?.parentElement?.querySelector<HTMLElement>('[data-wall-says]')

  table.addEventListener('focusin', ({target}) => {
    const spot = byLink.get(target as HTMLAnchorElement)
    if (!spot) return
    current.link.tabIndex = -1
    current = spot
    spot.link.tabIndex = 0
    if (says) says.textContent = spot.link.title
  })
  table.addEventListener('pointerover', ({target}) => {
    const link = (target as Element).closest('a')
    if (link?.title && says) says.textContent = link.title
  })
  table.addEventListener('keydown', event => {
    const next = nextSpot(event, current, rows)
    if (!next) return
    event.preventDefault()
    next.link.focus()
    // The sticky heading and names would otherwise lie over what was scrolled to.
    next.link.scrollIntoView({block: 'center', inline: 'center'})
  })
  showNow(table)
}

/** Links by row, each with the column it stands in, counting spans. */
function spotsOf(table: HTMLTableElement): Spot[][] {
  const rows: Spot[][] = []
  for (const line of table.tBodies) {
    for (const {cells} of line.rows) {
      const row: Spot[] = []
      let column = 0
      for (const cell of cells) {
        for (const link of cell.querySelectorAll('a')) row.push({link, row: rows.length, column})
        column += cell.colSpan
      }
      if (row.length > 0) rows.push(row)
    }
  }
  return rows
}

function nextSpot(event: KeyboardEvent, from: Spot, rows: readonly Spot[][]): Spot | undefined {
  const row = rows[from.row]!
  const index = row.indexOf(from)
  switch (event.key) {
    case 'ArrowRight':
      return row[index + 1]
    case 'ArrowLeft':
      return row[index - 1]
    case 'ArrowDown':
      return nearest(rows[from.row + 1], from.column)
    case 'ArrowUp':
      return nearest(rows[from.row - 1], from.column)
    case 'Home':
      return event.ctrlKey ? rows[0]?.[0] : row[0]
    case 'End':
      return event.ctrlKey ? rows.at(-1)?.at(-1) : row.at(-1)
    default:
      return undefined
  }
}

function nearest(row: readonly Spot[] | undefined, column: number): Spot | undefined {
  return row?.reduce((best, spot) =>
    Math.abs(spot.column - column) < Math.abs(best.column - column) ? spot : best,
  )
}

/** A wall opens at this month, where the news is; the past is a scroll to the left. */
function showNow(table: HTMLTableElement): void {
  const scroller = table.parentElement
  if (scroller) scroller.scrollLeft = scroller.scrollWidth
}
