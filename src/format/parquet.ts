import {rm} from 'node:fs/promises'
import type {Field} from '../model/table-schema.ts'
import {type Engine, identifier, literal} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'
import type {Cells, Format, WritableTable} from './format.ts'

/** Apache Parquet, compressed with zstd; columns typed as exactly as their cells allow. */
export const parquet: Format = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',

  async *read(file, _, engine) {
    const columns = await columnsOf(file, engine)
    yield [columns.map(({name}) => name)]
    const texts = columns.map(column => textSql(identifier(column.name), column.type))
    yield* engine.batches(`SELECT ${texts.join(', ')} FROM read_parquet(${literal(file)})`) as AsyncIterable<readonly Cells[]>
  },

  async write(table, file, engine) {
    const types = await columnTypes(table, engine)
    const columns = table.schema.fields.map(({name}, index) => {
      const column = identifier(name)
      return types[index] === 'VARCHAR' ? column : `CAST(${column} AS ${types[index]}) AS ${column}`
    })
    // COPY writes into what is there and leaves a longer file's tail.
    await rm(file, {force: true})
    await engine.run(
      `COPY (SELECT ${columns.join(', ')} FROM ${identifier(table.name)} ORDER BY "_row") TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`,
    )
  },

  readBack: (file, engine) => parquet.read(file, {}, engine),
}

interface Column {
  readonly name: string
  readonly type: string
}

async function columnsOf(file: string, engine: Engine): Promise<readonly Column[]> {
  try {
    const rows = await engine.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(file)})`)
    return rows.map(([name, type]) => ({name: String(name), type: String(type)}))
  } catch (error) {
    throw new Problem('parquet-not-readable', {}, error)
  }
}

/** A column as canonical text. */
function textSql(column: string, type: string): string {
  const text = `CAST(${column} AS VARCHAR)`
  if (type === 'TIMESTAMP WITH TIME ZONE')
    return `strftime(${column} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%SZ')`
  if (type.startsWith('TIMESTAMP')) return `strftime(${column}, '%Y-%m-%dT%H:%M:%S')`
  if (type === 'DOUBLE' || type === 'FLOAT')
    return `CASE ${text} WHEN 'nan' THEN 'NaN' WHEN 'inf' THEN 'INF' WHEN '-inf' THEN '-INF' ELSE ${text} END`
  if (/^(STRUCT|MAP|UNION)|\[\d*\]$/.test(type)) return `CAST(to_json(${column}) AS VARCHAR)`
  return text
}

/** A type that could hold a column, and the question whether it holds every cell exactly. */
interface Candidate {
  readonly type: string
  readonly fits: string // SQL over one cell that is not null
}

/**
 * The first type of each field's that gives every cell back as it was; text where none does. One
 * pass over the table answers for all columns.
 */
async function columnTypes(table: WritableTable, engine: Engine): Promise<readonly string[]> {
  const candidates = table.schema.fields.map(candidatesFor)
  const questions = table.schema.fields.flatMap(({name}, index) =>
    candidates[index]!.map(
      ({fits}) => `coalesce(bool_and(${fits}) FILTER (WHERE ${identifier(name)} IS NOT NULL), true)`,
    ),
  )
  if (questions.length === 0) return candidates.map(() => 'VARCHAR')
  const [answers] = await engine.rows(
    `SELECT ${questions.join(', ')} FROM ${identifier(table.name)}`,
  )
  let asked = 0
  return candidates.map(list => {
    const own = answers!.slice(asked, asked + list.length)
    asked += list.length
    return list[own.indexOf(true)]?.type ?? 'VARCHAR'
  })
}

function candidatesFor(field: Field): readonly Candidate[] {
  const cell = identifier(field.name)
  switch (field.type) {
    case 'integer':
      return [
        {type: 'BIGINT', fits: `(${isInteger(cell)} AND TRY_CAST(${cell} AS BIGINT) IS NOT NULL)`},
        decimalCandidate(cell, 38, 0),
      ]
    case 'number':
      return [
        ...[0, 1, 2, 3, 4, 6].map(scale => decimalCandidate(cell, 18, scale)),
        ...[2, 6, 9, 12, 18].map(scale => decimalCandidate(cell, 38, scale)),
        {type: 'DOUBLE', fits: fitsDouble(cell)},
      ]
    case 'year':
      return [
        {type: 'INTEGER', fits: `(regexp_full_match(${cell}, '[1-9][0-9]{3}'))`},
      ]
    case 'boolean':
      return [{type: 'BOOLEAN', fits: `(${cell} IN ('true', 'false'))`}]
    case 'date':
    case 'time':
      return [sameText(cell, field.type === 'date' ? 'DATE' : 'TIME')]
    case 'datetime':
      return [
        sameText(cell, 'TIMESTAMP'),
        // To the second, in UTC: other offsets and fractions would not come back as they were.
        sameText(cell, 'TIMESTAMP WITH TIME ZONE'),
      ]
    default:
      return []
  }
}

/** Comes back as the very same text. */
function sameText(cell: string, type: string): Candidate {
  const shape = type.startsWith('TIMESTAMP') ? literal(timestampShape[type]!) : null
  const shaped = shape ? `regexp_full_match(${cell}, ${shape}) AND ` : ''
  const back = textSql(`TRY_CAST(${cell} AS ${type})`, type)
  return {type, fits: `(${shaped}${back} IS NOT DISTINCT FROM ${cell})`}
}

const timestampShape: {readonly [type: string]: string} = {
  TIMESTAMP: '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}',
  'TIMESTAMP WITH TIME ZONE': '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z',
}

function isInteger(cell: string): string {
  return `regexp_full_match(${cell}, '-?[0-9]+')`
}

/** Plain digits, no more behind the point than the scale has places, nor before it than are left. */
function decimalCandidate(cell: string, precision: number, scale: number): Candidate {
  const whole = precision - scale
  const fraction = scale > 0 ? `(\\.[0-9]{1,${scale}}0*)?` : '(\\.0+)?'
  return {
    type: `DECIMAL(${precision},${scale})`,
    fits: `regexp_full_match(${cell}, ${literal(`-?0*[0-9]{1,${whole}}${fraction}`)})`,
  }
}

/** Up to 15 significant digits come back from a double as they were. */
function fitsDouble(cell: string): string {
  const digits = `ltrim(regexp_replace(regexp_replace(${cell}, '[eE].*$', ''), '[-+.]', '', 'g'), '0')`
  return `(${cell} IN ('NaN', 'INF', '-INF') OR (length(${digits}) <= 15 AND abs(TRY_CAST(${cell} AS DOUBLE)) BETWEEN 1e-300 AND 1e300))`
}
