import type {Row} from '../../../catalog/rows.ts'
import type {Field} from '../../../model/table-schema.ts'
import {readings, picture as words} from '../../../text/labels-picture.ts'
import type {Grid, Picture} from './drawing.ts'
import {type Parts, partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {quantityOf} from './quantity.ts'
import {byRank, isTotalCell, labelOf, sums, whenOf} from './table.ts'

/** Area by programme as a shaded table, largest area first, totals at its margins. */
export function crossTable(input: PictureInput): Picture {
  const {dataset, releases, voice} = input
  const {measures, category, second} = partsOf(dataset, voice.language)
  const measure = measures[0]
  const latest = releases.at(-1)
  if (!measure || !category || !second || !latest) return nothing(input)
  const grid = gridOf(latest.rows, {measure, rows: category, columns: second}, input)
  return {
    reading: gridReading(grid, input),
    drawings: [grid],
    notes: dataset.totals?.beyond ? [voice.plain(dataset.totals.beyond)] : [],
  }
}

interface GridParts {
  readonly measure: Field
  readonly rows: Field
  readonly columns: Field
}

function gridOf(rows: readonly Row[], parts: GridParts, input: PictureInput): Grid {
  const {voice} = input
  const {measure} = parts
  const inside = rows.filter(
    row =>
      !isTotalCell(row[parts.rows.name], parts.rows, input) &&
      !isTotalCell(row[parts.columns.name], parts.columns, input),
  )
  const rowLabel = (row: Row) => labelOf(row[parts.rows.name], parts.rows, input)
  const columnLabel = (row: Row) => labelOf(row[parts.columns.name], parts.columns, input)
  const columnSums = sums(inside, columnLabel, measure)
  const columns = [...columnSums.keys()].sort(byRank(columnSums))
  const byRow = Map.groupBy(inside, rowLabel)
  const printed = printedTotals(rows, parts, input)
  const lines = [...byRow].map(([label, cells]) => {
    const values = sums(cells, columnLabel, measure)
    const listed = [...values.values()].reduce((sum, value) => sum + value, 0)
    return {
      label,
      cells: columns.map(column => values.get(column) ?? null),
      // A printed total may hold programmes that the table does not show.
      total: printed.get(label) ?? listed,
    }
  })
  const rank = byRank(new Map(lines.map(({label, total}) => [label, total])))
  const {title, say} = quantityOf(measure, voice)
  return {
    shape: 'grid',
    title,
    corner: voice.plain(parts.rows.title),
    columns,
    rows: lines.sort((one, other) => rank(one.label, other.label)),
    totals: columns.map(column => columnSums.get(column) ?? null),
    totalWord: voice.say(words.total),
    say,
  }
}

/** Row totals as the source prints them, by row label. */
function printedTotals(rows: readonly Row[], parts: GridParts, input: PictureInput) {
  const totals = rows.filter(
    row =>
      isTotalCell(row[parts.columns.name], parts.columns, input) &&
      !isTotalCell(row[parts.rows.name], parts.rows, input),
  )
  return sums(totals, row => labelOf(row[parts.rows.name], parts.rows, input), parts.measure)
}

function gridReading(grid: Grid, {voice}: PictureInput): string {
  const top = grid.rows[0]
  const cell = largestCell(grid)
  const total = grid.rows.reduce((sum, row) => sum + (row.total ?? 0), 0)
  if (!top || !cell || !(total > 0)) return voice.say(readings.empty)
  return voice.say(readings.grid, {
    total: grid.say(total),
    share: voice.percent(top.total! / total),
    top: top.label,
    value: grid.say(cell.value),
    row: cell.row,
    column: cell.column,
  })
}

function largestCell({rows, columns}: Grid) {
  return rows
    .flatMap(({label, cells}) =>
      cells.map((value, index) => ({
        value: value ?? -Infinity,
        row: label,
        column: columns[index]!,
      })),
    )
    .reduce<{value: number; row: string; column: string} | null>(
      (best, cell) => (cell.value > (best?.value ?? -Infinity) ? cell : best),
      null,
    )
}

/** Institutions by period: one column a release, institutions by their latest amount. */
export function gridOverTime(input: PictureInput, {measures, category}: Parts): Picture | null {
  const {releases, voice} = input
  const measure = measures[0]
  if (!measure || !category) return null
  const found = releases.map(({rows}) =>
    sums(
      rows.filter(row => !isTotalCell(row[category.name], category, input)),
      row => labelOf(row[category.name], category, input),
      measure,
    ),
  )
  const newest = found.at(-1)!
  const labels = [...new Set(found.flatMap(values => [...values.keys()]))].sort(
    (one, other) => (newest.get(other) ?? 0) - (newest.get(one) ?? 0),
  )
  const {title, say} = quantityOf(measure, voice)
  const grid: Grid = {
    shape: 'grid',
    title,
    corner: voice.plain(category.title),
    columns: releases.map(release => whenOf(release, voice)),
    rows: labels.map(label => ({
      label,
      cells: found.map(values => values.get(label) ?? null),
      total: null,
    })),
    totals: null,
    totalWord: voice.say(words.total),
    say,
  }
  const cell = largestCell(grid)
  if (!cell) return null
  const facts = {value: say(cell.value), row: cell.row, column: cell.column}
  return {reading: voice.say(readings.gridPlain, facts), drawings: [grid], notes: []}
}
