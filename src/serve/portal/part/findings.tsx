import type {Finding, Report} from '../../../model/version.ts'
import {findingText} from '../../../text/findings.ts'
import {dataset as words} from '../../../text/labels-dataset.ts'
import {findings} from '../../../text/labels-findings.ts'
import {frame} from '../../../text/labels-frame.ts'
import type {Voice} from '../voice.ts'

const rowsMax = 10

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
      {report.findings.map((finding, index) => (
        // Two findings may be of one type and column; their place tells them apart.
        <li key={index}>
          <FindingLine finding={finding} voice={voice} />
        </li>
      ))}
    </ul>
  )
}

function FindingLine({finding, voice}: {finding: Finding; voice: Voice}) {
  const {severity, cells} = finding
  const rows = cells.slice(0, rowsMax).map(({row}) => voice.number(row))
  return (
    <>
      <strong class={`severity severity-${severity}`}>{voice.say(findings[severity])}</strong>{' '}
      {voice.say(findingText({...finding, facts: voice.dated(finding.facts)}))}{' '}
      {rows.length > 0 && (
        <span class="soft">
          {voice.say(findings.rows, {rows: rows.join(voice.say(frame.comma))})}
        </span>
      )}
    </>
  )
}
