interface Limits {
  failures: number
  pauseMs: number
  /** How long the one try after a pause may take before another is let through. */
  tryMs: number
}

/** Leaves a service that keeps failing alone for a while; then one call tries whether it is back. */
export function aBreaker(
  { failures, pauseMs, tryMs }: Limits = { failures: 5, pauseMs: 30_000, tryMs: 6_000 },
) {
  let failed = 0
  let closedUntil = 0
  return {
    /** Milliseconds to wait before asking; 0 means: ask, and say how it went. */
    pause(now: number): number {
      if (failed < failures) return 0
      if (now < closedUntil) return closedUntil - now
      closedUntil = now + tryMs
      return 0
    },
    /** How it went. A service that said when to come again is left alone until then. */
    note(worked: boolean, now: number, retryAfterMs = 0) {
      failed = worked ? 0 : retryAfterMs ? failures : failed + 1
      closedUntil = failed >= failures ? now + Math.max(pauseMs, retryAfterMs) : 0
    },
  }
}
export type Breaker = ReturnType<typeof aBreaker>
