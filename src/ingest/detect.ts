import {open} from 'node:fs/promises'
import type {SourceFormat} from '../model/dataset.ts'
import {Problem} from '../text/problem.ts'

const headBytes = 4096

/**
 * What the bytes really are, whatever their name or media type says. A workbook of the other kind is
 * read as what it is; anything else that is not as declared is refused.
 * @throws Problem bytes-empty, bytes-web-page, bytes-not-a-table
 */
export async function detectFormat(file: string, declared: SourceFormat): Promise<SourceFormat> {
  const head = await headOf(file)
  const text = head.toString('latin1').replaceAll('\0', '')
  if (text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trim() === '')
    throw new Problem('bytes-empty')
  if (isWebPage(text)) throw new Problem('bytes-web-page', {format: declared.toUpperCase()})

  const found = workbookOf(head)
  const isWorkbook = declared === 'xls' || declared === 'xlsx'
  if (found && isWorkbook) return found
  if (found || (declared === 'xlsx' && !found)) {
    const why = found ? `it is ${found.toUpperCase()}` : 'it is no workbook'
    throw new Problem('bytes-not-a-table', {format: declared.toUpperCase(), why})
  }
  return declared
}

async function headOf(file: string): Promise<Buffer> {
  await using handle = await open(file)
  const {buffer, bytesRead} = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
  return buffer.subarray(0, bytesRead)
}

/** XHTML begins as XML does, so the root is looked for, not the first bytes. */
function isWebPage(text: string): boolean {
  const start = text.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').trimStart()
  return start.startsWith('<') && /<!doctype\s+html|<html[\s>]/i.test(start)
}

function workbookOf(head: Buffer): 'xls' | 'xlsx' | null {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx'
  if (head.subarray(0, 4).equals(Buffer.from('d0cf11e0', 'hex'))) return 'xls'
  return null
}
