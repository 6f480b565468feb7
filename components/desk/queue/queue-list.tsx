'use client'

import { useActionState, useRef } from 'react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { Announcement } from './announcement'
import { CommentCard } from './card/comment-card'
import type { DecideOutcome, Status } from './outcome'
import type { ReplyAction } from './card/reply-form'
import { useWords } from '../language/words'
import { useQueueKeys } from './use-queue-keys'

interface QueueListProps {
  comments: QueuedComment[]
  status: Status
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
  reply: ReplyAction
}

/** The comments of one status. Each button is an ordinary form's, so it works before scripts have arrived. */
export function QueueList({ comments, status, decide, reply }: QueueListProps) {
  const [outcome, act, pending] = useActionState(decide, undefined)
  const { words } = useWords('queue')
  const list = useRef<HTMLDivElement>(null)
  const keys = useQueueKeys(list, comments)
  return (
    <div ref={list} onKeyDown={keys.onKeyDown} className="grid gap-3">
      {comments.length === 0 ? (
        <p className="rounded-lg border border-dashed border-line px-4 py-12 text-center text-soft">
          {words.nothing[status]}
        </p>
      ) : (
        comments.map((comment) => (
          <CommentCard key={comment.id} comment={comment} act={act} isBusy={pending} reply={reply} />
        ))
      )}
      {comments.length > 0 && (
        <label className="flex w-fit items-center gap-2 text-[0.8125rem] text-soft">
          <input type="checkbox" checked={keys.areOn} onChange={keys.toggle} className="accent-rubric" />
          {words.keys}
        </label>
      )}
      <Announcement outcome={outcome} act={act} isBusy={pending} />
    </div>
  )
}
