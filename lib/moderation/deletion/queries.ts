import { db } from '@/lib/db/client'
import { uuidIn } from '@/lib/kernel/ids'
import { ensure, type Actor } from '@/lib/people/permissions'

/** How much would go with a comment that is deleted for good, and how many answers would stay. */
export interface WouldGo {
  answers: number
  decisions: number
  edits: number
  mails: number
}

export async function wouldGo(actor: Actor, given: unknown): Promise<WouldGo | undefined> {
  ensure(actor, 'delete comments')
  const id = uuidIn(given)
  if (!id) return undefined
  const where = { commentId: id }
  const [answers, decisions, edits, mails] = await Promise.all([
    db.comment.count({ where: { parentId: id } }),
    db.moderationDecision.count({ where }),
    db.commentEdit.count({ where }),
    db.mail.count({ where }),
  ])
  return { answers, decisions, edits, mails }
}
