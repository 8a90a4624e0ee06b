import assert from 'node:assert/strict'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {test} from 'node:test'
import type {Source} from '../../src/model/dataset.ts'
import {contentOf, datasetOf, look, lookingWorld, toldBy} from './looking.ts'

const query = 'SELECT * FROM cases ORDER BY id'

/** A world with a SQLite file in it, made by these statements. */
async function ledgerWorld(statements: string) {
  const world = await lookingWorld()
  const file = join(world.folder, 'ledger.sqlite')
  const database = new DatabaseSync(file)
  database.exec(statements)
  database.close()
  return {...world, site: {...world.site, variables: {ledger: file}}, file}
}

const cases = `
  CREATE TABLE cases (id INTEGER, name TEXT, share REAL, big INTEGER, note);
  INSERT INTO cases VALUES
    (1, 'Sample "One", Limited', 0.1, 9007199254740993, NULL),
    (2, '樣本二', -2.5e-7, -1, ''),
    (3, ' 007 ', NULL, 0, 'two' || char(10) || 'lines');
`

const asking = (source: Partial<Source>) =>
  datasetOf({connector: 'sql', url: 'sqlite:{ledger}', query, ...source})

test('rows of SQLite become CSV, digits and blanks as they are', async () => {
  await using world = await ledgerWorld(cases)
  const seen = await look(asking({format: 'csv'}), world)
  assert.equal(seen.problem, null)
  assert.equal(
    await contentOf(seen, world),
    [
      'id,name,share,big,note',
      '1,"Sample ""One"", Limited",0.1,9007199254740993,',
      '2,樣本二,-2.5e-7,-1,""',
      '3," 007 ",,0,"two\nlines"',
      '',
    ].join('\r\n'),
  )
  assert.equal(seen.check?.answer.url, 'sqlite:ledger')
  assert.doesNotMatch(toldBy(seen), new RegExp(world.folder))
})

test('rows of SQLite become JSON, numbers exact and texts quoted', async () => {
  await using world = await ledgerWorld(cases)
  const seen = await look(asking({format: 'json'}), world)
  assert.equal(
    await contentOf(seen, world),
    [
      '[',
      '{"id":1,"name":"Sample \\"One\\", Limited","share":0.1,"big":9007199254740993,"note":null},',
      '{"id":2,"name":"樣本二","share":-2.5e-7,"big":-1,"note":""},',
      '{"id":3,"name":" 007 ","share":null,"big":0,"note":"two\\nlines"}',
      ']',
      '',
    ].join('\n'),
  )
})

test('the same rows are the same content', async () => {
  await using world = await ledgerWorld(cases)
  assert.equal((await look(asking({}), world)).check?.outcome, 'found')
  assert.equal((await look(asking({}), world)).check?.outcome, 'unchanged')
})

test('fifty thousand rows pass through without being held', async () => {
  await using world = await ledgerWorld(`
    CREATE TABLE cases AS
    WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 50000)
    SELECT id, 'Sample company ' || id AS name FROM n;
  `)
  const lines = (await contentOf(await look(asking({}), world), world)).trimEnd().split('\r\n')
  assert.equal(lines.length, 50_001)
  assert.equal(lines.at(-1), '50000,Sample company 50000')
})

test('a list without rows is nothing; a CSV of them is for ingest to judge', async () => {
  await using world = await ledgerWorld('CREATE TABLE cases (id INTEGER)')
  assert.equal((await look(asking({format: 'json'}), world)).problem?.code, 'source-no-rows')
  assert.equal(await contentOf(await look(asking({}), world), world), 'id\r\n')
})

test('a query may only read', async () => {
  await using world = await ledgerWorld(cases)
  const writing = [
    'DELETE FROM cases',
    'INSERT INTO cases VALUES (4, null, null, null, null) RETURNING id',
    'PRAGMA user_version = 7',
    'CREATE TABLE more (id)',
  ]
  for (const text of writing) await look(asking({query: text}), world)
  const database = new DatabaseSync(world.file)
  assert.equal(database.prepare('SELECT count(*) AS n FROM cases').get()?.n, 3)
  assert.equal(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n, 1)
  assert.equal(database.prepare('PRAGMA user_version').get()?.user_version, 0)
  database.close()
})

test('a database that is not there, a query that fails, a query that never ends: each says so', async () => {
  await using world = await ledgerWorld(cases)
  const problemOf = async (source: Partial<Source>, totalSeconds = 30) =>
    (await look(asking(source), world, {limits: {totalSeconds}})).problem
  const missing = await problemOf({url: 'sqlite:{ledger}.gone'})
  assert.equal(missing?.code, 'source-database-failed')
  const wrong = await problemOf({query: 'SELECT missing FROM cases'})
  assert.equal(wrong?.code, 'source-query-failed')
  assert.match(String(wrong?.facts.why), /no such column: missing/)
  const bytes = await problemOf({query: "SELECT x'00ff' AS picture"})
  assert.match(String(bytes?.facts.why), /picture holds bytes/)
  const endless = await problemOf(
    {query: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n'},
    0.5,
  )
  assert.equal(endless?.code, 'source-too-slow')
  const flood = await problemOf({
    query: 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n',
    maxBytes: 100_000,
  })
  assert.equal(flood?.code, 'source-too-large')
})

test('a file that is no database says so', async () => {
  await using world = await ledgerWorld('')
  const seen = await look(asking({url: `sqlite:${import.meta.filename}`}), world)
  assert.equal(seen.problem?.code, 'source-database-failed')
  assert.equal(seen.check?.answer.url, 'sqlite:sql.test.ts')
})

test('a source of SQL without a query, or in a format that rows cannot have, is a mistake', async () => {
  await using world = await ledgerWorld(cases)
  const {query: _, ...rest} = asking({}).source!
  const without = {...asking({}), source: rest}
  assert.equal((await look(without, world)).problem?.code, 'source-address-invalid')
  assert.equal((await look(asking({format: 'xls'}), world)).problem?.code, 'source-address-invalid')
})
