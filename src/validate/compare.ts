import type {Dataset} from '../model/dataset.ts'
import type {Answers, BeforeAnswers} from '../model/question.ts'
import type {TableSchema} from '../model/table-schema.ts'
import type {Finding} from '../model/version.ts'
import {gates} from './gates.ts'

/** What a reader of the version before would notice: changed columns, vanished rows, emptied columns. */
export function compareWithBefore(
  dataset: Pick<Dataset, 'release' | 'gates'>,
  schema: TableSchema,
  before: TableSchema,
  answers: Answers,
): readonly Finding[] {
  const found = [...schemaChanges(before, schema)]
  if (!answers.before) return found
  found.push(...vanishedRows(dataset, answers.before))
  found.push(...rowCountJump(dataset, answers.rows, answers.before))
  if (answers.rows > 0)
    found.push(
      ...answers.before.emptied.map(field => finding('column-emptied', 'holds', field, {})),
    )
  for (const {field, count, cells} of answers.before.fallen) {
    // In the cells and not in the facts: what is not published yet is shown to nobody.
    const shown = cells.map(cell => ({row: cell.row, value: `${cell.before} → ${cell.after}`}))
    const facts = {key: cells[0]?.key ?? null}
    found.push({type: 'cumulative-fall', severity: 'notes', field, count, cells: shown, facts})
  }
  return found
}

/**
 * Columns added at the end break no reader; anything else may. A column gone and another of its type
 * in its place is told as a renaming, which is what it mostly is.
 */
export function schemaChanges(before: TableSchema, after: TableSchema): readonly Finding[] {
  const was = before.fields.map(field => field.name)
  const is = after.fields.map(field => field.name)
  const removed = was.filter(name => !is.includes(name))
  const added = is.filter(name => !was.includes(name))
  const typeOf = (schema: TableSchema, name: string) =>
    schema.fields.find(field => field.name === name)?.type ?? ''

  const renamed = removed.filter(name => {
    const there = is[was.indexOf(name)]
    return (
      there !== undefined && added.includes(there) && typeOf(before, name) === typeOf(after, there)
    )
  })
  const newNames = renamed.map(name => is[was.indexOf(name)]!)
  const findings: Finding[] = []
  for (const name of renamed) findings.push(breaking('renamed', name, {to: is[was.indexOf(name)]!}))
  for (const name of removed)
    if (!renamed.includes(name)) findings.push(breaking('removed', name, {}))
  for (const name of was.filter(known => is.includes(known))) {
    const [from, to] = [typeOf(before, name), typeOf(after, name)]
    if (from !== to) findings.push(breaking('type', name, {from, to}))
  }
  findings.push(
    ...additions(
      is,
      added.filter(name => !newNames.includes(name)),
      was,
    ),
  )
  findings.push(...reordering(was, is))
  return findings
}

function additions(
  is: readonly string[],
  added: readonly string[],
  was: readonly string[],
): readonly Finding[] {
  const lastKnown = is.findLastIndex(name => was.includes(name))
  return added.map(name => {
    const atEnd = is.indexOf(name) > lastKnown
    const facts = {change: atEnd ? 'added' : 'inserted'}
    return finding('schema-change', atEnd ? 'notes' : 'holds', name, facts)
  })
}

function reordering(was: readonly string[], is: readonly string[]): readonly Finding[] {
  const expected = was.filter(name => is.includes(name))
  const actual = is.filter(name => was.includes(name))
  const at = expected.findIndex((name, index) => name !== actual[index])
  return at < 0 ? [] : [breaking('order', actual[at]!, {expected: expected[at]!})]
}

function breaking(change: string, field: string, facts: Finding['facts']): Finding {
  return finding('schema-change', 'holds', field, {change, ...facts})
}

/** Of totals, a row gone is a programme renamed or closed: a break of the series that wants a note. */
function vanishedRows(
  {release, gates: own}: Pick<Dataset, 'release' | 'gates'>,
  {rows, vanished}: BeforeAnswers,
): readonly Finding[] {
  if (!vanished || vanished.count === 0) return []
  const shareMax = own?.vanishedRowsShareMax ?? gates.vanishedRowsShareMax
  const tooMany = vanished.count > gates.vanishedRowsMin && vanished.count > rows * shareMax
  const holds = tooMany && release.kind !== 'cumulative'
  const shown = vanished.keys.filter(key => key !== null).join('; ')
  const facts = {
    before: rows,
    percent: Math.round((vanished.count / rows) * 1000) / 10,
    percentMax: shareMax * 100,
    rowsMin: gates.vanishedRowsMin,
    keys: shown === '' ? null : shown,
  }
  return [
    {...finding('rows-vanished', holds ? 'holds' : 'notes', null, facts), count: vanished.count},
  ]
}

/** Rows that cannot be told apart by key are at least counted. */
function rowCountJump(
  {release, gates: own}: Pick<Dataset, 'release' | 'gates'>,
  rows: number,
  {rows: before, vanished}: BeforeAnswers,
): readonly Finding[] {
  const difference = Math.abs(rows - before)
  const factor = Math.max(rows, before) / Math.max(1, Math.min(rows, before))
  const facts = {before, after: rows}
  if (factor >= gates.rowCountFactorMax && difference >= gates.rowCountDifferenceMin)
    return [finding('rows-jumped', 'holds', null, {...facts, factor: gates.rowCountFactorMax})]
  const shareMax = own?.vanishedRowsShareMax ?? gates.vanishedRowsShareMax
  const whole = release.kind === 'full' || release.kind === 'history'
  const fewer = before - rows
  if (!whole || vanished || fewer <= gates.vanishedRowsMin || fewer <= before * shareMax) return []
  return [finding('rows-fewer', 'holds', null, {...facts, percentMax: shareMax * 100})]
}

function finding(
  type: string,
  severity: Finding['severity'],
  field: string | null,
  facts: Finding['facts'],
): Finding {
  return {type, severity, field, count: 1, cells: [], facts}
}
