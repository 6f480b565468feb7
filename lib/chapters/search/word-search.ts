import type { Locale } from '@/lib/i18n/locales'

interface WordSearch {
  /**
   * The text search configuration of Postgres that knows the stems of its words. Without one, a word is found by the
   * pairs of its neighbouring characters, as in scripts that put no blanks between words.
   */
  stems?: string
  /** The configuration passes over some words, such as 'the'. */
  hasStopWords?: boolean
  /** So many characters of a text are looked at to show where the words are. */
  looked: number
}

/**
 * How words are found in each language. The functions search_words, search_query and list_edition of the database say
 * the same in SQL (prisma/sql); a test compares the two.
 */
export const wordSearch: Record<Locale, WordSearch> = {
  en: { stems: 'english', hasStopWords: true, looked: 20_000 },
  ja: { looked: 100_000 },
  ar: { stems: 'arabic', looked: 20_000 },
}
