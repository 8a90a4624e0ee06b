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
}

/** Reads the unit of a field; money is scaled to plain dollars so that labels can say bn and 億. */
export function quantityOf(field: Field, voice: Voice): Quantity {
  const name = voice.plain(field.title)
  const unit = field.unit ? voice.plain(field.unit) : null
  return {
    name,
    title: unit === null ? name : voice.say(words.measured, {measure: name, unit}),
    say: sayer(field, unit, voice),
  }
}

function sayer(field: Field, unit: string | null, voice: Voice): (value: number) => string {
  const english = field.unit?.en ?? ''
  const money = moneyScale(english)
  if (money !== null) {
    return value =>
      `${value < 0 ? '−' : ''}${voice.say(words.money, {n: voice.compact(Math.abs(value) * money)})}`
  }
  if (/^(%|per ?cent)/i.test(english)) return value => `${voice.compact(value)}%`
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

/** How a value stands to an earlier one: "up 3.2%", "下跌 12%", "unchanged". */
export function changeWords(value: number, before: number, voice: Voice): string {
  if (value === before) return voice.say(words.level)
  const difference = Math.abs(value - before)
  const by = before > 0 ? voice.percent(difference / before) : voice.compact(difference)
  return voice.say(value > before ? words.up : words.down, {by})
}
