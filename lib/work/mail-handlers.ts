import { hasRefused } from '@/lib/comments/notifications/opt-in-commands'
import { noteDigestSent } from '@/lib/comments/notifications/digest-commands'
import { dropMail, noteMails, noteSent } from '@/lib/comments/notifications/commands'
import { howManyWait, waitingDigest, waitingMail } from '@/lib/comments/notifications/queries'
import { digestFor, renderEmail, pointless } from '@/lib/comments/notifications/templates'
import { runtime } from '@/lib/kernel/env'
import type { Job, Ports } from './ports'

/** Notes who is to be told of a comment by mail, where there is a mail server. */
export async function notifyPeople({ data }: Job<{ commentId: string }>, { mail }: Ports) {
  if (mail) await noteMails(data.commentId)
}

/** Sends one mail. A worker that dies between the sending and its record sends it again, with the same Message-ID. */
export async function sendMail(
  { data: { mailId } }: Job<{ mailId: string }>,
  { mail: mailer, siteUrl }: Ports,
) {
  const mail = await waitingMail(mailId)
  if (!mail || mail.sentAt || mail.droppedFor || !mailer) return
  const asks = mail.kind === 'confirm' || mail.kind === 'everything'
  const why =
    pointless(mail) ?? (asks && (await hasRefused(mail.recipient)) ? 'recipient-refused' : undefined)
  if (why) return void (await dropMail(mailId, why))

  const email = renderEmail(mail, { siteUrl, secret: runtime().secret, waiting: await howManyWait() })
  const outcome = await mailer.send(email)
  if (outcome === 'sent') await noteSent(mailId)
  else await dropMail(mailId, 'server-refused')
}

/** Sends the replies of a day in one mail; those that have become pointless meanwhile are left out. */
export async function sendDigest(
  { data: { digestId } }: Job<{ digestId: string }>,
  { mail: mailer, siteUrl }: Ports,
) {
  if (!mailer) return
  const mails = []
  for (const mail of await waitingDigest(digestId)) {
    const why = pointless(mail)
    if (why) await dropMail(mail.id, why)
    else mails.push(mail)
  }
  const [first, ...rest] = mails
  if (!first) return
  const outcome = await mailer.send(
    digestFor(digestId, [first, ...rest], { siteUrl, secret: runtime().secret, waiting: 0 }),
  )
  if (outcome === 'sent') await noteDigestSent(mails.map(({ id }) => id))
  else await Promise.all(mails.map(({ id }) => dropMail(id, 'server-refused')))
}
