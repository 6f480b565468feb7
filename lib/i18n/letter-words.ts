import type { Locale } from './locales'
import { ar } from './messages/letters/ar'
import { en, type LetterWords } from './messages/letters/en'
import { ja } from './messages/letters/ja'

const texts: Record<Locale, LetterWords> = { en, ja, ar }

/** The words of the mails about comments. */
export const letterWords = (locale: Locale): LetterWords => texts[locale]
