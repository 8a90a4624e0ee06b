import type {Section} from '../model/plan.ts'
import {
  type Column,
  columns,
  columnsNeeded,
  notApplicable,
  planHeading,
  sectionHeading,
} from './vocabulary.ts'

/** How a plan's text is laid out: what was recognised line by line, before anything is interpreted. */
export interface Layout {
  readonly publisherHeading: string | null
  readonly title: string | null
  readonly years: {readonly first: string; readonly last: string} | null
  readonly sections: readonly SectionLayout[]
  readonly rows: readonly RowLayout[]
  readonly notPlaced: readonly NotPlaced[]
}

export interface SectionLayout {
  readonly section: Section
  readonly heading: string
  readonly line: number
  /** Headings of its table, as written. */
  readonly columns: readonly string[]
  /** It says itself that it has no rows: 不適用. */
  readonly notApplicable: boolean
}

/** One row of a table, its cells by column. */
export interface RowLayout {
  readonly section: Section
  readonly group: string | null
  readonly cells: {readonly [column in Column]?: string}
  readonly text: string // the line as it stands
  readonly line: number // 1-based
}

/** A line nobody knows what to do with, and why. */
export interface NotPlaced {
  readonly line: number
  readonly text: string
  readonly why:
    | 'no-section'
    | 'no-headings'
    | 'not-a-row'
    | 'no-name'
    | 'cadence-unread'
    | 'target-unread'
}

interface Reading {
  publisherHeading: string | null
  title: string | null
  years: Layout['years']
  readonly sections: SectionLayout[]
  readonly rows: RowLayout[]
  readonly notPlaced: NotPlaced[]
  order: readonly (Column | null)[] | null // of the present section's table
  group: string | null
}

/**
 * Reads the layout of a plan in text form: tables of tab-separated cells under lettered sections.
 * Blank lines mean nothing, since page breaks put them inside groups. A line that fits nowhere is
 * listed, never joined to its neighbour.
 */
export function layoutOf(text: string): Layout {
  const reading: Reading = {
    publisherHeading: null,
    title: null,
    years: null,
    sections: [],
    rows: [],
    notPlaced: [],
    order: null,
    group: null,
  }
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries())
    if (line.trim() !== '') readLine(line, index + 1, reading)
  return reading
}

function readLine(text: string, line: number, reading: Reading): void {
  const cells = text.split('\t').map(cell => cell.trim())
  if (cells.length === 1 && startSection(cells[0]!, line, reading)) return
  if (reading.sections.length === 0) readPreamble(text, line, reading)
  else if (readHeadings(cells, reading)) return
  else if (reading.order === null) notPlaced('no-headings', text, line, reading)
  else readRow(cells, text, line, reading)
}

function startSection(cell: string, line: number, reading: Reading): boolean {
  const found = sectionHeading.exec(cell)
  if (!found) return false
  reading.sections.push({
    section: found[1] as Section,
    heading: found[2]!,
    line,
    columns: [],
    notApplicable: false,
  })
  reading.order = null
  reading.group = null
  return true
}

// Before the first section: who publishes the plan, and what it is called.
function readPreamble(text: string, line: number, reading: Reading): void {
  const years = planHeading.exec(text)
  if (years && !reading.title) {
    reading.title = text.trim()
    reading.years = {first: years[1]!, last: years[2]!}
  } else if (!reading.publisherHeading && !text.includes('\t'))
    reading.publisherHeading = text.trim()
  else notPlaced('no-section', text, line, reading)
}

function readHeadings(cells: readonly string[], reading: Reading): boolean {
  const order = cells.map(columnOf)
  if (!columnsNeeded.every(needed => order.includes(needed))) return false
  reading.order = order
  changeSection(reading, {columns: cells.filter(cell => cell !== '')})
  return true
}

function columnOf(heading: string): Column | null {
  const names = Object.keys(columns) as Column[]
  return names.find(name => columns[name].test(heading)) ?? null
}

function readRow(cells: readonly string[], text: string, line: number, reading: Reading): void {
  const filled = cells.filter(cell => cell !== '')
  const ordinal = cells[reading.order!.indexOf('ordinal')] ?? ''
  if (/^\d+$/.test(ordinal) && filled.length > 1) {
    const {group} = reading
    const {section} = reading.sections.at(-1)!
    reading.rows.push({section, group, cells: byColumn(cells, reading.order!), text, line})
  } else if (filled.length === 1 && notApplicable.test(filled[0]!))
    changeSection(reading, {notApplicable: true})
  else if (isGroup(cells, filled)) reading.group = filled[0]!
  else notPlaced('not-a-row', text, line, reading)
}

// A group stands alone in the first cell of a row. Where an editor stripped the tabs after it, only
// its abbreviation in brackets, or the word 其他, tells it from a remark broken over two lines.
function isGroup(cells: readonly string[], filled: readonly string[]): boolean {
  if (filled.length !== 1 || cells[0] === '' || /^\d+$/.test(cells[0]!)) return false
  return cells.length > 1 || /^(其他|[^\s。，]+\s*[(（][A-Za-z&. ]+[)）])$/.test(cells[0]!)
}

function byColumn(cells: readonly string[], order: readonly (Column | null)[]): RowLayout['cells'] {
  return Object.fromEntries(
    cells.flatMap((cell, index) => (order[index] ? [[order[index], cell]] : [])),
  )
}

function changeSection(reading: Reading, change: Partial<SectionLayout>): void {
  const present = reading.sections.pop()!
  reading.sections.push({...present, ...change})
}

function notPlaced(why: NotPlaced['why'], text: string, line: number, reading: Reading): void {
  reading.notPlaced.push({line, text: text.trim(), why})
}
