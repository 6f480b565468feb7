import type { Metadata } from 'next'
import { SearchPage } from '@/components/chapters/search-page'
import { Frame } from '@/components/site/frame'
import { searchQuery, type Search } from '@/lib/chapters/rules'
import { locales, type Locale } from '@/lib/i18n/locales'
import { searchPath } from '@/lib/i18n/paths'
import { say, words } from '@/lib/i18n/words'
import { metadataOf } from '@/lib/site/metadata'
import { readAllSeries, readSearch, readTags } from '@/lib/site/reading'

export function searchMetadata(locale: Locale, search: Search): Metadata {
  const { title, titleFor, description } = words(locale).reading.search
  const shown = search.q ? say(locale, titleFor, { q: search.q }) : title
  return metadataOf({ locale, title: shown, description, languages: languagesOf(search), passing: true })
}

export async function SearchView({ locale, search }: { locale: Locale; search: Search }) {
  const answer = await readSearch(locale, search)
  const series = search.series && (await readAllSeries(locale)).find(({ slug }) => slug === search.series)
  const tag = search.tag && (await readTags(locale)).find(({ slug }) => slug === search.tag)
  const within = { series: series ? series.title : undefined, tag: tag ? tag.name : undefined }
  return (
    <Frame locale={locale} languages={languagesOf(search)}>
      <SearchPage {...{ locale, search, answer, within }} />
    </Frame>
  )
}

const languagesOf = ({ q }: Search) =>
  locales.map((locale) => ({ locale, path: searchPath(locale) + searchQuery({ q, page: 1 }) }))
