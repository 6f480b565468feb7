import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { Locale } from '@/lib/i18n/locales'
import { summaryColumns, seriesOfEdition, tagsOfEdition } from './summary-sql'
import type { NewChapter } from './types'

// What feeds carry. As everywhere: only what published_edition holds.

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
  select ${summaryColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags,
         p.locale, p.html, p.translator, p.revised_at as "revisedAt"
  from chosen join published_edition p on p.id = chosen.edition_id
  order by p.published_at desc, p.id desc`

export interface PublicationChange {
  locale: Locale
  slug: string
  series: string
  tags: string[]
}

/** What others may know of an edition: where it is published, or was before it was withdrawn. Never a draft's. */
export async function publicationChange(editionId: string): Promise<PublicationChange | undefined> {
  const [news] = await db.$queryRaw<PublicationChange[]>`
    select e.locale, e.slug, s.slug as series,
           array(select t.slug from edition_tag et join tag t on t.id = et.tag_id
                 where et.edition_id = e.id order by t.slug) as tags
    from edition e join publication p on p.edition_id = e.id
    join chapter c on c.id = e.chapter_id join series s on s.id = c.series_id
    where e.id = ${editionId}::uuid and p.publish_at <= now()
      and (p.withdrawn_at is null or p.withdrawn_at >= p.publish_at)`
  return news
}
