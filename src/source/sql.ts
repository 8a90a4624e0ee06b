import {Problem} from '../text/problem.ts'
import type {Answer, Connector, Place} from './connector.ts'
import {readPostgres, shownPostgres} from './sql-postgres.ts'
import {readSqlite, shownSqlite} from './sql-sqlite.ts'

/** One SELECT on a database that we may only read: its rows become a CSV or JSON file. */
export const sql: Connector = {
  name: 'sql',
  shown: place => (isSqlite(place) ? shownSqlite(place) : shownPostgres(place)),
  host: ({url}) => (/^postgres/.test(url) && URL.canParse(url) ? new URL(url).host : null),

  async read(place, reading): Promise<Answer> {
    const {format, source} = place
    const shown = sql.shown(place)
    if ((format !== 'csv' && format !== 'json') || !source.query)
      throw new Problem('source-address-invalid', {url: shown})
    const query = {text: source.query.replace(/;\s*$/, ''), format, shown}
    const bytes = isSqlite(place)
      ? readSqlite(place, query, reading)
      : readPostgres(place, query, reading)
    const part = await reading.keep(bytes, format === 'csv' ? 'text/csv' : 'application/json')
    return {status: null, etag: null, lastModified: null, parts: [part], claimedAt: null}
  },
}

function isSqlite({url}: Place): boolean {
  return url.startsWith('sqlite:')
}
