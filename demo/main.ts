import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdir, mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {parseArgs} from 'node:util'
import type {Prepared} from './prepare.ts'
import {serveStandIn} from './server.ts'

// Plays the departments' servers: node demo/main.ts [--port PORT] [--folder FOLDER]
// Prints one line of JSON when it is ready (StandInReady in src/model/site.ts), then stays quiet.
// Ends when its standard input closes, so that it never outlives the process that started it.

const {values} = parseArgs({options: {port: {type: 'string'}, folder: {type: 'string'}}})
const port = Number(values.port ?? 0)
if (!Number.isInteger(port) || port < 0 || port > 65_535)
  throw new Error(`--port must be a whole number from 0 to 65535, not ${values.port}`)

const folder = values.folder
  ? resolve(values.folder)
  : await mkdtemp(join(tmpdir(), 'kept-stand-in-'))
await mkdir(folder, {recursive: true})

let preparing: ChildProcess | null = null
let ending = false
process.once('SIGTERM', end)
process.once('SIGINT', end)
process.stdin.once('close', end).once('end', end).resume()

await prepareApart(folder)
if (!ending) {
  const prepared = JSON.parse(await readFile(join(folder, 'prepared.json'), 'utf8')) as Prepared
  const standIn = await serveStandIn(prepared, {port})
  process.stdout.write(`${JSON.stringify(standIn.ready)}\n`)
}

/** Encodes everything in a child: workbooks and code pages cost memory that serving does not need. */
async function prepareApart(into: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [fileURLToPath(new URL('prepare-child.ts', import.meta.url)), into],
    {stdio: ['ignore', 'ignore', 'inherit']},
  )
  preparing = child
  const [status, signal] = await once(child, 'exit')
  preparing = null
  if (signal === 'SIGINT') return end() // Ctrl-C reaches it too, and perhaps first
  if (status !== 0 && !ending)
    throw new Error(`The offers could not be prepared (exit status ${status})`)
}

/** Once only: a signal and the end of input come together, and the second would exit too early. */
async function end(): Promise<void> {
  if (ending) return
  ending = true
  // It would go on writing into the folder while we take that away.
  if (preparing?.kill('SIGKILL')) await once(preparing, 'exit')
  // Only what we made: a folder that was given to us is the giver's.
  if (!values.folder) await rm(folder, {recursive: true, force: true})
  process.exit(0)
}
