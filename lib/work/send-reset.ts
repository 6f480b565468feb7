import { defaultLocale, isLocale } from '@/lib/i18n/locales'
import { noteResetSent, resetFor } from '@/lib/people/links/reset-commands'
import { resetEmail } from '@/lib/people/links/reset-mail'
import type { Job, Ports } from './ports'

/**
 * Mails the link that somebody has asked for. A worker that dies between the sending and its record sends it again,
 * with the same link and Message-ID. It is in the language that the desk speaks to whoever gets it.
 */
export async function sendReset({ data: { askId } }: Job<{ askId: string }>, { mail, siteUrl }: Ports) {
  const due = await resetFor(askId)
  if (!due || !mail) return
  await mail.send(resetEmail(due, siteUrl, isLocale(due.locale) ? due.locale : defaultLocale))
  await noteResetSent(askId)
}
