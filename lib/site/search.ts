import { searchQuery, type Search } from '@/lib/chapters/rules'
import { locales, type Locale } from '@/lib/i18n/locales'
import { searchPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import type { InLanguage } from './languages'
import { metadataOf } from './metadata'

export function searchMetadata(locale: Locale, search: Search) {
  const { title, titleFor, description } = words(locale).reading.search
  const shown = search.q ? say(locale, titleFor, { q: search.q }) : title
  return metadataOf({
    locale,
    title: shown,
    description,
    languages: searchInLanguages(locale, search),
    // The page to search from may be found; what a search finds is somebody's own list, and there is no end of those.
    passing: search.q !== '',
  })
}

/** A series has one name in all addresses; a tag, and a further page of finds, have none in another language. */
export const searchInLanguages = (here: Locale, { tag, page, ...search }: Search): InLanguage[] =>
  locales.map((locale) =>
    locale === here
      ? { locale, path: searchPath(locale) + searchQuery({ ...search, tag, page }) }
      : {
          locale,
          path: searchPath(locale) + searchQuery({ ...search, page: 1 }),
          instead: tag !== undefined || page > 1,
        },
  )
