import type {Dataset} from '../model/dataset.ts'
import {publishedSchema} from '../model/published-schema.ts'
import type {Answers, Questions} from '../model/question.ts'
import type {LocalDate} from '../model/time.ts'
import type {Finding, Report} from '../model/version.ts'
import {compareWithBefore} from './compare.ts'
import {type Asked, type Before, compileQuestions} from './questions.ts'

/** A table that is staged somewhere, and where to ask about it. */
export interface Subject {
  readonly dataset: Pick<Dataset, 'id' | 'tableSchema' | 'release' | 'gates'>
  readonly contentHash: string
  /** What was found while the rows were read: headings, ragged rows. */
  readonly findings: readonly Finding[]
  /** The version that readers have now; null: this would be the first. */
  readonly before: Before | null
  /** Whether a person has approved this very content. */
  readonly approved: boolean
  /** The day the content was fetched: a period after it has not happened yet. */
  readonly seenOn: LocalDate
}

/** Answers questions where the rows are. */
export type Ask = (questions: Questions) => Promise<Answers>

/**
 * Judges a table against its schema and the version before. Pure but for `ask`: the same table,
 * version before and schema give the same report.
 * An approval lets through what waits for a person (`holds`), never what is wrong (`rejects`).
 */
export async function validate(subject: Subject, ask: Ask): Promise<Report> {
  const {dataset, before} = subject
  const schema = publishedSchema(dataset.tableSchema)
  const {questions, asked} = compileQuestions(dataset, before, subject.seenOn)
  const answers = await ask(questions)
  const findings = [
    ...subject.findings,
    ...emptiness(answers),
    ...cellFindings(asked, answers),
    ...keyFindings(questions, answers),
    ...(before ? compareWithBefore(dataset, schema, publishedSchema(before.schema), answers) : []),
  ]
  return {
    dataset: dataset.id,
    contentHash: subject.contentHash,
    verdict: verdictOf(findings, subject.approved),
    rows: answers.rows,
    findings: findings.toSorted((one, other) => weight(one) - weight(other)),
    profile: answers.profile,
  }
}

function verdictOf(findings: readonly Finding[], approved: boolean): Report['verdict'] {
  if (findings.some(({severity}) => severity === 'rejects')) return 'rejected'
  const waits = findings.some(({severity}) => severity === 'holds')
  return waits && !approved ? 'held' : 'publishable'
}

/** The worst first; otherwise in the order in which they were found. */
function weight({severity}: Finding): number {
  return ['rejects', 'holds', 'notes'].indexOf(severity)
}

/** A table without rows is a source that failed, not a dataset that became empty. */
function emptiness({rows}: Answers): readonly Finding[] {
  if (rows > 0) return []
  const facts = {rows: 0, minimum: 1}
  return [
    {type: 'table-dimensions-error', severity: 'rejects', field: null, count: 1, cells: [], facts},
  ]
}

function cellFindings(asked: readonly Asked[], {cells}: Answers): readonly Finding[] {
  return asked.flatMap(({check, field}, index) => {
    const answer = cells[index]
    if (!answer || answer.count === 0) return []
    return [
      {
        type: check.type,
        severity: check.severity,
        field: field.name,
        count: answer.count,
        cells: answer.cells,
        facts: {rule: check.rule, ...check.facts?.(field)},
      },
    ]
  })
}

function keyFindings({keys}: Questions, answers: Answers): readonly Finding[] {
  return keys.flatMap(({id, fields}, index) => {
    const answer = answers.keys[index]
    if (!answer || answer.count === 0) return []
    return [
      {
        type: id === 'primary' ? 'primary-key-error' : 'unique-error',
        severity: 'rejects',
        field: fields.length === 1 ? fields[0]! : null,
        count: answer.count,
        cells: answer.cells,
        facts: {fields: fields.join(', ')},
      },
    ]
  })
}
