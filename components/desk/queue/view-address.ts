import { namedFilters, type QueueFilters } from '@/lib/moderation/queue/schema'
import type { Status } from './outcome'

/** A view of the queue: a status, what it is narrowed to, and how many are shown on a page. */
export interface QueueView {
  status: Status
  filters: QueueFilters
  show: number
}

/** How many comments may be shown on a page; the first is usual. */
export const pageSizes = [20, 50, 100] as const

/** The address of a view, to be shared. */
export function addressOf({ status, filters, show }: QueueView, after?: string): string {
  const named = new URLSearchParams({ status, ...Object.fromEntries(namedFilters(filters)) })
  if (show !== pageSizes[0]) named.set('show', String(show))
  if (after) named.set('after', after)
  return `/desk/queue?${named}`
}
