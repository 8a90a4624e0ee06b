// RFC 9110 §13 and §14 for one file: what to answer to If-None-Match, If-Modified-Since, Range and
// If-Range. Pure, so that every corner of it is a line in a test.

/** Request headers that make an answer conditional, as they came. */
export interface Conditions {
  readonly 'if-match'?: string | undefined
  readonly 'if-none-match'?: string | undefined
  readonly 'if-modified-since'?: string | undefined
  readonly range?: string | undefined
  readonly 'if-range'?: string | undefined
}

/** What there is to answer with. */
export interface Validators {
  readonly etag: string // strong, quoted
  readonly lastModified: string // as HTTP writes dates
  readonly byteSize: number
}

export type Answer =
  | {readonly status: 200}
  | {readonly status: 206; readonly first: number; readonly last: number}
  | {readonly status: 304 | 412 | 416}

/** Decides. @param method ranges are for GET alone (RFC 9110 §14.2) */
export function answerOf(method: string, asked: Conditions, file: Validators): Answer {
  const match = asked['if-match']
  if (match !== undefined && !lists(match, file.etag, 'strong')) return {status: 412}
  const none = asked['if-none-match']
  if (none !== undefined) {
    if (lists(none, file.etag, 'weak')) return {status: 304}
  } else if (unmodifiedSince(asked['if-modified-since'], file)) return {status: 304}

  if (asked.range === undefined || method !== 'GET') return {status: 200}
  if (!rangeHolds(asked['if-range'], file)) return {status: 200}
  return rangeOf(asked.range, file.byteSize)
}

function lists(header: string, etag: string, comparison: 'strong' | 'weak'): boolean {
  if (header.trim() === '*') return true
  return header
    .split(',')
    .map(tag => tag.trim())
    .some(tag => tag === etag || (comparison === 'weak' && tag === `W/${etag}`))
}

function unmodifiedSince(header: string | undefined, {lastModified}: Validators): boolean {
  if (header === undefined) return false
  const since = Date.parse(header)
  return Number.isFinite(since) && Date.parse(lastModified) <= since
}

/** If-Range: the same file as the part that is already there; anything else gets the whole. */
function rangeHolds(header: string | undefined, file: Validators): boolean {
  if (header === undefined) return true
  return header.startsWith('"') ? header === file.etag : header === file.lastModified
}

/** One range of bytes. Several at once, other units and malformed ones are ignored, as allowed. */
function rangeOf(header: string, byteSize: number): Answer {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header.trim())
  if (!found || (found[1] === '' && found[2] === '')) return {status: 200}
  const [, start = '', end = ''] = found
  if (start === '') {
    const length = Math.min(Number(end), byteSize)
    return length === 0
      ? {status: 416}
      : {status: 206, first: byteSize - length, last: byteSize - 1}
  }
  const first = Number(start)
  if (end !== '' && Number(end) < first) return {status: 200} // not a range at all
  if (first >= byteSize) return {status: 416}
  return {status: 206, first, last: end === '' ? byteSize - 1 : Math.min(Number(end), byteSize - 1)}
}
