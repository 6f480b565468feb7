import Link from 'next/link'
import { buttonLook } from '@/components/ui/button'
import { TabLinks } from '@/components/ui/tab-links'
import type { QueuedComment } from '@/lib/moderation/queries'
import { SpamCheck, type Checking } from '../spam-check'
import { words, type DecideOutcome, type Status } from './outcome'
import { QueueList } from './queue-list'

interface QueueProps {
  status: Status
  counts: Record<Status, number>
  page: { comments: QueuedComment[]; next?: string }
  isFirstPage: boolean
  checking: Checking
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
}

const statuses = ['pending', 'approved', 'spam', 'trash'] as const
const address = (status: Status) => `/desk/queue?status=${status}`

export function Queue({ status, counts, page, isFirstPage, checking, decide }: QueueProps) {
  return (
    <div className="grid gap-4">
      <h1 className="font-serif text-2xl font-semibold">Queue</h1>
      <SpamCheck checking={checking} />
      <TabLinks
        label="Comments by status"
        tabs={statuses.map((one) => ({
          ...{ href: address(one), name: words[one].state, count: counts[one], current: one === status },
        }))}
      />
      <QueueList key={status} comments={page.comments} status={status} decide={decide} />
      {(page.next || !isFirstPage) && (
        <nav aria-label="Pages" className="flex gap-2">
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
        </nav>
      )}
    </div>
  )
}
