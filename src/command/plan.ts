import {readFile} from 'node:fs/promises'
import {basename} from 'node:path'
import type {Commitment, PlanEdition} from '../model/plan.ts'
import {currentPlan, importPlan, type PlanImport} from '../plan/plan.ts'
import {linkWords, notPlacedWords, provenanceText} from '../plan/words.ts'
import type {Language} from '../text/language.ts'
import {Problem} from '../text/problem.ts'
import {columns, counted} from './print.ts'
import type {Command} from './shape.ts'

/** kept plan import FILE [--dry-run] */
export const planImport: Command = {
  name: 'plan import',
  summary: 'Reads a plan document and keeps what it promises.',
  operands: 'FILE',
  details: [
    'It says what was read, what was inferred or assigned because the text does not state it, and which lines could not be placed. A text that is no such plan is refused, with what was and was not recognised.',
    'The same document again changes nothing. A changed one is a new edition; the old one stays, and so does every verdict under it.',
  ],
  options: {'dry-run': {help: 'Only say what would be read; keep nothing.'}},
  run: {
    needs: 'records',
    async do({world, operands, values, language}) {
      const [file = ''] = operands
      const bytes = await readBytes(file)
      const found = await importPlan(
        {file: basename(file), bytes},
        {dryRun: values['dry-run'] === true},
        world,
      )
      return {
        text: importText(found, language),
        value: found,
        status: found.notPlaced.length > 0 ? 1 : 0,
      }
    },
  },
}

/** kept plan show */
export const planShow: Command = {
  name: 'plan show',
  summary: 'Shows the edition of the plan that is in force, commitment by commitment.',
  operands: '',
  details: ['The answer is no (exit status 1) if no plan has been imported.'],
  options: {},
  run: {
    needs: 'records',
    async do({world}) {
      const plan = await currentPlan(world)
      if (!plan) return {text: 'No plan has been imported.', value: null, status: 1}
      return {text: `${headOf(plan)}\n\n${commitmentTable(plan.commitments)}`, value: plan}
    },
  },
}

/** The bytes of a file that a person named. @throws Problem file-not-readable */
export async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const {code = 'unknown'} = error as NodeJS.ErrnoException
    throw new Problem('file-not-readable', {file, code}, error)
  }
}

function headOf({id, title, horizon, issued, commitments}: PlanEdition): string {
  const sections = ['A', 'B', 'C', 'D']
    .map(section => `${section} ${commitments.filter(one => one.section === section).length}`)
    .join(', ')
  return [
    `${id}: ${title}`,
    `${horizon.first} to ${horizon.last}; issued ${issued ?? 'on a date it does not give'}`,
    `${counted(commitments.length, 'commitment')} (${sections})`,
  ].join('\n')
}

function commitmentTable(commitments: readonly Commitment[]): string {
  return columns(
    commitments.map(({id, target, cadence, formats, publisher, title}) => [
      id,
      target,
      cadence.kind === 'periodic'
        ? `${cadence.period} in ${cadence.anchors.join(',')}`
        : cadence.kind,
      formats.join('+'),
      publisher,
      title,
    ]),
  )
}

function importText(found: PlanImport, language: Language): string {
  const {edition, unchanged, dryRun, sections, notPlaced, unstated, remarks} = found
  const head = unchanged
    ? 'These very bytes were imported before; nothing has changed.'
    : dryRun
      ? 'This is what would be imported; nothing was kept.'
      : 'Imported.'
  const part = (title: string, rows: readonly (readonly string[])[]) =>
    rows.length === 0 ? [] : ['', `${title}:`, columns(rows, '  ')]
  return [
    head,
    headOf(edition),
    ...part(
      'Sections',
      sections.map(({section, line, heading, notApplicable}) => [
        section,
        `line ${line}`,
        notApplicable ? `${heading} (it says that it has no rows)` : heading,
      ]),
    ),
    ...part('Not stated by the text', inferences(found, language)),
    ...part(
      'Where plan and site do not agree',
      remarks.map(({code, commitment, dataset}) => [
        commitment,
        dataset ?? '–',
        linkWords[code][language],
      ]),
    ),
    ...part(
      'Could not be placed',
      notPlaced.map(({line, why, text}) => [`line ${line}`, notPlacedWords[why][language], text]),
    ),
    ...(unstated.length > 0 && notPlaced.length === 0 ? ['', 'Every line was placed.'] : []),
  ].join('\n')
}

/** One line a rule, with the commitments it was used for: 30 lines that say the same help nobody. */
function inferences({unstated}: PlanImport, language: Language): string[][] {
  const groups = new Map<string, {row: readonly string[]; commitments: string[]}>()
  for (const {commitment, field, kind, why} of unstated) {
    const from = kind === 'inferred' ? {kind, rule: why} : {kind, reason: why}
    const key = `${field} ${kind} ${why}`
    const group = groups.get(key) ?? {row: [field, provenanceText(from)[language]], commitments: []}
    group.commitments.push(commitment)
    groups.set(key, group)
  }
  return [...groups.values()].map(({row, commitments}) => [...row, commitments.join(' ')])
}
