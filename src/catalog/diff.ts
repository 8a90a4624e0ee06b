import type {Dataset} from '../model/dataset.ts'
import type {Version} from '../model/version.ts'
import {type Engine, identifier, type Job, literal} from '../store/tables.ts'
import type {Reader} from '../store/world.ts'
import {keyOf} from './versions.ts'

/** What differs between two versions of a dataset. */
export interface Diff {
  readonly before: string
  readonly after: string
  readonly fields: {readonly added: readonly string[]; readonly removed: readonly string[]}
  /** By which fields rows were matched; empty: as whole rows, so that none is ever "changed". */
  readonly key: readonly string[]
  readonly rows: {
    readonly joined: number
    readonly left: number
    readonly changed: number
    readonly unchanged: number
  }
  /** The first of each, in the order of their key. */
  readonly examples: readonly DiffRow[]
}

export interface DiffRow {
  readonly change: 'joined' | 'left' | 'changed'
  /** Key fields, or the whole row where there is no key. */
  readonly key: {readonly [field: string]: string | null}
  /** changed: the cells that differ. */
  readonly cells: readonly {
    readonly field: string
    readonly before: string | null
    readonly after: string | null
  }[]
}

interface DiffInput {
  readonly before: string // Parquet
  readonly after: string
  readonly beforeFields: readonly string[]
  readonly afterFields: readonly string[]
  readonly key: readonly string[]
  readonly examplesMax: number
}

type DiffOutput = Pick<Diff, 'rows' | 'examples'>

const examplesMax = 200

const diffJob: Job<DiffInput, DiffOutput> = {
  module: import.meta.url,
  name: 'diffTables',
}

/** Compares two versions by the dataset's key; where it has none, as sets of whole rows. */
export async function diffOf(
  dataset: Dataset,
  before: Version,
  after: Version,
  reader: Pick<Reader, 'objects' | 'tables'>,
): Promise<Diff> {
  const common = before.fields.filter(field => after.fields.includes(field))
  const declared = dataset.tableSchema.primaryKey ?? []
  const key = declared.every(field => common.includes(field)) ? declared : []
  const worker = await reader.tables.lease()
  try {
    const found = await worker.run(diffJob, {
      before: await reader.objects.localFile(keyOf(before, 'parquet')),
      after: await reader.objects.localFile(keyOf(after, 'parquet')),
      beforeFields: before.fields,
      afterFields: after.fields,
      key,
      examplesMax,
    })
    return {
      before: before.version,
      after: after.version,
      fields: {
        added: after.fields.filter(field => !before.fields.includes(field)),
        removed: before.fields.filter(field => !after.fields.includes(field)),
      },
      key,
      ...found,
    }
  } finally {
    await worker.release()
  }
}

/** The job: both tables as text, matched on the key, counted, and the first differences shown. */
export async function diffTables(input: DiffInput, engine: Engine): Promise<DiffOutput> {
  const common = input.beforeFields.filter(field => input.afterFields.includes(field))
  const key = input.key.length > 0 ? input.key : common
  const rest = input.key.length > 0 ? common.filter(field => !key.includes(field)) : []
  const text = (file: string, table: string) =>
    `create or replace table ${table} as select ${common
      .map(field => `${identifier(field)}::varchar as ${identifier(field)}`)
      .join(', ')}, row_number() over (partition by ${key.map(identifier).join(', ')}) as _nth
      from read_parquet(${literal(file)})`
  await engine.run(text(input.before, 'diff_before'))
  await engine.run(text(input.after, 'diff_after'))
  const matched = [...key.map(identifier), '_nth']
    .map(name => `b.${name} is not distinct from a.${name}`)
    .join(' and ')
  const differs = rest.length
    ? rest.map(name => `b.${identifier(name)} is distinct from a.${identifier(name)}`).join(' or ')
    : 'false'
  await engine.run(`create or replace table diff as
    select case when b._nth is null then 'joined' when a._nth is null then 'left'
      when ${differs} then 'changed' else 'unchanged' end as _change,
      ${common.map((name, at) => `b.${identifier(name)} as b${at}, a.${identifier(name)} as a${at}`).join(', ')}
    from diff_before b full join diff_after a on ${matched}`)
  return {
    rows: await countsOf(engine),
    examples: await examplesOf(common, key, input.examplesMax, engine),
  }
}

async function countsOf(engine: Engine): Promise<Diff['rows']> {
  const found = await engine.rows('select _change, count(*)::integer from diff group by 1')
  const counts = new Map(found.map(([change, count]) => [String(change), Number(count)]))
  return {
    joined: counts.get('joined') ?? 0,
    left: counts.get('left') ?? 0,
    changed: counts.get('changed') ?? 0,
    unchanged: counts.get('unchanged') ?? 0,
  }
}

async function examplesOf(
  common: readonly string[],
  key: readonly string[],
  limit: number,
  engine: Engine,
): Promise<DiffRow[]> {
  const order = key
    .map(name => common.indexOf(name))
    .map(at => `coalesce(a${at}, b${at})`)
    .join(', ')
  const found = await engine.rows(
    `select * from diff where _change <> 'unchanged' order by ${order}, _change limit ${limit}`,
  )
  return found.map(([change, ...cells]) => {
    const sides = common.map((field, at) => ({
      field,
      before: textOf(cells[at * 2]),
      after: textOf(cells[at * 2 + 1]),
    }))
    return {
      change: change as DiffRow['change'],
      key: Object.fromEntries(
        sides
          .filter(({field}) => key.includes(field))
          .map(({field, before, after}) => [field, change === 'left' ? before : after]),
      ),
      cells: change === 'changed' ? sides.filter(({before, after}) => before !== after) : [],
    }
  })
}

function textOf(cell: string | number | boolean | null | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell)
}
