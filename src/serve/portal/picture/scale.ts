/** A share of the width as an SVG attribute: fluid without style and without script. */
export function across(share: number): string {
  return `${Number((share * 100).toFixed(3))}%`
}

/** Round steps from a round bottom to a round top, zero among them. */
export function axisOf(
  values: readonly number[],
  steps = 4,
): {bottom: number; top: number; ticks: number[]} {
  const high = Math.max(0, ...values)
  const low = Math.min(0, ...values)
  // Nobody joins by halves: whole numbers have whole steps.
  const least = values.every(Number.isInteger) ? 1 : 0
  const step = Math.max(least, niceStep((high - low || 1) / steps))
  const bottom = Math.floor(low / step) * step
  const top = Math.max(Math.ceil(high / step) * step, bottom + step)
  const count = Math.round((top - bottom) / step)
  const ticks = Array.from({length: count + 1}, (_, index) => tidy(bottom + index * step))
  return {bottom: tidy(bottom), top: tidy(top), ticks}
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough))
  const unit = rough / power
  return (unit <= 1 ? 1 : unit <= 2 ? 2 : unit <= 5 ? 5 : 10) * power
}

/** 0.30000000000000004 is 0.3 to a reader. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}

/** Where a position lies between the first and the last, as a share inside a margin at both ends. */
export function placer(first: number, last: number, margin: number): (at: number) => number {
  const span = last - first
  return at => (span === 0 ? 0.5 : margin + ((at - first) / span) * (1 - 2 * margin))
}
