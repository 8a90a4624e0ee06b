import type {Instant} from '../model/time.ts'

/**
 * News, in order. They leave the outbox at least once, under ids that make repeats harmless.
 * Embedded: events-local.ts, within the process.
 */
export interface Events {
  publish(event: Event): Promise<void>
  /** @returns a function that ends the subscription */
  subscribe(listener: (event: Event) => void): () => void
}

/** Something that happened to a subject, as readers hear of it. */
export interface Event {
  readonly id: string
  readonly type:
    | 'version-published'
    | 'version-held'
    | 'version-rejected'
    | 'refresh-failed'
    | 'plan-imported'
    | 'evidence-recorded'
    | 'dataset-withdrawn'
  readonly at: Instant
  readonly subject: string // dataset or commitment id
  readonly data: {readonly [name: string]: string | number | boolean | null}
}
