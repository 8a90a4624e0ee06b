/** One thing that the stand-in offers, as a department's server would. Listed in offers.ts. */
export type Offer = HttpOffer | ODataOffer | FileOffer | SqliteOffer

/** An answer over HTTP, byte for byte. */
export interface HttpOffer {
  readonly kind: 'http'
  readonly path: string // "/itf/annuallist_2023_e.csv"
  readonly mediaType: string // as the department's server says it, which may be wrong
  readonly bytes: () => Uint8Array
  readonly lastModified?: string // ISO instant; absent: the server sends none
}

/** Rows in pages: {"value": […], "@odata.nextLink": "…"}. */
export interface ODataOffer {
  readonly kind: 'odata'
  readonly path: string // "/hkstp/corporate/companydirectory/v1/"
  readonly pageSize: number
  readonly rows: () => readonly object[]
}

/** A file in the stand-in's folder, as on a department's file share. */
export interface FileOffer {
  readonly kind: 'file'
  readonly path: string // "hkctc/statistics.xls"
  readonly bytes: () => Uint8Array
}

/** A table of the stand-in's SQLite database. Every cell is text, a number or null. */
export interface SqliteOffer {
  readonly kind: 'sqlite'
  readonly table: string
  readonly columns: readonly string[]
  readonly rows: () => readonly (readonly (string | number | null)[])[]
}
