import { z } from 'zod'
import { record } from '@/lib/audit/commands'
import { announce } from '@/lib/db/announce'
import { inTransaction } from '@/lib/db/in-transaction'
import { chapterTag } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { requireRecentProof } from '@/lib/people/step-up/rules'
import { eraseNotes } from '../decisions/erase-notes-commands'
import { editedSince, standingComment } from '../edits/standing-queries'

const deletion = z.object({
  commentId: z.guid().toLowerCase(),
  /** Stands for what was read of it. */
  version: z.string().max(64),
})

/**
 * Deletes a comment out of the spam or the trash for good, with everything that is kept of it. Its answers stay, hold its
 * place, and answer what it answered. The audit keeps that it was done, and nothing of what it was.
 */
export async function deleteForGood(actor: Actor, given: unknown) {
  ensure(actor, 'delete comments')
  const read = deletion.safeParse(given)
  if (!read.success || actor.role === 'system') return refuse('not-found')
  const unproven = requireRecentProof(actor)
  if (unproven) return unproven
  const { commentId, version } = read.data
  return inTransaction(async (tx) => {
    const now = await standingComment(tx, commentId)
    if (!now) return refuse('not-found')
    if (now.status !== 'spam' && now.status !== 'trash') return refuse('not-in-trash')
    if (now.version !== version) return editedSince(now)
    // While it is known which mails and reasons are about its author.
    await eraseNotes(tx, [commentId])
    const answers = await tx.$executeRaw`
      update comment a set parent_id = c.parent_id, deleted_parent = c.id
      from comment c where a.parent_id = c.id and c.id = ${commentId}::uuid`
    await tx.comment.delete({ where: { id: commentId } })
    await record(tx, actor, {
      kind: 'comment-deleted',
      about: commentId,
      before: { status: now.status },
      after: { answers },
    })
    await announce(tx, [chapterTag(now.chapterId)])
    return done({ commentId, status: now.status })
  })
}
