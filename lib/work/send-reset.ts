import { noteResetSent, resetFor } from '@/lib/people/links/reset-commands'
import { resetEmail } from '@/lib/people/links/reset-mail'
import type { Job, Ports } from './ports'

/**
 * Mails the link that somebody has asked for. A worker that dies between the sending and its record sends it again,
 * with the same link and Message-ID. The desk speaks English, and so does its mail.
 */
export async function sendReset({ data: { askId } }: Job<{ askId: string }>, { mail, siteUrl }: Ports) {
  const due = await resetFor(askId)
  if (!due || !mail) return
  await mail.send(resetEmail(due, siteUrl, 'en'))
  await noteResetSent(askId)
}
