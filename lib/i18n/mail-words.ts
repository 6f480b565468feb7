import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { LetterWords } from './messages/en/mail'

/** The words of the mails about comments. */
export const letterWords = (locale: Locale): LetterWords => dictionaries[locale].mail
