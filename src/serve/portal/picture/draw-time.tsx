import type {Voice} from '../voice.ts'
import {Swatches} from './draw-bars.tsx'
import type {Stack, Time, Timeline} from './drawing.ts'
import {across, axisOf, placer} from './scale.ts'
import {Twin} from './twin.tsx'

// Heights are pixels, widths are shares: a picture fits any screen and its words keep their size.
const plotHeight = 150
const plotTop = 14
const labelHeight = 24
const edge = 0.04

type Axis = ReturnType<typeof axisOf>

function heightOf(value: number, {bottom, top}: Axis): number {
  return Number((plotTop + (1 - (value - bottom) / (top - bottom)) * plotHeight).toFixed(1))
}

/** One measure over time, with the same numbers as a table. */
export function TimeChart({time, voice, words}: {time: Time; voice: Voice; words: string}) {
  const known = time.points.filter(({value}) => value !== null)
  const first = time.points[0]
  const last = time.points.at(-1)
  if (!first || !last || known.length === 0) return null
  const axis = axisOf(known.map(({value}) => value!))
  const bars = time.form === 'bars'
  const place = placer(first.at, last.at, bars ? edge + 0.03 : edge)
  return (
    <div class="drawing">
      <p class="drawing-title">{time.title}</p>
      <div class="plot-row">
        <AxisWords axis={axis} say={time.tick} />
        <svg
          class="plot"
          height={plotTop + plotHeight + labelHeight}
          role="img"
          aria-label={`${time.title}. ${words}`}
        >
          <Grid axis={axis} />
          <Breaks at={time.breaks} first={first.at} last={last.at} place={place} />
          {bars ? (
            <Columns time={time} axis={axis} place={place} />
          ) : (
            <Line time={time} axis={axis} place={place} />
          )}
          <Ends points={time.points} place={place} />
        </svg>
      </div>
      <Twin
        head={[time.columns.when, time.columns.value]}
        rows={time.points.map(({label, value}) => [
          label,
          value === null ? '' : voice.number(Number(value.toPrecision(12))),
        ])}
        voice={voice}
      />
    </div>
  )
}

/** Words of the axis, in a column of their own: widths of words and of plots do not mix. */
function AxisWords({axis, say}: {axis: Axis; say: (value: number) => string}) {
  return (
    <svg class="axis" height={plotTop + plotHeight + labelHeight} aria-hidden="true">
      {axis.ticks.map(tick => (
        <text key={tick} x="92%" y={heightOf(tick, axis) + 4} text-anchor="end">
          {say(tick)}
        </text>
      ))}
    </svg>
  )
}

function Grid({axis}: {axis: Axis}) {
  return (
    <>
      {axis.ticks.map(tick => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'zero' : 'grid'}
            x1="0"
            x2="100%"
            y1={heightOf(tick, axis)}
            y2={heightOf(tick, axis)}
          />
        </g>
      ))}
    </>
  )
}

interface PlotParts {
  readonly time: Time
  readonly axis: Axis
  readonly place: (at: number) => number
}

/** Bars from zero; a fall is red and hangs below. */
function Columns({time, axis, place}: PlotParts) {
  const width = Math.min(0.06, 0.7 / Math.max(1, time.points.length))
  const zero = heightOf(0, axis)
  return (
    <>
      {time.points.map(({label, at, value}) => {
        if (value === null) return null
        const y = heightOf(value, axis)
        return (
          <rect
            key={at}
            class={value < 0 ? 'fall' : 'column'}
            x={across(place(at) - width / 2)}
            width={across(width)}
            y={Math.min(y, zero)}
            height={Math.max(1, Math.abs(zero - y))}
          >
            <title>{`${label}: ${time.say(value)}`}</title>
          </rect>
        )
      })}
    </>
  )
}

/** Points joined by lines or steps; a missing value is a gap. */
function Line({time, axis, place}: PlotParts) {
  const known = time.points.filter(({value}) => value !== null)
  const newest = known.at(-1)
  return (
    <>
      {time.points.slice(1).map((point, index) => {
        const before = time.points[index]!
        const crosses = time.breaks.some(at => at > before.at && at <= point.at)
        if (point.value === null || before.value === null || crosses) return null
        return (
          <Segment
            key={point.at}
            from={[place(before.at), heightOf(before.value, axis)]}
            to={[place(point.at), heightOf(point.value, axis)]}
            step={time.form === 'step'}
          />
        )
      })}
      {known.map(({at, label, value, hollow}) => (
        <circle
          key={at}
          class={hollow ? 'dot hollow' : 'dot'}
          cx={across(place(at))}
          cy={heightOf(value!, axis)}
          r={known.length > 40 ? 1.5 : 3}
        >
          <title>{`${label}: ${time.say(value!)}`}</title>
        </circle>
      ))}
      {newest && (
        <text
          class="value"
          x={across(place(newest.at))}
          y={heightOf(newest.value!, axis) - 8}
          text-anchor={place(newest.at) > 0.6 ? 'end' : 'middle'}
        >
          {time.say(newest.value!)}
        </text>
      )}
    </>
  )
}

interface SegmentParts {
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly step: boolean
}

function Segment({from: [x1, y1], to: [x2, y2], step}: SegmentParts) {
  if (!step) return <line class="series" x1={across(x1)} y1={y1} x2={across(x2)} y2={y2} />
  return (
    <>
      <line class="series" x1={across(x1)} y1={y1} x2={across(x2)} y2={y1} />
      <line class="series" x1={across(x2)} y1={y1} x2={across(x2)} y2={y2} />
    </>
  )
}

interface BreakParts {
  readonly at: readonly number[]
  readonly first: number
  readonly last: number
  readonly place: (at: number) => number
}

/** A break is a vertical rule; its note stands below the picture. */
function Breaks({at, first, last, place}: BreakParts) {
  return (
    <>
      {at
        .filter(one => one >= first && one <= last)
        .map(one => (
          <line
            key={one}
            class="break"
            x1={across(place(one))}
            x2={across(place(one))}
            y1={plotTop - 6}
            y2={plotTop + plotHeight}
          />
        ))}
    </>
  )
}

/** The first and last time in words, and the middle one where there is room for it. */
function Ends({points, place}: {points: Time['points']; place: (at: number) => number}) {
  const y = plotTop + plotHeight + 17
  const first = points[0]!
  const last = points.at(-1)!
  if (points.length === 1) {
    return (
      <text class="tick" x={across(place(first.at))} y={y} text-anchor="middle">
        {first.label}
      </text>
    )
  }
  return (
    <>
      <text class="tick" x="0" y={y}>
        {first.label}
      </text>
      <text class="tick" x="100%" y={y} text-anchor="end">
        {last.label}
      </text>
    </>
  )
}

/** What a total was made of, release by release. */
export function StackChart({stack, voice, words}: {stack: Stack; voice: Voice; words: string}) {
  const totals = stack.times.map((_, index) =>
    stack.layers.reduce((sum, {values}) => sum + values[index]!, 0),
  )
  const axis = axisOf(totals)
  const first = stack.times[0]!.at
  const last = stack.times.at(-1)!.until
  const place = placer(first, last, edge)
  const rest = new Set(stack.layers.flatMap(({part}, index) => (part === 'rest' ? [index] : [])))
  return (
    <div class="drawing">
      <p class="drawing-title">{stack.title}</p>
      <Swatches labels={stack.layers.map(({label}) => label)} rest={rest} />
      <div class="plot-row">
        <AxisWords axis={axis} say={stack.tick} />
        <svg
          class="plot"
          height={plotTop + plotHeight + labelHeight}
          role="img"
          aria-label={`${stack.title}. ${words}`}
        >
          <Grid axis={axis} />
          {stack.times.map((time, index) => (
            <Pile key={time.at} stack={stack} index={index} axis={axis} place={place} />
          ))}
          <Breaks at={stack.breaks} first={first} last={last} place={place} />
          <Ends
            points={stack.times.map(({label, at}) => ({label, at, value: null}))}
            place={place}
          />
        </svg>
      </div>
      <Twin
        head={[stack.columns.when, ...stack.layers.map(({label}) => label)]}
        rows={stack.times.map(({label}, index) => [
          label,
          ...stack.layers.map(({values}) => voice.number(Number(values[index]!.toPrecision(12)))),
        ])}
        voice={voice}
      />
    </div>
  )
}

interface PileParts {
  readonly stack: Stack
  readonly index: number
  readonly axis: Axis
  readonly place: (at: number) => number
}

/** All layers of one release, from its day until the next one's. */
function Pile({stack, index, axis, place}: PileParts) {
  const {at, until, label: when} = stack.times[index]!
  let below = 0
  const parts = stack.layers.map(({label, values, part}, layer) => {
    const value = values[index]!
    const drawn = {label, value, part, layer, from: below, to: below + value}
    below += value
    return drawn
  })
  return (
    <>
      {parts
        .filter(({value}) => value > 0)
        .map(({label, value, part, layer, from, to}) => (
          <rect
            key={label}
            class={part === 'rest' ? 'fill-rest' : `fill-${(layer % 8) + 1}`}
            x={across(place(at))}
            width={across(place(until) - place(at))}
            y={heightOf(to, axis)}
            height={Number((heightOf(from, axis) - heightOf(to, axis)).toFixed(1))}
          >
            <title>{`${when}, ${label}: ${stack.say(value)}`}</title>
          </rect>
        ))}
    </>
  )
}

const lane = 34

/** Dots on a line of time, a lane a group. */
export function TimelineChart({
  timeline,
  voice,
  words,
}: {
  timeline: Timeline
  voice: Voice
  words: string
}) {
  const all = timeline.rows.flatMap(({dots}) => dots).map(({at}) => at)
  const place = placer(Math.min(...all), Math.max(...all), edge)
  const height = timeline.rows.length * lane + labelHeight
  // A year's word at the very edge would be cut.
  const ticks = timeline.ticks.filter(({at}) => place(at) >= 0 && place(at) <= 0.95)
  return (
    <div class="drawing">
      <svg class="plot" height={height} role="img" aria-label={words}>
        {ticks.map(({at, label}) => (
          <g key={at}>
            <line
              class="grid"
              x1={across(place(at))}
              x2={across(place(at))}
              y1="0"
              y2={height - labelHeight}
            />
            <text class="tick" x={across(place(at))} y={height - 7}>
              {label}
            </text>
          </g>
        ))}
        {timeline.rows.map(({label, dots}, index) => (
          <g key={label}>
            <text class="tick" x="0" y={index * lane + 12}>
              {label}
            </text>
            <line class="zero" x1="0" x2="100%" y1={index * lane + 24} y2={index * lane + 24} />
            {dots.map(dot => (
              <circle
                key={`${dot.at} ${dot.label}`}
                class="dot"
                cx={across(place(dot.at))}
                cy={index * lane + 24}
                r="5"
              >
                <title>{`${dot.when}: ${dot.label}`}</title>
              </circle>
            ))}
          </g>
        ))}
      </svg>
      <Twin
        head={[timeline.columns.when, timeline.columns.item, timeline.columns.group]}
        rows={timeline.rows
          .flatMap(({label, dots}) => dots.map(dot => ({...dot, group: label})))
          .sort((one, other) => other.at - one.at)
          .map(({when, label, group}) => [when, label, group])}
        voice={voice}
      />
    </div>
  )
}
