import { db } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'
import type { Search } from '../rules'

/** The listing's names for what narrows the search; undefined when readers know of no such series or tag. */
export async function facetsOf(locale: Locale, { series, tag }: Search): Promise<string[] | undefined> {
  const facets = [`in ${locale}`]
  if (series) {
    const found = await db.series.findUnique({ where: { slug: series }, select: { id: true } })
    if (!found || !(await isKnown(locale, `series ${found.id}`))) return undefined
    facets.push(`series ${found.id}`)
  }
  if (tag) {
    const found = await db.tag.findUnique({
      where: { locale_slug: { locale, slug: tag } },
      select: { id: true },
    })
    if (!found || !(await isKnown(locale, `tag ${found.id}`))) return undefined
    facets.push(`tag ${found.id}`)
  }
  return facets
}

/** Is a chapter of this facet out in this language? One that is only written or planned gives nothing its name. */
async function isKnown(locale: Locale, facet: string): Promise<boolean> {
  const rows = await db.$queryRaw<object[]>`
    select from edition_listing l join published_edition p on p.id = l.edition_id
    where l.facets @> ${[`in ${locale}`, facet]}::text[] limit 1`
  return rows.length > 0
}
