import type { MonthPart } from '@/lib/chapters/reading/sitemap-queries'
import { periods } from '@/lib/chapters/rules'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { isFeedFile } from '@/lib/syndication/feed'
import { numberIn } from './number-in'
import { monthOfFile, numberOfFile, pagesFile, sitemapPath } from './sitemap-names'
import { parseSlugParam, typedSlugIn } from './slug'

/**
 * What an address of a reading page, a feed or a sitemap names, as far as its form tells. Whether that is there, the
 * database knows (`find-page.ts`).
 */
export type PageAddress =
  /** There, whatever is published. */
  | { kind: 'fixed' }
  /** A search with words: nobody knows what it finds before it is made. */
  | { kind: 'search' }
  /** `comments` is the page of its thread; `none` where the address has something else in its place. */
  | ({ kind: 'chapter'; comments?: number | 'none' } & Named)
  | ({ kind: 'series' | 'tag' | 'translator'; page?: number } & Named)
  | ({ kind: 'most-read' } & Named)
  | { kind: 'list'; list: 'chapters' | 'series' | 'rankings'; locale: Locale; page: number }
  | { kind: 'archive'; locale: Locale; year: number; month?: number; page?: number }
  | ({ kind: 'sitemap' } & MonthPart)
  /** A sitemap under a name of before. */
  | { kind: 'numbered-sitemap'; file: number }

interface Named {
  locale: Locale
  slug: string
  /** No slug is written like this: nothing is there, but something may be meant. */
  isTyped?: true
}

/** Reads a canonical path, with the query of a search; undefined where no page can be. */
export function pageAddress(path: string): PageAddress | undefined {
  const [plain = '', query] = path.split('?')
  const [first = '', ...rest] = plain.split('/').slice(1)
  if (first === 'feeds') return feedAt(rest)
  if (first === 'sitemaps') return rest.length === 1 ? sitemapAt(rest[0]!) : undefined
  if (plain === sitemapPath || plain === '/robots.txt') return fixed
  if (!isLocale(first)) return undefined
  const [room, ...inRoom] = rest
  if (room === undefined) return fixed
  if (room === 'search') return inRoom.length > 0 ? undefined : query ? { kind: 'search' } : fixed
  return Object.hasOwn(rooms, room) ? rooms[room]!(first, inRoom) : undefined
}

type Room = (locale: Locale, rest: string[]) => PageAddress | undefined

const fixed = { kind: 'fixed' } as const

const alone: Room = (_locale, rest) => (rest.length === 0 ? fixed : undefined)

const rooms: Record<string, Room> = {
  privacy: alone,
  chapters: chapterAt,
  page: (locale, [page, ...more]) => (more.length > 0 ? undefined : listAt(locale, 'chapters', page)),
  series: (locale, rest) =>
    rest.length === 0
      ? fixed
      : rest[0] === 'page' && rest.length === 2
        ? listAt(locale, 'series', rest[1])
        : named('series', locale, rest),
  tags: (locale, rest) => (rest.length === 0 ? fixed : named('tag', locale, rest)),
  translators: (locale, rest) => named('translator', locale, rest),
  rankings: (locale, rest) =>
    rest.length === 0
      ? fixed
      : rest[0] === 'page' && rest.length === 2
        ? listAt(locale, 'rankings', rest[1])
        : undefined,
  archive: archiveAt,
  'most-read': mostReadAt,
}

function chapterAt(locale: Locale, [encoded = '', room, page, ...more]: string[]): PageAddress | undefined {
  const asked = nameIn(encoded)
  if (!asked || more.length > 0) return undefined
  if (room === undefined) return { kind: 'chapter', locale, ...asked }
  if (room !== 'comments' || page === undefined) return undefined
  return { kind: 'chapter', locale, ...asked, comments: numberIn(page) ?? 'none' }
}

function nameIn(encoded: string): Pick<Named, 'slug' | 'isTyped'> | undefined {
  const slug = parseSlugParam(encoded)
  if (slug !== undefined) return { slug }
  const typed = typedSlugIn(encoded)
  return typed === undefined ? undefined : { slug: typed, isTyped: true }
}

function listAt(locale: Locale, list: 'chapters' | 'series' | 'rankings', asked: string | undefined) {
  const page = numberIn(asked)
  return page ? ({ kind: 'list', list, locale, page } as const) : undefined
}

function named(
  kind: 'series' | 'tag' | 'translator',
  locale: Locale,
  [encoded = '', ...rest]: string[],
): PageAddress | undefined {
  const asked = nameIn(encoded)
  if (!asked) return undefined
  if (rest.length === 0) return { kind, locale, ...asked }
  const page = pageIn(rest)
  return page ? { kind, locale, ...asked, page } : undefined
}

function archiveAt(locale: Locale, [askedYear, askedMonth, ...rest]: string[]): PageAddress | undefined {
  if (askedYear === undefined) return fixed
  const year = numberIn(askedYear, { from: 1970, to: 9999 })
  if (!year) return undefined
  if (askedMonth === undefined) return { kind: 'archive', locale, year }
  const month = numberIn(askedMonth, { to: 12, places: 2 })
  if (!month) return undefined
  if (rest.length === 0) return { kind: 'archive', locale, year, month }
  const page = pageIn(rest)
  return page ? { kind: 'archive', locale, year, month, page } : undefined
}

function mostReadAt(locale: Locale, [days, encoded, ...more]: string[]): PageAddress | undefined {
  if (more.length > 0) return undefined
  if (days === undefined) return fixed
  if (!periods.some((one) => String(one) === days)) return undefined
  if (encoded === undefined) return fixed
  const asked = nameIn(encoded)
  return asked && { kind: 'most-read', locale, ...asked }
}

function feedAt(rest: string[]): PageAddress | undefined {
  const [file, [locale, room, ...inRoom]] = [rest.at(-1), rest.slice(0, -1)]
  if (!isFeedFile(file)) return undefined
  if (locale === undefined) return fixed
  if (!isLocale(locale)) return undefined
  if (room === undefined) return fixed
  if (inRoom.length !== 1) return undefined
  if (room === 'chapters') return chapterAt(locale, inRoom)
  return room === 'series' || room === 'tags'
    ? named(room === 'tags' ? 'tag' : 'series', locale, inRoom)
    : undefined
}

function sitemapAt(name: string): PageAddress | undefined {
  if (name === pagesFile) return fixed
  const part = monthOfFile(name)
  if (part) return { kind: 'sitemap', ...part }
  const file = numberOfFile(name)
  return file ? { kind: 'numbered-sitemap', file } : undefined
}

const pageIn = (rest: string[]) => (rest.length === 2 && rest[0] === 'page' ? numberIn(rest[1]) : undefined)
