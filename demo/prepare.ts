import {createHash} from 'node:crypto'
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import type {FileOffer, HttpOffer, ODataOffer, Offer, SqliteOffer} from './offer.ts'

/** What the server needs to know of one answer; its bytes lie in a file. */
export interface Answer {
  readonly path: string
  readonly mediaType: string
  readonly file: string // absolute
  readonly byteSize: number
  readonly etag: string
  readonly lastModified: string | null // ISO instant
}

/** One page of an OData list: the rows as JSON text lie in a file. */
export interface Pages {
  readonly path: string
  readonly files: readonly string[]
}

/** Everything prepared, as plain data. */
export interface Prepared {
  readonly answers: readonly Answer[]
  readonly pages: readonly Pages[]
  readonly shelf: string
  readonly ledger: string
  readonly shelfFiles: readonly string[]
  readonly ledgerTables: readonly string[]
}

/**
 * Writes every offer below a folder: what is served over HTTP, the files of the shelf, the tables of
 * the ledger. The server then holds none of it in memory.
 */
export async function prepare(offers: readonly Offer[], folder: string): Promise<Prepared> {
  const served = join(folder, 'served')
  const shelf = join(folder, 'shelf')
  const ledger = join(folder, 'ledger.sqlite')
  await rm(served, {recursive: true, force: true})
  await mkdir(served, {recursive: true})
  await mkdir(shelf, {recursive: true})

  const answers: Answer[] = []
  const pages: Pages[] = []
  for (const [at, offer] of offers.entries()) {
    if (offer.kind === 'http') answers.push(await writeAnswer(offer, join(served, `answer-${at}`)))
    if (offer.kind === 'odata') pages.push(await writePages(offer, join(served, `list-${at}`)))
    if (offer.kind === 'file') await writeShelf(offer, shelf)
  }
  const tables = offers.filter(offer => offer.kind === 'sqlite')
  await rm(ledger, {force: true})
  writeLedger(tables, ledger)
  return {
    answers,
    pages,
    shelf,
    ledger,
    shelfFiles: offers.filter(offer => offer.kind === 'file').map(({path}) => path),
    ledgerTables: tables.map(({table}) => table),
  }
}

async function writeAnswer(offer: HttpOffer, file: string): Promise<Answer> {
  const bytes = offer.bytes()
  await writeFile(file, bytes)
  return {
    path: offer.path,
    mediaType: offer.mediaType,
    file,
    byteSize: bytes.byteLength,
    etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}"`,
    lastModified: offer.lastModified ?? null,
  }
}

async function writePages(offer: ODataOffer, file: string): Promise<Pages> {
  const rows = offer.rows()
  const files: string[] = []
  // An empty list is still an answer: one page without rows.
  for (let first = 0; first === 0 || first < rows.length; first += offer.pageSize) {
    const page = `${file}-${files.length}`
    await writeFile(page, JSON.stringify(rows.slice(first, first + offer.pageSize)))
    files.push(page)
  }
  return {path: offer.path, files}
}

async function writeShelf(offer: FileOffer, shelf: string): Promise<void> {
  const file = join(shelf, offer.path)
  const bytes = Buffer.from(offer.bytes())
  await mkdir(dirname(file), {recursive: true})
  // A file that stays the same keeps its date, as on a share that nobody touched.
  const before = await readFile(file).catch(() => null)
  if (!before?.equals(bytes)) await writeFile(file, bytes)
}

function writeLedger(offers: readonly SqliteOffer[], ledger: string): void {
  const database = new DatabaseSync(ledger)
  try {
    database.exec('BEGIN')
    for (const {table, columns, rows} of offers) {
      database.exec(`CREATE TABLE ${quoted(table)} (${columns.map(quoted).join(', ')})`)
      const insert = database.prepare(
        `INSERT INTO ${quoted(table)} VALUES (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of rows()) insert.run(...row)
    }
    database.exec('COMMIT')
  } finally {
    database.close()
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
