import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import { seriesByEdge, inLanguage } from './listing-sql'

/** Everybody who has translated something into a language. */
export const translatorsToMap = (locale: Locale) => db.$queryRaw<{ slug: string }[]>`
  select distinct name_slug(e.translator) as slug from edition e join edition_listing l on l.edition_id = e.id
  where e.translator is not null and name_slug(e.translator) <> '' and ${inLanguage(locale)} order by slug`

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
