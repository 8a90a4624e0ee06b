import {Problem} from '../../text/problem.ts'

/**
 * Lets so many pieces of work wait or run at once, and sends further readers away for a moment: a
 * crawler on a hundred thousand addresses then costs a bounded amount.
 * @throws Problem busy
 */
export function limited(max: number): <Out>(work: () => Promise<Out>) => Promise<Out> {
  let running = 0
  return async work => {
    if (running >= max) throw new Problem('busy', {max})
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
    }
  }
}

/**
 * Remembers the newest answers of work whose answer never changes. Those who ask for the same while
 * it is being worked out share the work; a failure is not remembered.
 */
export function remembered<Out>(
  max: number,
): (key: string, work: () => Promise<Out>) => Promise<Out> {
  const known = new Map<string, Promise<Out>>()
  return (key, work) => {
    const before = known.get(key)
    if (before) return before
    const answer = work()
    known.set(key, answer)
    if (known.size > max) known.delete(known.keys().next().value!)
    answer.catch(() => known.delete(key))
    return answer
  }
}
