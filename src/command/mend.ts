import {mendUnfinished} from '../catalog/record.ts'
import {freeLeases} from '../schedule/jobs.ts'
import type {InWorld} from './shape.ts'

/**
 * Clears away what a process left that died at its work, and says so. Only for commands that hold the
 * data folder: whoever left it is then surely dead.
 */
export async function mend({world, say}: InWorld): Promise<void> {
  await freeLeases(world)
  for (const mended of await mendUnfinished(world))
    say(`${mended} was half written when a process died; it was never visible and is removed.`)
}
