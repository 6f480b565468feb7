import { Document } from './document'
import type { QueueLimits, Waiter } from '../turns/types'

/**
 * Rendering is work for the processor: more at a time finish no sooner, and pages that are ready wait behind them. A
 * page takes some 30 ms, so that many who wait for known pages are many readers after a start; searches without end
 * are not to be waited for.
 */
export const renderLimits: QueueLimits = {
  atATime: 3,
  ofAddress: 2,
  unknownAtATime: 1,
  waiting: {
    known: { most: 500, ofAddress: 100, longest: 8_000 },
    unknown: { most: 60, ofAddress: 6, longest: 8_000 },
  },
}

/** In whose name the server asks for pages that it needs itself. */
export const ourselves: Waiter = { address: '', rank: 'known' }

/** Given to those who waited too long for their turn, or too many with them. */
export const busy = new Document(503, '')
