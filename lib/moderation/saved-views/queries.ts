import { db } from '@/lib/db/client'
import { ensure, type Actor } from '@/lib/people/permissions'
import { keptView, queueFilters, type QueueFilters } from '../queue/schema'
import type { ViewName } from '../queue/views/types'
import { seenBy } from './seen-by'

export interface SavedView {
  id: string
  name: string
  status: ViewName
  filters: QueueFilters
  /** Everybody's; otherwise the person's own. */
  forAll: boolean
}

/** Everybody's views and one's own, by their names. */
export async function savedViews(actor: Actor): Promise<SavedView[]> {
  ensure(actor, 'moderate comments')
  const rows = await db.savedView.findMany({
    where: { OR: seenBy(actor) },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, view, filters, ownerId }) => ({
    id,
    name,
    status: keptView.parse(view),
    filters: queueFilters.parse(filters),
    forAll: ownerId === null,
  }))
}
