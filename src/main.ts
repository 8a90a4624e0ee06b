// Start here to run: reads the command line, opens the world, runs one command.
import {join} from 'node:path'
import {runCommandLine} from './command/command.ts'
import {normalizeConfig} from './config.ts'
import {open, openSite} from './open.ts'

const exampleSite = join(import.meta.dirname, '../sites/hk-itc')

const stopped = new Promise<void>(resolve => {
  process.once('SIGTERM', () => resolve())
  process.once('SIGINT', () => resolve())
})

// Who reads us may stop reading (`kept score | head`); a server goes on without its reader.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

process.exitCode = await runCommandLine(process.argv.slice(2), {
  settle: flags =>
    normalizeConfig(
      {
        site: flags.site ?? process.env.KEPT_SITE,
        data: flags.data ?? process.env.KEPT_DATA,
        port: flags.port ?? process.env.PORT,
        host: flags.host ?? process.env.KEPT_HOST,
        workers: process.env.KEPT_WORKERS,
      },
      {site: exampleSite},
    ),
  openSite,
  openWorld: open,
  out: text => void process.stdout.write(text),
  error: text => void process.stderr.write(text),
  terminal: process.stdout.isTTY === true,
  stopped,
})
