import {
  chaptersByMonth,
  isOnShelf,
  monthKey,
  pagesOfShelf,
  rankingPagesOf,
  standingOfChapter,
  type Shelf,
} from '@/lib/chapters/addresses/existence-queries'
import { chapterMeant, shelfMeant, type Meant } from '@/lib/chapters/addresses/folded-slug-queries'
import { foldingsOf } from '@/lib/chapters/addresses/folded-slug'
import { seriesPagesOf } from '@/lib/chapters/reading/series-queries'
import { sitemapLength } from '@/lib/chapters/reading/sitemap-queries'
import { pageLength } from '@/lib/chapters/rules'
import { threadPages } from '@/lib/comments/thread/pages-queries'
import { locales, type Locale } from '@/lib/i18n/locales'
import { chapterPath } from '@/lib/i18n/paths'
import type { FoundPage } from '@/lib/kernel/found-page'
import { anyList, chapterTag } from '@/lib/kernel/page-tags'
import { pageAddress, type PageAddress } from './page-address'
import { numberedLength, sitemapPath } from './sitemap-names'

/**
 * Reads a fact under a key, once however many ask; it may be kept until something of this tag changes. Undefined when
 * too many wait.
 */
export type ReadFact = <Value extends object | number | boolean>(
  key: string,
  tag: string,
  read: () => Promise<Value>,
) => Promise<Value | undefined>

/** What is at a canonical path (with the query of a search). Nothing is rendered, and next to nothing read. */
export async function findPage(path: string, fact: ReadFact): Promise<FoundPage> {
  const asked = pageAddress(path)
  if (!asked) return missing
  if (asked.kind === 'fixed') return here
  if (asked.kind === 'search') return { kind: 'search' }
  if (asked.kind === 'chapter') return chapterAt(asked, path, fact)
  if (asked.kind === 'list') return within(asked.page, await pagesOfList(asked, fact))
  if (asked.kind === 'archive') return archiveAt(asked, path, fact)
  if (asked.kind === 'sitemap') return within(asked.part, await partsOfMonth(asked, fact))
  if (asked.kind === 'numbered-sitemap') return numberedSitemapAt(asked.file, fact)
  if (asked.kind === 'most-read') return mostReadAt(asked, path, fact)
  return shelfAt(asked, path, fact)
}

const here = { kind: 'here' } as const
const missing = { kind: 'missing' } as const
const busy = { kind: 'busy' } as const

const isThere = (there: boolean | undefined): FoundPage =>
  there === undefined ? busy : there ? here : missing

const within = (page: number, pages: number | undefined): FoundPage =>
  isThere(pages === undefined ? undefined : page <= pages)

async function chapterAt(
  { locale, slug, isTyped, comments }: Extract<PageAddress, { kind: 'chapter' }>,
  path: string,
  fact: ReadFact,
): Promise<FoundPage> {
  if (isTyped) return chapterTyped({ locale, slug }, path, fact)
  const found = await fact(`chapter ${locale} ${slug}`, anyList, () => standingOfChapter(locale, slug))
  if (!found) return busy
  // A chapter's feed and its pages of comments move with it.
  if (found.kind === 'moved') return moved(301, movedFrom(path, chapterPath(found.locale, found.slug)))
  if (found.kind === 'missing') return chapterTyped({ locale, slug }, path, fact)
  if (found.kind !== 'here' || comments === undefined) return found
  if (comments === 'none') return missing
  const { chapterId } = found
  const thread = await fact(`thread ${chapterId}`, chapterTag(chapterId), () => threadPages(chapterId))
  // The first page of a thread stands below its chapter, unless the settings say that the newest does.
  if (thread && comments === 1 && thread.home === 1)
    return moved(302, `${chapterPath(locale, slug)}#comments`)
  return within(comments, thread?.pages)
}

/** An address that was typed otherwise than it is written leads to the one that is meant, in one step. */
async function chapterTyped({ locale, slug }: Meant, path: string, fact: ReadFact): Promise<FoundPage> {
  const key = `chapter like ${locale} ${foldingsOf(slug).join(' ')}`
  const meant = await fact(key, anyList, async () => ({ page: await chapterMeant(locale, slug) }))
  if (!meant) return busy
  const { page } = meant
  return page ? moved(301, movedFrom(path, chapterPath(page.locale, page.slug))) : missing
}

const moved = (status: 301 | 302, to: string) => ({ kind: 'moved', status, to }) as const

const movedFrom = (path: string, to: string) => path.replace(/\/[^/]+\/chapters\/[^/]+/, () => to)

async function shelfAt(
  { kind, locale, slug, isTyped, page }: Extract<PageAddress, { kind: Shelf }>,
  path: string,
  fact: ReadFact,
): Promise<FoundPage> {
  const there = !isTyped && (await onShelf(kind, { locale, slug }, fact))
  if (there === false) return shelfTyped(kind, { locale, slug }, path, fact)
  if (!there || page === undefined) return isThere(there)
  // The first page of a series has no number: its chapters are in order.
  if (kind === 'series' && page === 1) return moved(302, withoutNumber(path))
  return within(
    page,
    await fact(`pages of ${kind} ${locale} ${slug}`, anyList, () => pagesOfShelf(kind, locale, slug)),
  )
}

async function mostReadAt(
  { locale, slug, isTyped }: Extract<PageAddress, { kind: 'most-read' }>,
  path: string,
  fact: ReadFact,
): Promise<FoundPage> {
  const there = !isTyped && (await onShelf('tag', { locale, slug }, fact))
  return there === false ? shelfTyped('tag', { locale, slug }, path, fact) : isThere(there)
}

async function shelfTyped(
  kind: Shelf,
  { locale, slug }: Meant,
  path: string,
  fact: ReadFact,
): Promise<FoundPage> {
  const key = `${kind} like ${locale} ${foldingsOf(slug).join(' ')}`
  const meant = await fact(key, anyList, async () => ({ slug: await shelfMeant(kind, locale, slug) }))
  if (!meant) return busy
  if (meant.slug === undefined) return missing
  const as = encodeURIComponent(meant.slug)
  return moved(
    301,
    path.replace(inShelf, (_, before: string) => before + as),
  )
}

// A feed of it, or a page of its list, has the same place in its address.
const inShelf = /(\/[^/]+\/(?:series|tags|translators|most-read\/\d+)\/)[^/]+/

const withoutNumber = (path: string) => path.replace(/\/page\/1$/, '')

const onShelf = (shelf: Shelf, { locale, slug }: { locale: Locale; slug: string }, fact: ReadFact) =>
  fact(`${shelf} ${locale} ${slug}`, anyList, () => isOnShelf(shelf, locale, slug))

async function pagesOfList(
  { list, locale }: Extract<PageAddress, { kind: 'list' }>,
  fact: ReadFact,
): Promise<number | undefined> {
  if (list === 'series') return fact(`pages of series ${locale}`, anyList, () => seriesPagesOf(locale))
  if (list === 'rankings') return fact(`pages of rankings ${locale}`, anyList, () => rankingPagesOf(locale))
  const months = await monthsIn(locale, fact)
  return months && Math.ceil(totalOf(months) / pageLength.list)
}

async function archiveAt(
  { locale, year, month, page }: Extract<PageAddress, { kind: 'archive' }>,
  path: string,
  fact: ReadFact,
): Promise<FoundPage> {
  const months = await monthsIn(locale, fact)
  if (!months) return busy
  if (month === undefined) return isThere([...months.keys()].some((key) => key.startsWith(`${year}-`)))
  const chapters = months.get(monthKey(year, month)) ?? 0
  if (chapters > 0 && page === 1) return moved(302, withoutNumber(path))
  return within(page ?? 1, Math.ceil(chapters / pageLength.month))
}

async function partsOfMonth(
  { year, month }: Extract<PageAddress, { kind: 'sitemap' }>,
  fact: ReadFact,
): Promise<number | undefined> {
  const chapters = await inAllLanguages(fact, (months) => months.get(monthKey(year, month)) ?? 0)
  return chapters === undefined ? undefined : Math.ceil(chapters / sitemapLength)
}

/** Who still knows a file of before is led to the list of those that there are. */
async function numberedSitemapAt(file: number, fact: ReadFact): Promise<FoundPage> {
  const chapters = await inAllLanguages(fact, totalOf)
  if (chapters === undefined) return busy
  return file <= Math.ceil(chapters / numberedLength) ? moved(301, sitemapPath) : missing
}

async function inAllLanguages(
  fact: ReadFact,
  countIn: (months: ReadonlyMap<string, number>) => number,
): Promise<number | undefined> {
  const all = await Promise.all(locales.map((locale) => monthsIn(locale, fact)))
  const counts = all.flatMap((months) => (months ? [countIn(months)] : []))
  return counts.length < all.length ? undefined : counts.reduce((sum, count) => sum + count, 0)
}

const monthsIn = (locale: Locale, fact: ReadFact) =>
  fact(`months ${locale}`, anyList, () => chaptersByMonth(locale))

const totalOf = (months: ReadonlyMap<string, number>) =>
  [...months.values()].reduce((sum, chapters) => sum + chapters, 0)
