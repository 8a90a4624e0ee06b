import type {Field, TableSchema} from '../model/table-schema.ts'
import {identifier, literal} from './tables.ts'

// The lexical rules of Table Schema as SQL over the columns of `raw`, each of which is text.
// https://datapackage.org/standard/table-schema/#field-types

// Departments' files are full of no-break and ideographic spaces, which trim() alone leaves.
const spaces = ' \t\r\n\u00a0\u2002\u2003\u2009\u202f\u3000\ufeff'

// Words and signs that make a number mean something else: HK$2,799,000 is not 2,799,000 of HK$ million.
const unitSigns =
  '[$€£¥￥%％‰元圓圆萬万億亿千百]|(?i:million|billion|thousand|percent|HKD|USD|RMB|CNY)'

/**
 * True where a cell means "no value": of a type other than text, spaces around are no value either.
 * @param table alias that the columns are to be taken from, where more than one table is in play
 */
export function missingSql(field: Field, schema: TableSchema, table = ''): string {
  const column = columnSql(field, table)
  const values = (schema.missingValues ?? ['']).map(literal).join(', ')
  if (values === '') return `(${column} IS NULL)`
  return `(${column} IS NULL OR ${valueSql(field, table)} IN (${values}))`
}

/**
 * The canonical text of a cell (ISO 8601, plain digits, true and false), or NULL where it is missing
 * or not a value of its type. What is of type string stays as it is.
 */
export function canonicalSql(field: Field, schema: TableSchema): string {
  return `CASE WHEN ${missingSql(field, schema)} THEN NULL ELSE ${typedSql(field)} END`
}

/** Marks and words around a number (`bareNumber: false`), '' for none; null if the field has none. */
export function marksSql(field: Field, schema: TableSchema): string | null {
  if (!isNumber(field) || field.bareNumber !== false) return null
  const value = valueSql(field)
  const pattern = literal(numberPattern(field))
  const marks = `trim(concat(regexp_extract(${value}, ${pattern}, 1), regexp_extract(${value}, ${pattern}, 3)))`
  return `CASE WHEN ${missingSql(field, schema)} OR ${marks} IN (${unitTexts(field)}) THEN '' ELSE ${marks} END`
}

/**
 * True where a number carries a unit that is not the one its field declares; null for a field that is
 * not a number. Its scale would be a guess, so it is found rather than set aside.
 */
export function otherUnitSql(field: Field, schema: TableSchema, table = ''): string | null {
  if (!isNumber(field)) return null
  const value = valueSql(field, table)
  const around = `trim(regexp_replace(${value}, '[0-9.,*+\\s\\-]', '', 'g'), '()#†‡§^~')`
  // Without a digit it is a word, which the type finds; without a declared unit, nothing can differ.
  const declared = field.unit
    ? `NOT contains(${literal(`|${unitList(field).join('|')}|`)}, concat('|', ${around}, '|'))`
    : field.bareNumber === false
      ? 'false'
      : 'true'
  return `(NOT ${missingSql(field, schema, table)} AND regexp_matches(${value}, '[0-9]') AND regexp_matches(${value}, ${literal(unitSigns)}) AND ${declared})`
}

function columnSql(field: Field, table: string): string {
  return table === '' ? identifier(field.name) : `${table}.${identifier(field.name)}`
}

function isNumber(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number'
}

/** The cell as its type reads it: spaces around anything but text mean nothing. */
function valueSql(field: Field, table = ''): string {
  const column = columnSql(field, table)
  const asIs = field.type === 'string' || field.type === 'any'
  return asIs ? column : `trim(${column}, ${literal(spaces)})`
}

function typedSql(field: Field): string {
  const value = valueSql(field)
  switch (field.type) {
    case 'any':
      return value
    case 'string':
      return stringSql(value, field.format)
    case 'integer':
    case 'number':
      return numberSql(field)
    case 'boolean':
      return booleanSql(value, field)
    case 'date':
      return timeSql(value, field, '\\d{4}-\\d{2}-\\d{2}', 'DATE', '%Y-%m-%d')
    case 'time':
      return timeSql(value, field, '\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,6})?', 'TIME', '%H:%M:%S')
    case 'datetime':
      return timeSql(value, field, isoDatetime, 'TIMESTAMPTZ', '%Y-%m-%dT%H:%M:%S')
    case 'year':
      return timeSql(value, field, '\\d{4}', 'INTEGER', '%Y')
    case 'yearmonth':
      return timeSql(value, field, '\\d{4}-(0[1-9]|1[0-2])', 'VARCHAR', '%Y-%m')
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
function timeSql(
  value: string,
  field: Field,
  iso: string,
  sqlType: string,
  canonical: string,
): string {
  const format = field.format
  if (format === undefined || format === 'default' || format === 'any')
    return `CASE WHEN regexp_full_match(${value}, ${literal(iso)}) AND TRY_CAST(${value} AS ${sqlType}) IS NOT NULL THEN ${value} END`
  const parsed = `try_strptime(${value}, ${literal(format)})`
  return `CASE WHEN ${parsed} >= TIMESTAMP '1000-01-01' THEN strftime(${parsed}, ${literal(canonical)}) END`
}

/** Digits as they are, without group characters, a plus, or zeros in front; the decimal mark a point. */
function numberSql(field: Field): string {
  const value = valueSql(field)
  const plain = field.type === 'integer' ? '(0|-?[1-9][0-9]*)' : '(0|-?[1-9][0-9]*)(\\.[0-9]+)?'
  const decimal = field.decimalChar ?? '.'
  const simple = decimal === '.' ? `regexp_full_match(${value}, '${plain}')` : 'false'

  let number = `nullif(regexp_extract(${value}, ${literal(numberPattern(field))}, 2), '')`
  const groups = groupClass(field)
  if (groups) number = `regexp_replace(${number}, ${literal(groups)}, '', 'g')`
  if (decimal !== '.') number = `replace(${number}, ${literal(decimal)}, '.')`
  // ".5" → "0.5", "5." → "5", "+007" → "7", "-0" → "0"
  number = `regexp_replace(${number}, '^([+-]?)\\.', '\\10.')`
  number = `regexp_replace(${number}, '\\.([eE]|$)', '\\1')`
  number = `regexp_replace(${number}, '^\\+?(-?)0*([0-9])', '\\1\\2')`
  number = `regexp_replace(${number}, '^-(0(\\.0*)?)$', '\\1')`
  if (field.type === 'number') number = withoutExponent(number)
  return `CASE WHEN ${simple} THEN ${value} ELSE ${number} END`
}

/** 1.5e3 → 1500 wherever that is exact; no format but JSON can write the exponent. */
function withoutExponent(number: string): string {
  const exact = `TRY_CAST(${number} AS DECIMAL(38,18))`
  const written = `regexp_replace(CAST(${exact} AS VARCHAR), '\\.?0+$', '')`
  return `CASE WHEN NOT regexp_matches(${number}, '[eE]') THEN ${number}
    WHEN CAST(${exact} AS DOUBLE) = TRY_CAST(${number} AS DOUBLE) THEN ${written} ELSE ${number} END`
}

function unitList(field: Field): readonly string[] {
  return Object.values(field.unit ?? {})
    .filter(unit => unit !== undefined)
    .flatMap(unit => [unit, unit.replaceAll(' ', '')])
}

function unitTexts(field: Field): string {
  return ['', ...unitList(field)].map(literal).join(', ')
}

/** Characters that may separate thousands, as a class; a space stands for the spaces typesetters use. */
function groupClass(field: Field): string | null {
  if (!field.groupChar) return null
  const characters = field.groupChar.replaceAll(' ', ' \u00a0\u2009\u202f')
  return `[${[...new Set(characters)].map(escaped).join('')}]`
}

function escaped(character: string): string {
  return /[\\\]^[.$|?*+(){}-]/.test(character) ? `\\${character}` : character
}

/**
 * Three groups: what stands before, the number, what stands after; before and after only with
 * `bareNumber: false`. Groups are of three digits, so that "1,23" is no 123. What stands around may
 * hold no sign and no open bracket: (123) and −5 are negative somewhere, and 12–15 are two numbers.
 */
function numberPattern(field: Field): string {
  const decimal = escaped(field.decimalChar ?? '.')
  const groups = groupClass(field)
  const whole = groups ? `(?:[0-9]{1,3}(?:${groups}[0-9]{3})+|[0-9]+)` : '[0-9]+'
  const fraction = `(?:${whole}(?:${decimal}[0-9]*)?|${decimal}[0-9]+)(?:[eE][+-]?[0-9]+)?`
  const number = `[+-]?${field.type === 'integer' ? whole : fraction}`
  if (field.bareNumber !== false) return `^()(${number})()$`
  const bracketed = '\\([0-9A-Za-z]{1,2}\\)|\\[[0-9A-Za-z]{1,2}\\]'
  const around = `(?:[^0-9+\\-−–—‒‐－▲△.,()\\[\\]]|${bracketed})`
  return `^(${around}*?)(${number})((?:${around}|\\+)*)$`
}
