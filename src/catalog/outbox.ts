import type {Event} from '../store/events.ts'
import type {Records} from '../store/records.ts'
import type {World} from '../store/world.ts'
import type {CatalogTables} from './tables.ts'

type News = Omit<Event, 'id'>

/** Puts news in the outbox: call it inside the transaction whose news it is. */
export async function enqueue(news: News, records: Records): Promise<void> {
  await records
    .write<CatalogTables>()
    .insertInto('outbox')
    .values({sent: 0, body: JSON.stringify(news)})
    .execute()
}

const batchMax = 500

/**
 * Publishes what waits in the outbox, in order, and marks it sent: at least once, under ids that make
 * repeats harmless.
 * @returns how many were published
 */
export async function drainOutbox({
  records,
  events,
}: Pick<World, 'records' | 'events'>): Promise<number> {
  const waiting = await records
    .read<CatalogTables>()
    .selectFrom('outbox')
    .select(['id', 'body'])
    .where('sent', '=', 0)
    .orderBy('id')
    .limit(batchMax)
    .execute()
  for (const {id, body} of waiting) {
    await events.publish({id: `event-${id}`, ...(JSON.parse(body) as News)})
    await records
      .write<CatalogTables>()
      .updateTable('outbox')
      .set({sent: 1})
      .where('id', '=', id)
      .execute()
  }
  return waiting.length
}
