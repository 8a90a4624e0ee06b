import {rm} from 'node:fs/promises'
import {type Engine, identifier, literal} from '../store/tables.ts'
import {Problem} from '../text/problem.ts'
import type {Cells, Format} from './format.ts'
import {columnTypes} from './parquet-types.ts'

/** Apache Parquet, compressed with zstd; columns typed as exactly as their cells allow. */
export const parquet: Format = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',

  async *read(file, _, engine) {
    const columns = await columnsOf(file, engine)
    yield [columns.map(({name}) => name)]
    const texts = columns.map(column => textSql(identifier(column.name), column.type))
    yield* engine.batches(
      `SELECT ${texts.join(', ')} FROM read_parquet(${literal(file)})`,
    ) as AsyncIterable<readonly Cells[]>
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
