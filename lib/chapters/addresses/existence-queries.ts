import { db, namedRows } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import { monthsOf } from '../reading/list-queries'
import { pageLength, redirectKey } from '../rules'

// Is there something at an address? Asked for every address that is not in memory, by strangers for any number of
// them: each is one statement that looks into indexes and costs the same on a large site. What is counted is kept by
// whoever asks until lists change.

/** What stands at a chapter's address: a chapter, the way to where it is now, what has gone for good, or nothing. */
export type ChapterStanding =
  { kind: 'here'; chapterId: string } | ({ kind: 'moved' } & Moved) | { kind: 'gone' } | { kind: 'missing' }

interface Moved {
  locale: Locale
  slug: string
}

export async function standingOfChapter(locale: Locale, slug: string): Promise<ChapterStanding> {
  const [row] = await namedRows<Row>('chapter-standing', chapterStanding(locale, slug))
  const { chapterId, gone, toLocale, toSlug, toIsGone } = row!
  if (chapterId) return { kind: 'here', chapterId }
  // What has gone for good is gone under its old addresses too; of where it was last, nothing is said.
  if (gone || toIsGone) return { kind: 'gone' }
  return toSlug && isLocale(toLocale)
    ? { kind: 'moved', locale: toLocale, slug: toSlug }
    : { kind: 'missing' }
}

interface Row {
  chapterId: string | null
  gone: boolean
  toLocale: string | null
  toSlug: string | null
  toIsGone: boolean | null
}

// A chapter that is not out keeps its new address to itself.
export const chapterStanding = (locale: Locale, slug: string) => Prisma.sql`
  select here.chapter_id as "chapterId", ${isGone(Prisma.sql`e.locale = ${locale} and e.slug = ${slug}`)} as gone,
    moved.locale as "toLocale", moved.slug as "toSlug", moved.gone as "toIsGone"
  from (values (1)) as one
  left join lateral (
    select p.chapter_id from published_edition p where p.locale = ${locale} and p.slug = ${slug}) as here on true
  left join lateral (
    select m.locale, case when p.id is not null then m.slug end as slug, ${isGone(Prisma.sql`e.id = m.id`)} as gone
    from redirect r
    join edition m on m.locale = split_part(r.to_path, '/', 2) and m.slug = split_part(r.to_path, '/', 4)
    left join published_edition p on p.id = m.id
    where r.from_path = ${redirectKey(locale, slug)}) as moved on true`

const isGone = (edition: Prisma.Sql) => Prisma.sql`exists (
  select from publication w join edition e on e.id = w.edition_id
  where ${edition} and w.gone_at is not null and w.publish_at <= w.withdrawn_at)`

/** Something in a language that chapters belong to, by its slug. */
export type Shelf = 'series' | 'tag' | 'translator'

/** Has anything been published of it in this language? */
export async function isOnShelf(shelf: Shelf, locale: Locale, slug: string): Promise<boolean> {
  const [row] = await namedRows<{ there: boolean }>(`any-on-${shelf}`, anyOnShelf(shelf, locale, slug))
  return row!.there
}

export const anyOnShelf = (shelf: Shelf, locale: Locale, slug: string) =>
  Prisma.sql`select exists (select ${firstOnShelf[shelf](locale, slug)}) as there`

const lengths = { series: pageLength.contents, tag: pageLength.list, translator: pageLength.list }

/** On how many pages its chapters stand in this language. */
export async function pagesOfShelf(shelf: Shelf, locale: Locale, slug: string): Promise<number> {
  const [row] = await db.$queryRaw<{ chapters: number }[]>`
    select count(*)::int as chapters ${onShelf[shelf](locale, slug)}`
  return Math.ceil(row!.chapters / lengths[shelf])
}

const published = (locale: Locale) => Prisma.sql`l.locale = ${locale} and l.publish_at <= now()`

// Of what is not there no chapter is looked for, and of what is there only the first.
const firstOnShelf: Record<Shelf, (locale: Locale, slug: string) => Prisma.Sql> = {
  series: (locale, slug) => Prisma.sql`
    from series s cross join lateral (
      select from edition_listing l where l.series_id = s.id and ${published(locale)}
      order by l.publish_at limit 1) as first
    where s.slug = ${slug}`,
  tag: (locale, slug) => Prisma.sql`
    from tag t cross join lateral (
      select from edition_tag et join edition_listing l on l.edition_id = et.edition_id
      where et.tag_id = t.id and ${published(locale)} limit 1) as first
    where t.locale = ${locale} and t.slug = ${slug}`,
  translator: (locale, slug) => onShelf.translator(locale, slug),
}

const onShelf: Record<Shelf, (locale: Locale, slug: string) => Prisma.Sql> = {
  series: (locale, slug) => Prisma.sql`
    from series s join edition_listing l on l.series_id = s.id where s.slug = ${slug} and ${published(locale)}`,
  tag: (locale, slug) => Prisma.sql`
    from tag t join edition_tag et on et.tag_id = t.id join edition_listing l on l.edition_id = et.edition_id
    where t.locale = ${locale} and t.slug = ${slug} and ${published(locale)}`,
  translator: (locale, slug) => Prisma.sql`
    from edition e join edition_listing l on l.edition_id = e.id
    where e.translator is not null and name_slug(e.translator) = ${slug} and ${published(locale)}`,
}

/** How many chapters are published in a language, in each month by its number ('2024-02'). */
export async function chaptersByMonth(locale: Locale): Promise<ReadonlyMap<string, number>> {
  const months = await monthsOf(locale)
  return new Map(months.map(({ year, month, chapters }) => [monthKey(year, month), chapters]))
}

export const monthKey = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`

/** How many numbered pages the history of rankings has in a language. */
export async function rankingPagesOf(locale: Locale): Promise<number> {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from ranking_fact f join published_edition p on p.chapter_id = f.chapter_id
    where p.locale = ${locale}`
  return Math.ceil(row!.total / pageLength.rankings)
}
