import type {Asked} from './shape.ts'

/** The value of an option that takes one; undefined where it was not given. */
export function optionOf({values}: Pick<Asked, 'values'>, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** The value of an option that must be given: the parser has seen to that. */
export function givenOf(asked: Pick<Asked, 'values'>, name: string): string {
  const value = optionOf(asked, name)
  if (value === undefined) throw new Error(`command: --${name} is not declared as required`)
  return value
}
