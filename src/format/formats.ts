// The front door: every file format we can read and write. Add one: write a file, list it here.
import type {FormatName} from '../model/dataset.ts'
import {csv} from './csv.ts'
import type {Format} from './format.ts'
import {json} from './json.ts'
import {ndjson} from './ndjson.ts'
import {parquet} from './parquet.ts'
import {xls} from './xls.ts'
import {xlsx} from './xlsx.ts'
import {xml} from './xml.ts'

export type {Cells, Format, WritableTable} from './format.ts'
export {held} from './format.ts'

/** In the order in which readers are offered them. */
export const formats: readonly Format[] = [csv, json, ndjson, xml, xlsx, xls, parquet]

/** The format of a name. */
export function formatOf(name: FormatName): Format {
  const format = formats.find(candidate => candidate.name === name)
  if (!format) throw new Error(`no format ${name}`)
  return format
}
