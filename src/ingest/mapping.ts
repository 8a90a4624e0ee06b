import {isFilled, publishedSchema} from '../model/published-schema.ts'
import type {Dialect, Field, TableSchema} from '../model/table-schema.ts'
import type {Finding} from '../model/version.ts'
import {headingKey} from './headings.ts'

/** Which column of the source fills which field, and which columns nobody asked for. */
export interface Mapping {
  /** By published field, in order: a column of the source (from 0), or null. */
  readonly columns: readonly (number | null)[]
  /** Columns without a field, with their headings. */
  readonly extra: readonly {readonly column: number; readonly heading: string}[]
  /** Number of columns the heading has. */
  readonly width: number
  readonly findings: readonly Finding[]
}

/**
 * Maps headings to fields by name or by a heading under which the column is known. What is not
 * declared is never published.
 */
export function mapHeadings(
  headings: readonly string[],
  schema: TableSchema,
  dialect: Dialect,
  orderMatters: boolean,
): Mapping {
  const published = publishedSchema(schema).fields
  const taken = new Map<Field, number>()
  const findings: Finding[] = []
  const extra: {column: number; heading: string}[] = []
  headings.forEach((heading, column) => {
    const field = fieldOf(heading, schema.fields, taken)
    if (!field) extra.push({column, heading})
    else if (taken.has(field)) {
      findings.push(finding('duplicate-label', 'rejects', field.name, {label: heading}))
    } else taken.set(field, column)
  })

  for (const field of schema.fields)
    if (!taken.has(field) && !isFilled(field, dialect))
      findings.push(finding('missing-label', 'rejects', field.name, {}))
  if (orderMatters) findings.push(...orderFindings(schema.fields, taken))
  return {
    columns: published.map(field => taken.get(field) ?? null),
    extra,
    width: headings.length,
    findings,
  }
}

/** A table without headings: columns are the source's fields, in order. */
export function mapByPosition(schema: TableSchema, dialect: Dialect): Mapping {
  const sourced = schema.fields.filter(field => !isFilled(field, dialect))
  return {
    columns: publishedSchema(schema).fields.map(field => {
      const column = sourced.indexOf(field)
      return column < 0 ? null : column
    }),
    extra: [],
    width: sourced.length,
    findings: [],
  }
}

/** By name first, so that an alias never takes the column of a field that is really called so. */
function fieldOf(
  heading: string,
  fields: readonly Field[],
  taken: ReadonlyMap<Field, number>,
): Field | undefined {
  const key = headingKey(heading)
  const named = fields.find(field => headingKey(field.name) === key)
  if (named) return named
  const known = fields.filter(field => field.headings?.some(other => headingKey(other) === key))
  const free = known.find(field => !taken.has(field))
  // A second blank column is a margin; a second column of a real heading is a contradiction.
  return free ?? (key === '' ? undefined : known[0])
}

/** The order of columns is part of the contract: the first one out of its place is named. */
function orderFindings(
  fields: readonly Field[],
  taken: ReadonlyMap<Field, number>,
): readonly Finding[] {
  const expected = fields.filter(field => taken.has(field))
  const actual = expected.toSorted((one, other) => taken.get(one)! - taken.get(other)!)
  const at = expected.findIndex((field, index) => field !== actual[index])
  if (at < 0) return []
  const facts = {expected: expected[at]!.name, found: actual[at]!.name, position: at + 1}
  return [finding('label-order', 'notes', actual[at]!.name, facts)]
}

function finding(
  type: string,
  severity: Finding['severity'],
  field: string | null,
  facts: Finding['facts'],
): Finding {
  return {type, severity, field, count: 1, cells: [], facts}
}
