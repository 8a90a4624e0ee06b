/** What is asked of a database. */
export interface Query {
  readonly text: string
  readonly format: 'csv' | 'json'
  /** The database as everybody may read it. */
  readonly shown: string
}
