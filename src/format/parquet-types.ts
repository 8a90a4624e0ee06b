import type {Field} from '../model/table-schema.ts'
import type {Engine} from '../store/tables.ts'
import {rowsOf, type WritableTable} from './format.ts'
import {excelNumber} from './numbers.ts'

// Decided here and not in SQL: DuckDB compiles each pattern anew for each question, which takes
// longer than a small table has cells.

/**
 * For each field the DuckDB type that gives every cell back as it was; VARCHAR where none does. Goes
 * over the table once.
 */
export async function columnTypes(
  table: WritableTable,
  engine: Engine,
): Promise<readonly string[]> {
  const columns = table.schema.fields.map(columnFor)
  for await (const rows of rowsOf(table, engine))
    for (const cells of rows)
      for (const [index, column] of columns.entries()) {
        const cell = cells[index] ?? null
        if (cell !== null) column.see(cell)
      }
  return columns.map(column => column.type())
}

interface Column {
  see(cell: string): void
  type(): string
}

const timestamp = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(Z?)$/

function columnFor({type}: Field): Column {
  switch (type) {
    case 'integer':
      return numberColumn('BIGINT')
    case 'number':
      return numberColumn(null)
    case 'year':
      return firstThatFits([['INTEGER', cell => /^[1-9]\d{3}$/.test(cell)]])
    case 'boolean':
      return firstThatFits([['BOOLEAN', cell => cell === 'true' || cell === 'false']])
    case 'date':
      return firstThatFits([['DATE', isDate]])
    case 'time':
      return firstThatFits([['TIME', isTime]])
    case 'datetime':
      // To the second, local or in UTC: other offsets and fractions would not come back as they were.
      return firstThatFits([
        ['TIMESTAMP', cell => isTimestamp(cell, '')],
        ['TIMESTAMP WITH TIME ZONE', cell => isTimestamp(cell, 'Z')],
      ])
    default:
      return firstThatFits([])
  }
}

function firstThatFits(
  candidates: readonly (readonly [type: string, fits: (cell: string) => boolean])[],
): Column {
  let left = candidates
  return {
    see(cell) {
      if (left.some(([, fits]) => !fits(cell))) left = left.filter(([, fits]) => fits(cell))
    },
    type: () => left[0]?.[0] ?? 'VARCHAR',
  }
}

/** A day of the calendar that Parquet and its readers share: years 1 to 9999. */
function isDate(cell: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(cell) || cell < '0001') return false
  const date = new Date(`${cell}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(cell)
}

function isTime(cell: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(cell)
}

function isTimestamp(cell: string, zone: string): boolean {
  const [, date = '', time = '', found] = timestamp.exec(cell) ?? []
  return found === zone && isDate(date) && isTime(time)
}

const plain = /^-?(\d+)(?:\.(\d+))?$/

/**
 * DECIMAL where 18 or 38 digits are enough for the longest whole part and the longest fraction;
 * otherwise DOUBLE if no cell has more digits than a double keeps.
 * @param small the type for whole numbers of up to 18 digits, if it is not DECIMAL
 */
function numberColumn(small: string | null): Column {
  let whole = 0
  let fraction = 0
  let allPlain = true
  let allDouble = true
  return {
    see(cell) {
      const match = plain.exec(cell)
      if (match) {
        whole = Math.max(whole, match[1]!.replace(/^0+/, '').length)
        fraction = Math.max(fraction, (match[2] ?? '').replace(/0+$/, '').length)
      } else allPlain = false
      if (allDouble) allDouble = excelNumber(cell) !== null || /^(NaN|-?INF)$/.test(cell)
    },
    type() {
      const digits = whole + fraction
      if (allPlain && small && digits <= 18) return small
      if (allPlain && digits <= 18) return `DECIMAL(18,${fraction})`
      if (allPlain && digits <= 38) return `DECIMAL(38,${fraction})`
      return allDouble ? 'DOUBLE' : 'VARCHAR'
    },
  }
}
