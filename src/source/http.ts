import type {SnapshotPart} from '../model/version.ts'
import {Problem} from '../text/problem.ts'
import type {Answer, Connector, Place, Reading} from './connector.ts'
import {bodyOf, claimOf, type Hop, header, openHttp} from './http-request.ts'
import {rowsOf} from './inspect.ts'
import {withoutUserInfo} from './issues.ts'

/** Files and lists over HTTP: conditional requests, redirects by hand, pages by their next links. */
export const http: Connector = {
  name: 'http',
  shown: ({url}) => withoutUserInfo(url),
  host: ({url}) => (URL.canParse(url) ? new URL(url).host : null),

  async read(place, reading) {
    const connection = openHttp(place, reading)
    try {
      return place.source.nextLink === undefined
        ? await readFile(await connection.get(place.url, reading.validators), place, reading)
        : await readPages(connection.get, place, reading)
    } finally {
      await connection.close()
    }
  },
}

type Get = (url: string, validators: null) => Promise<Hop>

async function readFile(hop: Hop, place: Place, reading: Reading): Promise<Answer> {
  const validators = {
    etag: header(hop, 'etag'),
    lastModified: header(hop, 'last-modified'),
    status: hop.status,
  }
  if (hop.status === 304) {
    await hop.body.dump()
    return {...validators, parts: null, claimedAt: null}
  }
  const part = await reading.keep(bodyOf(hop, place, reading), header(hop, 'content-type'))
  return {...validators, parts: [part], claimedAt: claimOf(hop, reading.world.now())}
}

/**
 * A list in pages. Their validators speak of one page only, so it is always read from the start.
 * @throws Problem source-pages-endless, source-page-elsewhere, source-page-garbled, source-no-rows
 */
async function readPages(get: Get, place: Place, reading: Reading): Promise<Answer> {
  const {limits} = reading
  const url = withoutUserInfo(place.url)
  const seen = new Set<string>()
  const parts: SnapshotPart[] = []
  let rows = 0
  let claimedAt: string | null = null
  let next: string | null = place.url
  while (next !== null) {
    if (seen.has(next) || seen.size === limits.pagesMax)
      throw new Problem('source-pages-endless', {url, pagesMax: limits.pagesMax})
    seen.add(next)
    const hop = await get(next, null)
    const part = await reading.keep(bodyOf(hop, place, reading), header(hop, 'content-type'))
    if (part.byteSize > limits.pageBytesMax)
      throw new Problem('source-too-large', {url: next, bytesMax: limits.pageBytesMax})
    parts.push(part)
    claimedAt ??= claimOf(hop, reading.world.now())
    const page = await parsePage(part, {place, page: parts.length, reading})
    rows += page.rows
    next = page.next === null ? null : sameOrigin(page.next, {base: next, place, url})
  }
  if (rows === 0) throw new Problem('source-no-rows', {url})
  return {status: 200, etag: null, lastModified: null, parts, claimedAt}
}

async function parsePage(
  part: SnapshotPart,
  {place, page, reading}: {place: Place; page: number; reading: Reading},
): Promise<{rows: number; next: string | null}> {
  const url = withoutUserInfo(place.url)
  const chunks: Uint8Array[] = []
  for await (const chunk of reading.world.objects.get(part.key)) chunks.push(chunk)
  let document: unknown
  try {
    document = JSON.parse(new TextDecoder('utf-8', {fatal: true}).decode(Buffer.concat(chunks)))
  } catch (error) {
    throw new Problem('source-page-garbled', {url, page}, error)
  }
  const property = place.dialect.property ?? 'value'
  const rows = rowsOf(document, property)
  if (!rows) throw new Problem('source-page-no-list', {url, page, property})
  const link = Object.entries(document as object).find(
    ([key]) => key === place.source.nextLink,
  )?.[1]
  return {rows: rows.length, next: typeof link === 'string' && link !== '' ? link : null}
}

/** A next link leads on, on the same server; elsewhere it would carry us, and our credential, away. */
function sameOrigin(link: string, {base, place, url}: {base: string; place: Place; url: string}) {
  if (!URL.canParse(link, base)) throw new Problem('source-garbled', {url, why: 'next link'})
  const next = new URL(link, base)
  const own = new URL(place.url)
  if (next.origin !== own.origin) throw new Problem('source-page-elsewhere', {url, host: next.host})
  next.username = ''
  next.password = ''
  return next.href
}
