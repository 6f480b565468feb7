import { z } from 'zod'
import { dropMail, noteMails, noteSent } from '@/lib/comments/mail-commands'
import { howManyWait, waitingMail } from '@/lib/comments/mail-queries'
import { letterFor, pointless } from '@/lib/comments/letters'
import { runtime } from '@/lib/kernel/env'
import type { Job, Ports } from './handlers'

const about = z.object({ commentId: z.guid() })

/** Notes who is to be told of a comment by mail, where there is a mail server. */
export async function tellPeople({ data }: Job, { mail }: Ports) {
  const { commentId } = about.parse(data)
  if (mail) await noteMails(commentId)
}

const which = z.object({ mailId: z.guid() })

/** Sends one mail. A worker that dies between the sending and its record sends it again, with the same Message-ID. */
export async function sendMail({ data }: Job, { mail: mailer, siteUrl }: Ports) {
  const { mailId } = which.parse(data)
  const mail = await waitingMail(mailId)
  if (!mail || mail.sentAt || mail.droppedFor || !mailer) return
  const why = pointless(mail)
  if (why) return void (await dropMail(mailId, why))

  const letter = letterFor(mail, { siteUrl, secret: runtime().secret, waiting: await howManyWait() })
  const outcome = await mailer.send(letter)
  if (outcome === 'sent') await noteSent(mailId)
  else await dropMail(mailId, 'refused by the mail server')
}
