import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { cardColumns, seriesOfEdition, tagsOfEdition } from './card-sql'
import type { NewChapter } from './published'

// What feeds and sitemaps carry. As everywhere: only what published_edition holds.

export interface FedChapter extends NewChapter {
  locale: Locale
  html: string
  translator: string | null
  revisedAt: Date
}

/** What a feed is about: everything, one language, or a series or tag in a language. */
export interface FeedWish {
  locale?: Locale
  series?: string
  tag?: string
}

const feedLength = 20

/** The newest chapters with their texts. */
export const chaptersToFeed = ({ locale, series, tag }: FeedWish) => db.$queryRaw<FedChapter[]>`
  with chosen as materialized (
    select l.edition_id from edition_listing l
    where l.publish_at <= now() and ${locale ? Prisma.sql`l.locale = ${locale}` : Prisma.sql`true`}
      and ${series ? Prisma.sql`l.facets @> array['series ' || (select s.id from series s where s.slug = ${series})]` : Prisma.sql`true`}
      and ${tag ? Prisma.sql`l.facets @> array['tag ' || (select t.id from tag t where t.slug = ${tag} and t.locale = ${locale})]` : Prisma.sql`true`}
    order by l.publish_at desc, l.edition_id desc limit ${feedLength})
  select ${cardColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags,
         p.locale, p.html, p.translator, p.revised_at as "revisedAt"
  from chosen join published_edition p on p.id = chosen.edition_id
  order by p.published_at desc, p.id desc`

export interface Listed {
  locale: Locale
  slug: string
  changed: Date
}

/** A protocol limit: https://www.sitemaps.org/protocol.html */
export const sitemapLength = 50_000

/** One sitemap's chapters, counted from the oldest: a full file changes only when its chapters do. */
export const chaptersToMap = (file: number) => db.$queryRaw<Listed[]>`
  with chosen as materialized (
    select l.edition_id from edition_listing l where l.publish_at <= now()
    order by l.publish_at, l.edition_id offset ${(file - 1) * sitemapLength} limit ${sitemapLength})
  select p.locale, p.slug, greatest(p.published_at, p.revised_at) as changed
  from chosen join published_edition p on p.id = chosen.edition_id
  order by p.published_at, p.id`

/** How many sitemaps of chapters there are, and when each has last changed. */
export const sitemapsOfChapters = () => db.$queryRaw<{ file: number; changed: Date }[]>`
  select (row / ${sitemapLength} + 1)::int as file, max(changed) as changed
  from (select row_number() over (order by p.published_at, p.id) - 1 as row,
               greatest(p.published_at, p.revised_at) as changed from published_edition p) as numbered
  group by 1 order by 1`
