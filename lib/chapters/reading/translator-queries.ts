import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import type { PublishedTranslator } from './types'
import { pageLength } from '../rules'
import { inLanguage } from './listing-sql'
import { listed } from './summary-queries'

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
