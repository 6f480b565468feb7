import { Prisma } from '@/lib/db/generated/client'
import { defaultLocale } from '@/lib/i18n/locales'

// Pieces of SQL that queries of this room share. `p` is published_edition.

/** What a card of a list shows. */
export const summaryColumns = Prisma.sql`
  p.id as "editionId", p.slug, p.number::float8 as number, p.title, p.summary,
  p.original_date as "originalDate", p.published_at as "publishedAt"`

/** A series' title in the page's language if there is one, else in the site's first language, else in any. */
export const titleOf = (seriesId: Prisma.Sql, locale: Prisma.Sql) => Prisma.sql`coalesce(
  (select t.title from series_title t where t.series_id = ${seriesId}
   order by t.locale = ${locale} desc, t.locale = ${defaultLocale} desc, t.locale limit 1), '')`

export const seriesOfEdition = Prisma.sql`
  (select json_build_object('slug', s.slug, 'title', ${titleOf(Prisma.sql`s.id`, Prisma.sql`p.locale`)})
   from series s where s.id = p.series_id)`

export const tagsOfEdition = Prisma.sql`
  (select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.name), '[]')
   from edition_tag et join tag t on t.id = et.tag_id where et.edition_id = p.id)`
