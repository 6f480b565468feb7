import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { OwnWords } from './messages/en/author'

/** The words of the page on which somebody sees a comment of their own. */
export const ownWords = (locale: Locale): OwnWords => dictionaries[locale].author
