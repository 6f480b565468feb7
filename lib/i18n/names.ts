import { isBlank } from '@/lib/kernel/text/shown-text'
import type { Locale } from './locales'
import { words } from './words'

/**
 * A commenter's name as a view or a mail shows it: who gave none, has erased it, or gave one of which nothing is seen
 * is anonymous, in the language of whoever reads. Stored is what was given: the word is nobody's name.
 */
export const shownName = (locale: Locale, name: string): string =>
  isBlank(name) ? words(locale).comments.anonymous : name
