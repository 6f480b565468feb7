import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { MailWords } from './messages/en/mail'

/** The words of the mails about comments. */
export const mailWords = (locale: Locale): MailWords => dictionaries[locale].mail
