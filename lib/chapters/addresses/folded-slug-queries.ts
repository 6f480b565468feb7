import { db, type Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { isLocale, type Locale } from '@/lib/i18n/locales'
import type { Shelf } from './existence-queries'
import { foldingsOf } from './folded-slug'

// What an address that is not written as it should be may mean. Asked only for what is not there as it was typed, so
// whatever has exactly this address keeps it.

/** A place that readers may see, by its canonical slug. */
export interface Meant {
  locale: Locale
  slug: string
}

/** The chapter that a slug means, now or before it moved; the one that came first where several are alike. */
export async function chapterMeant(locale: Locale, slug: string): Promise<Meant | undefined> {
  const folded = foldingsOf(slug)
  if (folded.length === 0) return undefined
  const [row] = await db.$queryRaw<{ locale: string; slug: string }[]>(likeChapter(locale, folded))
  return row && isLocale(row.locale) ? { locale: row.locale, slug: row.slug } : undefined
}

const ofEdition = Prisma.sql`e.slug`
const ofRedirect = Prisma.sql`split_part(r.from_path, '/', 4)`
const ofSeries = Prisma.sql`s.slug`
const ofTag = Prisma.sql`t.slug`
const ofTranslator = Prisma.sql`name_slug(e.translator)`

// Of several that it may mean, the one that is most like it.
const isOneOf = (slug: Prisma.Sql, folded: string[]) =>
  Prisma.sql`slug_fold(${slug}) = any (${folded}::text[])`
const likeness = (slug: Prisma.Sql, folded: string[]) =>
  Prisma.sql`array_position(${folded}::text[], slug_fold(${slug}))`

const likeChapter = (locale: Locale, folded: string[]) => Prisma.sql`
  select found.locale, found.slug from (
    (select p.locale, p.slug, 1 as rank, p.published_at as at from edition e
      join published_edition p on p.id = e.id
      where e.locale = ${locale} and ${isOneOf(ofEdition, folded)}
      order by ${likeness(ofEdition, folded)}, p.published_at, p.id limit 1)
    union all
    (select p.locale, p.slug, 2, r.created_at from redirect r
      join edition m on m.locale = split_part(r.to_path, '/', 2) and m.slug = split_part(r.to_path, '/', 4)
      join published_edition p on p.id = m.id
      where ${isOneOf(ofRedirect, folded)} and split_part(r.from_path, '/', 2) = ${locale}
      order by ${likeness(ofRedirect, folded)}, r.created_at limit 1)) as found
  order by found.rank limit 1`

/** The slug of what chapters belong to that a slug means, where something of it is published in this language. */
export async function shelfMeant(shelf: Shelf, locale: Locale, slug: string): Promise<string | undefined> {
  const folded = foldingsOf(slug)
  if (folded.length === 0) return undefined
  const [row] = await db.$queryRaw<{ slug: string }[]>(likeShelf[shelf](locale, folded))
  return row?.slug
}

const published = (locale: Locale) => Prisma.sql`l.locale = ${locale} and l.publish_at <= now()`

const likeShelf: Record<Shelf, (locale: Locale, folded: string[]) => Prisma.Sql> = {
  series: (locale, folded) => Prisma.sql`
    select s.slug from series s where ${isOneOf(ofSeries, folded)}
      and exists (select from edition_listing l where l.series_id = s.id and ${published(locale)})
    order by ${likeness(ofSeries, folded)}, s.created_at, s.id limit 1`,
  tag: (locale, folded) => Prisma.sql`
    select t.slug from tag t where t.locale = ${locale} and ${isOneOf(ofTag, folded)}
      and exists (
        select from edition_tag et join edition_listing l on l.edition_id = et.edition_id
        where et.tag_id = t.id and ${published(locale)})
    order by ${likeness(ofTag, folded)}, t.id limit 1`,
  translator: (locale, folded) => Prisma.sql`
    select name_slug(e.translator) as slug from edition e join edition_listing l on l.edition_id = e.id
    where e.translator is not null and ${isOneOf(ofTranslator, folded)} and ${published(locale)}
    order by ${likeness(ofTranslator, folded)}, l.publish_at, e.id limit 1`,
}

/** Would a chapter of this slug be taken for another one of its language? */
export async function isTakenForAnother(
  tx: Tx,
  { locale, slug, butFor }: { locale: string; slug: string; butFor?: string },
): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select from edition e where e.locale = ${locale} and slug_fold(e.slug) = slug_fold(${slug})
      and e.id is distinct from ${butFor ?? null}::uuid limit 1`
  return rows.length > 0
}
