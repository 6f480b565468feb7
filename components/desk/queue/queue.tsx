import type { ComponentProps } from 'react'
import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { namedFilters } from '@/lib/moderation/queue/schema'
import { statusOfView } from '@/lib/moderation/queue/views/types'
import type { BoundedCount } from '@/lib/moderation/queue/count-queries'
import type { SavedView } from '@/lib/moderation/saved-views/queries'
import type { QueuePage } from '@/lib/moderation/queue/queries'
import { SpamCheck, type Checking } from '../spam/spam-check'
import { deskWords } from '@/lib/i18n/desk-words'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import type { SendPresses } from './outbox/decision-store'
import type { DecideOutcome, Status } from './outcome'
import type { Density } from './density/density'
import { DensityChoice } from './density/density-choice'
import { QueueList } from './queue-list'
import { addressOf, pageSizes, type QueueView } from './view-address'
import { ViewFilters } from './view-filters'
import { BulkRuns } from './bulk/bulk-runs'
import { FoundLine } from './views/found-line'
import { MoreFilters } from './views/more-filters'
import type { Titles } from './views/names-of-view'
import { SavedViews, type SavedAction } from './views/saved-views'
import { ViewTabs } from './views/view-tabs'
import type { ReplyAction } from './card/reply-form'
import type { Changing } from './changing/state'

interface QueueProps {
  locale: Locale
  view: QueueView
  /** What is told of the view beside its comments. */
  more: ViewParts
  /** Decisions about whole views that are at work. */
  bulk: ComponentProps<typeof BulkRuns>
  counts: Record<Status, number>
  page: QueuePage
  /** When it was read: milliseconds since 1970. */
  readAt: number
  isFirstPage: boolean
  density: Density
  /** Who decides. */
  person: string
  checking: Checking
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
  decideAll: SendPresses
  reply: ReplyAction
  change: Changing
}

interface ViewParts {
  titles: Titles
  /** The series of the chapter that it is narrowed to. */
  seriesId?: string
  /** How many comments it has, if it is narrowed. */
  found?: BoundedCount
  /** How many the person has decided about. */
  mine: BoundedCount
  saved: SavedView[]
  save: SavedAction
}

export function Queue({
  locale,
  view,
  more,
  bulk,
  counts,
  page,
  readAt,
  isFirstPage,
  checking,
  ...actions
}: QueueProps) {
  const { show } = view
  const wholeCounts = Object.fromEntries(Object.entries(counts).map(([status, count]) => [status, { count }]))
  const isNarrowed = namedFilters(view.filters).length > 0
  const { queue: words, frame } = deskWords(locale)
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
        <DensityChoice density={actions.density} />
      </div>
      <SpamCheck checking={checking} locale={locale} />
      <BulkRuns {...bulk} />
      <ViewTabs
        locale={locale}
        view={view}
        counts={{ ...wholeCounts, unchecked: { count: checking.unchecked }, mine: more.mine }}
      />
      <SavedViews view={view} saved={more.saved} action={more.save} />
      <ViewFilters locale={locale} view={view} titles={more.titles} />
      <MoreFilters locale={locale} view={view} seriesId={more.seriesId} />
      <FoundLine locale={locale} view={view} found={more.found} isEmpty={page.comments.length === 0} />
      <QueueList
        key={addressOf(view)}
        view={addressOf(view)}
        comments={page.comments}
        readAt={readAt}
        name={view.status}
        isNarrowed={isNarrowed}
        count={counts[statusOfView(view.status) ?? 'pending']}
        hasMore={page.next !== undefined && !page.isPartial}
        isFirstPage={isFirstPage}
        {...actions}
      />
      {page.isPartial && <p className="text-[0.8125rem] text-soft">{words.lookedThrough}</p>}
      {(page.next || !isFirstPage || show !== pageSizes[0]) && (
        <nav aria-label={frame.pages} className="flex flex-wrap items-center gap-2">
          {!isFirstPage && (
            <Link className={buttonLook()} href={addressOf(view)}>
              {frame.firstPage}
            </Link>
          )}
          {page.next && (
            <Link className={buttonLook()} href={addressOf(view, page.next)}>
              {page.isPartial ? words.lookFurther : frame.nextPage}
            </Link>
          )}
          <span className="ms-auto text-[0.8125rem] text-soft">
            {words.onAPage}{' '}
            {pageSizes.map((many) => (
              <Link
                key={many}
                href={addressOf({ ...view, show: many })}
                aria-current={many === show ? 'true' : undefined}
                className="px-1.5 py-1 underline underline-offset-4 aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
              >
                {digits(locale, many)}
              </Link>
            ))}
          </span>
        </nav>
      )}
    </div>
  )
}
