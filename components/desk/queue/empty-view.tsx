import Link from 'next/link'
import { useWords } from '../language/words'
import { statusOfView, type ViewName } from '@/lib/moderation/queue/views/types'

interface EmptyViewProps {
  /** Which view this is. */
  name: ViewName
  /** How many there are in its status, by the newest count. */
  count: number
  hasMore: boolean
  /** Is it more than a status that was asked for? */
  isNarrowed: boolean
  isFirstPage: boolean
  /** The list is being read anew. */
  isReading: boolean
}

/** Says that there is nothing only when there is nothing: a page that has been decided is no empty queue. */
export function EmptyView({ name, count, hasMore, isNarrowed, isFirstPage, isReading }: EmptyViewProps) {
  const { words } = useWords('queue')
  const { words: views } = useWords('views')
  const nothing = { ...words.nothing, ...views.nothing }[name]
  const isNone = statusOfView(name) === name && count === 0
  return (
    <p className="rounded-lg border border-dashed border-line px-4 py-12 text-center text-soft">
      {isReading || hasMore ? (
        words.next
      ) : isNarrowed && isFirstPage ? (
        words.nothingFits
      ) : isFirstPage || isNone ? (
        nothing
      ) : (
        <>
          {words.noMoreHere}{' '}
          <Link href={`/desk/queue?status=${name}`} className="text-ink underline underline-offset-4">
            {words.fromFirst}
          </Link>
        </>
      )}
    </p>
  )
}
