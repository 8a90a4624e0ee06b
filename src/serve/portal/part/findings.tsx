import type {Finding, Report} from '../../../model/version.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {findings, findingTypes} from '../../../text/labels-findings.ts'
import {frame} from '../../../text/labels-frame.ts'
import type {Voice} from '../voice.ts'

/**
 * What validation found, in words: counts, columns and row numbers. Cells are left out on purpose:
 * of content that was not published, no cell is shown.
 */
export function FindingList({report, voice}: {report: Report; voice: Voice}) {
  if (report.findings.length === 0) {
    return <p>{voice.say(words.noFindings, {n: voice.number(report.rows)})}</p>
  }
  return (
    <ul class="findings">
      {report.findings.map(finding => (
        <li key={`${finding.type} ${finding.field}`}>
          <FindingLine finding={finding} voice={voice} />
        </li>
      ))}
    </ul>
  )
}

function FindingLine({finding, voice}: {finding: Finding; voice: Voice}) {
  const {type, severity, field, count, cells, facts} = finding
  const known = findingTypes[type as keyof typeof findingTypes]
  const rows = cells.map(({row}) => voice.number(row))
  const rest = Object.entries(facts).filter(([, value]) => value !== null)
  return (
    <>
      <strong class={`severity severity-${severity}`}>{voice.say(findings[severity])}</strong>{' '}
      {known ? voice.say(known) : <code>{type}</code>}
      {field !== null && (
        <>
          {voice.say(frame.colon)}
          <code>{field}</code>
        </>
      )}{' '}
      <span class="soft">
        {voice.say(findings.times, {n: voice.number(count)})}
        {rows.length > 0 &&
          voice.say(findings.rows, {rows: rows.slice(0, 10).join(voice.say(frame.comma))})}
        {rest.length > 0 && ` ${rest.map(([name, value]) => `${name}=${value}`).join(' ')}`}
      </span>
    </>
  )
}
