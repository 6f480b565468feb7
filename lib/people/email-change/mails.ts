import type { Locale } from '@/lib/i18n/locales'
import { mailWords } from '@/lib/i18n/mail-words'
import { say, words } from '@/lib/i18n/words'
import { bodyOf, type Part } from '@/lib/mail/body'
import type { Email } from '@/lib/mail/port'
import type { DueChangeMail } from './queries'
import { confirmPath, stopPath } from './tokens'

/** A mail about another e-mail address. Whoever gets it reads the other address of the two, and nothing else that was typed. */
export function changeEmail(due: DueChangeMail, siteUrl: string, locale: Locale): Email {
  const here = mailWords(locale).emailChange
  const site = words(locale).site.name
  const subject = `[${site}] ${here.subjects[due.mail]}`
  const path = due.mail === 'confirm' ? confirmPath(due.token) : stopPath(due.token)
  const parts: Part[] = [
    mailWords(locale).hello,
    say(locale, here.why[due.mail], { site, other: due.other }),
    { link: due.mail === 'confirm' ? here.confirmLink : here.stopLink, href: siteUrl + path },
    due.mail === 'confirm' ? here.confirmHow : here.stopHow,
  ]
  return { id: due.id, to: due.to, subject, ...bodyOf(locale, subject, parts) }
}
