import type {Unpivoting} from './headings.ts'
import {type Cells, isBlankCell, type Row} from './rows.ts'

/**
 * One row for each row of the sheet and each upper heading, with a column for each lower heading. All
 * keep the line of the row they come from.
 */
export async function* unpivoted(
  batches: AsyncIterable<readonly Row[]>,
  plan: Unpivoting,
): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) yield batch.flatMap(row => rowsOf(row, plan))
}

function rowsOf({line, cells}: Row, {groups, keep}: Unpivoting): readonly Row[] {
  const kept = cells.slice(0, keep)
  // A blank row stays one row, for the step that counts them.
  if (cells.every(isBlankCell)) return [{line, cells: kept}]
  return groups.map(({dimension, columns}) => {
    const measures: Cells = columns.map(column =>
      column === null ? null : (cells[column] ?? null),
    )
    return {line, cells: [...kept, dimension, ...measures]}
  })
}
