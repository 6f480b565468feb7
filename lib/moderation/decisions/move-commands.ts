import { notifyPeopleJob } from '@/lib/comments/notifications/jobs'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import type { Finding } from '@/lib/i18n/statements/statement'
import { enqueueAll } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { chapterTag } from '@/lib/kernel/page-tags'
import type { Actor } from '@/lib/people/permissions'
import { deciderOf } from '../transitions'
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
}
type StepOf = Step & { actor: Actor }

/** Moves one comment; answers its chapter, or nothing when it did not stand where it was seen. */
export const move = async (tx: Tx, actor: Actor, step: Step): Promise<string | undefined> =>
  (await moveAll(tx, [{ ...step, actor }])).get(step.commentId)

/**
 * The one place where a status changes: guarded, with its record, and told to the readers' pages. Each comment once.
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
  if (taken.length > 0) await tx.moderationDecision.createMany({ data: taken.map(recordOf) })
  const approved = taken.filter(({ becomes }) => becomes === 'approved')
  await enqueueAll(
    tx,
    notifyPeopleJob,
    approved.map(({ commentId }) => ({ commentId })),
  )
  const shown = taken.filter(({ seen, becomes }) => seen === 'approved' || becomes === 'approved')
  const changed = new Set(shown.map(({ commentId }) => chapterTag(chapters.get(commentId)!)))
  if (changed.size > 0) await announce(tx, [...changed])
  return chapters
}

function recordOf({ commentId, seen, becomes, undoes, actor, why, reason }: StepOf) {
  const decider = deciderOf(actor)
  const said =
    'rule' in decider ? { why: why?.code, whyParameters: why?.parameters } : { reason: reason || null }
  return { id: newId(), commentId, from: seen, to: becomes, undoes, ...decider, ...said }
}
