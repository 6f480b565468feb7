import type { Locale } from './locales'
import { desk as ar } from './messages/ar/desk'
import { desk as en, type DeskWords } from './messages/en/desk'
import { desk as ja } from './messages/ja/desk'

// Apart from the other dictionaries: readers' pages never ask for these.
const dictionaries: Record<Locale, DeskWords> = { en, ja, ar }

/** The words of the desk and of the pages in front of it. */
export const deskWords = (locale: Locale): DeskWords => dictionaries[locale]
