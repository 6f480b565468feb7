import { withoutEnd } from '@/lib/kernel/text/ends'
import { joinKanaMarks } from '@/lib/kernel/text/kana-marks'
import { normalized } from '@/lib/kernel/text/normal-form'
import { isBlank } from '@/lib/kernel/text/shown-text'
import { webAddressesIn } from '@/lib/kernel/plain-text/web-addresses'
import { readableAddress } from '@/lib/kernel/text/web-address'

// Limits are counted in characters as people count them.
export const chapterLimits = {
  title: 300,
  summary: 2_000,
  slug: 100,
  tag: 80,
  tags: 30,
  source: 500,
  translator: 200,
}

// A call from the editor takes 2 MiB (lib/server/routes/desk); the rest of the form and the encoding need room too.
export const MAX_DOCUMENT_BYTES = 800_000

/** What a ranking ranks: hashtags, or words that were searched for. */
export const rankingKinds = ['hashtag', 'search'] as const
export type RankingKind = (typeof rankingKinds)[number]

/** How it is written down that an edition was withdrawn. */
export const withdrawnAs = ({ forGood, now }: { forGood: boolean; now: Date }) => ({
  withdrawnAt: now,
  goneAt: forGood ? now : null,
})
/** And that it is not, or not any more. */
export const notWithdrawn = { withdrawnAt: null, goneAt: null }

export const editionStates = ['draft', 'scheduled', 'published', 'withdrawn'] as const
export type EditionState = (typeof editionStates)[number]

/** The last part of a page's address: letters and digits of any script, joined by hyphens. */
export const isSlug = (text: string) =>
  text.length <= 2 * chapterLimits.slug &&
  [...text].length <= chapterLimits.slug &&
  // Some letters show nothing.
  !isBlank(text.replaceAll('-', '')) &&
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:-[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u.test(text)

/** A slug for a title; `undefined` when the title holds no letter and no digit. */
export function slugify(title: string): string | undefined {
  const words = normalized(joinKanaMarks(title), 'NFKC')
    .toLowerCase()
    // The small form of İ, whatever the language of the machine: i and a dot that nobody types.
    .replaceAll('i\u0307', 'i')
    // What is not seen is not typed: soft hyphens, joiners (`می‌شود` without one is read all the same), selectors.
    .replace(/['’ʼ\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}][^\p{L}\p{N}]*/gu, '-')
  const start = [...normalized(words, 'NFC')].slice(0, 80).join('')
  const short = withoutEnd(start.replace(/^[-\p{M}]+/u, ''), /-/)
  return isSlug(short) ? short : undefined
}

/** Rain, rain-2, rain-3 … */
export const numbered = (slug: string, attempt: number) => (attempt === 1 ? slug : `${slug}-${attempt}`)

/** The whole of a text as an address in the web; undefined when it is none. */
export function webAddressIn(text: string | null) {
  const [first] = text ? webAddressesIn(text) : []
  return first && first.end - first.start === text!.length ? first.href : undefined
}

/** A source as people read it: an address, which is kept in ASCII, in its own letters. */
export const shownSource = (source: string) =>
  webAddressIn(source) === undefined ? source : readableAddress(source)

/** The page of an edition as `redirect` keeps it: readable letters, not percent signs. */
export const redirectKey = (locale: string, slug: string) => `/${locale}/chapters/${slug}`

/** How many chapters a page shows: of a list, of a month, of a series' contents, of what a search found. */
export const pageLength = { list: 20, month: 100, contents: 100, series: 50, rankings: 100, found: 10 }

/**
 * Where a page of a long list begins: pages are counted from the oldest, so that what stands on one stays there. The
 * page without a number is the newest part, always full. Nothing when there is no such page.
 */
export function placeOf(total: number, length: number, page: number | undefined) {
  const pages = Math.ceil(total / length)
  if (page !== undefined && (page < 1 || page > pages)) return undefined
  const skip = page === undefined ? Math.max(0, total - length) : (page - 1) * length
  const older = page === undefined ? Math.ceil(skip / length) : page - 1
  return {
    skip,
    older: older > 0 ? older : undefined,
    newer: page !== undefined && page < pages ? page + 1 : undefined,
  }
}

/** What is searched for, and what narrows the search. */
export interface Search {
  q: string
  series?: string
  tag?: string
  page: number
}

export const searchLimits = { characters: 100, pages: 20 }

/** A search as the query of its address, always written the same way; empty for an empty search. */
export function searchQuery({ q, series, tag, page }: Search): string {
  if (!q) return ''
  const query = new URLSearchParams({ q })
  if (series) query.set('series', series)
  if (tag) query.set('tag', tag)
  if (page > 1) query.set('page', String(page))
  return `?${query}`
}

/** Over how many days readings are counted for the most read chapters. */
export const periods = [7, 30, 365] as const
export type Period = (typeof periods)[number]
