import {picture as words} from '../../../text/labels-picture.ts'
import type {Voice} from '../voice.ts'

interface TwinParts {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly voice: Voice
}

/** The numbers of a drawing as a table, folded away until asked for. */
export function Twin({head, rows, voice}: TwinParts) {
  return (
    <details class="twin">
      <summary>{voice.say(words.numbers)}</summary>
      <div class="scroll">
        <table class="data">
          <thead>
            <tr>
              {head.map((title, index) => (
                <th key={title} scope="col" class={index > 0 ? 'number' : undefined}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              // Two releases may bear the same words; their place tells them apart.
              <tr key={row}>
                {cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={head[index]} scope="row">
                      {cell}
                    </th>
                  ) : (
                    <td key={head[index]} class="number">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
