import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { narrowingOf, type CountedFacet } from './facet-queries'
import type { SearchHit, Narrowing } from '../reading/types'
import { pageLength, type Search } from '../rules'
import { piecesIn, snippetOf } from './snippet'
import { wordSearch } from './word-search'
import { candidates, withWords } from './search-sql'
import { withTitleLike } from './likeness-sql'
import { facetsOf } from './known-facet-queries'

export interface SearchAnswer {
  found: SearchHit[]
  total: number
  /** There may be more than were counted. */
  more: boolean
  /** Nothing has these words; these titles look alike. */
  alike: boolean
  /** Only words were asked for that nearly every chapter has and nobody looks up. */
  common: boolean
  /** What it may be narrowed to, or is. */
  narrowing: Narrowing
}

/** What readers may read that has these words, best first: titles before texts, then by how often and how near. */
export async function searchChapters(locale: Locale, search: Search): Promise<SearchAnswer> {
  const facets = search.q ? await facetsOf(locale, search) : undefined
  if (!facets)
    return {
      found: [],
      total: 0,
      more: false,
      alike: false,
      common: false,
      narrowing: { series: [], tags: [] },
    }
  const page = { skip: (search.page - 1) * pageLength.found, take: pageLength.found }
  const rows = await db.$queryRaw<Row[]>(withWords(locale, search.q, facets, page))
  const narrowing = await narrowingOf(
    locale,
    rows[0]?.counted ?? facets.map((facet) => ({ facet, chapters: 0 })),
  )
  if (rows.length > 0 || search.page > 1) {
    const total = rows[0]?.total ?? 0
    const more = total >= candidates.texts
    return { found: shown(locale, search.q, rows), total, more, alike: false, common: false, narrowing }
  }
  const alike = await db.$queryRaw<Row[]>(withTitleLike(wantedIn(search.q), facets, page.take))
  const found = shown(locale, search.q, alike)
  const common = alike.length === 0 && (await isCommon(locale, search.q))
  return { found, total: alike.length, more: false, alike: alike.length > 0, common, narrowing }
}

async function isCommon(locale: Locale, q: string) {
  if (!wordSearch[locale].hasStopWords) return false
  const [row] = await db.$queryRaw<{ common: boolean }[]>`
    select numnode(search_query(${locale}, plain)) = 0
           and querytree(websearch_to_tsquery('simple', plain)) not in ('', 'T') as common
    from search_plain(${q}) as plain`
  return row!.common
}

type Row = Omit<SearchHit, 'snippet'> & {
  text: string
  /** What Postgres cut out of it. */
  cut: string | null
  total: number
  counted: CountedFacet[] | null
}

const wantedIn = (q: string) => q.replace(/(^|\s)-("[^"]*"?|\S*)/g, ' ').trim()

const shown = (locale: Locale, q: string, rows: Row[]): SearchHit[] =>
  rows.map(({ text, cut, total: _total, counted: _counted, ...row }) => ({
    ...row,
    snippet:
      cut === null
        ? snippetOf(text, q.split(/\s+/))
        : piecesIn(cut, text, {
            isArabic: locale === 'ar',
            goesOn: text.length >= wordSearch[locale].looked,
          }),
  }))
