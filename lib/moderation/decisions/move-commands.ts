import { recordAll } from '@/lib/audit/commands'
import type { Doer } from '@/lib/audit/types'
import { notifyPeopleJob } from '@/lib/comments/notifications/jobs'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import type { Finding } from '@/lib/i18n/statements/statement'
import { enqueueAll } from '@/lib/jobs/enqueue'
import { newIds } from '@/lib/kernel/ids'
import { chapterTag } from '@/lib/kernel/page-tags'
import type { Actor } from '@/lib/people/permissions'
import { deciderOf } from '../transitions'
import { tellMoved } from '../live/commands'
import { takenAway } from './removed-by-author'

interface Step {
  commentId: string
  seen: CommentStatus
  becomes: CommentStatus
  /** A person's own words. */
  reason?: string
  /** What a rule says. */
  why?: Finding
  undoes?: boolean
  /** The decision about a whole view of which this is a part. */
  bulkId?: string
  /** A job does what the actor began. */
  byJob?: boolean
}
type StepOf = Step & { actor: Actor }

/** Moves one comment; answers its chapter, or nothing when it did not stand where it was seen. */
export const move = async (tx: Tx, actor: Actor, step: Step): Promise<string | undefined> =>
  (await moveAll(tx, [{ ...step, actor }])).get(step.commentId)

/**
 * The one place where a status changes: guarded, with its record, and told to readers' pages and open desks. Each comment once.
 * Answers the chapters of those that were moved.
 */
export async function moveAll(tx: Tx, steps: readonly StepOf[]): Promise<Map<string, string>> {
  if (steps.length === 0) return new Map()
  // What its author took away may go to the trash, and nowhere from there.
  const moved = await tx.$queryRaw<{ id: string; chapterId: string }[]>`
    update comment c set status = step.becomes
    from unnest(
      ${steps.map(({ commentId }) => commentId)}::uuid[], ${steps.map(({ seen }) => seen)}::comment_status[],
      ${steps.map(({ becomes }) => becomes)}::comment_status[]) as step (id, seen, becomes)
    where c.id = step.id and c.status = step.seen and (step.becomes = 'trash' or ${takenAway} is null)
    returning c.id, c.chapter_id as "chapterId"`
  const chapters = new Map(moved.map(({ id, chapterId }) => [id, chapterId]))
  const taken = steps.filter(({ commentId }) => chapters.has(commentId))
  // In the order in which they were made, though all are of one moment.
  const ids = newIds(taken.length)
  const decided = taken.map((step, place) => ({ step, decision: recordOf(step, ids[place]!) }))
  if (decided.length > 0) {
    await tx.moderationDecision.createMany({ data: decided.map(({ decision }) => decision) })
    await recordAll(tx, decided.flatMap(deedOf))
  }
  const approved = taken.filter(({ becomes }) => becomes === 'approved')
  await enqueueAll(
    tx,
    notifyPeopleJob,
    approved.map(({ commentId }) => ({ commentId })),
  )
  const shown = taken.filter(({ seen, becomes }) => seen === 'approved' || becomes === 'approved')
  const changed = new Set(shown.map(({ commentId }) => chapterTag(chapters.get(commentId)!)))
  if (changed.size > 0) await announce(tx, [...changed])
  await tellMoved(tx, taken)
  return chapters
}

// What rules decide stands in the decision alone. Of a person's, the entry says which it is, and not why in their words.
function deedOf({ step, decision }: { step: StepOf; decision: ReturnType<typeof recordOf> }) {
  const { actor, commentId, seen, becomes, undoes, byJob } = step
  if (actor.role === 'system') return []
  const by: Doer = byJob ? { via: 'job', personId: actor.id } : actor
  const after = { status: becomes, ...(undoes && { undoes }), decision: decision.id }
  return [{ by, kind: 'comment-decided' as const, about: commentId, before: { status: seen }, after }]
}

function recordOf({ commentId, seen, becomes, undoes, bulkId, actor, why, reason }: StepOf, id: string) {
  const decider = deciderOf(actor)
  const said =
    'rule' in decider ? { why: why?.code, whyParameters: why?.parameters } : { reason: reason || null }
  return { id, commentId, from: seen, to: becomes, undoes, bulkId, ...decider, ...said }
}
