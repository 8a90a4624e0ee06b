import type {Commitment, PlanEdition} from '../model/plan.ts'
import type {Site} from '../model/site.ts'
import {Problem} from '../text/problem.ts'
import {type Layout, layoutOf, type NotPlaced, type SectionLayout} from './layout.ts'
import {publisherNamed} from './publisher.ts'
import {readRow} from './row.ts'

/** What a document says, once every line of it is placed or listed. */
export interface PlanReading {
  readonly plan: Pick<PlanEdition, 'publisher' | 'title' | 'horizon' | 'issued' | 'commitments'>
  readonly sections: readonly SectionLayout[]
  readonly notPlaced: readonly NotPlaced[]
}

/**
 * Reads a plan's text. `name` names the edition its commitments belong to, from publisher and years.
 * @throws Problem plan-not-recognised, plan-without-rows, plan-row-repeated, plan-publisher-unknown
 */
export function readPlan(
  text: string,
  {publishers}: Pick<Site, 'publishers'>,
  name: (publisher: string, years: string) => string,
): PlanReading {
  const layout = layoutOf(text)
  const {years, title} = layout
  if (!years || !title || layout.sections.every(section => section.columns.length === 0))
    throw new Problem('plan-not-recognised', recognition(layout))
  const department = publisherNamed(layout.publisherHeading ?? '', publishers)
  if (!department)
    throw new Problem('plan-publisher-unknown', {heading: layout.publisherHeading ?? ''})

  const plan = name(department.id, `${years.first}-${years.last}`)
  const commitments: Commitment[] = []
  const notPlaced = [...layout.notPlaced]
  for (const row of layout.rows) {
    const read = readRow(row, {plan, department, publishers})
    if (typeof read === 'string') notPlaced.push({line: row.line, text: row.text, why: read})
    else commitments.push(read)
  }
  if (commitments.length === 0)
    throw new Problem('plan-without-rows', {...recognition(layout), missing: listed(notPlaced)})
  mustBeDistinct(commitments)
  const horizon = {first: `${years.first}-01-01`, last: `${years.last}-12-31`}
  return {
    plan: {publisher: department.id, title, horizon, issued: null, commitments},
    sections: layout.sections,
    notPlaced: notPlaced.sort((one, other) => one.line - other.line),
  }
}

function mustBeDistinct(commitments: readonly Commitment[]): void {
  const seen = new Map<string, Commitment>()
  for (const commitment of commitments) {
    const {id, section, ordinal, quote} = commitment
    const before = seen.get(id)
    if (before)
      throw new Problem('plan-row-repeated', {
        section,
        ordinal,
        first: before.quote.lineStart,
        second: quote.lineStart,
      })
    seen.set(id, commitment)
  }
}

// Quoted in the plan's own words, so that one text serves every language.
function recognition({title, sections}: Layout): {recognised: string; missing: string} {
  const letters = ['A', 'B', 'C', 'D']
  const found = [title, ...sections.map(({section, heading}) => `${section}. ${heading}`)]
  const missing = [
    ...(title ? [] : ['○○○○至○○○○年的開放數據計劃']),
    ...letters
      .filter(letter => !sections.some(({section}) => section === letter))
      .map(l => `${l}.`),
    ...(sections.some(({columns}) => columns.length > 0)
      ? []
      : ['# │ 數據種類／數據集名稱 │ 發放日期 │ 更新頻率 │ 備註']),
  ]
  return {recognised: quoted(found.filter(part => part !== null)), missing: quoted(missing)}
}

function quoted(parts: readonly string[]): string {
  return parts.length === 0 ? '–' : parts.map(part => `「${part}」`).join('')
}

const listedMax = 3

function listed(notPlaced: readonly NotPlaced[]): string {
  return quoted(
    notPlaced.slice(0, listedMax).map(({line, text}) => `${line}: ${text.slice(0, 40)}`),
  )
}
