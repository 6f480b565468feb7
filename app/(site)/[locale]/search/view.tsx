import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SearchPage } from '@/components/chapters/search-page'
import { Frame } from '@/components/site/frame'
import type { Narrowing } from '@/lib/chapters/published'
import { searchQuery, type Search } from '@/lib/chapters/rules'
import { locales, type Locale } from '@/lib/i18n/locales'
import { searchPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import type { InLanguage } from '@/lib/site/languages'
import { metadataOf } from '@/lib/site/metadata'
import { readAllSeries, readMostSearched, readSearch, readTags } from '@/lib/site/reading'

export function searchMetadata(locale: Locale, search: Search): Metadata {
  const { title, titleFor, description } = words(locale).reading.search
  const shown = search.q ? say(locale, titleFor, { q: search.q }) : title
  return metadataOf({
    locale,
    title: shown,
    description,
    languages: languagesOf(locale, search),
    // The page to search from may be found; what a search finds is somebody's own list, and there is no end of those.
    passing: search.q !== '',
  })
}

export async function SearchView({ locale, search }: { locale: Locale; search: Search }) {
  const answer = await readSearch(locale, search)
  if (search.page > 1 && answer.found.length === 0) notFound()
  const narrowing = search.q ? answer.narrowing : await everything(locale)
  const often = search.q ? [] : (await readMostSearched(locale)).map(({ words }) => words)
  return (
    <Frame locale={locale} languages={languagesOf(locale, search)}>
      <SearchPage {...{ locale, search, answer, narrowing, often }} />
    </Frame>
  )
}

// A list to choose from and not to read: the tags that most chapters have.
const mostTags = 60

/** What any search may be narrowed to, before there is one. */
async function everything(locale: Locale): Promise<Narrowing> {
  const [list, tags] = await Promise.all([readAllSeries(locale), readTags(locale)])
  const most = tags.toSorted((one, other) => other.chapters - one.chapters).slice(0, mostTags)
  return {
    series: list!.series.map(({ slug, title, chapters }) => ({ slug, name: title, chapters })),
    tags: tags.filter((tag) => most.includes(tag)),
  }
}

/** A series has one name in all addresses; a tag, and a further page of finds, have none in another language. */
const languagesOf = (here: Locale, { tag, page, ...search }: Search): InLanguage[] =>
  locales.map((locale) =>
    locale === here
      ? { locale, path: searchPath(locale) + searchQuery({ ...search, tag, page }) }
      : {
          locale,
          path: searchPath(locale) + searchQuery({ ...search, page: 1 }),
          instead: tag !== undefined || page > 1,
        },
  )
