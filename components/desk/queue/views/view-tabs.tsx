import { TabLinks } from '@/components/ui/tab-links'
import { deskWords } from '@/lib/i18n/desk-words'
import type { Locale } from '@/lib/i18n/locales'
import type { BoundedCount } from '@/lib/moderation/queue/count-queries'
import { namedFilters } from '@/lib/moderation/queue/schema'
import { viewNames, type ViewName } from '@/lib/moderation/queue/views/types'
import { addressOf, type QueueView } from '../view-address'

type ViewCounts = Partial<Record<ViewName, BoundedCount>>

interface ViewTabsProps {
  locale: Locale
  view: QueueView
  counts: ViewCounts
}

/** The views of the queue. Counts are those of a whole view: of one that is narrowed its own line tells. */
export function ViewTabs({ locale, view, counts }: ViewTabsProps) {
  const { queue, views } = deskWords(locale)
  const names: Record<ViewName, string> = { ...queue.states, ...views.names }
  const isNarrowed = namedFilters(view.filters).length > 0
  return (
    <TabLinks
      locale={locale}
      label={queue.byStatus}
      tabs={viewNames.map((one) => ({
        href: addressOf({ ...view, status: one }),
        name: names[one],
        ...(isNarrowed ? {} : counts[one]),
        current: one === view.status,
      }))}
    />
  )
}
