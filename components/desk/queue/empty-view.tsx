import Link from 'next/link'
import { useWords } from '../language/words'
import type { Status } from './outcome'

interface EmptyViewProps {
  status: Status
  /** How many there are in this status, by the newest count. */
  count: number
  hasMore: boolean
  /** Is it more than a status that was asked for? */
  isNarrowed: boolean
  isFirstPage: boolean
  /** The list is being read anew. */
  isReading: boolean
}

/** Says that there is nothing only when there is nothing: a page that has been decided is no empty queue. */
export function EmptyView({ status, count, hasMore, isNarrowed, isFirstPage, isReading }: EmptyViewProps) {
  const { words } = useWords('queue')
  return (
    <p className="rounded-lg border border-dashed border-line px-4 py-12 text-center text-soft">
      {isReading || hasMore ? (
        words.next
      ) : isNarrowed && isFirstPage ? (
        words.nothingFits
      ) : isFirstPage || count === 0 ? (
        words.nothing[status]
      ) : (
        <>
          {words.noMoreHere}{' '}
          <Link href={`/desk/queue?status=${status}`} className="text-ink underline underline-offset-4">
            {words.fromFirst}
          </Link>
        </>
      )}
    </p>
  )
}
