import type {Condition} from '../model/question.ts'
import type {Field, TableSchema} from '../model/table-schema.ts'
import type {Finding} from '../model/version.ts'

/** A rule about single cells. Add one: write it here, and its words in wording.ts. */
export interface Check {
  /** Names its finding after the Frictionless error types. */
  readonly type: string
  /** Which rule of its type: the fact `rule` of the finding. */
  readonly rule: string
  readonly severity: Finding['severity']
  /** What breaks it in this field; null: it does not apply. */
  breaks(field: Field, schema: TableSchema): Condition | null
  /** What the wording needs to know. */
  facts?(field: Field): Finding['facts']
}

/** Of Table Schema: https://datapackage.org/standard/table-schema/#field-constraints */
export const checks: readonly Check[] = [
  {
    type: 'type-error',
    rule: 'type',
    severity: 'rejects',
    breaks: ({type, format}) =>
      (type === 'string' && format === undefined) || type === 'any' ? null : {kind: 'mistyped'},
    facts: ({type, format}) => ({type, format: format ?? null}),
  },
  {
    type: 'unit-error',
    rule: 'unit',
    severity: 'rejects',
    breaks: ({type}) => (type === 'integer' || type === 'number' ? {kind: 'other-unit'} : null),
    facts: ({unit}) => ({unit: unit?.en ?? unit?.['zh-Hant'] ?? unit?.['zh-Hans'] ?? null}),
  },
  {
    type: 'constraint-error',
    rule: 'required',
    severity: 'rejects',
    // A part of the primary key may not be empty: that is what a key is.
    breaks: ({constraints, name}, {primaryKey}) =>
      constraints?.required || primaryKey?.includes(name) ? {kind: 'missing'} : null,
  },
  constraint(
    'minLength',
    ({minLength}) => minLength,
    length => ({kind: 'shorter', length}),
  ),
  constraint(
    'maxLength',
    ({maxLength}) => maxLength,
    length => ({kind: 'longer', length}),
  ),
  constraint(
    'minimum',
    ({minimum}) => minimum,
    bound => ({kind: 'below', bound}),
  ),
  constraint(
    'maximum',
    ({maximum}) => maximum,
    bound => ({kind: 'above', bound}),
  ),
  constraint(
    'pattern',
    ({pattern}) => pattern,
    pattern => ({kind: 'unlike', pattern}),
  ),
  {
    type: 'constraint-error',
    rule: 'enum',
    severity: 'rejects',
    breaks: ({constraints}) =>
      constraints?.enum ? {kind: 'outside', values: constraints.enum} : null,
    facts: ({constraints}) => ({enum: constraints?.enum?.join(', ') ?? ''}),
  },
]

/** A rule that compares each value with one bound of the field's constraints. */
function constraint<Bound extends string | number>(
  rule: string,
  boundOf: (constraints: NonNullable<Field['constraints']>) => Bound | undefined,
  breaksAt: (bound: Bound) => Condition,
): Check {
  const bound = ({constraints}: Field) => (constraints ? boundOf(constraints) : undefined)
  return {
    type: 'constraint-error',
    rule,
    severity: 'rejects',
    breaks(field) {
      const limit = bound(field)
      return limit === undefined ? null : breaksAt(limit)
    },
    facts: field => ({[rule]: bound(field) ?? null}),
  }
}
