import {picture as words} from '../../../text/labels-picture.ts'
import type {Voice} from '../voice.ts'
import type {Cards, Grid, Strip} from './drawing.ts'

/** Big figures side by side. */
export function FigureStrip({strip}: {strip: Strip}) {
  return (
    <>
      {strip.title && <p class="drawing-title">{strip.title}</p>}
      <dl class={strip.figures.length === 1 ? 'strip strip-one' : 'strip'}>
        {strip.figures.map(({name, value, note}) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b>
              {note && <small class="soft">{note}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  )
}

const shades = 7

/** A shaded table: the darker, the larger; the figure stands inside, so that shade is never alone. */
export function GridTable({grid, voice}: {grid: Grid; voice: Voice}) {
  const largest = Math.max(
    Number.MIN_VALUE,
    ...grid.rows.flatMap(({cells}) => cells.map(cell => cell ?? 0)),
  )
  const withTotals = grid.rows.some(({total}) => total !== null)
  return (
    <>
      <p class="drawing-title">{grid.title}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section class="scroll" aria-label={grid.title} tabIndex={0}>
        <table class="grid-table">
          <thead>
            <tr>
              <th scope="col">{grid.corner}</th>
              {grid.columns.map(column => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              {withTotals && <th scope="col">{grid.totalWord}</th>}
            </tr>
          </thead>
          <tbody>
            {grid.rows.map(({label, cells, total}) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  <td key={grid.columns[index]} class={shadeOf(cell, largest)}>
                    {cell === null ? (
                      <span class="vh">{voice.say(words.noValue)}</span>
                    ) : (
                      short(cell, voice)
                    )}
                  </td>
                ))}
                {withTotals && <td class="margin">{total === null ? '' : short(total, voice)}</td>}
              </tr>
            ))}
          </tbody>
          {grid.totals && (
            <tfoot>
              <tr>
                <th scope="row">{grid.totalWord}</th>
                {grid.totals.map((total, index) => (
                  <td key={grid.columns[index]} class="margin">
                    {total === null ? '' : short(total, voice)}
                  </td>
                ))}
                {withTotals && <td />}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
    </>
  )
}

/** By the square root, so that small cells differ too where one is huge. */
function shadeOf(cell: number | null, largest: number): string {
  if (cell === null) return 'none'
  if (cell <= 0) return 'shade-0'
  return `shade-${Math.max(1, Math.ceil(Math.sqrt(cell / largest) * shades))}`
}

function short(value: number, voice: Voice): string {
  return voice.number(Number(value.toFixed(1)))
}

/** Entries as cards. */
export function CardList({cards}: {cards: Cards}) {
  return (
    <>
      <p class="soft drawing-title">{cards.title}</p>
      <ul class="plain cards">
        {cards.cards.map(({name, facts}, index) => (
          // Two entries may bear the same name.
          <li key={index}>
            <b>{name}</b>
            <dl>
              {facts.map(fact => (
                <div key={fact.name}>
                  <dt>{fact.name}</dt>
                  <dd>{fact.value}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ul>
    </>
  )
}
