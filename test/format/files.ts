import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Cells} from '../../src/format/format.ts'
import {formatOf} from '../../src/format/formats.ts'
import type {FormatName} from '../../src/model/dataset.ts'
import type {Dialect} from '../../src/model/table-schema.ts'
import {Problem} from '../../src/text/problem.ts'
import {gathered, testEngine} from './engine.ts'

/** What a test of a reader needs: bytes in, rows or the problem out. */
export async function reading(format: FormatName): Promise<{
  rows(bytes: string | Uint8Array, dialect?: Dialect): Promise<Cells[]>
  problem(bytes: string | Uint8Array, dialect?: Dialect): Promise<unknown>
  path(bytes: string | Uint8Array): string
  close(): Promise<void>
}> {
  const world = await testEngine()
  let files = 0
  function path(bytes: string | Uint8Array): string {
    const file = join(world.folder, `read-${++files}.${format}`)
    writeFileSync(file, bytes)
    return file
  }
  const rows = (bytes: string | Uint8Array, dialect: Dialect = {}) =>
    gathered(formatOf(format).read(path(bytes), dialect, world.engine))
  return {
    path,
    rows,
    close: world.close,
    /** Code and facts of the problem that reading ends in; the rows if there is none. */
    async problem(bytes, dialect) {
      try {
        return await rows(bytes, dialect)
      } catch (error) {
        if (error instanceof Problem) return {code: error.code, ...error.facts}
        throw error
      }
    },
  }
}
