'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { CommentText } from '@/components/comments/comment-text'
import { buttonLook } from '@/components/ui/button'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { EditForm } from './edit-form'
import { EditOutcome } from './edit-outcome'
import type { EditAction } from './state'

/** An edit on a page of its own: it needs no scripts. */
export function EditPage({ comment, action }: { comment: QueuedComment; action: EditAction }) {
  const [state, act, isPending] = useActionState(action, {})
  const { words: queue, rich } = useWords('queue')
  const nameOf = useName()
  const words = queue.changing
  return (
    <div className="grid max-w-3xl gap-4">
      <h1 className="font-serif text-2xl font-semibold [overflow-wrap:anywhere]">
        {rich(words.edit.title, { name: <bdi>{nameOf(comment.name)}</bdi> })}
      </h1>
      <EditOutcome state={state} undo={act} isPending={isPending} />
      <EditForm comment={comment} state={state} action={act} isPending={isPending}>
        <Link href={`/desk/queue/${comment.id}`} className={buttonLook({ tone: 'quiet', size: 'small' })}>
          {state.done ? words.back : words.edit.cancel}
        </Link>
      </EditForm>
      {state.since && (
        <div
          lang={comment.locale}
          className="rounded-lg border border-line bg-sheet p-4 font-serif [overflow-wrap:anywhere]"
        >
          <CommentText text={comment.text} target="_blank" />
        </div>
      )}
    </div>
  )
}
