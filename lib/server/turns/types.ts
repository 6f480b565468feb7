/** Work on what is known to be there goes before work that anybody can ask for without end (searches). */
export type Rank = 'known' | 'unknown'

/** Somebody who waits for a piece of work. */
export interface Waiter {
  /** Whose turn it uses: the `addressKey` of a client. */
  address: string
  rank: Rank
  /** Aborted when the client has left. */
  signal?: AbortSignal
  /** Waits no longer than this, where its line would let it: milliseconds. */
  patience?: number
}

export interface QueueLimits {
  /** How many run at a time, how many of them for one address, and how many of them unknown. */
  atATime: number | (() => number)
  ofAddress: number
  unknownAtATime: number
  waiting: Record<Rank, LineLimits>
}

interface LineLimits {
  /** How many may wait, how many of them for one address, and for how long: milliseconds. */
  most: number
  ofAddress: number
  longest: number
}

/** Somebody's place in a line. */
export interface Place extends Waiter {
  job: { begin: () => Promise<unknown> }
  giveUp: () => void
}

/** What a piece of work asks of its queue. */
export interface WorkQueue {
  /** Takes a place in its line. Answers false when there is none. */
  enter(place: Place): boolean
  leave(place: Place): void
  /** Begins what may begin. */
  next(): void
  /** How long one may wait: milliseconds. */
  longest(rank: Rank): number
}
