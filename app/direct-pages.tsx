import { renderToStaticMarkup } from 'react-dom/server'
import { AuthorPage } from '@/components/comments/author/author-page'
import { CommentForm } from '@/components/comments/comment-form'
import { SearchPage } from '@/components/chapters/search-page'
import { Frame } from '@/components/site/frame'
import { Head } from '@/components/site/head'
import { AwayText, NotFoundText } from '@/components/site/missing'
import { readSearch } from '@/lib/chapters/search/parse-search'
import type { Search } from '@/lib/chapters/rules'
import { chaptersLike } from '@/lib/chapters/search/slug-queries'
import { searchChapters } from '@/lib/chapters/search/queries'
import type { AuthorPageProps } from '@/lib/comments/author/page'
import type { CommentFormProps } from '@/lib/comments/submit/form-state'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { anyList, noteTags } from '@/lib/kernel/page-tags'
import type { DirectPage } from '@/lib/server/documents/render-page'
import { pageAddress } from '@/lib/site/addresses/page-address'
import { searchInLanguages, searchMetadata } from '@/lib/site/search'
import { typedSlugIn } from '@/lib/site/addresses/slug'

/**
 * Pages that strangers can ask for without end are made here: searches, and pages that are not there with what may
 * have been meant. Next would take ten times as long. Their common frame is that of any page of the language. Nothing
 * for every other path.
 */
export function directPage(path: string): { locale: Locale; make: () => Promise<DirectPage> } | undefined {
  const [plain = '', query] = path.split('?')
  const [, locale, room, wanted] = plain.split('/')
  if (!isLocale(locale)) return undefined
  if (pageAddress(path)?.kind === 'search')
    return { locale, make: () => searchPage(locale, readSearch(new URLSearchParams(query))) }
  const slug = room === '-' && wanted ? typedSlugIn(wanted) : undefined
  return room === '-' && wanted ? { locale, make: () => missingPage(locale, slug) } : undefined
}

/** The form of a chapter by itself. */
export const renderForm = (form: CommentFormProps): string => renderToStaticMarkup(<CommentForm {...form} />)

/** The body of the page that a commenter's own link leads to. */
export const renderAuthorPage = (page: AuthorPageProps): string =>
  renderToStaticMarkup(
    <Frame locale={page.locale}>
      <AuthorPage {...page} />
    </Frame>,
  )

/** The body of the page that says that there is none for now, or keeps a form with what was typed. */
export const renderAway = (locale: Locale, form?: CommentFormProps): string =>
  renderToStaticMarkup(
    <Frame locale={locale}>{form ? <CommentForm {...form} /> : <AwayText locale={locale} />}</Frame>,
  )

const nothing = { status: 404, body: '' } as const

async function searchPage(locale: Locale, search: Search): Promise<DirectPage> {
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

async function missingPage(locale: Locale, slug: string | undefined): Promise<DirectPage> {
  noteTags(anyList)
  const alike = slug ? await chaptersLike(locale, slug) : []
  if (alike.length === 0) return nothing
  return { status: 404, body: renderToStaticMarkup(<NotFoundText locale={locale} alike={alike} />) }
}
