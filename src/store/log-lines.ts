import type {Log} from './world.ts'

/** A log of JSON lines, one an entry, to a stream of the operator's (standard error). */
export function openLog(write: (line: string) => void, now: () => string): Log {
  const entry = (level: string) => (message: string, facts?: object) =>
    write(`${JSON.stringify({at: now(), level, message, ...facts})}\n`)
  return {info: entry('info'), warn: entry('warn'), error: entry('error')}
}

/** A log that keeps nothing: for commands whose own output is what the operator wants to see. */
export const noLog: Log = {info() {}, warn() {}, error() {}}
