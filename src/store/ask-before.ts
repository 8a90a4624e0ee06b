import {type BeforeAnswers, type FallAnswer, isNumeric, type Questions} from '../model/question.ts'
import {type Engine, identifier, literal} from './tables.ts'

/**
 * Loads the version before as table `before`, its cells as text, and compares.
 * @param file its Parquet file; null: there is no version before
 */
export async function askBefore(
  questions: Questions,
  file: string | null,
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
  const rows = await countRows(engine)
  return {
    rows,
    emptied: await emptiedOf(asked.shared, engine),
    vanished: asked.key === null ? null : await vanishedOf(asked.key, questions, engine),
    fallen: asked.key === null ? [] : await fallenOf(asked.key, questions, engine),
  }
}

async function countRows(engine: Pick<Engine, 'rows'>): Promise<number> {
  const [row] = await engine.rows('SELECT count(*) FROM before')
  return Number(row?.[0])
}

/** Columns that held something before and hold nothing now, although there are rows. */
async function emptiedOf(
  shared: readonly string[],
  engine: Pick<Engine, 'rows'>,
): Promise<readonly string[]> {
  if (shared.length === 0) return []
  const tests = shared.map(
    name =>
      `(SELECT count(${identifier(name)}) = 0 AND count(*) > 0 FROM typed) AND (SELECT count(${identifier(name)}) > 0 FROM before)`,
  )
  const [row = []] = await engine.rows(`SELECT ${tests.join(', ')}`)
  return shared.filter((_, index) => row[index] === true)
}

async function vanishedOf(
  key: readonly string[],
  {before, samplesMax, schema}: Questions,
  engine: Pick<Engine, 'rows'>,
): Promise<BeforeAnswers['vanished']> {
  const gone = `FROM before b ANTI JOIN typed t ON ${sameKey(key, schema)}`
  const [counted] = await engine.rows(`SELECT count(*) ${gone}`)
  const count = Number(counted?.[0])
  if (count === 0 || before?.masked) return {count, keys: []}
  const rows = await engine.rows(
    `SELECT ${keyText(key, 'b')} ${gone} ORDER BY b._row LIMIT ${samplesMax}`,
  )
  return {count, keys: rows.map(([shown]) => (shown === null ? null : String(shown)))}
}

async function fallenOf(
  key: readonly string[],
  {before, samplesMax, schema}: Questions,
  engine: Pick<Engine, 'rows'>,
): Promise<readonly FallAnswer[]> {
  const answers: FallAnswer[] = []
  for (const field of before?.falling ?? []) {
    const [was, is] = [`b.${identifier(field)}`, `t.${identifier(field)}`]
    const fell = `FROM before b JOIN typed t ON ${sameKey(key, schema)} JOIN raw r ON r._row = t._row
      WHERE TRY_CAST(${is} AS DECIMAL(38,10)) < TRY_CAST(${was} AS DECIMAL(38,10))`
    const rows = await engine.rows(
      `SELECT r._line, ${before?.masked ? 'NULL' : keyText(key, 't')}, ${was}, ${is}, count(*) OVER ()
       ${fell} ORDER BY t._row LIMIT ${samplesMax}`,
    )
    if (rows.length === 0) continue
    answers.push({
      field,
      count: Number(rows[0]![4]),
      cells: rows.map(([line, shown, earlier, later]) => ({
        row: Number(line),
        key: shown === null ? null : String(shown),
        before: String(earlier),
        after: String(later),
      })),
    })
  }
  return answers
}

/** Equal, or both empty: a part of a key that is not there is part of the key too. */
function sameKey(key: readonly string[], schema: Questions['schema']): string {
  return key
    .map(name => {
      const field = schema.fields.find(candidate => candidate.name === name)
      const text = (table: string) => comparableKey(`${table}.${identifier(name)}`, field?.type)
      return `${text('b')} IS NOT DISTINCT FROM ${text('t')}`
    })
    .join(' AND ')
}

/** Parquet holds values, not their text: 1.10 may have become 1.1, and a time lost its T. */
function comparableKey(
  column: string,
  type: Questions['schema']['fields'][number]['type'] = 'any',
) {
  if (isNumeric(type)) return `TRY_CAST(${column} AS DECIMAL(38,10))`
  return type === 'datetime' ? `left(replace(${column}, ' ', 'T'), 19)` : column
}

function keyText(key: readonly string[], table: string): string {
  return `concat_ws(', ', ${key.map(name => `${table}.${identifier(name)}`).join(', ')})`
}
