import type {Field} from '../../../model/table-schema.ts'
import {picture as words} from '../../../text/labels-picture.ts'
import type {Voice} from '../voice.ts'

/** How one column of numbers is spoken of. */
export interface Quantity {
  /** "Funds approved, HK$ million" */
  readonly title: string
  readonly name: string
  /** Short, with its unit where that is short too: "HK$9.48bn", "94.8億元", "86%". */
  say(value: number): string
  /** The same for an axis, whose title already has the unit: "120萬". */
  tick(value: number): string
}

/** Reads the unit of a field; money is scaled to plain dollars so that labels can say bn and 億. */
export function quantityOf(field: Field, voice: Voice): Quantity {
  const name = voice.plain(field.title)
  const unit = field.unit ? voice.plain(field.unit) : null
  return {
    name,
    // "Vehicles, vehicles" says it twice.
    title:
      unit === null || unit.toLowerCase() === name.toLowerCase()
        ? name
        : voice.say(words.measured, {measure: name, unit}),
    say: sayer(field, unit, voice),
    tick: sayer(field, null, voice),
  }
}

function sayer(field: Field, unit: string | null, voice: Voice): (value: number) => string {
  const english = field.unit?.en ?? ''
  const money = moneyScale(english)
  if (money !== null) {
    return value =>
      `${value < 0 ? '−' : ''}${voice.say(words.money, {n: voice.compact(Math.abs(value) * money)})}`
  }
  if (isRate(field)) return value => `${voice.compact(value)}%`
  // A unit of one word stands behind its number; a longer one only in the title.
  if (unit !== null && unit.length <= 12) {
    return value => voice.say(words.counted, {n: voice.compact(value), unit})
  }
  return voice.compact
}

function moneyScale(unit: string): number | null {
  const found = /^HK\$\s*(million|thousand|'000|’000|billion)?\s*$/i.exec(unit)
  if (!found) return null
  switch (found[1]?.toLowerCase()) {
    case 'billion':
      return 1e9
    case 'million':
      return 1e6
    case undefined:
      return 1
    default:
      return 1e3
  }
}

/** How a value stands to an earlier one: "up 3.2%", "下跌 12%", "unchanged"; a rate in points. */
export function changeWords(value: number, before: number, field: Field, voice: Voice): string {
  if (value === before) return voice.say(words.level)
  const difference = Math.abs(value - before)
  return voice.say(value > before ? words.up : words.down, {by: by()})

  function by(): string {
    // 14.1 % to 14.5 % is not "up 2.8 %".
    if (isRate(field)) return voice.say(words.points, {n: voice.compact(difference)})
    return before > 0 ? voice.percent(difference / before) : voice.compact(difference)
  }
}

function isRate({unit}: Field): boolean {
  return /^(%|per ?cent)/i.test(unit?.en ?? '')
}
