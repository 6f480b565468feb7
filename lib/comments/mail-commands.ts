import { db, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { enqueue } from '@/lib/jobs/enqueue'
import { newId } from '@/lib/kernel/ids'
import { dueMails, type DueMail } from './mail-queries'
import { discussionSettings } from './settings-queries'

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
async function note(tx: Tx, commentId: string, { recipient, kind, locale, daily = false }: DueMail) {
  const mailId = newId()
  const fresh = await tx.$executeRaw(Prisma.sql`
    insert into mail (id, comment_id, recipient, kind, locale, daily)
    values (${mailId}::uuid, ${commentId}::uuid, ${recipient}, ${kind}::mail_kind, ${locale}, ${daily})
    on conflict (comment_id, recipient, kind) do nothing`)
  // What goes out once a day is gathered by a job of its own.
  if (fresh === 1 && !daily) await enqueue(tx, 'send-mail', { mailId })
}

export const noteSent = (id: string) => db.mail.updateMany({ where: { id }, data: { sentAt: new Date() } })

export const dropMail = (id: string, droppedFor: string) =>
  db.mail.updateMany({ where: { id }, data: { droppedFor } })
