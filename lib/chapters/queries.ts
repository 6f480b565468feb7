import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { defaultLocale, locales, type Locale } from '@/lib/i18n/locales'
import type { ChapterCard, NewChapter, PublishedChapter, PublishedSeries } from './published'
import { readingMinutes } from './reading-time'

// What readers see comes from the view published_edition and nothing else: it is the one meaning of "published".

/** The newest chapters in a language; `before` is the last one of the page before. */
export const newestChapters = (
  locale: Locale,
  { take, before }: { take: number; before?: { publishedAt: Date; editionId: string } },
): Promise<NewChapter[]> => db.$queryRaw<NewChapter[]>`
  select ${cardColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags
  from published_edition p
  where p.locale = ${locale} and ${before ? olderThan(before) : Prisma.sql`true`}
  order by p.published_at desc, p.id desc
  limit ${take}`

/** One chapter with all that its page shows, in one round trip. */
export async function publishedChapter(locale: Locale, slug: string): Promise<PublishedChapter | undefined> {
  const [row] = await db.$queryRaw<(Omit<PublishedChapter, 'minutes'> & { text: string })[]>`
    select ${cardColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags,
           p.chapter_id as "chapterId", p.locale, p.html, p.text, p.source, p.translator,
           ${neighbour(Prisma.sql`n.number < p.number order by n.number desc`)} as previous,
           ${neighbour(Prisma.sql`n.number > p.number order by n.number`)} as next,
           (select json_agg(json_build_object('locale', t.locale, 'slug', t.slug, 'title', t.title))
            from published_edition t where t.chapter_id = p.chapter_id) as translations
    from published_edition p
    where p.locale = ${locale} and p.slug = ${slug}`
  if (!row) return undefined
  const { text, ...chapter } = row
  const translations = locales.flatMap((one) =>
    chapter.translations.filter((edition) => edition.locale === one),
  )
  return { ...chapter, translations, minutes: readingMinutes(locale, text) }
}

/** A series' published chapters in reading order, or nothing when none is published in this language. */
export async function publishedSeries(locale: Locale, slug: string): Promise<PublishedSeries | undefined> {
  const [series] = await db.$queryRaw<{ id: string; title: string; locales: string[] }[]>`
    select s.id, ${titleOf(Prisma.sql`s.id`, Prisma.sql`${locale}`)} as title,
           array(select distinct p.locale from published_edition p where p.series_id = s.id) as locales
    from series s where s.slug = ${slug}`
  if (!series?.locales.includes(locale)) return undefined
  const chapters = await db.$queryRaw<ChapterCard[]>`
    select ${cardColumns} from published_edition p
    where p.series_id = ${series.id}::uuid and p.locale = ${locale}
    order by p.number`
  return {
    slug,
    title: series.title,
    chapters,
    locales: locales.filter((one) => series.locales.includes(one)),
  }
}

/** Where a page that once had this path is now. */
export async function redirectFor(path: string): Promise<string | undefined> {
  const redirect = await db.redirect.findUnique({ where: { fromPath: path }, select: { toPath: true } })
  return redirect?.toPath
}

const cardColumns = Prisma.sql`
  p.id as "editionId", p.slug, p.number::float8 as number, p.title, p.summary,
  p.original_date as "originalDate", p.published_at as "publishedAt"`

const olderThan = ({ publishedAt, editionId }: { publishedAt: Date; editionId: string }) =>
  Prisma.sql`(p.published_at, p.id) < (${publishedAt}::timestamptz, ${editionId}::uuid)`

// In the page's language if there is one, else in the site's first language, else in any.
const titleOf = (seriesId: Prisma.Sql, locale: Prisma.Sql) => Prisma.sql`coalesce(
  (select t.title from series_title t where t.series_id = ${seriesId}
   order by t.locale = ${locale} desc, t.locale = ${defaultLocale} desc, t.locale limit 1), '')`

const seriesOfEdition = Prisma.sql`
  (select json_build_object('slug', s.slug, 'title', ${titleOf(Prisma.sql`s.id`, Prisma.sql`p.locale`)})
   from series s where s.id = p.series_id)`

const tagsOfEdition = Prisma.sql`
  (select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.name), '[]')
   from edition_tag et join tag t on t.id = et.tag_id where et.edition_id = p.id)`

const neighbour = (condition: Prisma.Sql) => Prisma.sql`
  (select json_build_object('slug', found.slug, 'title', found.title, 'number', found.number)
   from (select n.slug, n.title, n.number::float8 as number from published_edition n
         where n.series_id = p.series_id and n.locale = p.locale and ${condition} limit 1) as found)`
