import type {Field, TableSchema} from '../model/table-schema.ts'
import {isNumber, numberLayers, unitTexts} from './cast-number.ts'
import {identifier, literal} from './tables.ts'

// The lexical rules of Table Schema as SQL over the columns of `raw`, each of which is text.
// https://datapackage.org/standard/table-schema/#field-types
// Built in layers of subqueries, because DuckDB compiles a pattern once for every place it stands in.

// Departments' files are full of no-break and ideographic spaces, which trim() alone leaves.
const spaces = ' \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff'

/**
 * A SELECT of `_row` and the canonical text of every field (ISO 8601, plain digits, true and false)
 * from `raw`; NULL where a cell is missing or not a value of its type. What is of type string stays
 * as it is. Marks set aside from numbers are gathered in the notes field: "Approved Projects **".
 * @param workbook a workbook's dates are dates, not text, and are read whatever pattern is declared
 */
export function canonicalSelect(
  schema: TableSchema,
  {notesField, workbook = false}: {readonly notesField?: string; readonly workbook?: boolean} = {},
): string {
  const {fields} = schema
  const values = fields.map((field, index) => `, ${valueSql(field)} AS v${index}`)
  let from = `SELECT _row${values.join('')} FROM raw`
  const numbers = fields.map((field, index) =>
    isNumber(field) ? numberLayers(field, index) : null,
  )
  for (const layer of ['extracted', 'plain'] as const) {
    const columns = numbers.flatMap(number => (number ? [`, ${number[layer]}`] : []))
    if (columns.length > 0) from = `SELECT *${columns.join('')} FROM (${from})`
  }

  const columns = fields.map((field, index) => {
    const typed = numbers[index]?.number ?? typedSql(`v${index}`, field, workbook)
    return `CASE WHEN ${missing(`v${index}`, schema)} THEN NULL ELSE ${typed} END`
  })
  const noted = fields.findIndex(({name}) => name === notesField)
  if (noted >= 0) {
    const marks = numbers.flatMap(number => (number?.marks ? [number.marks] : []))
    columns[noted] = `nullif(concat_ws('; ', ${[columns[noted], ...marks].join(', ')}), '')`
  }
  const named = columns.map((column, index) => `, ${column} AS ${identifier(fields[index]!.name)}`)
  return `SELECT _row${named.join('')} FROM (${from}) ORDER BY _row`
}

/** True where a cell of `raw` means "no value". */
export function missingSql(field: Field, schema: TableSchema): string {
  return missing(valueSql(field), schema)
}

function missing(value: string, schema: TableSchema): string {
  const values = (schema.missingValues ?? ['']).map(literal).join(', ')
  return values === '' ? `(${value} IS NULL)` : `(${value} IS NULL OR ${value} IN (${values}))`
}

// Words and signs that make a number mean something else: HK$2,799,000 is not 2,799,000 of HK$ million.
const unitSigns = '$€£¥￥%％‰元圓圆萬万億亿千百'
const unitWords = 'million|billion|thousand|percent|hkd|usd|rmb|cny'

/**
 * True where a number in `raw` carries a unit that is not the one its field declares; null for a field
 * that is no number. Its scale would be a guess, so it is found rather than set aside.
 */
export function otherUnitSql(field: Field, schema: TableSchema): string | null {
  // Where nothing is declared and words may stand around a number, no unit is another one.
  if (!isNumber(field) || (field.bareNumber === false && !field.unit)) return null
  const value = valueSql(field)
  const around = `translate(${value}, ${literal(`0123456789.,*+-#†‡§^~${spaces}`)}, '')`
  const hasDigit = `translate(${value}, '0123456789', '') <> ${value}`
  const hasSign = `translate(${around}, ${literal(unitSigns)}, '') <> ${around}`
  const hasWord = `regexp_matches(lower(${around}), ${literal(unitWords)})`
  const declared = unitTexts(field).map(unit => literal(unit.replaceAll(' ', '')))
  const isOther = declared.length === 0 ? 'true' : `${around} NOT IN (${declared.join(', ')})`
  // Nearly every cell is digits and marks alone, and is done with at the first look.
  return `CASE WHEN ${around} = '' THEN false ELSE
    NOT ${missingSql(field, schema)} AND ${hasDigit} AND (${hasSign} OR ${hasWord}) AND ${isOther} END`
}

/** The cell as its type reads it: spaces around anything but text mean nothing. */
function valueSql(field: Field): string {
  const column = identifier(field.name)
  const asIs = field.type === 'string' || field.type === 'any'
  return asIs ? column : `trim(${column}, ${literal(spaces)})`
}

function typedSql(value: string, field: Field, workbook: boolean): string {
  const time = (iso: string, sqlType: string, canonical: string) =>
    timeSql({value, field, workbook, iso, sqlType, canonical})
  switch (field.type) {
    case 'string':
      return stringSql(value, field.format)
    case 'boolean':
      return booleanSql(value, field)
    case 'date':
      return time('\\d{4}-\\d{2}-\\d{2}', 'DATE', '%Y-%m-%d')
    case 'time':
      return time('\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?', 'TIME', '%H:%M:%S')
    case 'datetime':
      return time(isoDatetime, 'TIMESTAMPTZ', '%Y-%m-%dT%H:%M:%S')
    case 'year':
      return time('\\d{4}', 'INTEGER', '%Y')
    case 'yearmonth':
      return time('\\d{4}-(0[1-9]|1[0-2])', 'VARCHAR', '%Y-%m')
    default:
      return value
  }
}

const isoDatetime = '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})?'

const stringFormats: {readonly [format: string]: string} = {
  email: '[^@\\s]+@[^@\\s]+\\.[^@\\s.]+',
  uri: '[A-Za-z][A-Za-z0-9+.-]*:[^\\s]+',
  uuid: '[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}',
}

function stringSql(value: string, format: string | undefined): string {
  const pattern = format === undefined ? undefined : stringFormats[format]
  if (pattern === undefined) return value
  return `CASE WHEN regexp_full_match(${value}, ${literal(pattern)}) THEN ${value} END`
}

function booleanSql(value: string, field: Field): string {
  const trues = (field.trueValues ?? ['true', 'True', 'TRUE', '1']).map(literal).join(', ')
  const falses = (field.falseValues ?? ['false', 'False', 'FALSE', '0']).map(literal).join(', ')
  return `CASE WHEN ${value} IN (${trues}) THEN 'true' WHEN ${value} IN (${falses}) THEN 'false' END`
}

/**
 * Without a format only ISO 8601 is read ("any" would be a guess); with one, exactly that pattern. A
 * year of three digits is a ROC year or a slip, and strptime would take it for one of antiquity.
 */
function timeSql({value, field, workbook, iso, sqlType, canonical}: Timing): string {
  const isIso = `regexp_full_match(${value}, ${literal(iso)}) AND TRY_CAST(${value} AS ${sqlType}) IS NOT NULL`
  const format = field.format
  if (format === undefined || format === 'default' || format === 'any')
    return `CASE WHEN ${isIso} THEN ${value} END`
  const parsed = `try_strptime(${value}, ${literal(format)})`
  const typed = workbook ? ` WHEN ${isIso} THEN ${value}` : ''
  return `CASE WHEN ${parsed} >= TIMESTAMP '1000-01-01' THEN strftime(${parsed}, ${literal(canonical)})${typed} END`
}

interface Timing {
  readonly value: string
  readonly field: Field
  readonly workbook: boolean
  readonly iso: string // as a pattern
  readonly sqlType: string // that an ISO text must also be
  readonly canonical: string // strftime
}
