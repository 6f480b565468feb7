import type { Locale } from '@/lib/i18n/locales'

/** A page in a language; or, where that language has no such page, what is there `instead`. */
export interface InLanguage {
  locale: Locale
  path: string
  instead?: boolean
}

/** A page of a list in every language that has the list: the page of this number where there is one, else the first. */
export const pageInLanguages = (
  page: number | undefined,
  lists: { locale: Locale; pages: number }[],
  path: (locale: Locale, page?: number) => string,
): InLanguage[] =>
  lists.map(({ locale, pages }) =>
    page === undefined || page <= pages
      ? { locale, path: path(locale, page) }
      : { locale, path: path(locale), instead: true },
  )
