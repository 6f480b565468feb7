'use client'

import { useActionState, useRef } from 'react'
import type { QueuedComment } from '@/lib/moderation/queue/queries'
import { statusOfView, type ViewName } from '@/lib/moderation/queue/views/types'
import { Announcement } from './announcement'
import { BulkBar } from './bulk-bar'
import { CommentCard } from './card/comment-card'
import type { ReplyAction } from './card/reply-form'
import type { Changing } from './changing/state'
import type { SendPresses } from './outbox/decision-store'
import type { Density } from './density/density'
import { useCurrent } from './density/use-current'
import { EmptyView } from './empty-view'
import { KeysHelp } from './keys/keys-help'
import type { Press } from './outbox/outbox'
import type { DecideOutcome, Status } from './outcome'
import { CameBack } from './outbox/came-back'
import { Unsent } from './outbox/unsent'
import { useDecisions } from './outbox/use-decisions'
import { LiveList } from './live/live'
import { useQueueKeys } from './keys/use-queue-keys'
import { useSelection } from './use-selection'

interface QueueListProps {
  /** Which view this is. */
  view: string
  comments: QueuedComment[]
  /** When they were read: milliseconds since 1970. */
  readAt: number
  /** Its name. */
  name: ViewName
  /** How many there are in its status. */
  count: number
  hasMore: boolean
  /** Is it more than a status that was asked for? */
  isNarrowed: boolean
  isFirstPage: boolean
  density: Density
  /** Who decides. */
  person: string
  decide: (before: DecideOutcome, form: FormData) => Promise<DecideOutcome>
  decideAll: SendPresses
  reply: ReplyAction
  change: Changing
}

/**
 * The comments of one view. Each button is an ordinary form's, so it works before scripts have arrived; with them
 * it answers at once, and what was pressed is sent while the person goes on.
 */
export function QueueList({
  comments,
  readAt,
  name,
  density,
  decide,
  decideAll,
  reply,
  change,
  ...more
}: QueueListProps) {
  const [outcome, act] = useActionState(decide, undefined)
  const { view, hasMore, person } = more
  const status = statusOfView(name)
  const decisions = useDecisions({ view, comments, status, hasMore, person }, decideAll)
  const { box, shown } = decisions
  const selection = useSelection(shown.map(({ id }) => id))
  const list = useRef<HTMLDivElement>(null)
  const { current, onFocus } = useCurrent(shown.map(({ id }) => id))
  const isList = density === 'list'
  const keys = useQueueKeys(list, shown, { undo: decisions.takeBack, selection })

  const press = (of: readonly QueuedComment[], becomes: Status | 'before') =>
    decisions.press(of.map((comment) => pressOf(comment, becomes)))

  return (
    <div ref={list} onKeyDown={keys.onKeyDown} className="grid gap-3">
      {shown.length > 0 && <BulkBar comments={shown} selection={selection} decide={press} />}
      <CameBack count={box.refused.size} dismiss={decisions.dismissAll} />
      <LiveList
        readAt={readAt}
        person={person}
        decided={box.now}
        takesNew={status === 'pending' && !hasMore}
        isEmpty={shown.length === 0}
      >
        <div className={isList ? 'reading-list' : 'contents'} onFocus={onFocus}>
          {shown.map((comment) => (
            <CommentCard
              key={comment.id}
              comment={comment}
              isRow={isList}
              isCurrent={isList && comment.id === current}
              act={act}
              decide={(becomes) => press([comment], becomes)}
              reply={reply}
              change={change}
              refusal={box.refused.get(comment.id)}
              dismiss={() => decisions.dismiss(comment.id)}
              choice={{
                isSelected: selection.isSelected(comment.id),
                select: (range) => selection.toggle(comment.id, range),
              }}
            />
          ))}
        </div>
      </LiveList>
      {shown.length === 0 && (
        <EmptyView name={name} isReading={comments.length > 0 || box.now.size > 0} {...more} />
      )}
      {shown.length > 0 && <KeysHelp {...keys} />}
      <Unsent box={box} hurry={decisions.hurry} />
      <Announcement outcome={outcome} box={box} act={act} undo={decisions.takeBack} />
    </div>
  )
}

const pressOf = (comment: QueuedComment, becomes: Status | 'before'): Press => ({
  commentId: comment.id,
  name: comment.name,
  seen: comment.status,
  becomes: becomes === 'before' ? (comment.before ?? 'pending') : becomes,
  read: comment.seal,
})
