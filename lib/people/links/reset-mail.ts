import type { Locale } from '@/lib/i18n/locales'
import { mailWords } from '@/lib/i18n/mail-words'
import { say, words } from '@/lib/i18n/words'
import { bodyOf } from '@/lib/mail/body'
import type { Email } from '@/lib/mail/port'
import type { DueReset } from './reset-commands'
import { setupLinkPath } from './setup-link'

/** The mail by which somebody sets a new password. It holds nothing that anybody has typed. */
export function resetEmail({ id, email, token }: DueReset, siteUrl: string, locale: Locale): Email {
  const here = mailWords(locale)
  const site = words(locale).site.name
  const subject = `[${site}] ${here.resetSubject}`
  const parts = [
    here.hello,
    say(locale, here.resetWhy, { site }),
    { link: here.resetLink, href: siteUrl + setupLinkPath(token) },
    here.resetLate,
    here.resetNot,
  ]
  return { id, to: email, subject, ...bodyOf(locale, subject, parts) }
}
