import type {Dialect, Unpivot} from '../model/table-schema.ts'
import {type Cells, isBlankCell} from './rows.ts'

/** Headings are compared so: width, spaces and line breaks of typesetting are no difference. */
export function headingKey(heading: string): string {
  return heading
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * Cells merged over columns hold their text in the first one only: each level but the last is filled
 * to the right, as far as the level above reaches.
 */
export function fillMerged(levels: readonly Cells[]): readonly (readonly string[])[] {
  const width = Math.max(0, ...levels.map(level => level.length))
  const filled: string[][] = []
  levels.forEach((level, depth) => {
    const isLast = depth === levels.length - 1
    const row: string[] = []
    for (let column = 0; column < width; column++) {
      const own = level[column] ?? ''
      const reaches =
        column > 0 && filled.every(upper => upper[column] === upper[column - 1]) && !isLast
      row.push(isBlankCell(own) && reaches ? row[column - 1]! : own)
    }
    filled.push(row)
  })
  return filled
}

/** One heading a column: its levels joined, blank ones left out. */
export function joinLevels(levels: readonly Cells[], dialect: Dialect): readonly string[] {
  if (levels.length === 1) return levels[0]!.map(cell => cell ?? '')
  const filled = fillMerged(levels)
  const width = filled[0]?.length ?? 0
  return Array.from({length: width}, (_, column) =>
    filled
      .map(level => level[column]!.trim())
      .filter(text => text !== '')
      .join(dialect.headerJoin ?? ' '),
  )
}

/** Where the cells of each column go when merged headings become rows. */
export interface Unpivoting {
  readonly headings: readonly string[]
  /** One output row each: the upper heading, and the source column of each lower one. */
  readonly groups: readonly {
    readonly dimension: string
    readonly columns: readonly (number | null)[]
  }[]
  readonly keep: number
}

/** Reads a two-row heading (programme over {number, HK$ million}) into the rows it stands for. */
export function planUnpivot(levels: readonly Cells[], unpivot: Unpivot): Unpivoting {
  const filled = fillMerged(levels)
  const width = filled[0]?.length ?? 0
  const dimensions = filled[unpivot.dimensionRow - 1] ?? []
  const measures = filled[unpivot.measureRow - 1] ?? []
  const columns = Array.from({length: width - unpivot.keep}, (_, index) => index + unpivot.keep)
    // A column without a lower heading is a margin, not a measure.
    .filter(column => !isBlankCell(measures[column]))
  const names = [...new Set(columns.map(column => headingKey(measures[column]!)))]
  const byDimension = Map.groupBy(columns, column => headingKey(dimensions[column] ?? ''))

  const kept = Array.from({length: unpivot.keep}, (_, column) =>
    [...new Set(filled.map(level => level[column]!.trim()))].filter(Boolean).join(' '),
  )
  return {
    headings: [...kept, unpivot.dimensionField, ...names],
    groups: [...byDimension].map(([, members]) => ({
      dimension: dimensions[members[0]!]!.trim(),
      columns: names.map(
        name => members.find(column => headingKey(measures[column]!) === name) ?? null,
      ),
    })),
    keep: unpivot.keep,
  }
}
