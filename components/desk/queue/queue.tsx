import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { TabLinks } from '@/components/ui/tab-links'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { SpamCheck, type Checking } from '../spam/spam-check'
import type { SendPresses } from './decision-store'
import { outcomeWords, type DecideOutcome, type Status } from './outcome'
import { QueueList } from './queue-list'
import type { ReplyAction } from './card/reply-form'

interface QueueProps {
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

export function Queue({ status, counts, page, isFirstPage, checking, show, ...actions }: QueueProps) {
  const address = (status: Status, many = show) =>
    `/desk/queue?status=${status}${many === pageSizes[0] ? '' : `&show=${many}`}`
  return (
    <div className="grid gap-4">
      <h1 className="font-serif text-2xl font-semibold">Queue</h1>
      <SpamCheck checking={checking} />
      <TabLinks
        label="Comments by status"
        tabs={statuses.map((one) => ({
          href: address(one),
          name: outcomeWords[one].state,
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
        <nav aria-label="Pages" className="flex flex-wrap items-center gap-2">
          {!isFirstPage && (
            <Link className={buttonLook()} href={address(status)}>
              First page
            </Link>
          )}
          {page.next && (
            <Link className={buttonLook()} href={`${address(status)}&after=${encodeURIComponent(page.next)}`}>
              Next page
            </Link>
          )}
          <span className="ms-auto text-[0.8125rem] text-soft">
            On a page:{' '}
            {pageSizes.map((many) => (
              <Link
                key={many}
                href={address(status, many)}
                aria-current={many === show ? 'true' : undefined}
                className="px-1.5 py-1 underline underline-offset-4 aria-current:font-semibold aria-current:text-ink aria-current:no-underline"
              >
                {many}
              </Link>
            ))}
          </span>
        </nav>
      )}
    </div>
  )
}
