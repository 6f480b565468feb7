import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { done, refuse } from '@/lib/kernel/result'
import { noteAnswer } from './opt-in-commands'
import { notifyPeopleJob } from './jobs'

// Called with the id that stood in a secret link: having the link is the right to it.

/** The author wants to be told by mail. Nothing is sent before the comment has been checked and the address confirmed. */
export async function askToFollow(commentId: string) {
  return inTransaction(async (tx) => {
    const comment = await tx.comment.findUnique({ where: { id: commentId }, select: { email: true } })
    if (!comment?.email) return refuse('not-possible')
    // A stop is final: whoever has the link of the comment needs the owner of the address anew.
    const { count: stopped } = await tx.commentFollow.updateMany({
      where: { commentId, stoppedAt: { not: null } },
      data: { stoppedAt: null, confirmedAt: null, askedAt: new Date() },
    })
    // A question that has not gone out yet still does.
    const settled = [{ sentAt: { not: null } }, { droppedFor: { not: null } }]
    if (stopped > 0) await tx.mail.deleteMany({ where: { commentId, kind: 'confirm', OR: settled } })
    await tx.commentFollow.upsert({ where: { commentId }, create: { commentId }, update: {} })
    await enqueue(tx, notifyPeopleJob, { commentId })
    return done({ commentId })
  })
}

/**
 * The link in the mail was used: the address is the author's own. If the comment has been published meanwhile its
 * author is told now; of other comments that wait for the address to be confirmed, the next is asked about.
 */
export async function confirmFollow(commentId: string) {
  return inTransaction(async (tx) => {
    const { count } = await tx.commentFollow.updateMany({
      where: { commentId },
      data: { confirmedAt: new Date(), stoppedAt: null },
    })
    const comment = await tx.comment.findUnique({ where: { id: commentId }, select: { email: true } })
    if (count === 0 || !comment?.email) return refuse('not-possible')
    await noteAnswer(tx, comment.email)
    const open = await tx.$queryRaw<{ id: string }[]>`
      select c.id from comment c join comment_follow f on f.comment_id = c.id
      where f.confirmed_at is null and f.stopped_at is null and lower(c.email) = lower(${comment.email})
      order by f.asked_at limit 20`
    for (const id of [commentId, ...open.map((one) => one.id)])
      await enqueue(tx, notifyPeopleJob, { commentId: id })
    return done({ commentId })
  })
}

/** No more mails about this comment; those that wait are dropped. */
export async function stopFollow(commentId: string) {
  await db.commentFollow.updateMany({ where: { commentId }, data: { stoppedAt: new Date() } })
  return done({ commentId })
}

/** No more mails about any comment that was written with the same address. */
export async function stopAllFollows(commentId: string) {
  await db.$executeRaw`
    update comment_follow f set stopped_at = now() from comment c
    where c.id = f.comment_id and f.stopped_at is null and c.email <> ''
      and lower(c.email) = (select lower(email) from comment where id = ${commentId}::uuid)`
  return done({ commentId })
}

/** Replies at once, or once a day in one mail. */
export async function notifyDaily(commentId: string, daily: boolean) {
  const { count } = await db.commentFollow.updateMany({
    where: { commentId, stoppedAt: null },
    data: { daily },
  })
  return count === 1 ? done({ commentId }) : refuse('not-possible')
}
