import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {resolve} from 'node:path'
import {createInterface} from 'node:readline'
import type {Site, StandInReady} from '../model/site.ts'
import {Problem} from '../text/problem.ts'

const startSecondsMax = 60
const stopSeconds = 5

/**
 * Starts what plays the departments' servers, as a child that ends when we do however we end: it
 * watches its standard input.
 * @throws Problem stand-in-failed
 */
export async function startStandIn(
  site: Pick<Site, 'folder' | 'standIn'>,
): Promise<{variables: StandInReady['variables']; stop(): Promise<void>}> {
  const file = resolve(site.folder, site.standIn ?? '')
  const child = spawn(process.execPath, [file], {stdio: ['pipe', 'pipe', 'inherit']})
  // Writing to one that died is no news: its exit is.
  child.stdin.on('error', () => {})
  try {
    const line = await firstLine(child, file)
    const {variables} = JSON.parse(line) as StandInReady
    return {variables, stop: () => stop(child)}
  } catch (error) {
    await stop(child)
    if (error instanceof Problem) throw error
    throw new Problem('stand-in-failed', {file, why: (error as Error).message}, error)
  }
}

async function firstLine(child: ChildProcess, file: string): Promise<string> {
  const failed = (why: string) => new Problem('stand-in-failed', {file, why})
  const lines = createInterface({input: child.stdout!})
  const timer = AbortSignal.timeout(startSecondsMax * 1000)
  return new Promise((done, fail) => {
    lines.once('line', done)
    child.once('error', error => fail(failed(error.message)))
    child.once('exit', (code, signal) => fail(failed(signal ?? `exit status ${code}`)))
    timer.addEventListener('abort', () => fail(failed(`not ready in ${startSecondsMax} s`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1000)
  await gone
  clearTimeout(force)
}
