import { spanOf } from '@/lib/i18n/time/span'
import { zoneNamed } from '@/lib/i18n/time/zones'
import type { ListPlace } from '@/lib/kernel/list-place'
import type { Actor } from '@/lib/people/permissions'
import type { Wanted } from './chosen-statement'
import type { QueueFilters } from './schema'
import { views } from './views/list'
import type { ViewName } from './views/types'

interface Asked {
  status: ViewName
  filters: QueueFilters
  after?: ListPlace
}

/** By whose clocks the days of a view are. */
export const zoneOf = (actor: Actor) => (actor.role === 'system' ? undefined : zoneNamed(actor.zone)) ?? 'UTC'

/** What somebody looks at who opens a view. */
export const wantedBy = (actor: Actor, { status, filters, after }: Asked, zone = zoneOf(actor)): Wanted => ({
  view: views[status],
  person: actor.role === 'system' ? undefined : actor.id,
  filters,
  span: spanOf(filters, zone),
  after,
})
