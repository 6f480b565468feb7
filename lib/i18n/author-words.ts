import { dictionaries } from './dictionaries'
import type { Locale } from './locales'
import type { AuthorWords } from './messages/en/author'

/** The words of the page on which somebody sees a comment of their own. */
export const authorWords = (locale: Locale): AuthorWords => dictionaries[locale].author
