import { namedFilters, type QueueFilters } from '@/lib/moderation/queue/schema'
import type { ViewName } from '@/lib/moderation/queue/views/types'

/** A view of the queue, what it is narrowed to, and how many comments are shown on a page. */
export interface QueueView {
  status: ViewName
  filters: QueueFilters
  show: number
}

/** How many comments may be shown on a page; the first is usual. */
export const pageSizes = [20, 50, 100] as const

/** The address of a view, to be shared. */
export function addressOf({ status, filters, show }: QueueView, after?: string): string {
  const named = wordsOf({ status, filters })
  if (show !== pageSizes[0]) named.set('show', String(show))
  if (after) named.set('after', after)
  return `/desk/queue?${named}`
}

/** Where everything in a view is decided about at once. */
export const wholeViewAddress = (view: Pick<QueueView, 'status' | 'filters'>) =>
  `/desk/queue/all?${wordsOf(view)}`

/** A view as a part of an address. */
export const wordsOf = ({ status, filters }: Pick<QueueView, 'status' | 'filters'>) =>
  new URLSearchParams({ status, ...Object.fromEntries(namedFilters(filters)) })
