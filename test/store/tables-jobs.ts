import type {Engine} from '../../src/store/tables.ts'
import {Problem} from '../../src/text/problem.ts'

/** Jobs that the test of table workers runs in a child. */
export async function countTo(count: number, engine: Engine): Promise<unknown> {
  await engine.run('create table t (_row integer, a varchar)')
  await engine.append(
    't',
    Array.from({length: count}, (_, index) => [index + 1, index % 2 ? null : `r${index}`]),
  )
  const [row] = await engine.rows('select count(*), count(a), max(_row) from t')
  return row
}

export async function exactly(_: null, engine: Engine): Promise<unknown> {
  return (
    await engine.rows(
      `select 9007199254740993::bigint, 1.10::decimal(5,2), date '2024-02-29', null, true, 'x'`,
    )
  )[0]
}

export async function bindsValues(text: string, engine: Engine): Promise<unknown> {
  return (await engine.rows('select ?::varchar, length(?)', [text, text]))[0]
}

export async function objects(_: null): Promise<never> {
  throw new Problem('object-missing', {key: 'k'})
}

export async function never(_: null): Promise<never> {
  for (;;) JSON.stringify({})
}

export async function dies(_: null): Promise<void> {
  process.exit(7)
}
