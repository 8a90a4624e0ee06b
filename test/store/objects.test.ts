import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openFolder} from '../../src/store/objects-folder.ts'
import {objectsContract} from './objects.contract.ts'

objectsContract('folder', async () => openFolder(await mkdtemp(join(tmpdir(), 'kept-objects-'))))
