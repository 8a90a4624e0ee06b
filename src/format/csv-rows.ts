import {Problem} from '../text/problem.ts'
import {rowCharactersMax, tooLarge} from './limits.ts'

/** What separates and what quotes; both single characters. */
export interface CsvMarks {
  readonly delimiter: string
  readonly quoteChar: string
}

// Where in a cell the reader stands. `closed`: just behind a quotation mark inside a quoted cell,
// which either ends the cell or is the first half of a doubled one.
type State = 'start' | 'bare' | 'quoted' | 'closed'

const carriageReturn = 13
const lineFeed = 10

/**
 * Reads RFC 4180 from text in chunks of any size, one call a chunk, keeping only the unfinished row.
 * Lines may end in CRLF, LF or CR. A quotation mark inside an unquoted cell is a character like any
 * other, since nothing else can be meant; behind a closing one nothing but the end of the cell may
 * stand. An empty line is a row of one empty cell.
 */
export function csvReader(marks: CsvMarks): {
  /** @throws Problem csv-quote-misplaced */
  push(text: string): string[][]
  /** @throws Problem csv-quote-unclosed */
  end(): string[][]
} {
  const delimiter = marks.delimiter.charCodeAt(0)
  const quote = marks.quoteChar.charCodeAt(0)
  let state: State = 'start'
  let cells: string[] = []
  let cell = '' // what earlier chunks or earlier pieces of a quoted cell brought
  let rowsDone = 0
  let rowLength = 0
  let skipLineFeed = false // the CR before it has already ended the row

  const place = () => ({row: rowsDone + 1, cell: cells.length + 1})

  function add(piece: string): void {
    rowLength += piece.length
    if (rowLength > rowCharactersMax) throw tooLarge('csv', rowCharactersMax)
    cell += piece
  }

  function endCell(): void {
    cells.push(cell)
    cell = ''
    state = 'start'
  }

  function endRow(rows: string[][]): void {
    endCell()
    rows.push(cells)
    cells = []
    rowsDone++
    rowLength = 0
  }

  /** Ends the cell or row that the character at hand ends. @returns whether it ended one */
  function ended(code: number, rows: string[][]): boolean {
    if (code === delimiter) endCell()
    else if (code === lineFeed || code === carriageReturn) {
      endRow(rows)
      skipLineFeed = code === carriageReturn
    } else return false
    return true
  }

  /** Takes a bare cell as far as the text goes. @returns where it stopped */
  function bare(text: string, from: number): number {
    let at = from
    while (at < text.length) {
      const code = text.charCodeAt(at)
      if (code === delimiter || code === lineFeed || code === carriageReturn) break
      at++
    }
    if (at > from) {
      add(text.slice(from, at))
      state = 'bare'
    }
    return at
  }

  function quoted(text: string, from: number): number {
    const close = text.indexOf(marks.quoteChar, from)
    add(text.slice(from, close < 0 ? text.length : close))
    if (close < 0) return text.length
    state = 'closed'
    return close + 1
  }

  function push(text: string): string[][] {
    const rows: string[][] = []
    let at = 0
    while (at < text.length) {
      if (state === 'quoted') {
        at = quoted(text, at)
        continue
      }
      const code = text.charCodeAt(at)
      if (skipLineFeed) {
        skipLineFeed = false
        if (code === lineFeed) {
          at++
          continue
        }
      }
      if (code === quote && state !== 'bare') {
        if (state === 'closed') add(marks.quoteChar)
        state = 'quoted'
        at++
      } else if (ended(code, rows)) at++
      else if (state === 'closed') throw new Problem('csv-quote-misplaced', place())
      else at = bare(text, at)
    }
    return rows
  }

  function end(): string[][] {
    if (state === 'quoted') throw new Problem('csv-quote-unclosed', place())
    const rows: string[][] = []
    // A line end at the end of the file ends its last row; it does not begin another.
    if (state !== 'start' || cells.length > 0) endRow(rows)
    return rows
  }

  return {push, end}
}
