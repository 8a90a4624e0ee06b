import type {Clause, Commitment, PromisedFormat, Provenance} from '../model/plan.ts'
import {clauseKinds, coverage, formatSentence, formats} from './vocabulary.ts'

/** What the prose of a row's remarks promises. */
export interface Remarks {
  readonly formats: readonly PromisedFormat[]
  readonly formatsFrom: Provenance
  readonly clauses: readonly Clause[]
}

/** Formats and further promises of a row's remarks. */
export function readRemarks(remarks: string): Remarks {
  const sentence = formatSentence.exec(remarks)
  const named = formats.filter(format => sentence?.[1]?.split(/[^A-Za-z]+/).includes(format))
  const rest = sentence ? remarks.replace(sentence[0], ' ') : remarks
  return {
    formats: named.length > 0 ? named : ['CSV'],
    formatsFrom:
      named.length > 0 ? {kind: 'stated'} : {kind: 'assigned', reason: 'no-format-named'},
    clauses: sentences(rest).map(text => ({kind: kindOf(text), text})),
  }
}

/** Which period the row says each release is about; null where it says none. */
export function readCoverage(title: string, remarks: string): Commitment['covers'] {
  return coverage.find(({text}) => text.test(title) || text.test(remarks))?.covers ?? null
}

// Full stops end a sentence; so does a space between two Chinese characters, but not the one in
// "1 000平方呎" or "PM 1.0 及 PM 2.5".
function sentences(text: string): string[] {
  return text
    .split(/。\s*|(?<=[\p{Script=Han}」）])\s+(?=[\p{Script=Han}「（])/u)
    .map(part => part.trim())
    .filter(part => part !== '')
}

function kindOf(text: string): Clause['kind'] {
  return clauseKinds.find(kind => kind.text.test(text))?.kind ?? 'description'
}
