/**
 * Columns to query, in child processes: rows never enter the main process in bulk, and a child that
 * takes too much time or memory is killed without harm to anyone else.
 * Embedded: tables-duckdb.ts (one DuckDB in memory a child, forgotten at release).
 */
export interface Tables {
  /** Waits for a child; at most `workersMax` at once, warm ones first, idle ones ended after a while. */
  lease(): Promise<TableWorker>
  close(): Promise<void>
}

/** One child, ours until released. Jobs run one after another and share its DuckDB. */
export interface TableWorker {
  /**
   * Runs an exported function of a module in the child.
   * @throws the Problem that the job threw; took-too-long or out-of-memory where its limit was met
   */
  run<In, Out>(job: Job<In, Out>, input: In, limits?: {readonly seconds?: number}): Promise<Out>
  release(): Promise<void>
}

/** Names a function that runs in a child: `{module: import.meta.resolve('./stage.ts'), name: 'stage'}`. */
export interface Job<In, Out> {
  readonly module: string // file: URL
  readonly name: string
  readonly type?: (input: In, engine: Engine) => Promise<Out> // never set: carries the types
}

/** What a job in a child gets to work with. Input and output travel as structured clones. */
export interface Engine {
  /** Runs SQL. Values are bound, never spliced in; identifiers go through `identifier`. */
  run(sql: string, values?: readonly SqlValue[]): Promise<void>
  /** @returns all rows, as arrays in column order; exact: BIGINT, HUGEINT and DECIMAL come as text */
  rows(sql: string, values?: readonly SqlValue[]): Promise<SqlCell[][]>
  /** The same in batches, for results of any size. */
  batches(sql: string, values?: readonly SqlValue[]): AsyncIterable<SqlCell[][]>
  /** Appends rows to a table whose columns are VARCHAR (text) or INTEGER (numbers); fast. */
  append(table: string, rows: Iterable<readonly (string | number | null)[]>): Promise<void>
  /** A folder of the child's own, emptied at release. */
  readonly scratch: string
}

export type SqlValue = string | number | boolean | null
export type SqlCell = string | number | boolean | null

/** Quotes a name for SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** Quotes a text for SQL, for the few places (COPY, read_csv) where DuckDB takes no bound value. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
