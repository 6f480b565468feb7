import type { Locale } from '@/lib/i18n/locales'
import { mailWords } from '@/lib/i18n/mail-words'
import { say, words } from '@/lib/i18n/words'
import { bodyOf } from '@/lib/mail/body'
import type { Email } from '@/lib/mail/port'
import type { DueInvitation } from './invitation-queries'
import { setupLinkPath } from './setup-link'

/** The mail by which somebody new comes to the desk, or somebody who is there sets a new password by an admin's link. */
export function invitationEmail(due: DueInvitation, siteUrl: string, locale: Locale): Email {
  const here = mailWords(locale).invitation
  const site = words(locale).site.name
  const kind = due.hasPassword ? 'again' : 'first'
  const subject = `[${site}] ${say(locale, here.subjects[kind], { site })}`
  const parts = [
    mailWords(locale).hello,
    say(locale, here.why[kind], { site }),
    { link: here.link, href: siteUrl + setupLinkPath(due.token) },
    here.how,
  ]
  return { id: due.id, to: due.email, subject, ...bodyOf(locale, subject, parts) }
}
