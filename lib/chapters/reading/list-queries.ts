import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import { cardColumns, seriesOfEdition, tagsOfEdition, titleOf } from './summary-sql'
import type {
  ChapterCard,
  MonthCount,
  NewChapter,
  PageOf,
  PublishedSeries,
  PublishedTag,
  PublishedTranslator,
  SeriesCard,
  ListOfSeries,
  TagCard,
} from './types'
import { pageLength, placeOf } from '../rules'

// Lists choose their rows in edition_listing, whose indexes know language and time, and read what they show from
// published_edition alone: what is not published is in no list, whatever the listing holds. What would be counted or
// skipped by the hundred thousand is counted by month (listing_month), so that a page costs the same on a large site.

/** The newest chapters of a language, or a numbered page of all of them; nothing when there is no such page. */
export async function chaptersOf(locale: Locale, page?: number) {
  const months = await monthsOf(locale)
  return listed(inLanguage(locale), page, totalOf(months), (skip) => beginningAt(months, skip))
}

/** How many numbered pages the list of all chapters of a language has. */
export const pagesOf = async (locale: Locale) => Math.ceil(totalOf(await monthsOf(locale)) / pageLength.list)

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

/** How many chapters each month has, newest first. What has been scheduled for later is in this month or after it. */
export const monthsOf = (locale: Locale): Promise<MonthCount[]> => db.$queryRaw<MonthCount[]>`
  select extract(year from month)::int as year, extract(month from month)::int as month, chapters
  from (select month, editions as chapters from listing_month
        where locale = ${locale} and month < month_of(now())
        union all
        select month_of(now()), count(*)::int from edition_listing l
        where ${inLanguage(locale)} and l.publish_at >= month_of(now())::timestamp at time zone 'UTC') as counted
  where chapters > 0 order by counted.month desc`

const totalOf = (months: MonthCount[]) => months.reduce((sum, { chapters }) => sum + chapters, 0)

/** The month in which the chapter after so many, counted from the oldest, was published, and how many of it to skip. */
function beginningAt(newestFirst: MonthCount[], skip: number) {
  let left = skip
  for (const { year, month, chapters } of newestFirst.toReversed()) {
    if (left < chapters) return { since: new Date(Date.UTC(year, month - 1)), skip: left }
    left -= chapters
  }
  return { skip }
}

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
  const tagged = Prisma.sql`${inLanguage(locale)} and ${hasTag(tag.id)}`
  const chapters = await listed(tagged, page, await countOf(tagged))
  if (!chapters) return undefined
  const elsewhere = locales.flatMap((one) => namesakes.find((namesake) => namesake.locale === one) ?? [])
  const lists = elsewhere.map(async (one) => {
    const total = one.id === tag.id ? chapters.total : await countOf(hasFacet(`tag ${one.id}`))
    return { locale: one.locale as Locale, pages: Math.ceil(total / pageLength.list) }
  })
  return { slug, name: tag.name, chapters, lists: await Promise.all(lists) }
}

/** What somebody has translated into a language; nothing when there is nothing. */
export async function publishedTranslator(
  locale: Locale,
  slug: string,
  page?: number,
): Promise<PublishedTranslator | undefined> {
  const counts = await db.$queryRaw<{ locale: string; total: number; name: string }[]>`
    select e.locale, count(*)::int as total, (array_agg(e.translator order by l.publish_at desc))[1] as name
    from edition e join edition_listing l on l.edition_id = e.id
    where name_slug(e.translator) = ${slug} and l.publish_at <= now() group by e.locale`
  const here = counts.find((one) => one.locale === locale)
  if (!here) return undefined
  const theirs = Prisma.sql`${inLanguage(locale)} and l.edition_id in (
    select e.id from edition e where name_slug(e.translator) = ${slug})`
  const chapters = await listed(theirs, page, here.total)
  const lists = locales.flatMap((one) => {
    const total = counts.find((count) => count.locale === one)?.total
    return total ? { locale: one, pages: Math.ceil(total / pageLength.list) } : []
  })
  return chapters && { slug, name: here.name, chapters, lists }
}

/** Everybody who has translated something into a language. */
export const translatorsToMap = (locale: Locale) => db.$queryRaw<{ slug: string }[]>`
  select distinct name_slug(e.translator) as slug from edition e join edition_listing l on l.edition_id = e.id
  where e.translator is not null and name_slug(e.translator) <> '' and ${inLanguage(locale)} order by slug`

export const publishedTags = (locale: Locale): Promise<TagCard[]> => db.$queryRaw<TagCard[]>`
  select t.slug, t.name, count(*)::int as chapters
  from tag t join edition_tag et on et.tag_id = t.id join edition_listing l on l.edition_id = et.edition_id
  where t.locale = ${locale} and ${inLanguage(locale)}
  group by t.id order by t.name`

/** All tags of a language, each with the time of its newest chapter. */
export const tagsToMap = (locale: Locale) => db.$queryRaw<{ slug: string; newest: Date }[]>`
  select t.slug, max(l.publish_at) as newest
  from tag t join edition_tag et on et.tag_id = t.id join edition_listing l on l.edition_id = et.edition_id
  where t.locale = ${locale} and ${inLanguage(locale)}
  group by t.id order by t.name`

/** All months (UTC) of a language, each with the time of its newest chapter, newest first. */
export const monthsToMap = (locale: Locale) => db.$queryRaw<{ year: number; month: number; newest: Date }[]>`
  select extract(year from m.month)::int as year, extract(month from m.month)::int as month, edge.at as newest
  from listing_month m cross join lateral (
    select l.publish_at as at from edition_listing l where ${inLanguage(locale)}
      and l.publish_at >= m.month::timestamp at time zone 'UTC'
      and l.publish_at < (m.month + interval '1 month') at time zone 'UTC'
    order by l.publish_at desc limit 1) as edge
  where m.locale = ${locale} order by m.month desc`

/** All series of a language, each with the time of its newest chapter. */
export const seriesToMap = (locale: Locale) => db.$queryRaw<{ slug: string; newest: Date }[]>`
  select s.slug, edge.at as newest from ${seriesByEdge(locale, 'desc')} order by edge.at desc, s.id`

/** How many numbered pages the list of all series of a language has. */
export async function seriesPagesOf(locale: Locale) {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from ${seriesByEdge(locale, 'desc')}`
  return Math.ceil(row!.total / pageLength.series)
}

/**
 * The series that were continued last, or a numbered page of all of them in the order in which they began, counted
 * from the first; nothing when there is no such page.
 */
export async function seriesOf(locale: Locale, page?: number): Promise<ListOfSeries | undefined> {
  if (page !== undefined && page < 1) return undefined
  const take = pageLength.series
  const chosen =
    page === undefined
      ? Prisma.sql`${seriesByEdge(locale, 'desc')} order by edge.at desc, s.id desc limit ${take}`
      : Prisma.sql`${seriesByEdge(locale, 'asc')} order by edge.at, s.id offset ${(page - 1) * take} limit ${take}`
  const found = await db.$queryRaw<(SeriesCard & { total: number })[]>`
    with chosen as materialized (select s.id, s.slug, edge.at, count(*) over ()::int as total from ${chosen})
    select chosen.slug, ${titleOf(Prisma.sql`chosen.id`, Prisma.sql`${locale}`)} as title, chosen.total,
      (select count(*)::int from edition_listing l where ${inLanguage(locale)} and l.series_id = chosen.id) as chapters
    from chosen order by chosen.at desc, chosen.id desc`
  if (page !== undefined && found.length === 0) return undefined
  const series = found.map(({ slug, title, chapters }) => ({ slug, title, chapters }))
  return { series, page, pages: Math.ceil((found[0]?.total ?? 0) / take) }
}

/** Each series with the time of its first (`asc`) or last published chapter in a language: one look into an index. */
const seriesByEdge = (locale: Locale, order: 'asc' | 'desc') => Prisma.sql`
  series s cross join lateral (
    select l.publish_at as at from edition_listing l where ${inLanguage(locale)} and l.series_id = s.id
    order by l.publish_at ${order === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`} limit 1) as edge`

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
    where l.locale = any (${[...locales]}) and l.series_id = ${series.id}::uuid and l.publish_at <= now()
    group by l.locale`
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
    slug,
    title: series.title,
    total,
    page,
    pages,
    chapters,
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

async function listed(
  which: Prisma.Sql,
  page: number | undefined,
  total: number,
  begin: (skip: number) => Beginning = (skip) => ({ skip }),
): Promise<PageOf<NewChapter> | undefined> {
  const take = pageLength.list
  const place = placeOf(total, take, page)
  if (!place) return undefined
  const items =
    page === undefined ? await newestCards(which, take) : await cards(which, { ...begin(place.skip), take })
  return { items, total, page, older: place.older, newer: place.newer }
}

async function countOf(which: Prisma.Sql) {
  const [row] = await db.$queryRaw<{ total: number }[]>`
    select count(*)::int as total from edition_listing l where ${which}`
  return row!.total
}

interface Beginning {
  /** Nothing before this time is counted. */
  since?: Date
  skip: number
}

/** Counted from the oldest, shown from the newest. */
const cards = (which: Prisma.Sql, { since, skip, take }: Beginning & { take: number }) =>
  cardsOf(Prisma.sql`
    ${which} and ${since ? Prisma.sql`l.publish_at >= ${since}` : Prisma.sql`true`}
    order by l.publish_at, l.edition_id offset ${skip} limit ${take}`)

const newestCards = (which: Prisma.Sql, take: number) =>
  cardsOf(Prisma.sql`${which} order by l.publish_at desc, l.edition_id desc limit ${take}`)

const cardsOf = (chosen: Prisma.Sql) => db.$queryRaw<NewChapter[]>`
  with chosen as materialized (select l.edition_id from edition_listing l where ${chosen})
  select ${cardColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags
  from chosen join published_edition p on p.id = chosen.edition_id
  order by p.published_at desc, p.id desc`
