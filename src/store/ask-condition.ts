import {type Condition, isNumeric} from '../model/question.ts'
import type {Field, TableSchema} from '../model/table-schema.ts'
import {missingSql, otherUnitSql} from './cast.ts'
import {identifier, literal} from './tables.ts'

/**
 * `raw` as r, with columns m0 … (is it missing) and u0 … (has it another unit), beside `typed` as t.
 * Side by side rather than joined: both lie in order of `_row`, which the caller counts on and checks.
 */
export function joined(schema: TableSchema): string {
  const columns = schema.fields.flatMap((field, index) => {
    const otherUnit = otherUnitSql(field, schema)
    return [
      `, ${missingSql(field, schema)} AS m${index}`,
      ...(otherUnit === null ? [] : [`, ${otherUnit} AS u${index}`]),
    ]
  })
  return `(SELECT *${columns.join('')} FROM raw) r POSITIONAL JOIN typed t`
}

/** True of the rows in which the cell of this field breaks the condition. */
export function brokenSql(name: string, breaks: Condition, schema: TableSchema): string {
  const index = schema.fields.findIndex(candidate => candidate.name === name)
  const field = schema.fields[index]
  if (!field) throw new Error(`ask: no field ${name}`)
  const value = `t.${identifier(name)}`
  const hasUnit = otherUnitSql(field, schema) !== null
  switch (breaks.kind) {
    case 'missing':
      return `r.m${index}`
    case 'other-unit':
      return hasUnit ? `r.u${index}` : 'false'
    case 'mistyped':
      return `${value} IS NULL AND NOT r.m${index}${hasUnit ? ` AND NOT r.u${index}` : ''}`
    case 'shorter':
      return `length(${value}) < ${Number(breaks.length)}`
    case 'longer':
      return `length(${value}) > ${Number(breaks.length)}`
    case 'below':
      return lessSql(value, literal(String(breaks.bound)), field)
    case 'above':
      return lessSql(literal(String(breaks.bound)), value, field)
    case 'unlike':
      return `NOT regexp_full_match(${value}, ${literal(breaks.pattern)})`
    case 'outside': {
      const values = breaks.values.map(item => orderSql(field, literal(String(item))))
      return `${orderSql(field, value)} NOT IN (${values.join(', ')})`
    }
  }
}

/** What values are sorted by: numbers as doubles, dates and texts by their canonical text. */
export function orderSql(field: Field, value: string): string {
  return isNumeric(field.type) ? `TRY_CAST(${value} AS DOUBLE)` : value
}

/**
 * Whether one value comes before another. Numbers are told apart as doubles and, where those are the
 * same, exactly: casting every cell to a decimal of 38 digits takes 9 µs each.
 */
export function lessSql(one: string, other: string, field: Field): string {
  if (!isNumeric(field.type)) return `${one} < ${other}`
  const [near, far] = [one, other].map(value => `TRY_CAST(${value} AS DOUBLE)`)
  const [exact, exactOther] = [one, other].map(value => `TRY_CAST(${value} AS DECIMAL(38,10))`)
  return `CASE WHEN ${near} = ${far} THEN ${exact} < ${exactOther} ELSE ${near} < ${far} END`
}
