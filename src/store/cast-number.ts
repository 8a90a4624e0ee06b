import type {Field} from '../model/table-schema.ts'
import {literal} from './tables.ts'

/** Whether a field is read as a number. */
export function isNumber(field: Field): boolean {
  return field.type === 'integer' || field.type === 'number'
}

/** The declared unit in each language it is declared in. */
export function unitTexts(field: Field): readonly string[] {
  return Object.values(field.unit ?? {}).filter(unit => unit !== undefined)
}

/** SQL of a number, layer upon layer; each names the columns of the layer below it. */
export interface NumberLayers {
  /** Parts of the cell `v`: what stands before, sign, digits, exponent, what stands after. */
  readonly extracted: string
  /** Its digits without group characters, with a point, without zeros in front. */
  readonly plain: string
  /** The canonical number; NULL where the cell is none. */
  readonly number: string
  /** "Field **", NULL where nothing stands around; null: the field allows nothing around. */
  readonly marks: string | null
}

/** The layers of the field whose trimmed cells are column `v{index}`. */
export function numberLayers(field: Field, index: number): NumberLayers {
  const [value, parts, digits] = [`v${index}`, `p${index}`, `d${index}`]
  const groups = groupCharacters(field)
  const decimal = field.decimalChar ?? '.'
  // translate() puts a point for the decimal mark and, for lack of an answer, drops the groups.
  const plain = `rtrim(translate(${parts}.digits, ${literal(decimal + groups)}, '.'), '.')`
  const stripped = `ltrim(${plain}, '0')`
  return {
    extracted: `regexp_extract(${value}, ${literal(numberPattern(field, groups))}, ['before', 'sign', 'digits', 'exponent', 'after']) AS ${parts}`,
    // ".5" and "0.5" are 0.5, "007" is 7, "000" is 0
    plain: `CASE WHEN ${stripped} = '' OR starts_with(${stripped}, '.') THEN concat('0', ${stripped}) ELSE ${stripped} END AS ${digits}`,
    number: numberSql(field, parts, digits),
    marks: field.bareNumber === false ? marksSql(field, parts) : null,
  }
}

/** The sign goes with a zero, an exponent wherever 1.5e3 can be said as 1500 exactly. */
function numberSql(field: Field, parts: string, digits: string): string {
  const sign = `CASE WHEN ${parts}.sign = '-' AND translate(${digits}, '0.', '') <> '' THEN '-' ELSE '' END`
  const bare = `concat(${sign}, ${digits})`
  if (field.type === 'integer') return `CASE WHEN ${parts}.digits <> '' THEN ${bare} END`
  const whole = `concat(${bare}, ${parts}.exponent)`
  const exact = `TRY_CAST(${whole} AS DECIMAL(38,18))`
  return `CASE WHEN ${parts}.digits = '' THEN NULL WHEN ${parts}.exponent = '' THEN ${bare}
    WHEN CAST(${exact} AS DOUBLE) = TRY_CAST(${whole} AS DOUBLE)
    THEN rtrim(rtrim(CAST(${exact} AS VARCHAR), '0'), '.') ELSE ${whole} END`
}

/** What stands around a number, unless it is the field's own unit. */
function marksSql(field: Field, parts: string): string {
  const around = `trim(concat(${parts}.before, ${parts}.after))`
  const nothing = ['', ...unitTexts(field).flatMap(unit => [unit, unit.replaceAll(' ', '')])]
  const name = literal(`${field.name} `)
  return `CASE WHEN ${around} NOT IN (${nothing.map(literal).join(', ')}) THEN concat(${name}, ${around}) END`
}

/** Characters that may separate thousands; a space stands for the spaces typesetters use. */
function groupCharacters(field: Field): string {
  const characters = (field.groupChar ?? '').replaceAll(' ', ' \u00a0\u2009\u202f')
  return [...new Set(characters)].join('')
}

function escaped(character: string): string {
  return /[\\\]^[.$|?*+(){}-]/.test(character) ? `\\${character}` : character
}

/**
 * Five groups: before, sign, digits, exponent, after; before and after only with `bareNumber: false`.
 * Thousands are groups of three, so that "1,23" is no 123. What stands around may hold no sign and no
 * open bracket: (123) and −5 are negative somewhere, and 12–15 are two numbers.
 */
function numberPattern(field: Field, groups: string): string {
  const decimal = escaped(field.decimalChar ?? '.')
  const group = `[${[...groups].map(escaped).join('')}]`
  const whole = groups ? `[0-9]{1,3}(?:${group}[0-9]{3})+|[0-9]+` : '[0-9]+'
  const digits =
    field.type === 'integer'
      ? `(${whole})()`
      : `((?:${whole})(?:${decimal}[0-9]*)?|${decimal}[0-9]+)((?:[eE][+-]?[0-9]+)?)`
  if (field.bareNumber !== false) return `^()([+-]?)${digits}()$`
  const bracketed = '\\([0-9A-Za-z]{1,2}\\)|\\[[0-9A-Za-z]{1,2}\\]'
  const around = `[^0-9+\\-−–—‒‐－▲△.,()\\[\\]]|${bracketed}`
  return `^((?:${around})*?)([+-]?)${digits}((?:${around}|\\+)*)$`
}
