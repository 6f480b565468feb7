import { ruleOf, erasedText } from '@/lib/comments/own-rules'
import { readCommentText } from '@/lib/comments/schema'
import { discussionSettings } from '@/lib/comments/settings-queries'
import { announce } from '@/lib/db/announce'
import type { Tx } from '@/lib/db/client'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { everything } from '@/lib/kernel/page-tags'
import { done, refuse } from '@/lib/kernel/result'
import { move } from './commands'

// Called with the id that stood in a secret link: having the link is the right to it.

/**
 * The author changes the text; a changed comment is looked at again. After the minutes of the settings what readers
 * have seen waits for an editor, whatever the rules say.
 */
export async function changeOwn(commentId: string, typed: unknown) {
  const read = readCommentText(typed)
  if (!read.ok) return refuse(read.problem)
  const { editMinutes } = await discussionSettings()
  return inTransaction(async (tx) => {
    const row = await locked(tx, commentId, editMinutes)
    if (!row || !['pending', 'approved'].includes(row.status)) return refuse('not-possible')
    if (editMinutes === 0) return refuse('too-late')
    if (row.text === read.text) return done({ commentId })
    if (row.justChanged) return refuse('too-fast')
    await tx.$executeRaw`
      update comment set text = ${read.text}, edited_at = now(),
        held_for = case when ${!row.inTime && row.status === 'approved'} then 'late change' else held_for end
      where id = ${commentId}::uuid`
    if (row.status === 'approved') await moveBy(tx, ruleOf.change, commentId, row.status, 'pending')
    await enqueue(tx, 'check-spam', { commentId, attempt: 1, reason: 'edit' })
    return done({ commentId })
  })
}

/** The author takes the comment back. */
export async function withdrawOwn(commentId: string) {
  return inTransaction(async (tx) => {
    const row = await locked(tx, commentId)
    if (!row || row.status === 'trash') return refuse('not-possible')
    await moveBy(tx, ruleOf.withdrawal, commentId, row.status, 'trash')
    return done({ commentId })
  })
}

/**
 * The author erases what is kept about a comment: name, addresses, text, where it came from, what was noted of it.
 * Once the address has been confirmed through this comment, the same for all that were written with it.
 */
export async function eraseOwn(commentId: string) {
  return inTransaction(async (tx) => {
    const own = await tx.comment.findUnique({
      where: { id: commentId },
      select: { email: true, follow: { select: { confirmedAt: true } } },
    })
    if (!own) return refuse('not-possible')
    const ids =
      own.email && own.follow?.confirmedAt
        ? (
            await tx.$queryRaw<{ id: string }[]>`
            select id from comment where lower(email) = lower(${own.email}) order by id limit 5000`
          ).map(({ id }) => id)
        : [commentId]
    for (const id of ids) {
      const row = await locked(tx, id)
      if (row && row.status !== 'trash') await moveBy(tx, ruleOf.erasure, id, row.status, 'trash')
    }
    await tx.$executeRaw`
      update comment set name = '', email = '', url = null, text = ${erasedText}, edited_at = now()
      where id = any (${ids}::uuid[])`
    await tx.submissionTrace.deleteMany({ where: { commentId: { in: ids } } })
    await tx.screeningStep.deleteMany({ where: { commentId: { in: ids } } })
    await tx.spamVerdict.deleteMany({ where: { commentId: { in: ids } } })
    await tx.commentFollow.deleteMany({ where: { commentId: { in: ids } } })
    await tx.mail.deleteMany({ where: { commentId: { in: ids } } })
    if (own.email) await tx.mail.deleteMany({ where: { recipient: own.email.toLowerCase() } })
    await announce(tx, [everything])
    return done({ commentId, erased: ids.length })
  })
}

interface Locked {
  status: CommentStatus
  text: string
  inTime: boolean
  justChanged: boolean
}

async function locked(tx: Tx, commentId: string, editMinutes = 0): Promise<Locked | undefined> {
  const [row] = await tx.$queryRaw<Locked[]>`
    select status::text as status, text, sent_at + ${editMinutes}::int * interval '1 minute' > now() as "inTime",
      coalesce(edited_at > now() - interval '5 seconds', false) as "justChanged"
    from comment where id = ${commentId}::uuid for update`
  return row
}

const moveBy = (tx: Tx, rule: string, commentId: string, seen: CommentStatus, becomes: CommentStatus) =>
  move(tx, { role: 'system', rule }, { commentId, seen, becomes })
