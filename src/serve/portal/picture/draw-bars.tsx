import {frame} from '../../../text/labels-frame.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import type {Voice} from '../voice.ts'
import type {Bars, Bullets, Shares} from './drawing.ts'
import {across} from './scale.ts'

/**
 * Bars as a table: the label, and for each measure a bar with its figure. The table is its own twin,
 * its words wrap on a phone, and the bars are as wide as their cell.
 */
export function BarTable({bars, voice}: {bars: Bars; voice: Voice}) {
  const largest = bars.panels.map((_, index) => largestOf(bars, index))
  return (
    <>
      {(bars.title !== '' || bars.tickWords !== null) && (
        <p class="soft drawing-title">
          {[bars.title, bars.tickWords].filter(Boolean).join(voice.say(frame.comma))}
        </p>
      )}
      <table class={`bars bars-${bars.panels.length}`}>
        <thead>
          <tr>
            <th scope="col">
              <span class="vh">{voice.say(words.item)}</span>
            </th>
            {bars.panels.map(({title}) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bars.rows.map(row => (
            <tr key={row.label} class={row.part === 'rest' ? 'rest' : undefined}>
              <th scope="row">{row.label}</th>
              {bars.panels.map(({title, say}, index) => (
                <td key={title}>
                  <Bar
                    value={row.values[index] ?? null}
                    tick={row.ticks?.[index] ?? null}
                    largest={largest[index]!}
                    kind={row.part}
                    words={say}
                    voice={voice}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function largestOf({rows}: Bars, index: number): number {
  return Math.max(
    Number.MIN_VALUE,
    ...rows.map(({values}) => Math.abs(values[index] ?? 0)),
    ...rows.map(({ticks}) => Math.abs(ticks?.[index] ?? 0)),
  )
}

interface BarParts {
  readonly value: number | null
  readonly tick: number | null
  readonly largest: number
  readonly kind: 'item' | 'rest'
  readonly words: (value: number) => string
  readonly voice: Voice
}

function Bar({value, tick, largest, kind, words: say, voice}: BarParts) {
  if (value === null) return <span class="soft">{voice.say(words.noValue)}</span>
  return (
    <span class="bar-line">
      <svg class="bar" aria-hidden="true">
        <rect
          class={value < 0 ? 'bar-fall' : `bar-${kind}`}
          width={across(Math.abs(value) / largest)}
          height="100%"
        />
        {tick !== null && (
          <line
            class="bar-tick"
            x1={across(Math.abs(tick) / largest)}
            x2={across(Math.abs(tick) / largest)}
            y1="0"
            y2="100%"
          />
        )}
      </svg>
      <span class="bar-figure">{say(value)}</span>
    </span>
  )
}

/** Indicators against their targets: each row on a scale of its own. */
export function BulletTable({bullets}: {bullets: Bullets}) {
  return (
    <>
      {bullets.title !== '' && <p class="drawing-title">{bullets.title}</p>}
      {bullets.tickWords !== '' && <p class="soft drawing-title">{bullets.tickWords}</p>}
      <table class="bars bullets">
        <thead>
          <tr>
            <th scope="col">{bullets.columns.indicator}</th>
            <th scope="col">{bullets.columns.actual}</th>
            {bullets.columns.target !== '' && (
              <th scope="col" class="number goal">
                {bullets.columns.target}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {bullets.rows.map(row => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td>
                <BulletBar
                  row={row}
                  largest={bullets.together ? largestBullet(bullets.rows) : largestBullet([row])}
                />
              </td>
              {bullets.columns.target !== '' && <td class="number">{row.targetValue}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** A little wider than the longest bar, so that a tick at its end can be seen. */
function largestBullet(rows: Bullets['rows']): number {
  return (
    Math.max(Number.MIN_VALUE, ...rows.flatMap(({actual, target}) => [actual, target ?? 0])) * 1.05
  )
}

function BulletBar({row, largest}: {row: Bullets['rows'][number]; largest: number}) {
  return (
    <span class="bar-line">
      <svg class="bar" aria-hidden="true">
        <rect
          class={row.met === false ? 'bar-under' : 'bar-item'}
          width={across(Math.max(0, row.actual) / largest)}
          height="100%"
        />
        {row.target !== null && (
          <line
            class="bar-tick"
            x1={across(row.target / largest)}
            x2={across(row.target / largest)}
            y1="0"
            y2="100%"
          />
        )}
      </svg>
      <span class="bar-figure">
        {row.value} {row.verdict !== '' && <small class="soft">{row.verdict}</small>}
      </span>
    </span>
  )
}

/** Every year as shares of its own whole, with the figures in words for whoever cannot see them. */
export function ShareBars({shares}: {shares: Shares}) {
  return (
    <>
      <p class="soft drawing-title">{shares.title}</p>
      <Swatches labels={shares.parts} />
      <table class="bars shares">
        <tbody>
          {shares.rows.map(({label, values}) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>
                <ShareLine shares={shares} values={values} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function ShareLine({shares, values}: {shares: Shares; values: readonly (number | null)[]}) {
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
  if (!(total > 0)) return null
  let start = 0
  const parts = values.map((value, index) => {
    const share = (value ?? 0) / total
    const part = {start, share, value, label: shares.parts[index]!, index}
    start += share
    return part
  })
  const said = parts
    .filter(({value}) => value !== null)
    .map(({label, share}) => `${label} ${shares.percent(share)}`)
    .join(', ')
  return (
    <svg class="bar bar-shares" role="img" aria-label={said}>
      {parts.map(({start: x, share, label, value, index}) => (
        <rect
          key={label}
          class={`fill-${(index % 8) + 1}`}
          x={across(x)}
          width={across(share)}
          height="100%"
        >
          <title>{`${label}: ${value === null ? '' : shares.say(value)} (${shares.percent(share)})`}</title>
        </rect>
      ))}
    </svg>
  )
}

/** What each colour stands for. */
export function Swatches({labels, rest}: {labels: readonly string[]; rest?: ReadonlySet<number>}) {
  return (
    <ul class="swatches">
      {labels.map((label, index) => (
        <li key={label}>
          <svg class="swatch" aria-hidden="true">
            <rect
              class={rest?.has(index) ? 'fill-rest' : `fill-${(index % 8) + 1}`}
              width="100%"
              height="100%"
            />
          </svg>{' '}
          {label}
        </li>
      ))}
    </ul>
  )
}
