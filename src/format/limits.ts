import {Problem} from '../text/problem.ts'

// Bounds on what comes from outside, each far above any honest table we know of.

/** One cell of CSV, or one row of JSON or XML, in characters: it must fit in memory several times. */
export const rowCharactersMax = 16 * 1024 * 1024

/** Different names in one JSON or XML file. As many columns as a workbook can have. */
export const columnsMax = 16_384

/** Levels of JSON or XML inside one another; real tables have fewer than ten. */
export const depthMax = 200

/** A workbook of either kind, unpacked. XLS is read whole; of XLSX the texts are. */
export const workbookBytesMax = 256 * 1024 * 1024

/** An XLS that we write is put together in memory. */
export const xlsBytesMax = 256 * 1024 * 1024

/** @throws Problem columns-too-many */
export function checkColumns(count: number, limit: number, format: string): void {
  if (count > limit) throw new Problem('columns-too-many', {format, limit})
}

/** @returns the Problem for a file (or a part that must fit in memory) above its limit of bytes */
export function tooLarge(format: string, limitBytes: number): Problem {
  return new Problem('file-too-large', {format, megabytes: Math.floor(limitBytes / 1024 / 1024)})
}
