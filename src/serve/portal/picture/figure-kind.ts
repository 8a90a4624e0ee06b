import {readings, picture as words} from '../../../text/labels-picture.ts'
import type {Drawing, Picture} from './drawing.ts'
import {partsOf} from './fields.ts'
import {nothing} from './grants.ts'
import type {PictureInput} from './picture.ts'
import {changeWords, quantityOf} from './quantity.ts'
import {breakNotes, breaksIn, pointsOf} from './series.ts'

/** A single figure: large, with its change, above a line of every release kept. */
export function figure(input: PictureInput): Picture {
  const {dataset, voice} = input
  const measures = partsOf(dataset, voice.language).measures.slice(0, 2)
  const lines = measures.map(measure => ({
    quantity: quantityOf(measure, voice),
    points: pointsOf(measure, input),
  }))
  const known = lines[0]?.points.filter(({value}) => value !== null) ?? []
  const last = known.at(-1)
  if (!last) return nothing(input)
  const before = known.at(-2)
  const {quantity} = lines[0]!
  const measure = measures[0]!
  const facts = {
    title: voice.plain(dataset.shortTitle),
    value: quantity.say(last.value!),
    when: last.label,
  }
  const change = before ? changeWords(last.value!, before.value!, measure, voice) : null
  const drawings: Drawing[] = [
    {
      shape: 'strip',
      figures: lines.flatMap(({quantity, points}) => {
        const value = points.findLast(point => point.value !== null)?.value
        if (value === null || value === undefined) return []
        return [{name: quantity.title, value: quantity.say(value), note: last.label}]
      }),
    },
    ...lines
      .filter(({points}) => points.length > 1)
      .map(
        ({quantity: {title, say, tick}, points}): Drawing => ({
          shape: 'time',
          title: `${title} · ${voice.say(words.allReleases)}`,
          form: 'line',
          points,
          say,
          tick,
          breaks: breaksIn(dataset),
          columns: {when: voice.say(words.release), value: title},
        }),
      ),
  ]
  return {
    reading: change
      ? voice.say(readings.figure, {...facts, change, before: before!.label})
      : voice.say(readings.figureFirst, facts),
    drawings,
    notes: breakNotes(dataset, voice),
  }
}
