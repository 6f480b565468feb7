import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import { summaryColumns, titleOf } from './summary-sql'
import type { ChapterSummary, PublishedSeries, SeriesSummary, ListOfSeries } from './types'
import { pageLength } from '../rules'
import { seriesByEdge, inLanguage } from './listing-sql'

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
  const found = await db.$queryRaw<(SeriesSummary & { total: number })[]>`
    with chosen as materialized (select s.id, s.slug, edge.at, count(*) over ()::int as total from ${chosen})
    select chosen.slug, ${titleOf(Prisma.sql`chosen.id`, Prisma.sql`${locale}`)} as title, chosen.total,
      (select count(*)::int from edition_listing l where ${inLanguage(locale)} and l.series_id = chosen.id) as chapters
    from chosen order by chosen.at desc, chosen.id desc`
  if (page !== undefined && found.length === 0) return undefined
  const series = found.map(({ slug, title, chapters }) => ({ slug, title, chapters }))
  return { series, page, pages: Math.ceil((found[0]?.total ?? 0) / take) }
}

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
  const chapters = await db.$queryRaw<ChapterSummary[]>`
    with chosen as materialized (
      select e.id, c.number from chapter c
      join edition e on e.chapter_id = c.id join edition_listing l on l.edition_id = e.id
      where c.series_id = ${series.id}::uuid and e.locale = ${locale} and l.publish_at <= now()
      order by c.number
      limit ${pageLength.contents} offset ${(page - 1) * pageLength.contents})
    select ${summaryColumns} from chosen join published_edition p on p.id = chosen.id
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
