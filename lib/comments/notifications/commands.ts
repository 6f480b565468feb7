import { db, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import type { DroppedCode } from '@/lib/i18n/statements/codes'
import { enqueue } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { done, refuse } from '@/lib/kernel/result'
import { takeAsking } from './opt-in-commands'
import { dueMails, type DueMail } from './queries'
import { discussionSettings } from '../discussion/queries'
import { sendMailJob } from './jobs'
import { recipientOf } from '@/lib/mail/address'

/** Notes the mails that a comment's state calls for, and leaves each to be sent. What was noted once is not again. */
export async function noteMails(commentId: string): Promise<number> {
  const settings = await discussionSettings()
  return inTransaction(async (tx) => {
    const due = await dueMails(tx, commentId, settings)
    for (const mail of due) await note(tx, commentId, mail)
    return due.length
  })
}

// The unique key on (comment, recipient, kind) decides, whatever runs twice or at once.
async function note(tx: Tx, commentId: string, mail: DueMail) {
  const { recipient, kind, locale, daily = false, published } = mail
  if (kind === 'confirm') {
    const asked = await tx.mail.count({ where: { commentId, kind } })
    if (asked > 0 || !(await takeAsking(tx, recipient, published ? 'published' : 'anybody'))) return
  }
  const mailId = newId()
  const fresh = await tx.$executeRaw(Prisma.sql`
    insert into mail (id, comment_id, recipient, kind, locale, daily)
    values (${mailId}::uuid, ${commentId}::uuid, ${recipient}, ${kind}::mail_kind, ${locale}, ${daily})
    on conflict (comment_id, recipient, kind) do nothing`)
  // What goes out once a day is gathered by a job of its own.
  if (fresh === 1 && !daily) await enqueue(tx, sendMailJob, { mailId })
}

/**
 * A link to everything that was written with a comment's address goes to that address, and to nobody else. Whether
 * it went is not told: whoever asks may be a stranger.
 */
export async function sendEverything(commentId: string) {
  const { mailsToCommenters } = await discussionSettings()
  return inTransaction(async (tx) => {
    const comment = await tx.comment.findUnique({
      where: { id: commentId },
      select: { email: true, locale: true, status: true },
    })
    if (!mailsToCommenters || !comment?.email || comment.status === 'spam') return refuse('not-possible')
    if (!(await takeAsking(tx, comment.email))) return done({ commentId })
    await tx.mail.deleteMany({ where: { commentId, kind: 'everything' } })
    const { email, locale } = comment
    await note(tx, commentId, { recipient: recipientOf(email), kind: 'everything', locale })
    return done({ commentId })
  })
}

export const noteSent = (id: string) => db.mail.updateMany({ where: { id }, data: { sentAt: new Date() } })

export const dropMail = (id: string, droppedFor: DroppedCode) =>
  db.mail.updateMany({ where: { id }, data: { droppedFor } })
