import type { ListPlace } from '@/lib/kernel/list-place'
import type { Actor } from '@/lib/people/permissions'
import type { Wanted } from '../queue/chosen-statement'
import type { QueueFilters } from '../queue/schema'
import type { ViewName } from '../queue/views/types'
import { wantedBy } from '../queue/wanted'

interface Asked {
  view: ViewName
  filters: QueueFilters
  zone: string
  until: Date
  after?: ListPlace
}

/** What a view had at a moment: nothing that was sent later. */
export function wantedUntil(actor: Actor, { view, filters, zone, until, after }: Asked): Wanted {
  const wanted = wantedBy(actor, { status: view, filters, after }, zone)
  const { before } = wanted.span
  return { ...wanted, span: { ...wanted.span, before: before && before < until ? before : until } }
}
