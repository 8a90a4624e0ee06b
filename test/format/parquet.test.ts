import assert from 'node:assert/strict'
import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {after, before, test} from 'node:test'
import type {Cells} from '../../src/format/format.ts'
import {formatOf} from '../../src/format/formats.ts'
import type {FieldType} from '../../src/model/table-schema.ts'
import {literal} from '../../src/store/tables.ts'
import {gathered, schemaOf, testEngine, typedTable} from './engine.ts'

let world: Awaited<ReturnType<typeof testEngine>>
before(async () => {
  world = await testEngine()
})
after(() => world.close())

/** The type of a column of one field in the file that is written, and its cells as read again. */
async function written(type: FieldType, cells: Cells): Promise<{type: string; cells: Cells}> {
  const schema = schemaOf(new Map([['x', type]]))
  await typedTable(
    world.engine,
    'typed',
    schema,
    cells.map(cell => [cell]),
  )
  const file = join(world.folder, 'x.parquet')
  const table = {name: 'typed', schema, title: 'X'}
  await formatOf('parquet').write(table, file, world.engine)
  const [column] = await world.engine.rows(`DESCRIBE SELECT * FROM read_parquet(${literal(file)})`)
  const [, ...rows] = await gathered(formatOf('parquet').readBack(file, world.engine))
  return {type: String(column?.[1]), cells: rows.map(([cell]) => cell ?? null)}
}

const columns: readonly (readonly [claim: string, FieldType, cells: Cells, type: string])[] = [
  ['whole numbers', 'integer', ['0', '-999999999999999999', null], 'BIGINT'],
  ['longer whole numbers', 'integer', ['1', '9'.repeat(38)], 'DECIMAL(38,0)'],
  ['whole numbers beyond 38 digits', 'integer', ['1', '9'.repeat(39)], 'VARCHAR'],
  ['decimals', 'number', ['0.25', '-12345.50', '7'], 'DECIMAL(18,2)'],
  ['long decimals', 'number', ['0.30000000000000004', '12345678901234567.89'], 'DECIMAL(38,17)'],
  ['numbers far apart', 'number', ['1e300', '0.5', 'NaN', '-INF'], 'DOUBLE'],
  ['numbers that nothing holds exactly', 'number', [`1.${'3'.repeat(40)}`], 'VARCHAR'],
  ['no numbers', 'number', [null, null], 'DECIMAL(18,0)'],
  ['days', 'date', ['2024-02-29', '0001-01-01', '9999-12-31', null], 'DATE'],
  ['days that never were', 'date', ['2024-02-30'], 'VARCHAR'],
  ['days of year 0', 'date', ['0000-12-31'], 'VARCHAR'],
  ['times', 'time', ['00:00:00', '23:59:59'], 'TIME'],
  ['times with fractions', 'time', ['00:00:00.50'], 'VARCHAR'],
  ['moments in UTC', 'datetime', ['2024-02-29T23:59:59Z'], 'TIMESTAMP WITH TIME ZONE'],
  ['local moments', 'datetime', ['2024-02-29T23:59:59'], 'TIMESTAMP'],
  ['moments of both kinds', 'datetime', ['2024-02-29T23:59:59', '2024-02-29T23:59:59Z'], 'VARCHAR'],
  ['moments at an offset', 'datetime', ['2024-02-29T23:59:59+08:00'], 'VARCHAR'],
  ['truth', 'boolean', ['true', 'false', null], 'BOOLEAN'],
  ['years', 'year', ['2024', '1997'], 'INTEGER'],
  ['texts, empty and none', 'string', ['007', '', null, 'a\u0000b'], 'VARCHAR'],
]

for (const [claim, type, cells, expected] of columns)
  test(`${claim} are ${expected}`, async () => {
    const found = await written(type, cells)
    assert.equal(found.type, expected)
    if (type !== 'number') assert.deepEqual(found.cells, cells)
  })

test('what is no Parquet, or not whole, is refused', async () => {
  const file = join(world.folder, 'bad.parquet')
  for (const bytes of ['', 'a,b\n1,2\n', 'PAR1PAR1']) {
    writeFileSync(file, bytes)
    const rows = gathered(formatOf('parquet').read(file, {}, world.engine))
    await assert.rejects(rows, {code: 'parquet-not-readable'})
  }
})

test('nested columns of others are JSON text', async () => {
  const file = join(world.folder, 'nested.parquet')
  await world.engine.run(
    `COPY (SELECT [1, 2] AS list, {'a': 'x'} AS struct, 1.5::FLOAT AS f) TO ${literal(file)} (FORMAT parquet)`,
  )
  assert.deepEqual(await gathered(formatOf('parquet').read(file, {}, world.engine)), [
    ['list', 'struct', 'f'],
    ['[1,2]', '{"a":"x"}', '1.5'],
  ])
})

test('a file written anew under its old name is read anew', async () => {
  const {engine} = world
  const file = join(world.folder, 'again.parquet')
  for (const value of ['a', 'b', 'c']) {
    await engine.run(`COPY (SELECT ${literal(value)} AS x) TO ${literal(file)} (FORMAT parquet)`)
    const rows = await gathered(formatOf('parquet').readBack(file, engine))
    assert.deepEqual(rows, [['x'], [value]])
  }
})
