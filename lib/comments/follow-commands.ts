import { db } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { done, refuse } from '@/lib/kernel/result'

// Called with the id that stood in a secret link: having the link is the right to it.

/** The author wants to be told by mail. Nothing is sent before the comment has been checked and the address confirmed. */
export async function askToFollow(commentId: string) {
  return inTransaction(async (tx) => {
    const comment = await tx.comment.findUnique({ where: { id: commentId }, select: { email: true } })
    if (!comment?.email) return refuse('not-possible')
    await tx.commentFollow.upsert({
      where: { commentId },
      create: { commentId },
      update: { stoppedAt: null },
    })
    await enqueue(tx, 'tell-people', { commentId })
    return done({ commentId })
  })
}

/** The link in the mail was used: the address is the author's own. */
export async function confirmFollow(commentId: string) {
  const { count } = await db.commentFollow.updateMany({
    where: { commentId },
    data: { confirmedAt: new Date(), stoppedAt: null },
  })
  return count === 1 ? done({ commentId }) : refuse('not-possible')
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
export async function tellDaily(commentId: string, daily: boolean) {
  const { count } = await db.commentFollow.updateMany({
    where: { commentId, stoppedAt: null },
    data: { daily },
  })
  return count === 1 ? done({ commentId }) : refuse('not-possible')
}
