'use client'

import Link from 'next/link'
import { useActionState } from 'react'
import { CommentText } from '@/components/comments/comment-text'
import { Alert } from '@/components/ui/alert'
import { Button, buttonLook } from '@/components/ui/button'
import type { WouldGo } from '@/lib/moderation/deletion/queries'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { SureDialog } from '../../account/second-factor/sure-dialog'
import { useName } from '../../language/use-name'
import { useWords } from '../../language/words'
import { ChangedSince } from './since'
import type { DeleteAction } from './state'

interface DeletePageProps {
  comment: QueuedComment
  goes: WouldGo
  action: DeleteAction
}

/** What goes and what stays when a comment is deleted for good, and the button that does it. */
export function DeletePage({ comment, goes, action }: DeletePageProps) {
  const [state, act, isPending] = useActionState(action, {})
  const { words: queue, say, rich, sentenceFor } = useWords('queue')
  const nameOf = useName()
  const words = queue.changing.delete
  const { refusal, since, nonce } = state
  const isProof = refusal?.startsWith('proof-')
  const what = [
    words.goes.itself,
    words.goes.trace,
    say(words.goes.decisions, { count: goes.decisions }),
    say(words.goes.edits, { count: goes.edits }),
    say(words.goes.mails, { count: goes.mails }),
  ]
  return (
    <div className="grid max-w-3xl gap-4">
      <h1 className="font-serif text-2xl font-semibold [overflow-wrap:anywhere]">
        {rich(words.title, { name: <bdi>{nameOf(comment.name)}</bdi> })}
      </h1>
      {refusal && !isProof && (
        <Alert tone="bad" urgent>
          {since ? <ChangedSince since={since} /> : sentenceFor(refusal)}
        </Alert>
      )}
      <div
        lang={comment.locale}
        tabIndex={0}
        role="group"
        aria-label={queue.text}
        className="max-h-80 overflow-y-auto rounded-lg border border-line bg-sheet p-4 font-serif [overflow-wrap:anywhere]"
      >
        <CommentText text={comment.text} target="_blank" />
      </div>
      <div className="grid gap-2 text-sm">
        <p className="font-medium">{words.intro}</p>
        <ul className="list-disc ps-5">
          {what.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
        <p>{say(words.stays, { count: goes.answers })}</p>
        <p className="text-soft">{words.audit}</p>
      </div>
      <form action={act} className="grid gap-3">
        <input type="hidden" name="commentId" value={comment.id} />
        <input type="hidden" name="version" value={comment.version} />
        {isProof && <SureDialog key={nonce} refusal={refusal!} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="danger" disabled={isPending}>
            {words.button}
          </Button>
          <Link href={`/desk/queue/${comment.id}`} className={buttonLook({ tone: 'quiet' })}>
            {words.cancel}
          </Link>
        </div>
      </form>
    </div>
  )
}
