import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import { cardColumns, seriesOfEdition, tagsOfEdition, titleOf } from './card-sql'
import type {
  ChapterCard,
  MonthCount,
  NewChapter,
  PageOf,
  PublishedSeries,
  PublishedTag,
  SeriesCard,
  TagCard,
} from './published'
import { pageLength } from './rules'

// Lists choose their rows in edition_listing, whose indexes know language and time, and read what they show from
// published_edition alone: what is not published is in no list, whatever the listing holds.

/** The newest chapters of a language, or a numbered page of all of them; nothing when there is no such page. */
export const chaptersOf = (locale: Locale, page?: number) => listed(inLanguage(locale), page)

/** How many numbered pages the list of all chapters of a language has. */
export const pagesOf = async (locale: Locale) =>
  Math.ceil((await countOf(inLanguage(locale))) / pageLength.list)

/** The chapters of one month (UTC), from 1 to 12, oldest first. */
export async function chaptersOfMonth(locale: Locale, year: number, month: number, page = 1) {
  const from = new Date(Date.UTC(year, month - 1))
  const to = new Date(Date.UTC(year, month))
  const within = Prisma.sql`${inLanguage(locale)} and l.publish_at >= ${from} and l.publish_at < ${to}`
  const total = await countOf(within)
  const pages = Math.ceil(total / pageLength.month)
  if (page < 1 || page > pages) return undefined
  const chapters = await cards(within, { skip: (page - 1) * pageLength.month, take: pageLength.month })
  return { chapters: chapters.reverse(), total, page, pages }
}

/** How many chapters each month has, newest first. */
export const monthsOf = (locale: Locale): Promise<MonthCount[]> => db.$queryRaw<MonthCount[]>`
  select extract(year from month)::int as year, extract(month from month)::int as month, count(*)::int as chapters
  from (select date_trunc('month', l.publish_at at time zone 'UTC') as month
        from edition_listing l where ${inLanguage(locale)}) as listed
  group by listed.month order by listed.month desc`

export async function publishedTag(
  locale: Locale,
  slug: string,
  page?: number,
): Promise<PublishedTag | undefined> {
  const namesakes = await db.$queryRaw<{ id: string; name: string; locale: string }[]>`
    select t.id, t.name, t.locale from tag t
    where t.slug = ${slug} and exists (
      select from edition_tag et join published_edition p on p.id = et.edition_id where et.tag_id = t.id)`
  const tag = namesakes.find((one) => one.locale === locale)
  if (!tag) return undefined
  const chapters = await listed(Prisma.sql`${inLanguage(locale)} and ${hasTag(tag.id)}`, page)
  if (!chapters) return undefined
  const elsewhere = locales.flatMap((one) => namesakes.find((namesake) => namesake.locale === one) ?? [])
  const lists = elsewhere.map(async (one) => {
    const total = one.id === tag.id ? chapters.total : await countOf(hasFacet(`tag ${one.id}`))
    return { locale: one.locale as Locale, pages: Math.ceil(total / pageLength.list) }
  })
  return { slug, name: tag.name, chapters, lists: await Promise.all(lists) }
}

export const publishedTags = (locale: Locale): Promise<TagCard[]> => db.$queryRaw<TagCard[]>`
  select t.slug, t.name, count(*)::int as chapters
  from tag t join edition_tag et on et.tag_id = t.id join edition_listing l on l.edition_id = et.edition_id
  where t.locale = ${locale} and ${inLanguage(locale)}
  group by t.id order by t.name`

export const allSeries = (locale: Locale): Promise<SeriesCard[]> => db.$queryRaw<SeriesCard[]>`
  select s.slug, ${titleOf(Prisma.sql`s.id`, Prisma.sql`${locale}`)} as title, counted.chapters, counted.newest
  from (select c.series_id, count(*)::int as chapters, max(l.publish_at) as newest
        from edition_listing l join edition e on e.id = l.edition_id join chapter c on c.id = e.chapter_id
        where ${inLanguage(locale)} group by c.series_id) as counted
  join series s on s.id = counted.series_id
  order by counted.newest desc`

/** A series' published chapters in reading order, or nothing when none is published in this language. */
export async function publishedSeries(
  locale: Locale,
  slug: string,
  page = 1,
): Promise<PublishedSeries | undefined> {
  const [series] = await db.$queryRaw<{ id: string; title: string }[]>`
    select s.id, ${titleOf(Prisma.sql`s.id`, Prisma.sql`${locale}`)} as title from series s where s.slug = ${slug}`
  if (!series) return undefined
  const counts = await db.$queryRaw<{ locale: string; total: number }[]>`
    select l.locale, count(*)::int as total from edition_listing l
    where l.facets @> array['series ' || ${series.id}] and l.publish_at <= now() group by l.locale`
  const total = counts.find((one) => one.locale === locale)?.total ?? 0
  const pages = Math.ceil(total / pageLength.contents)
  if (page < 1 || page > pages) return undefined
  const chapters = await db.$queryRaw<ChapterCard[]>`
    with chosen as materialized (
      select e.id, c.number from chapter c
      join edition e on e.chapter_id = c.id join edition_listing l on l.edition_id = e.id
      where c.series_id = ${series.id}::uuid and e.locale = ${locale} and l.publish_at <= now()
      order by c.number
      limit ${pageLength.contents} offset ${(page - 1) * pageLength.contents})
    select ${cardColumns} from chosen join published_edition p on p.id = chosen.id
    order by chosen.number`
  return {
    ...{ slug, title: series.title, total, page, pages, chapters },
    lists: locales.flatMap((one) => {
      const count = counts.find((count) => count.locale === one)
      return count ? { locale: one, pages: Math.ceil(count.total / pageLength.contents) } : []
    }),
  }
}

const inLanguage = (locale: Locale) => Prisma.sql`l.locale = ${locale} and l.publish_at <= now()`
const hasTag = (id: string) =>
  Prisma.sql`exists (select from edition_tag et where et.edition_id = l.edition_id and et.tag_id = ${id}::uuid)`

const hasFacet = (facet: string) => Prisma.sql`l.facets @> ${[facet]} and l.publish_at <= now()`

async function listed(which: Prisma.Sql, page: number | undefined): Promise<PageOf<NewChapter> | undefined> {
  const total = await countOf(which)
  const take = pageLength.list
  const pages = Math.ceil(total / take)
  if (page !== undefined && (page < 1 || page > pages)) return undefined
  const skip = page === undefined ? Math.max(0, total - take) : (page - 1) * take
  const items = await cards(which, { skip, take })
  const older = page === undefined ? Math.ceil(skip / take) : page - 1
  return {
    ...{ items, total, page, older: older > 0 ? older : undefined },
    newer: page !== undefined && page < pages ? page + 1 : undefined,
  }
}

async function countOf(which: Prisma.Sql) {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from edition_listing l where ${which}`
  return row!.total
}

/** Counted from the oldest, shown from the newest. */
const cards = (which: Prisma.Sql, { skip, take }: { skip: number; take: number }) => db.$queryRaw<
  NewChapter[]
>`
  with chosen as materialized (
    select l.edition_id from edition_listing l where ${which}
    order by l.publish_at, l.edition_id offset ${skip} limit ${take})
  select ${cardColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags
  from chosen join published_edition p on p.id = chosen.edition_id
  order by p.published_at desc, p.id desc`
