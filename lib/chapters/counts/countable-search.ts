import type { Locale } from '@/lib/i18n/locales'
import { normalized } from '@/lib/kernel/text/normal-form'

/** Words that readers of a language searched for, and how many of them did. */
export interface Searched {
  locale: Locale
  words: string
  searches: number
}

const limits = { characters: 60, words: 6, digits: 5 }

/**
 * What is counted of a search: its words in one form. Nothing when they could be about a person: an e-mail or web
 * address, a number such as a telephone's, or a whole sentence.
 */
export function countable(q: string): string | undefined {
  const words = normalized(q, 'NFKC')
    .toLowerCase()
    .replace(/["“”„«»]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const digits = words.match(/\p{Nd}/gu)?.length ?? 0
  const fine =
    /\p{L}/u.test(words) &&
    !/[@\\/]|www\.|\p{L}\.\p{L}/u.test(words) &&
    digits < limits.digits &&
    [...words].length <= limits.characters &&
    words.split(' ').length <= limits.words
  return fine ? words : undefined
}
