import type { Locale } from './locales'
import { ar } from './messages/ar/mail'
import { en, type LetterWords } from './messages/en/mail'
import { ja } from './messages/ja/mail'

const texts: Record<Locale, LetterWords> = { en, ja, ar }

/** The words of the mails about comments. */
export const letterWords = (locale: Locale): LetterWords => texts[locale]
