import { FairQueue } from './fair-queue'
import type { QueueLimits, Waiter } from './types'

/**
 * Forms that strangers send, as many as they like, may hold six of the ten connections to the database: the others are
 * for those who read. A comment takes some five milliseconds.
 */
const writingLimits: QueueLimits = {
  atATime: 6,
  ofAddress: 3,
  unknownAtATime: 1,
  waiting: {
    known: { most: 1_000, ofAddress: 50, longest: 5_000 },
    unknown: { most: 0, ofAddress: 0, longest: 0 },
  },
}

const turns = new FairQueue(writingLimits)

/** What a form asks for, in turn; undefined when too many wait. */
export const inWritingTurn = <Outcome extends object>(
  waiter: Waiter,
  work: () => Promise<Outcome>,
): Promise<Outcome | undefined> => turns.run(waiter, work)
