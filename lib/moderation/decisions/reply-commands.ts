import { createHash } from 'node:crypto'
import { z } from 'zod'
import { record } from '@/lib/audit/commands'
import { keepTracesDays, commentLimits } from '@/lib/comments/rules'
import { readCommentText } from '@/lib/comments/submit/schema'
import type { Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { newId, uuidOfHash } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { ensure, type Actor } from '@/lib/people/permissions'
import { move } from './move-commands'
import { noteLesson } from '../feedback/commands'
import { refusalOf, takenAway, type TakenAway } from './removed-by-author'
import { commentStatus } from './schema'
import { textHash } from './text-hash'

const wish = z.object({
  commentId: z.guid().toLowerCase(),
  text: z.unknown(),
  seen: commentStatus,
  read: z.string().max(64).optional(),
})

/**
 * Somebody of the staff answers a comment at the desk: published at once, under their own name and with the badge
 * that nobody gets without a session. Answering a comment that waits approves it.
 */
export async function replyAsStaff(actor: Actor, given: unknown, from: { ip: string; userAgent: string }) {
  ensure(actor, 'moderate comments')
  if (actor.role === 'system') return refuse('not-possible')
  const read = wish.safeParse(given)
  if (!read.success) return refuse('form-broken')
  const { commentId, seen, read: textRead } = read.data
  const words = readCommentText(read.data.text)
  if (!words.ok) return refuse(words.problem)
  const key = keyOf(actor.id, commentId, words.text)

  return inTransaction(async (tx) => {
    const [answered] = await tx.$queryRaw<
      { status: string; chapterId: string; editionId: string; locale: string }[]
    >`
      select c.status::text as status, c.chapter_id as "chapterId", c.edition_id as "editionId", e.locale
      from comment c join edition e on e.id = c.edition_id where c.id = ${commentId}::uuid for update of c`
    if (!answered) return refuse('not-found')
    const before = await tx.comment.findUnique({
      where: { submissionKey: key },
      select: { id: true, status: true },
    })
    if (before) return before.status === 'approved' ? done({ commentId: before.id }) : refuse('duplicate')
    const { seal, away } = await standingNow(tx, commentId)
    if (away) return refuse(refusalOf[away])
    if (answered.status !== seen) return refuse('changed-meanwhile')
    if (textRead !== undefined && textRead !== seal) return refuse('text-changed')
    if (seen !== 'approved' && seen !== 'pending') return refuse('not-possible')
    if (seen === 'pending') {
      const step = { commentId, seen, becomes: 'approved' } as const
      await move(tx, actor, step)
      await noteLesson(tx, actor, step)
    }
    const { email: own } = await tx.person.findUniqueOrThrow({ where: { id: actor.id } })
    const email = own ?? ''
    const fields = {
      name: actor.name,
      email: [...email].length > commentLimits.email ? '' : email,
      text: words.text,
    }
    const reply = await tx.comment.create({
      data: {
        id: newId(),
        ...fields,
        staffId: actor.id,
        parentId: commentId,
        submissionKey: key,
        chapterId: answered.chapterId,
        editionId: answered.editionId,
        locale: answered.locale,
        trace: {
          create: {
            ip: from.ip.slice(0, 64),
            userAgent: from.userAgent.slice(0, 512),
            referrer: '',
            elapsedMs: 0,
            asSubmitted: fields,
            expiresAt: new Date(Date.now() + keepTracesDays * 86_400_000),
          },
        },
      },
    })
    await move(tx, actor, { commentId: reply.id, seen: 'pending', becomes: 'approved' })
    await record(tx, actor, { kind: 'comment-answered', about: commentId, after: { reply: reply.id } })
    return done({ commentId: reply.id })
  })
}

/** What it says, and whether its author took it away. A statement after the lock: it sees what that has waited for. */
async function standingNow(tx: Tx, commentId: string) {
  const [now] = await tx.$queryRaw<{ seal: string; away: TakenAway | null }[]>`
    select ${textHash} as seal, ${takenAway} as away from comment c where c.id = ${commentId}::uuid`
  return now!
}

// The same words by the same person to the same comment are one reply, however often the button is pressed.
const keyOf = (...parts: string[]) =>
  uuidOfHash(
    createHash('sha256')
      .update(['reply of the staff', ...parts].join('\0'))
      .digest('hex'),
  )
