import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import type { PublishedTag, TagSummary } from './types'
import { pageLength } from '../rules'
import { inLanguage, hasTag, hasFacet } from './listing-sql'
import { listed, countOf } from './summary-queries'

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

export const publishedTags = (locale: Locale): Promise<TagSummary[]> => db.$queryRaw<TagSummary[]>`
  select t.slug, t.name, count(*)::int as chapters
  from tag t join edition_tag et on et.tag_id = t.id join edition_listing l on l.edition_id = et.edition_id
  where t.locale = ${locale} and ${inLanguage(locale)}
  group by t.id order by t.name`
