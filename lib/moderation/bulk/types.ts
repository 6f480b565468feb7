import type { BulkState, CommentStatus } from '@/lib/db/generated/enums'
import type { QueueFilters } from '../queue/schema'
import type { ViewName } from '../queue/views/types'

/** A decision about everything that a view finds, and how far it has come. */
export interface BulkProgress {
  id: string
  view: ViewName
  filters: QueueFilters
  /** Absent: what each was before. */
  becomes?: CommentStatus
  state: BulkState
  /** How many the view had; while they are counted, so far. */
  total: number
  decided: number
  refused: number
  undone: number
  left: number
  by: { id: string; name: string }
  startedAt: Date
  settledAt?: Date
  undoneBy?: string
}

export const statesAtWork: BulkState[] = ['counting', 'running', 'undoing']
export const isAtWork = ({ state }: Pick<BulkProgress, 'state'>) => statesAtWork.includes(state)
export const mayBeCancelled = ({ state }: Pick<BulkProgress, 'state'>) =>
  state === 'counting' || state === 'running'
export const mayBeTakenBack = ({ state, decided }: Pick<BulkProgress, 'state' | 'decided'>) =>
  (state === 'done' || state === 'cancelled') && decided > 0

/** How many are counted before a job has to do it; decided about in one transaction; and at work at once on a site. */
export const bulkLimits = { counted: 10_000, portion: 250, counting: 20_000, atOnce: 3 } as const
