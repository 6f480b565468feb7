import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { TabLinks } from '@/components/ui/tab-links'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { SpamCheck, type Checking } from '../spam/spam-check'
import { deskWords } from '@/lib/i18n/desk-words'
import { digits } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/i18n/locales'
import type { SendPresses } from './outbox/decision-store'
import type { DecideOutcome, Status } from './outcome'
import { QueueList } from './queue-list'
import type { ReplyAction } from './card/reply-form'

interface QueueProps {
  locale: Locale
  status: Status
  counts: Record<Status, number>
  page: { comments: QueuedComment[]; next?: string }
  isFirstPage: boolean
  /** Who decides. */
  person: string
  checking: Checking
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
  decideAll: SendPresses
  reply: ReplyAction
  /** How many are shown on a page. */
  show: number
}

const statuses = ['pending', 'approved', 'spam', 'trash'] as const
/** How many comments may be shown on a page; the first is usual. */
export const pageSizes = [20, 50, 100] as const

export function Queue({ locale, status, counts, page, isFirstPage, checking, show, ...actions }: QueueProps) {
  const { queue: words, frame } = deskWords(locale)
  const address = (status: Status, many = show) =>
    `/desk/queue?status=${status}${many === pageSizes[0] ? '' : `&show=${many}`}`
  return (
    <div className="grid gap-4">
      <h1 className="font-serif text-2xl font-semibold">{words.title}</h1>
      <SpamCheck checking={checking} locale={locale} />
      <TabLinks
        locale={locale}
        label={words.byStatus}
        tabs={statuses.map((one) => ({
          href: address(one),
          name: words.states[one],
          count: counts[one],
          current: one === status,
        }))}
      />
      <QueueList
        key={status}
        comments={page.comments}
        status={status}
        count={counts[status]}
        hasMore={page.next !== undefined}
        isFirstPage={isFirstPage}
        {...actions}
      />
      {(page.next || !isFirstPage || show !== pageSizes[0]) && (
        <nav aria-label={frame.pages} className="flex flex-wrap items-center gap-2">
          {!isFirstPage && (
            <Link className={buttonLook()} href={address(status)}>
              {frame.firstPage}
            </Link>
          )}
          {page.next && (
            <Link className={buttonLook()} href={`${address(status)}&after=${encodeURIComponent(page.next)}`}>
              {frame.nextPage}
            </Link>
          )}
          <span className="ms-auto text-[0.8125rem] text-soft">
            {words.onAPage}{' '}
            {pageSizes.map((many) => (
              <Link
                key={many}
                href={address(status, many)}
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
