import type {Evidence} from '../model/evidence.ts'
import {explain as argue, type Step} from '../score/explain.ts'
import {findObligation} from '../serve/api/board.ts'
import {asOfInstant} from '../serve/api/parameters.ts'
import type {Language} from '../text/language.ts'
import {optionOf} from './option.ts'
import {columns, wrapped} from './print.ts'
import {verdictWords} from './score.ts'
import type {Command} from './shape.ts'

/** kept explain OBLIGATION */
export const explain: Command = {
  name: 'explain',
  summary: 'Shows the evidence for a verdict, step by step.',
  operands: 'OBLIGATION',
  details: [
    'An obligation is one due window of a commitment: D5:2022-12 is the window of commitment D5 that opens in December 2022. kept score lists them.',
    'It shows the row of the plan, the window, each step of the argument, and the records that the verdict names.',
  ],
  options: {'as-of': {value: 'DATE', help: 'A day or a moment, as for kept score. Default: now.'}},
  run: {
    needs: 'records',
    async do(asked) {
      const {world, language, operands} = asked
      const asOf = asOfInstant(optionOf(asked, 'as-of'), world, '--as-of')
      const {score, verdict} = await findObligation(operands[0] ?? '', asOf, world)
      const steps = await argue(verdict, world)
      const evidence = [...new Set(steps.flatMap(step => step.evidence))]
      const {obligation} = verdict
      const {commitment} = score
      const rolled = obligation.rolledFrom ? ` (rolled from ${obligation.rolledFrom})` : ''
      return {
        value: {asOf, commitment, verdict, steps, evidence},
        text: [
          `${obligation.id}: ${verdictWords(verdict, language)}, as of ${verdict.asOf}`,
          '',
          wrapped(`The plan, line ${commitment.quote.lineStart}: ${commitment.quote.text.trim()}`),
          `Window: ${obligation.opens} to the end of ${obligation.due}${rolled}`,
          '',
          ...steps.map((step, at) => stepLines(step, at + 1, language)),
        ].join('\n'),
      }
    },
  },
}

function stepLines({text, evidence}: Step, number: number, language: Language): string {
  const rows = evidence.map(found => ['', ...evidenceRow(found)])
  return [`${number}. ${text[language]}`, ...(rows.length > 0 ? [columns(rows)] : [])].join('\n')
}

function evidenceRow(evidence: Evidence): string[] {
  const at = 'at' in evidence ? evidence.at : evidence.recordedAt
  const simulated = evidence.simulated ? ' (simulated)' : ''
  return [evidence.id, at, `${evidence.type}${simulated}`, evidenceWords(evidence)]
}

function evidenceWords(evidence: Evidence): string {
  if (evidence.type === 'check') {
    const {outcome, coverage, answer} = evidence
    return [outcome, coverage ?? '', answer.problem ?? '', answer.url].filter(Boolean).join(' · ')
  }
  if (evidence.type === 'judgement')
    return [evidence.outcome, evidence.version ?? '', evidence.why ?? '']
      .filter(Boolean)
      .join(' · ')
  return `${evidence.by}: ${evidence.why}`
}
