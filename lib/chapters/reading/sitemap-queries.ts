import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { seriesByEdge, inLanguage } from './listing-sql'

/** Everybody who has translated something into a language. */
export const translatorsToMap = (locale: Locale) =>
  db.$queryRaw<{ slug: string }[]>(mappedTranslators(locale))

// From name to name in the index: there are few, and each has many chapters.
export const mappedTranslators = (locale: Locale) => Prisma.sql`
  with recursive names(slug) as (
    select min(name_slug(e.translator)) from edition e where e.translator is not null and name_slug(e.translator) > ''
    union all
    select (select min(name_slug(e.translator)) from edition e
            where e.translator is not null and name_slug(e.translator) > names.slug)
    from names where names.slug is not null)
  select names.slug from names cross join lateral (
    select from edition e join edition_listing l on l.edition_id = e.id
    where e.translator is not null and name_slug(e.translator) = names.slug and e.locale = ${locale}
      and ${inLanguage(locale)} limit 1) as first
  order by names.slug`

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

/**
 * How many chapters a sitemap names. The protocol allows 50,000 addresses and 50 MB (https://www.sitemaps.org/protocol.html);
 * a tenth of that is made in a moment, and the longest addresses that there can be make 8 MB of it.
 */
export const sitemapLength = 5_000

/** The sitemaps of one month (UTC, from 1 to 12), counted from the oldest chapter. */
export interface MonthPart {
  year: number
  month: number
  part: number
}

export interface MappedChapter {
  locale: Locale
  slug: string
  changed: Date
}

/** The chapters of one sitemap, in all languages. */
export const chaptersToMap = (asked: MonthPart) => db.$queryRaw<MappedChapter[]>(mappedChapters(asked))

// One by one: for thousands at once it would be tempting to read whole tables, texts and all.
export const mappedChapters = ({ year, month, part }: MonthPart) => Prisma.sql`
  with chosen as materialized (
    select l.edition_id from edition_listing l
    where l.publish_at >= ${new Date(Date.UTC(year, month - 1))} and l.publish_at < ${new Date(Date.UTC(year, month))}
      and l.publish_at <= now()
    order by l.publish_at, l.edition_id offset ${(part - 1) * sitemapLength} limit ${sitemapLength})
  select p.locale, p.slug, greatest(p.published_at, p.revised_at) as changed
  from chosen cross join lateral (
    select p.locale, p.slug, p.published_at, p.revised_at from published_edition p
    where p.id = chosen.edition_id limit 1) as p
  order by p.published_at, chosen.edition_id`

/** A month in which chapters were published: how many, and when what its sitemaps say has last changed. */
export interface MappedMonth {
  year: number
  month: number
  chapters: number
  changed: Date
}

/** All months of all languages, oldest first. */
export const monthsOfChapters = () => db.$queryRaw<MappedMonth[]>(mappedMonths)

// What was changed by somebody is kept by month; what has come by the clock has changed its month at its own time.
export const mappedMonths = Prisma.sql`
  select extract(year from m.month)::int as year, extract(month from m.month)::int as month,
    (m.editions - later.editions)::int as chapters, greatest(m.changed_at, newest.at) as changed
  from (
    select month, sum(editions) as editions, max(changed_at) as changed_at,
      month::timestamp at time zone 'UTC' as begins, (month + interval '1 month') at time zone 'UTC' as ends
    from listing_month group by month) as m
  cross join lateral (
    select l.publish_at as at from edition_listing l
    where l.publish_at >= m.begins and l.publish_at < m.ends and l.publish_at <= now()
    order by l.publish_at desc limit 1) as newest
  cross join lateral (
    select count(*) as editions from edition_listing l
    where l.publish_at >= m.begins and l.publish_at < m.ends and l.publish_at > now()) as later
  order by m.month`
