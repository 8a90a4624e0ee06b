import type {Event, Events} from './events.ts'

/** Events within one process: each listener hears each event as it is published. */
export function openLocalEvents(): Events {
  const listeners = new Set<(event: Event) => void>()
  return {
    async publish(event) {
      for (const listener of listeners) listener(event)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
