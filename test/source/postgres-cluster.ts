import {execFileSync, spawn} from 'node:child_process'
import {existsSync, readdirSync} from 'node:fs'
import {chown, mkdtemp, rm, writeFile} from 'node:fs/promises'
import {createServer} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import pg from 'pg'

/** A PostgreSQL server of the test's own, on the loopback interface. */
export interface Cluster extends AsyncDisposable {
  readonly host: string // host:port
  readonly user: string
  readonly password: string
  run(sql: string): Promise<void>
}

const user = 'department'
const password = 's3cret'

/** Starts a cluster in a temporary folder, with one user who has a password. */
export async function startCluster(): Promise<Cluster> {
  const programs = programsFolder()
  const folder = await mkdtemp(join(tmpdir(), 'kept-postgres-'))
  const owner = await otherThanRoot(folder)
  const passwordFile = join(folder, 'password')
  await writeFile(passwordFile, password)
  const data = join(folder, 'data')
  const init = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-sync']
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', user, '--locale=C', ...init], {
    ...owner,
    cwd: folder,
    stdio: 'pipe',
  })
  const port = await freePort()
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off']
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap(setting => ['-c', setting])],
    {...owner, cwd: folder, stdio: ['ignore', 'ignore', 'pipe']},
  )
  const ended = new Promise(done => server.once('close', done))
  await new Promise<void>((ready, failed) => {
    let said = ''
    server.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (said.includes('ready to accept connections')) ready()
    })
    server.once('close', () => failed(new Error(`PostgreSQL did not start: ${said}`)))
  })
  return {
    host: `127.0.0.1:${port}`,
    user,
    password,
    async run(sql) {
      const client = new pg.Client({host: '127.0.0.1', port, user, password, database: 'postgres'})
      await client.connect()
      await client.query(sql)
      await client.end()
    },
    async [Symbol.asyncDispose]() {
      server.kill('SIGINT') // ends every connection at once
      await ended
      await rm(folder, {recursive: true, force: true})
    },
  }
}

function programsFolder(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort() : []
  const installed = versions.map(version => join(debian, version, 'bin')).reverse()
  const onPath = (process.env.PATH ?? '').split(':')
  const found = [...installed, ...onPath].find(folder => existsSync(join(folder, 'initdb')))
  if (!found) throw new Error('This test needs PostgreSQL 15 or later: apt-get install postgresql')
  return found
}

/** PostgreSQL refuses to run as root: there, the machine's own user for it (or nobody) owns the folder. */
async function otherThanRoot(folder: string): Promise<{uid?: number; gid?: number}> {
  if (process.getuid?.() !== 0) return {}
  const idOf = (flag: string, name: string) =>
    Number(execFileSync('id', [flag, name], {stdio: 'pipe'}).toString())
  const name = ['postgres', 'nobody'].find(candidate => {
    try {
      return idOf('-u', candidate) > 0
    } catch {
      return false
    }
  })
  if (!name) throw new Error('There is no user postgres or nobody to run PostgreSQL as')
  const [uid, gid] = [idOf('-u', name), idOf('-g', name)]
  await chown(folder, uid, gid)
  return {uid, gid}
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise(done => server.close(done))
  return typeof address === 'object' ? address!.port : 0
}
