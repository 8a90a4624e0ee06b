// The example site from nothing: how long until all 55 datasets are published and ready, how long a
// later start takes, and what the processes weigh at rest. Run: node bench/cold.ts
import {spawn} from 'node:child_process'
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const root = join(import.meta.dirname, '..')
const data = mkdtempSync(join(tmpdir(), 'kept-bench-'))
const restSeconds = 30

interface Run {
  readonly seconds: number
  readonly published: number
  readonly restMegabytes: {readonly main: number; readonly all: number} | null
}

async function start(rest: boolean): Promise<Run> {
  const began = performance.now()
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['bin/kept.js', 'serve', '--port', '0', '--data', data],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  let url = ''
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    const ready = /Kept is ready: (http:\S+)/.exec(said)
    if (ready?.[1]) {
      url = ready[1]
      break
    }
  }
  if (url === '') throw new Error(`it never became ready:\n${said}`)
  const seconds = (performance.now() - began) / 1000
  const answer = (await (await fetch(`${url}/readyz`)).json()) as {datasets: {published: number}}
  if (rest) await new Promise(resolve => setTimeout(resolve, restSeconds * 1000))
  const restMegabytes = rest ? weigh(child.pid!) : null
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGTERM')
  await gone
  return {seconds, published: answer.datasets.published, restMegabytes}
}

/** Resident memory of a process and of all below it, in megabytes, from /proc. */
function weigh(pid: number): {main: number; all: number} {
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8')
        const number = (key: string) =>
          Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
        return [{pid: number('Pid'), parent: number('PPid'), megabytes: number('VmRSS') / 1024}]
      } catch {
        return [] // it ended while we looked
      }
    })
  const below = (of: number): number =>
    processes
      .filter(({parent}) => parent === of)
      .reduce((sum, child) => sum + child.megabytes + below(child.pid), 0)
  const main = processes.find(found => found.pid === pid)?.megabytes ?? 0
  return {main: Math.round(main), all: Math.round(main + below(pid))}
}

const cold = await start(false)
const later = await start(true)
rmSync(data, {recursive: true, force: true})
console.log(JSON.stringify({cold, later}, null, 2))
