import { renderToStaticMarkup } from 'react-dom/server'
import { SearchPage } from '@/components/chapters/search-page'
import { Frame } from '@/components/site/frame'
import { Head } from '@/components/site/head'
import { NotFoundText } from '@/components/site/missing'
import { readSearch } from '@/lib/chapters/search/parse-search'
import type { Search } from '@/lib/chapters/rules'
import { chaptersLike, searchChapters } from '@/lib/chapters/search/queries'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { anyList, noteTags } from '@/lib/kernel/page-tags'
import type { OwnPage } from '@/lib/server/documents/render-page'
import { pageAddress } from '@/lib/site/addresses/page-address'
import { searchInLanguages, searchMetadata } from '@/lib/site/search'
import { typedSlugIn } from '@/lib/site/addresses/slug'

/**
 * Pages that strangers can ask for without end are made here: searches, and pages that are not there with what may
 * have been meant. Next would take ten times as long. Their common frame is that of any page of the language. Nothing
 * for every other path.
 */
export function ownPage(path: string): { locale: Locale; make: () => Promise<OwnPage> } | undefined {
  const [plain = '', query] = path.split('?')
  const [, locale, room, wanted] = plain.split('/')
  if (!isLocale(locale)) return undefined
  if (pageAddress(path)?.kind === 'search')
    return { locale, make: () => searchPage(locale, readSearch(new URLSearchParams(query))) }
  const slug = room === '-' && wanted ? typedSlugIn(wanted) : undefined
  return room === '-' && wanted ? { locale, make: () => missingPage(locale, slug) } : undefined
}

const nothing = { status: 404, body: '' } as const

async function searchPage(locale: Locale, search: Search): Promise<OwnPage> {
  noteTags(anyList)
  const answer = await searchChapters(locale, search)
  if (search.page > 1 && answer.found.length === 0) return nothing
  const head = renderToStaticMarkup(<Head {...searchMetadata(locale, search)} />)
  const body = renderToStaticMarkup(
    <Frame locale={locale} languages={searchInLanguages(locale, search)}>
      <SearchPage locale={locale} search={search} answer={answer} narrowing={answer.narrowing} often={[]} />
    </Frame>,
  )
  return { status: 200, head, body }
}

async function missingPage(locale: Locale, slug: string | undefined): Promise<OwnPage> {
  noteTags(anyList)
  const alike = slug ? await chaptersLike(locale, slug) : []
  if (alike.length === 0) return nothing
  return { status: 404, body: renderToStaticMarkup(<NotFoundText locale={locale} alike={alike} />) }
}
