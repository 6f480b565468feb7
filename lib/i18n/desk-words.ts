import type { Locale } from './locales'
import { en, type DeskWords } from './messages/en/desk'

/** The language that the desk speaks. */
export const deskLocale: Locale = 'en'

/** The words of the desk and of the pages in front of it, which speak English. */
export const deskWords: DeskWords = en
