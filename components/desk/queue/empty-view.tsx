import Link from 'next/link'
import type { Status } from './outcome'

interface EmptyViewProps {
  status: Status
  /** How many there are in this status, by the newest count. */
  count: number
  hasMore: boolean
  isFirstPage: boolean
  /** The list is being read anew. */
  isReading: boolean
}

/** Says that there is nothing only when there is nothing: a page that has been decided is no empty queue. */
export function EmptyView({ status, count, hasMore, isFirstPage, isReading }: EmptyViewProps) {
  return (
    <p className="rounded-lg border border-dashed border-line px-4 py-12 text-center text-soft">
      {isReading || hasMore ? (
        'One moment: the next comments come …'
      ) : isFirstPage || count === 0 ? (
        nothing[status]
      ) : (
        <>
          Nothing more on this page.{' '}
          <Link href={`/desk/queue?status=${status}`} className="text-ink underline underline-offset-4">
            From the first page
          </Link>
        </>
      )}
    </p>
  )
}

const nothing: Record<Status, string> = {
  pending: 'Nothing waits. Every comment has been decided.',
  approved: 'No comment has been approved yet.',
  spam: 'No spam.',
  trash: 'The trash is empty.',
}
