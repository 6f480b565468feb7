import { defaultLocale, isLocale, type Locale } from '@/lib/i18n/locales'
import { changeEmail } from '@/lib/people/email-change/mails'
import { dueChangeMail, type DueChangeMail } from '@/lib/people/email-change/queries'
import { invitationEmail } from '@/lib/people/links/invitation-mail'
import { dueInvitation } from '@/lib/people/links/invitation-queries'
import { noteResetSent, resetFor } from '@/lib/people/links/reset-commands'
import { resetEmail } from '@/lib/people/links/reset-mail'
import type { Job, Ports } from './ports'

// Each may be sent again by a worker that died between the sending and its record: with the same link and Message-ID. All
// are in the language that the desk speaks to whoever gets them.
const localeOf = ({ locale }: { locale?: string | null }): Locale =>
  isLocale(locale) ? locale : defaultLocale

/** Mails the link that somebody has asked for who has forgotten their password. */
export async function sendReset({ data: { askId } }: Job<{ askId: string }>, { mail, siteUrl }: Ports) {
  const due = await resetFor(askId)
  if (!due || !mail) return
  await mail.send(resetEmail(due, siteUrl, localeOf(due)))
  await noteResetSent(askId)
}

/** Mails the link that an admin has given somebody. */
export async function sendInvitation(
  { data: { linkId } }: Job<{ linkId: string }>,
  { mail, siteUrl }: Ports,
) {
  const due = await dueInvitation(linkId)
  if (due && mail) await mail.send(invitationEmail(due, siteUrl, localeOf(due)))
}

/** Asks the new address of somebody, or tells the old one. */
export async function sendEmailChange(
  { data }: Job<{ changeId: string; mail: DueChangeMail['mail'] }>,
  { mail, siteUrl }: Ports,
) {
  const due = await dueChangeMail(data.changeId, data.mail)
  if (due && mail) await mail.send(changeEmail(due, siteUrl, localeOf(due)))
}
