import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'

// Lists choose their rows in edition_listing, whose indexes know language and time, and read what they show from
// published_edition alone: what is not published is in no list, whatever the listing holds. What would be counted or
// skipped by the hundred thousand is counted by month (listing_month), so that a page costs the same on a large site.

/** Each series with the time of its first (`asc`) or last published chapter in a language: one look into an index. */
export const seriesByEdge = (locale: Locale, order: 'asc' | 'desc') => Prisma.sql`
  series s cross join lateral (
    select l.publish_at as at from edition_listing l where ${inLanguage(locale)} and l.series_id = s.id
    order by l.publish_at ${order === 'asc' ? Prisma.sql`asc` : Prisma.sql`desc`} limit 1) as edge`

export const inLanguage = (locale: Locale) => Prisma.sql`l.locale = ${locale} and l.publish_at <= now()`
export const hasTag = (id: string) =>
  Prisma.sql`exists (select from edition_tag et where et.edition_id = l.edition_id and et.tag_id = ${id}::uuid)`

export const hasFacet = (facet: string) => Prisma.sql`l.facets @> ${[facet]} and l.publish_at <= now()`
