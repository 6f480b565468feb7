import Link from 'next/link'
import type { MouseEvent, RefObject } from 'react'
import { buttonLook } from '@/components/ui/button'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useWords } from '../../language/words'

interface ChangeLinksProps {
  comment: QueuedComment
  mayDelete: boolean
  /** Opens the form of an edit here; without scripts its own page is opened. */
  openEdit: () => void
  editLink: RefObject<HTMLAnchorElement | null>
}

const look = buttonLook({ tone: 'quiet', size: 'small' })

/** What can be done with a comment beside deciding about it. Each has a page of its own. */
export function ChangeLinks({ comment, mayDelete, openEdit, editLink }: ChangeLinksProps) {
  const { words } = useWords('queue')
  const { buttons } = words.changing
  const { id, status, takenAway } = comment
  const page = `/desk/queue/${id}`
  const onEdit = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    openEdit()
  }
  const isGone = status === 'spam' || status === 'trash'
  if (takenAway && !(mayDelete && isGone)) return null
  return (
    <div className="flex flex-wrap gap-2">
      {!takenAway && (
        <>
          <Link
            ref={editLink}
            href={`${page}/edit`}
            prefetch={false}
            data-key="e q"
            className={look}
            onClick={onEdit}
          >
            {buttons.edit}
          </Link>
          <Link href={`${page}/move`} prefetch={false} data-key="m" className={look}>
            {buttons.move}
          </Link>
        </>
      )}
      {mayDelete && isGone && (
        <Link href={`${page}/delete`} prefetch={false} className={look}>
          {buttons.delete}
        </Link>
      )}
    </div>
  )
}
