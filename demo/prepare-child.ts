import {writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {allOffers} from './offers.ts'
import {prepare} from './prepare.ts'

// Runs in a process of its own, which takes the memory that encoding needs away with it. Started by
// main.ts with the folder; leaves what it prepared in prepared.json there.
const folder = process.argv[2]
if (!folder) throw new Error('prepare-child.ts is started with a folder')
writeFileSync(
  join(folder, 'prepared.json'),
  JSON.stringify(await prepare(await allOffers(), folder)),
)
