import type {BeforeAnswers, FallAnswer, Questions} from '../model/question.ts'
import {lessSql} from './ask-condition.ts'
import {type Engine, identifier, literal, type SqlCell} from './tables.ts'

type Reading = Pick<Engine, 'rows'>

/**
 * Loads the version before as table `before`, its cells as text, and compares.
 * @param file its Parquet file; null: there is no version before
 * @param empty fields that hold nothing now
 */
export async function askBefore(
  questions: Questions,
  file: string | null,
  empty: readonly string[],
  engine: Pick<Engine, 'run' | 'rows'>,
): Promise<BeforeAnswers | null> {
  const asked = questions.before
  if (file === null || asked === null) return null
  const columns = asked.shared.map(
    name => `, CAST(${identifier(name)} AS VARCHAR) AS ${identifier(name)}`,
  )
  await engine.run(
    `CREATE OR REPLACE TABLE before AS SELECT row_number() OVER () AS _row${columns.join('')}
     FROM read_parquet(${literal(file)})`,
  )
  const emptied = asked.shared.filter(name => empty.includes(name))
  const held = emptied.map(name => `, count(${identifier(name)})`).join('')
  const [counts = []] = await engine.rows(`SELECT count(*)${held} FROM before`)
  return {
    rows: Number(counts[0]),
    emptied: emptied.filter((_, index) => Number(counts[index + 1]) > 0),
    ...(asked.key === null
      ? {vanished: null, fallen: []}
      : await compareRows(asked.key, questions, engine)),
  }
}

/** Rows that are gone and numbers that fell: counted in one pass, shown by another if there are any. */
async function compareRows(
  key: readonly string[],
  questions: Questions,
  engine: Reading,
): Promise<Pick<BeforeAnswers, 'vanished' | 'fallen'>> {
  const falling = questions.before?.falling ?? []
  const falls = falling.map(field => `, count(*) FILTER (WHERE ${fellSql(field, questions)})`)
  const [counts = []] = await engine.rows(
    `SELECT count(*) FILTER (WHERE t._row IS NULL)${falls.join('')} FROM ${pairs(key, questions)}`,
  )
  const gone = Number(counts[0])
  const fallen: FallAnswer[] = []
  for (const [index, field] of falling.entries()) {
    const count = Number(counts[index + 1])
    if (count > 0) fallen.push({field, count, cells: await fallsOf(field, key, questions, engine)})
  }
  const shown = gone > 0 && !questions.before?.masked
  return {
    vanished: {count: gone, keys: shown ? await vanishedOf(key, questions, engine) : []},
    fallen,
  }
}

function fellSql(name: string, {schema}: Questions): string {
  const field = schema.fields.find(candidate => candidate.name === name)
  if (!field) throw new Error(`ask: no field ${name}`)
  return lessSql(`t.${identifier(name)}`, `b.${identifier(name)}`, field)
}

/** Every row of before, beside the one of its key that is there now. */
function pairs(key: readonly string[], {schema}: Questions): string {
  const same = key.map(name => {
    const type = schema.fields.find(field => field.name === name)?.type ?? 'any'
    const [before, now] = ['b', 't'].map(table => comparable(`${table}.${identifier(name)}`, type))
    return `${before} = ${now}`
  })
  return `before b LEFT JOIN typed t ON ${same.join(' AND ')}`
}

/** Parquet holds values, not their text: 1.10 may have become 1.1, and a time lost its T. */
function comparable(column: string, type: Questions['schema']['fields'][number]['type']): string {
  if (type === 'number') return `TRY_CAST(${column} AS DOUBLE)`
  return type === 'datetime' ? `left(replace(${column}, ' ', 'T'), 19)` : column
}

async function vanishedOf(
  key: readonly string[],
  questions: Questions,
  engine: Reading,
): Promise<readonly (string | null)[]> {
  const rows = await engine.rows(
    `SELECT ${keyText(key, 'b')} FROM ${pairs(key, questions)} WHERE t._row IS NULL
     ORDER BY b._row LIMIT ${questions.samplesMax}`,
  )
  return rows.map(([shown]) => textOf(shown))
}

async function fallsOf(
  field: string,
  key: readonly string[],
  questions: Questions,
  engine: Reading,
): Promise<FallAnswer['cells']> {
  const shown = questions.before?.masked ? 'NULL' : keyText(key, 't')
  const rows = await engine.rows(
    `SELECT r._line, ${shown}, b.${identifier(field)}, t.${identifier(field)}
     FROM ${pairs(key, questions)} JOIN raw r ON r._row = t._row WHERE ${fellSql(field, questions)}
     ORDER BY t._row LIMIT ${questions.samplesMax}`,
  )
  return rows.map(([line, keyShown, before, after]) => ({
    row: Number(line),
    key: textOf(keyShown),
    before: String(before),
    after: String(after),
  }))
}

function textOf(cell: SqlCell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}

function keyText(key: readonly string[], table: string): string {
  return `concat_ws(', ', ${key.map(name => `${table}.${identifier(name)}`).join(', ')})`
}
