import {mkdtemp} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {openSqlite} from '../../src/store/records-sqlite.ts'
import {recordsContract} from './records.contract.ts'

recordsContract('SQLite in a file', async () =>
  openSqlite(join(await mkdtemp(join(tmpdir(), 'kept-records-')), 'records.db')),
)
recordsContract('SQLite in memory', async () => openSqlite(':memory:'))
