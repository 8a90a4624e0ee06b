import assert from 'node:assert/strict'
import {after, before, test} from 'node:test'
import type {Source} from '../../src/model/dataset.ts'
import type {LookOptions} from '../../src/source/source.ts'
import {contentOf, datasetOf, look, lookingWorld, resolving, toldBy} from './looking.ts'
import {type Cluster, startCluster} from './postgres-cluster.ts'

let cluster: Cluster

before(async () => {
  cluster = await startCluster()
  await cluster.run(`
    CREATE TABLE cases (
      id int, name text, amount numeric(20, 2), share double precision, big bigint,
      opened date, seen timestamptz, done boolean, note text
    );
    INSERT INTO cases VALUES
      (1, 'Sample "One", Limited', 1234567890123456.10, 0.1, 9007199254740993,
       '2024-02-29', '2024-03-01 09:30:00+08', true, NULL),
      (2, '樣本二', -0.50, 'NaN', -1, NULL, NULL, false, '');
    CREATE ROLE slow;
  `)
})

after(() => cluster[Symbol.asyncDispose]())

/** A world that knows the password, and may reach the server. */
function departmentWorld(password = cluster.password) {
  return lookingWorld({
    site: {allowedHosts: [cluster.host]},
    credentials: {department: password},
  })
}

function asking(source: Partial<Source> = {}) {
  return datasetOf({
    connector: 'sql',
    url: `postgres://${cluster.user}@${cluster.host}/postgres`,
    query: 'SELECT * FROM cases ORDER BY id',
    credential: 'department',
    ...source,
  })
}

async function problemOf(source: Partial<Source>, options?: LookOptions) {
  await using world = await departmentWorld()
  return (await look(asking(source), world, options)).problem
}

test('rows of PostgreSQL become CSV, digits as the server wrote them', async () => {
  await using world = await departmentWorld()
  const seen = await look(asking(), world)
  assert.equal(seen.problem, null)
  assert.equal(
    await contentOf(seen, world),
    [
      'id,name,amount,share,big,opened,seen,done,note',
      '1,"Sample ""One"", Limited",1234567890123456.10,0.1,9007199254740993,2024-02-29,2024-03-01 01:30:00+00,true,',
      '2,樣本二,-0.50,NaN,-1,,,false,""',
      '',
    ].join('\r\n'),
  )
  assert.equal(seen.check?.answer.url, `postgres://${cluster.host}/postgres`)
  assert.doesNotMatch(toldBy(seen), /s3cret|department@/)
})

test('rows of PostgreSQL become JSON, numbers exact, what is no JSON number quoted', async () => {
  await using world = await departmentWorld()
  const seen = await look(asking({format: 'json'}), world)
  const content = await contentOf(seen, world)
  assert.match(content, /"amount":1234567890123456\.10,"share":0\.1,"big":9007199254740993,/)
  assert.match(content, /"amount":-0\.50,"share":"NaN","big":-1,"opened":null,/)
  assert.match(content, /"done":true,"note":null\}/)
  assert.equal(JSON.parse(content).length, 2)
})

test('more rows than one fetch, and exactly one fetch, arrive whole and once', async () => {
  await using world = await departmentWorld()
  for (const rows of [0, 1, 999, 1000, 1001, 25_000]) {
    const query = `SELECT n FROM generate_series(1, ${rows}) AS n ORDER BY n`
    const lines = (await contentOf(await look(asking({query}), world), world)).split('\r\n')
    assert.equal(lines.length - 2, rows)
    assert.equal(lines[rows], rows === 0 ? 'n' : String(rows))
  }
})

test('a query may only read, and is only one', async () => {
  const writing = [
    'DELETE FROM cases RETURNING id',
    'SELECT 1; DELETE FROM cases',
    'SELECT 1; COMMIT; DELETE FROM cases',
    "SELECT setval('s', 1) FROM (SELECT nextval('s')) AS x",
  ]
  await cluster.run('CREATE SEQUENCE s')
  for (const query of writing)
    assert.equal((await problemOf({query}))?.code, 'source-query-failed', query)
  await using world = await departmentWorld()
  const count = asking({query: 'SELECT count(*) AS n FROM cases'})
  assert.equal(await contentOf(await look(count, world), world), 'n\r\n2\r\n')
})

test('a closing semicolon is forgiven', async () => {
  assert.equal(await problemOf({query: 'SELECT 1 AS a;\n'}), null)
})

test('a wrong query says why, and where', async () => {
  const problem = await problemOf({query: 'SELECT missing FROM cases'})
  assert.equal(problem?.code, 'source-query-failed')
  assert.match(String(problem?.facts.why), /column "missing" does not exist/)
  assert.equal(problem?.facts.database, `postgres://${cluster.host}/postgres`)
})

test('a wrong password is refused without being told', async () => {
  await using world = await departmentWorld('wr0ng')
  const {problem} = await look(asking(), world)
  assert.equal(problem?.code, 'source-database-failed')
  assert.doesNotMatch(`${problem?.stack}${JSON.stringify(problem)}`, /wr0ng/)
})

test('a password is never taken from the environment', async () => {
  process.env.PGPASSWORD = cluster.password
  try {
    const {credential: _, ...rest} = asking().source!
    await using world = await departmentWorld()
    const {problem} = await look({...asking(), source: rest}, world)
    assert.equal(problem?.code, 'source-database-failed')
  } finally {
    delete process.env.PGPASSWORD
  }
})

test('a credential that is not set, a password in the address, a database that is not there', async () => {
  const url = (text: string) => ({url: text.replace('HOST', cluster.host)})
  const missing = await problemOf({credential: 'other'})
  assert.equal(missing?.code, 'source-credential-missing')
  const secret = await problemOf(url('postgres://department:s3cret@HOST/postgres'))
  assert.equal(secret?.code, 'source-address-secret')
  assert.doesNotMatch(String(secret?.message), /s3cret/)
  const nowhere = await problemOf(url('postgres://department@HOST/nowhere'))
  assert.equal(nowhere?.code, 'source-database-failed')
  assert.equal((await problemOf(url('postgres://HOST/postgres')))?.code, 'source-address-invalid')
})

test('a query that takes too long is ended by the server, or by us', async () => {
  const query = 'SELECT pg_sleep(60)'
  const byServer = await problemOf({query}, {limits: {firstByteSeconds: 0.3}})
  assert.equal(byServer?.code, 'source-too-slow')
  const byUs = await problemOf({query}, {limits: {totalSeconds: 0.5}})
  assert.equal(byUs?.code, 'source-too-slow')
})

test('a server on a private address is refused unless the site allows it', async () => {
  await using world = await lookingWorld({credentials: {department: cluster.password}})
  const port = cluster.host.split(':')[1]
  for (const host of ['127.0.0.1', '0x7f.1', '2130706433', '[::1]', 'db.example']) {
    const url = `postgres://department@${host}:${port}/postgres`
    const {problem} = await look(asking({url}), world, {resolve: resolving(['127.0.0.1'])})
    assert.equal(problem?.code, 'source-address-private', host)
  }
})

test('a server that is allowed by name is reached at the address that was looked up', async () => {
  await using world = await lookingWorld({
    site: {allowedHosts: ['db.intranet']},
    credentials: {department: cluster.password},
  })
  const port = cluster.host.split(':')[1]
  const url = `postgres://department@db.intranet:${port}/postgres?sslmode=disable`
  const resolve = resolving(['127.0.0.1'])
  assert.equal((await look(asking({url}), world, {resolve})).problem, null)
  assert.equal(resolve.asked, 1)
})

test('elsewhere than here, a connection that cannot be verified is refused', async () => {
  await using world = await lookingWorld({
    site: {allowedHosts: ['db.intranet']},
    credentials: {department: cluster.password},
  })
  const url = `postgres://department@db.intranet:${cluster.host.split(':')[1]}/postgres`
  const {problem} = await look(asking({url}), world, {resolve: resolving(['127.0.0.1'])})
  assert.equal(problem?.code, 'source-database-failed')
  assert.match(String(problem?.facts.why), /SSL/)
})

test('a server that is gone cannot be reached', async () => {
  await using world = await lookingWorld({
    site: {allowedHosts: ['127.0.0.1']},
    credentials: {department: cluster.password},
  })
  const {problem} = await look(asking({url: 'postgres://department@127.0.0.1:1/x'}), world)
  assert.equal(problem?.code, 'source-unreachable')
})
