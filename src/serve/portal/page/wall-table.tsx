import type {Verdict} from '../../../model/obligation.ts'
import {frame} from '../../../text/labels-frame.ts'
import {home} from '../../../text/labels-home.ts'
import {address} from '../address.ts'
import {Mark, markOf} from '../part/marks.tsx'
import {Say} from '../part/text.tsx'
import {markWords, verdictWords} from '../part/verdict.tsx'
import type {Voice} from '../voice.ts'
import type {Wall, WallGroup, WallRow} from './wall.ts'

/**
 * The wall as a table of links: it works as it stands. The island makes it one tab stop with
 * arrow keys, and reads the mark under the pointer aloud in `wall-says`.
 */
export function WallTable({wall, voice}: {wall: Wall; voice: Voice}) {
  const first = wall.months[0]
  const last = wall.months.at(-1)
  if (!first || !last) return null
  const caption = voice.say(home.wallCaption, {
    first: voice.month(first),
    last: voice.month(last),
    total: voice.number(wall.total),
  })
  return (
    <>
      <Legend wall={wall} voice={voice} />
      <div class="wall-scroll">
        <table class="wall" data-wall>
          <caption class="vh">{caption}</caption>
          <Heading wall={wall} voice={voice} />
          {wall.groups.map(group => (
            <Group key={group.publisher?.id ?? ''} group={group} wall={wall} voice={voice} />
          ))}
        </table>
      </div>
      <p class="wall-says soft" data-wall-says aria-hidden="true">
        {voice.say(home.wallKeys)}
      </p>
    </>
  )
}

/** What each mark means, with how many windows bear it: the counts add up to the marks drawn. */
function Legend({wall, voice}: {wall: Wall; voice: Voice}) {
  return (
    <>
      <p class="soft" id="legend">
        {voice.say(home.legend, {total: voice.number(wall.total)})}
      </p>
      <ul class="legend" aria-labelledby="legend">
        {wall.counts.map(({mark, n}) => (
          <li key={mark}>
            <Mark name={mark} /> {markWords(mark, voice)}{' '}
            <span class="n">
              {voice.number(n)}/{voice.number(wall.total)}
            </span>
          </li>
        ))}
        {wall.watching !== null && (
          <li>
            <span class="key-line key-watch" />
            {voice.say(home.watchLine)}
          </li>
        )}
        {wall.past !== null && (
          <li>
            <span class="key-line key-past" />
            {voice.say(home.pastLine)}
          </li>
        )}
      </ul>
    </>
  )
}

function Heading({wall, voice}: {wall: Wall; voice: Voice}) {
  const years = [...Map.groupBy(wall.months, month => month.slice(0, 4))]
  return (
    <thead>
      <tr>
        <th class="name" scope="col" rowSpan={2}>
          {voice.say(home.dataset)}
        </th>
        {years.map(([year, months]) => (
          <th key={year} class="y" scope="colgroup" colSpan={months.length}>
            <span>{year}</span>
          </th>
        ))}
      </tr>
      <tr>
        {wall.months.map((month, index) => (
          <th key={month} class={edge(wall, index)} scope="col">
            <abbr title={voice.month(month)}>{Number(month.slice(5))}</abbr>
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Group({group, wall, voice}: {group: WallGroup; wall: Wall; voice: Voice}) {
  const id = group.publisher?.id
  return (
    <tbody>
      <tr class="group">
        <th class="name" scope="rowgroup">
          {group.publisher && id ? (
            <a href={address.publisher(voice.language, id)}>
              <Say text={group.publisher.shortName} voice={voice} />
            </a>
          ) : (
            voice.say(frame.none)
          )}
        </th>
        <td colSpan={wall.months.length} />
      </tr>
      {group.rows.map(row => (
        <Row key={row.commitment.id} row={row} wall={wall} voice={voice} />
      ))}
    </tbody>
  )
}

function Row({row, wall, voice}: {row: WallRow; wall: Wall; voice: Voice}) {
  const {id, dataset} = row.commitment
  const href = dataset ? address.dataset(voice.language, dataset) : address.plan(voice.language, id)
  return (
    <tr>
      <th class="name" scope="row">
        <a href={href} title={voice.plain(row.title)}>
          <span class="no">{id}</span> <Say text={row.title} voice={voice} />
        </a>
      </th>
      {runs(row, wall).map(({index, length, verdicts}) => (
        <td key={index} class={edge(wall, index)} colSpan={length > 1 ? length : undefined}>
          {verdicts.map(verdict => (
            <Cell key={verdict.obligation.id} verdict={verdict} voice={voice} />
          ))}
        </td>
      ))}
    </tr>
  )
}

function Cell({verdict, voice}: {verdict: Verdict; voice: Voice}) {
  // Title, not aria-label: it names the link for a screen reader and tells the pointer the same.
  const title = voice.say(home.cell, {
    commitment: verdict.obligation.commitment,
    month: voice.month(verdict.obligation.month),
    verdict: verdictWords(verdict, voice),
  })
  return (
    <a href={address.obligation(voice.language, verdict.obligation.id)} title={title}>
      <Mark name={markOf(verdict)} />
    </a>
  )
}

/** Cells of a row, runs of empty months drawn as one; never across a year or a line of the wall. */
function runs(
  row: WallRow,
  wall: Wall,
): {index: number; length: number; verdicts: readonly Verdict[]}[] {
  const cells: {index: number; length: number; verdicts: readonly Verdict[]}[] = []
  for (const [index, verdicts] of row.cells.entries()) {
    const last = cells.at(-1)
    const joins = last && last.verdicts.length === 0 && verdicts.length === 0 && !edge(wall, index)
    if (joins) last.length++
    else cells.push({index, length: 1, verdicts})
  }
  return cells
}

/** Classes of a column: the lines to its left, and whether it is this month. */
function edge(wall: Wall, index: number): string | undefined {
  const classes = []
  if (index === wall.watching) classes.push('watch')
  else if (index === wall.past) classes.push('past')
  else if (wall.months[index]!.endsWith('-01')) classes.push('y')
  if (index === wall.now) classes.push('now')
  return classes.length > 0 ? classes.join(' ') : undefined
}
