import type {Origin, Text} from '../text/language.ts'

/**
 * Frictionless Table Schema v2 (https://datapackage.org/standard/table-schema/), spelt as it spells
 * it, with what a release *means* beside what a table *is*.
 */
export interface TableSchema {
  readonly fields: readonly Field[]
  readonly primaryKey?: readonly string[]
  readonly uniqueKeys?: readonly (readonly string[])[]
  /** Cells that mean "no value"; defaults to [""]. */
  readonly missingValues?: readonly string[]
}

export type FieldType =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date'
  | 'time'
  | 'datetime'
  | 'year'
  | 'yearmonth'
  | 'any'

export interface Constraints {
  readonly required?: boolean
  readonly unique?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number | string
  readonly maximum?: number | string
  readonly pattern?: string
  readonly enum?: readonly (string | number)[]
}

export interface Field {
  /** As the source heads the column, in the source's own language: "Approved Projects", "申請號碼". */
  readonly name: string
  /** Other headings under which releases of this dataset have carried the same column. */
  readonly headings?: readonly string[]
  readonly type: FieldType
  /** Table Schema formats: email, uri, uuid; a strptime pattern for dates ("%d.%m.%Y"). */
  readonly format?: string
  readonly decimalChar?: string
  /** One or more characters that may separate thousands: ", " allows comma and space. */
  readonly groupChar?: string
  /** false: marks and units around a number are set aside ("29**" is 29, and its marks a note). */
  readonly bareNumber?: boolean
  readonly trueValues?: readonly string[]
  readonly falseValues?: readonly string[]
  readonly constraints?: Constraints

  readonly title: Text
  readonly description?: Text
  /** Words: "HK$ million", "persons", "%"; absent: no unit, or unknown and said so in description. */
  readonly unit?: Text
  /** Where the unit is known from: the source's own heading, the plan, or our assumption. */
  readonly unitProvenance?: 'stated' | 'inferred' | 'assigned'
  readonly measure?: Measure
  /** What kind of column it is, for pictures and queries. */
  readonly role?:
    | 'key'
    | 'name'
    | 'category'
    | 'period'
    | 'amount'
    | 'count'
    | 'text'
    | 'notes'
    | 'status'
  /** Id of a code list of the site ("itf-programmes"): labels, order, validity. */
  readonly codes?: string
  readonly status?: CellStatus
  readonly personal?: Personal
}

/** What may be done with the numbers of a column. */
export interface Measure {
  /** sum: may be added up; never: ratios and stocks; last: cumulative, the newest stands for all. */
  readonly additivity: 'sum' | 'never' | 'last'
  /** Whether more is better, where that can be said (KPIs). */
  readonly direction?: 'up' | 'down'
}

/** SDMX OBS_STATUS letters, and how the source marks them in this column. */
export interface CellStatus {
  readonly marks: {readonly [mark: string]: 'A' | 'E' | 'P' | 'R' | 'Q' | 'M' | 'B'}
}

/** Marks a column that can hold personal data. */
export interface Personal {
  readonly retention: string // ISO 8601 duration
  /** keep: published as it is; omit: never leaves the snapshot. */
  readonly published: 'keep' | 'omit'
}

/**
 * How the table lies in the bytes: Frictionless Table Dialect
 * (https://datapackage.org/standard/table-dialect/), and what real department files need beyond it.
 * Every value is declared, none guessed.
 */
export interface Dialect {
  readonly delimiter?: string // default ","
  readonly quoteChar?: string // default '"'
  /** Rows of the heading, 1-based in the sheet or range; default [1]; [] if the table has none. */
  readonly headerRows?: readonly number[]
  readonly headerJoin?: string // joins the levels of a heading of several rows; default " "
  /** JSON: the key under which the rows lie ("value"). */
  readonly property?: string
  readonly sheetName?: string
  readonly sheetNumber?: number
  /** Cells of a sheet: "A4:F20"; "A4:F" goes to the last row. */
  readonly range?: string
  /** XML: the element that is one row; absent: the root is the only row, its children the cells. */
  readonly rowElement?: string
  /** Where the media type and BOM say nothing: "windows-1252", "big5-hkscs", "utf-16le". */
  readonly encoding?: string
  /** The table ends at the first row whose first cell begins with one of these; what follows is kept as footnotes. */
  readonly footnoteMarks?: readonly string[]
  /** Marks set aside from numbers (bareNumber: false) are gathered, by column, in this field. */
  readonly notesField?: string
  /** Merged headings over columns become rows: see ingest/unpivot.ts. */
  readonly unpivot?: Unpivot
  /** Constant columns filled from the release: {"Year": "{period}"}. */
  readonly constants?: {readonly [field: string]: string}
}

/**
 * A two-row heading (programme over {number, HK$ million}) turned into rows: one row for each row of
 * the sheet and each distinct upper heading, with a column for each lower heading.
 */
export interface Unpivot {
  /** Leading columns that stay as they are. */
  readonly keep: number
  /** Heading rows, 1-based within headerRows, that name the new dimension and the measures. */
  readonly dimensionRow: number
  readonly measureRow: number
  /** Field that takes the upper heading. */
  readonly dimensionField: string
}

/** A code list of the site: order is meaning. */
export interface CodeList {
  readonly id: string
  readonly title: Text
  readonly codes: readonly Code[]
}

export interface Code {
  readonly code: string
  readonly label: Text
  readonly origin?: {readonly [language: string]: Origin}
  /** Other spellings found in sources. */
  readonly also?: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly formerly?: string
  /** Is itself a total of others: never drawn as a bar, never summed again. */
  readonly total?: boolean
}
