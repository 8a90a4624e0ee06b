/**
 * Limits beyond which a change waits for a person. They are ours (assigned, not measured); a dataset
 * may overrule the first with a reason (`gates` in its file).
 */
export const gates = {
  /** Of a register or a series, more than this share of the rows before may not vanish unseen … */
  vanishedRowsShareMax: 0.1,
  /** … unless they are so few that a small register would wait at every resignation. */
  vanishedRowsMin: 5,
  /** Ten times as many rows as before, or a tenth, is another table more often than news … */
  rowCountFactorMax: 10,
  /** … unless so few rows came or went that a person sees them at a glance. */
  rowCountDifferenceMin: 20,
} as const

/** Cells shown of each finding; all are counted. */
export const samplesMax = 10
