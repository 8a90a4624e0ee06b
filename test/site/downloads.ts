import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** One version's file in one format, as HTTP gave it. */
export interface Download {
  readonly commitment: string
  readonly format: string // lower case, as addresses have it
  readonly promised: boolean
  readonly path: string
  readonly status: number
  readonly headers: Headers
  readonly bytes: Uint8Array
  /** The same address asked again with the ETag it gave. */
  readonly again: {readonly status: number; readonly byteSize: number}
  /** The same address asked for bytes 5 to 24. */
  readonly part: {
    readonly status: number
    readonly range: string | null
    readonly bytes: Uint8Array
  }
}

/** What the API says of a dataset's newest version. */
export interface Latest {
  readonly commitment: string
  readonly version: string
  readonly rows: number
  readonly fields: readonly string[]
  readonly sample: boolean
  readonly offered: readonly string[]
  readonly promised: readonly string[]
}

/** What a commitment of the API has that matters here. */
export interface Promised {
  readonly id: string
  readonly dataset: string
  readonly formats: readonly string[] // as the plan writes them: "CSV"
}

// Parquet needs a reader that neither Python nor LibreOffice brings; no commitment promises it.
const unread = ['parquet']

/** Fetches the newest version of a commitment in every format that is offered, into FOLDER/{id}/. */
export async function download(
  url: string,
  {id, dataset, formats}: Promised,
  folder: string,
): Promise<{latest: Latest; downloads: readonly Download[]}> {
  const answer = await fetch(`${url}/kept/v1/datasets/${dataset}/versions/latest`)
  const {distributions, ...version} = await answer.json()
  const offered: readonly string[] = distributions.map(({format}: {format: string}) => format)
  const promised = formats.map(format => format.toLowerCase())
  const latest = {...version, commitment: id, offered, promised}
  const wanted = new Set([...promised, ...offered.filter(format => !unread.includes(format))])
  await mkdir(join(folder, id), {recursive: true})
  const downloads: Download[] = []
  for (const format of wanted) {
    const path = `/datasets/${dataset}/latest.${format}`
    const got = await ask(url, path)
    downloads.push({...got, commitment: id, format, promised: promised.includes(format), path})
    await writeFile(join(folder, id, `data.${format}`), got.bytes)
  }
  return {latest, downloads}
}

/** One address, asked three times: whole, conditionally and in part. */
async function ask(url: string, path: string) {
  const whole = await fetch(url + path)
  const bytes = await whole.bytes()
  const etag = whole.headers.get('etag') ?? ''
  const again = await fetch(url + path, {headers: {'if-none-match': etag}})
  const part = await fetch(url + path, {headers: {range: 'bytes=5-24'}})
  return {
    status: whole.status,
    headers: whole.headers,
    bytes,
    again: {status: again.status, byteSize: (await again.bytes()).byteLength},
    part: {
      status: part.status,
      range: part.headers.get('content-range'),
      bytes: await part.bytes(),
    },
  }
}
