import type {Dialect, Field, TableSchema} from './table-schema.ts'

/**
 * The schema of what leaves the snapshot: without fields whose personal data are not published, and
 * without keys that name one.
 */
export function publishedSchema(schema: TableSchema): TableSchema {
  const fields = schema.fields.filter(field => field.personal?.published !== 'omit')
  if (fields.length === schema.fields.length) return schema
  const names = new Set(fields.map(field => field.name))
  const kept = (key: readonly string[]) => key.every(name => names.has(name))
  return {
    fields,
    ...(schema.primaryKey && kept(schema.primaryKey) ? {primaryKey: schema.primaryKey} : {}),
    ...(schema.uniqueKeys ? {uniqueKeys: schema.uniqueKeys.filter(kept)} : {}),
    ...(schema.missingValues ? {missingValues: schema.missingValues} : {}),
  }
}

/** Whether a field is filled by us (constants, gathered marks) rather than by a column of the source. */
export function isFilled(field: Pick<Field, 'name'>, dialect: Dialect): boolean {
  return field.name === dialect.notesField || dialect.constants?.[field.name] !== undefined
}
