import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { TabLinks } from '@/components/ui/tab-links'
import { namedFilters } from '@/lib/moderation/queue/schema'
import type { QueuePage } from '@/lib/moderation/queue/queries'
import { SpamCheck, type Checking } from '../spam/spam-check'
import { deskWords } from '@/lib/i18n/desk-words'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import type { SendPresses } from './outbox/decision-store'
import type { DecideOutcome, Status } from './outcome'
import { QueueList } from './queue-list'
import { addressOf, pageSizes, type QueueView } from './view-address'
import { ViewFilters } from './view-filters'
import type { ReplyAction } from './card/reply-form'

interface QueueProps {
  locale: Locale
  view: QueueView
  /** What the view's chapter is called, where it is narrowed to one. */
  chapterTitle?: string
  counts: Record<Status, number>
  page: QueuePage
  isFirstPage: boolean
  /** Who decides. */
  person: string
  checking: Checking
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
  decideAll: SendPresses
  reply: ReplyAction
}

const statuses = ['pending', 'approved', 'spam', 'trash'] as const

export function Queue({
  locale,
  view,
  chapterTitle,
  counts,
  page,
  isFirstPage,
  checking,
  ...actions
}: QueueProps) {
  const { status, show } = view
  const isNarrowed = namedFilters(view.filters).length > 0
  const { queue: words, frame } = deskWords(locale)
  return (
    <div className="grid gap-4">
      <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
      <SpamCheck checking={checking} locale={locale} />
      <TabLinks
        locale={locale}
        label={words.byStatus}
        tabs={statuses.map((one) => ({
          href: addressOf({ ...view, status: one }),
          name: words.states[one],
          count: isNarrowed ? undefined : counts[one],
          current: one === status,
        }))}
      />
      <ViewFilters locale={locale} view={view} chapterTitle={chapterTitle} />
      <QueueList
        key={addressOf(view)}
        view={addressOf(view)}
        comments={page.comments}
        status={status}
        isNarrowed={isNarrowed}
        count={counts[status]}
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
