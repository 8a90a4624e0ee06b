import {readFileSync, writeFileSync} from 'node:fs'
import {hostname} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {Instant} from '../model/time.ts'
import {Problem} from '../text/problem.ts'

/**
 * Keeps a data folder to one working process. The lock is SQLite's own on a file of its own, so the
 * system frees it when the process dies however it dies; a note beside it names the holder.
 * @throws Problem data-folder-in-use
 */
export function lockData(folder: string, at: Instant): {release(): void} {
  const note = join(folder, 'lock.json')
  const lock = new DatabaseSync(join(folder, 'lock.db'))
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive')
  } catch (error) {
    lock.close()
    throw new Problem('data-folder-in-use', {folder, ...holderOf(note)}, error)
  }
  writeFileSync(note, JSON.stringify({pid: process.pid, host: hostname(), at}))
  return {release: () => lock.close()}
}

function holderOf(note: string): {pid: string; host: string; at: string} {
  try {
    const {pid, host, at} = JSON.parse(readFileSync(note, 'utf8')) as Record<string, unknown>
    return {pid: String(pid), host: String(host), at: String(at)}
  } catch {
    return {pid: '?', host: hostname(), at: '?'} // it has not yet written its note
  }
}
