import { setTimeout as pause } from 'node:timers/promises'
import { log } from '@/lib/kernel/log'
import type { Place } from './place'
import { startOnce } from './cluster'
import { isRunning } from './postmaster'

// Milliseconds before each try to start it again: a minute and a half together. Postgres itself takes a minute to see
// that its postmaster.pid is gone, and to end.
export const growingPauses = [500, 1_000, 2_000, 4_000, 8_000, ...Array<number>(7).fill(10_000)]

/** Looks twice a second whether Postgres is there. Answers how to end that, which waits for a try under way. */
export function watch(
  place: Place,
  port: number,
  options: Record<string, string>,
  { wanted, gaveUp, pauses }: { wanted: () => boolean; gaveUp: () => void; pauses: readonly number[] },
) {
  let ended = false
  let fault: unknown
  const ending = new AbortController()
  const rest = (wait: number) => pause(wait, undefined, { signal: ending.signal }).catch(() => {})
  const needed = () => !ended && wanted()

  async function look() {
    while (!ended) {
      await rest(500)
      if (needed() && !isRunning(place, port) && !(await raised()) && needed()) {
        log.fatal({ err: fault }, 'the embedded Postgres cannot be started again')
        return gaveUp()
      }
    }
  }

  async function raised(): Promise<boolean> {
    for (const [index, wait] of pauses.entries()) {
      await rest(wait)
      if (!needed()) return false
      log.warn({ try: index + 1 }, 'the embedded Postgres is gone; it is started again')
      try {
        const now = await startOnce(place, { ...options, port: String(port) })
        if (now === port) return true
        fault = new Error(
          `it runs at port ${now}, which another process has given it, and no longer at ${port}`,
        )
        if (now) return false
      } catch (error) {
        fault = error
      }
    }
    return false
  }

  const looking = look()
  return async () => {
    ended = true
    ending.abort()
    await looking
  }
}
