'use client'

import { useActionState, useMemo, useRef } from 'react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { Announcement } from '../announcement'
import { CommentCard } from '../card/comment-card'
import type { Changing } from '../changing/state'
import type { ReplyAction } from '../card/reply-form'
import { KeysHelp } from '../keys/keys-help'
import { useQueueKeys } from '../keys/use-queue-keys'
import type { SendPresses } from '../outbox/decision-store'
import type { DecideOutcome, Status } from '../outcome'
import { Unsent } from '../outbox/unsent'
import { useDecisions } from '../outbox/use-decisions'
import { useSelection } from '../use-selection'

interface OneCommentProps {
  comment: QueuedComment
  /** Who decides. */
  person: string
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
  decideAll: SendPresses
  reply: ReplyAction
  change: Changing
}

/** A comment on its own page: it stays where it is, whatever is decided about it. */
export function OneComment({ comment, person, decide, decideAll, reply, change }: OneCommentProps) {
  const { id, name, status, seal } = comment
  const [outcome, act] = useActionState(decide, undefined)
  const comments = useMemo(() => [comment], [comment])
  const decisions = useDecisions({ view: `/desk/queue/${id}`, comments, hasMore: false, person }, decideAll)
  const { box } = decisions
  const place = useRef<HTMLDivElement>(null)
  const selection = useSelection([])
  const keys = useQueueKeys(place, comments, { undo: decisions.takeBack, selection })
  const now = box.now.get(id) ?? status
  const press = (becomes: Status) =>
    decisions.press([{ commentId: id, name, seen: now, becomes, read: seal }])
  return (
    <div ref={place} onKeyDown={keys.onKeyDown} className="grid gap-3">
      <CommentCard
        comment={now === status ? comment : { ...comment, status: now, before: status }}
        isAlone
        act={act}
        decide={press}
        reply={reply}
        change={change}
        refusal={box.refused.get(id)}
        dismiss={() => decisions.dismiss(id)}
      />
      <KeysHelp {...keys} />
      <Unsent box={box} hurry={decisions.hurry} />
      <Announcement outcome={outcome} box={box} act={act} undo={decisions.takeBack} />
    </div>
  )
}
