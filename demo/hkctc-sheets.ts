import {type Cell, type Sheet, seeded} from './encode.ts'

// The layout of the sheets: title in two languages, a line that says what the figures are, then the
// heading in row 4 (and 5), the table, and notes below it without a blank row between.

/** Both languages in one cell, as the Council's tables have them. */
export type Category = string

/** A column below a year: its heading, and its figure in a year as an edition gives it. */
export interface Measure {
  readonly name: string
  cell(category: Category, year: number, edition: number): Cell
  /** The figure of the total row; absent: the figures added up. */
  total?(year: number, edition: number): Cell
}

export interface CategorySheet {
  readonly table: number
  readonly title: readonly [hant: string, en: string]
  readonly corner: string
  readonly categories: readonly Category[]
  readonly measures: readonly Measure[]
  readonly total: boolean
  readonly notes: readonly string[]
}

/** The survey behind the tables asks in these classes since 2019. */
export const firstYear = 2019

export const totalLabel = '總計 Total'

const sampleLine = '樣本數據，並非官方統計 Sample data, not official statistics'

/** Years in an edition, the first to its own. */
export function yearsTo(edition: number): readonly number[] {
  return Array.from({length: edition - firstYear + 1}, (_, index) => firstYear + index)
}

/** Categories down, years across, measures below each year: a heading of two merged rows. */
export function categorySheet(spec: CategorySheet, edition: number): Sheet {
  const {corner, measures, categories, total} = spec
  const years = yearsTo(edition)
  const across = <Item>(cells: (year: number, measure: Measure) => Item) =>
    years.flatMap(year => measures.map(measure => cells(year, measure)))

  const upper = [corner, ...across((year, measure) => (measure === measures[0] ? `${year}` : null))]
  const lower = [null, ...across((_, measure) => measure.name)]
  const body = categories.map(category => [
    category,
    ...across((year, measure) => measure.cell(category, year, edition)),
  ])
  const sum = across((year, measure) => totalOf(measure, categories, year, edition))
  const merges = years.map((_, index) => {
    const first = 1 + index * measures.length
    return `${columnName(first)}4:${columnName(first + measures.length - 1)}4`
  })
  return {
    name: sheetName(spec.table),
    rows: [
      ...titleRows(spec.table, spec.title),
      upper,
      lower,
      ...body,
      ...(total ? [[totalLabel, ...sum]] : []),
      ...spec.notes.map(note => [note]),
    ],
    merges: ['A4:A5', ...(measures.length > 1 ? merges : [])],
  }
}

function totalOf(
  measure: Measure,
  categories: readonly Category[],
  year: number,
  edition: number,
): Cell {
  if (measure.total) return measure.total(year, edition)
  const cells = categories.map(category => measure.cell(category, year, edition))
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0)
}

/** The three rows above the heading; real figures are not called a sample. */
export function titleRows(
  table: number,
  [hant, en]: readonly [hant: string, en: string],
  line: string = sampleLine,
): Cell[][] {
  return [[`表${table} ${hant}`], [`Table ${table} ${en}`], [line]]
}

/** "表7 Table 7". */
export function sheetName(table: number): string {
  return `表${table} Table ${table}`
}

/** "A" for 0, "AA" for 26. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/**
 * An invented figure that grows from year to year. The newest year of an edition is provisional,
 * rounded to tens, and revised in the next edition, as yearly series are.
 */
export function figure(
  seed: string,
  range: readonly [first: number, last: number],
  year: number,
  edition: number,
): number {
  const chance = seeded(seed)
  let value = chance.between(...range)
  for (let at = firstYear; at < year; at += 1) value *= 1 + chance.between(-30, 80) / 1000
  const rounding = year === edition ? 10 : 1
  return Math.round(value / rounding) * rounding
}

/** Shares of a hundred with one decimal. */
export function percent(part: number, whole: number): number {
  return Number(((part / whole) * 100).toFixed(1))
}
