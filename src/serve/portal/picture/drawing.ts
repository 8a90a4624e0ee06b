/** A picture before it is drawn: its sentence, and drawings as plain data. */
export interface Picture {
  /** One sentence that answers the reader's first question; also the text alternative. */
  readonly reading: string
  readonly drawings: readonly Drawing[]
  /** Breaks, gaps, what "not itemised" holds. */
  readonly notes: readonly string[]
}

export type Drawing = Strip | Bars | Time | Stack | Grid | Bullets | Timeline | Cards | Shares

/** Big figures side by side, each with what it is. */
export interface Strip {
  readonly shape: 'strip'
  readonly title?: string
  readonly figures: readonly {
    readonly name: string
    readonly value: string
    readonly note?: string
  }[]
}

/** Horizontal bars, one row an item, one panel a measure, each panel on its own scale from zero. */
export interface Bars {
  readonly shape: 'bars'
  readonly title: string
  readonly panels: readonly {readonly title: string; readonly say: (value: number) => string}[]
  readonly rows: readonly BarRow[]
  /** What the ticks stand for, where rows have them. */
  readonly tickWords: string | null
}

export interface BarRow {
  readonly label: string
  /** One a panel. */
  readonly values: readonly (number | null)[]
  readonly ticks?: readonly (number | null)[]
  /** item; rest: what is in the total and in no row, grey; total rows are never bars. */
  readonly part: 'item' | 'rest'
}

/** One measure over time. */
export interface Time {
  readonly shape: 'time'
  readonly title: string
  readonly form: 'line' | 'step' | 'bars'
  readonly points: readonly TimePoint[]
  readonly say: (value: number) => string
  readonly tick: (value: number) => string
  /** Positions at which the series breaks. */
  readonly breaks: readonly number[]
  readonly columns: {readonly when: string; readonly value: string}
}

export interface TimePoint {
  readonly label: string
  /** Milliseconds, or any number that orders and spaces the points. */
  readonly at: number
  readonly value: number | null
  readonly hollow?: boolean
}

/** Stepped area: what a total was made of at each release. Releases far apart are not joined. */
export interface Stack {
  readonly shape: 'stack'
  readonly title: string
  readonly times: readonly {readonly label: string; readonly at: number; readonly until: number}[]
  /** Bottom first; values one a time. */
  readonly layers: readonly {
    readonly label: string
    readonly values: readonly number[]
    readonly part: 'item' | 'rest'
  }[]
  readonly breaks: readonly number[]
  readonly say: (value: number) => string
  readonly tick: (value: number) => string
  readonly columns: {readonly when: string}
}

/** A table whose cells are shaded by their value. */
export interface Grid {
  readonly shape: 'grid'
  readonly title: string
  readonly corner: string
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly label: string
    readonly cells: readonly (number | null)[]
    readonly total: number | null
  }[]
  readonly totals: readonly (number | null)[] | null
  readonly totalWord: string
  readonly say: (value: number) => string
}

/** Rows that each stand on their own scale: a bar for what is, a tick for what was aimed at. */
export interface Bullets {
  readonly shape: 'bullets'
  readonly title: string
  readonly rows: readonly {
    readonly label: string
    readonly actual: number
    readonly target: number | null
    readonly value: string
    readonly targetValue: string
    readonly verdict: string
    readonly met: boolean | null
  }[]
  /** All rows on one scale, where they measure the same; else each on its own. */
  readonly together: boolean
  readonly tickWords: string
  readonly columns: {
    readonly indicator: string
    readonly actual: string
    readonly target: string
  }
}

/** Dots on a line of time, a row a group. */
export interface Timeline {
  readonly shape: 'timeline'
  readonly title: string
  readonly rows: readonly {
    readonly label: string
    readonly dots: readonly {readonly at: number; readonly label: string; readonly when: string}[]
  }[]
  readonly ticks: readonly {readonly at: number; readonly label: string}[]
  readonly columns: {readonly item: string; readonly when: string; readonly group: string}
}

/** Entries as cards, in the order given. */
export interface Cards {
  readonly shape: 'cards'
  readonly title: string
  readonly cards: readonly {
    readonly name: string
    readonly facts: readonly {readonly name: string; readonly value: string}[]
  }[]
}

/** Shares of a whole, a row a time: each row is 100 %. */
export interface Shares {
  readonly shape: 'shares'
  readonly title: string
  readonly parts: readonly string[]
  readonly rows: readonly {readonly label: string; readonly values: readonly (number | null)[]}[]
  readonly say: (value: number) => string
  readonly percent: (share: number) => string
}
