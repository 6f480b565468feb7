import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { locales, type Locale } from '@/lib/i18n/locales'
import { summaryColumns, seriesOfEdition, tagsOfEdition } from './summary-sql'
import type { PublishedChapter } from './types'
import { readingMinutes } from './reading-time'

// What readers see comes from the view published_edition and nothing else: it is the one meaning of "published".

const translatorOf = Prisma.sql`
  case when p.translator is not null then json_build_object('name', p.translator, 'slug', name_slug(p.translator)) end`

/** One chapter with all that its page shows, in one round trip. */
export async function publishedChapter(locale: Locale, slug: string): Promise<PublishedChapter | undefined> {
  const [row] = await db.$queryRaw<(Omit<PublishedChapter, 'minutes' | 'opening'> & { text: string })[]>`
    select ${summaryColumns}, ${seriesOfEdition} as series, ${tagsOfEdition} as tags,
           p.chapter_id as "chapterId", p.locale, p.html, p.text, p.source,
           ${translatorOf} as translator,
           p.revised_at as "revisedAt", (select c.hash from edition_card c where c.edition_id = p.id) as card,
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
  return { ...chapter, translations, opening: openingOf(text), minutes: readingMinutes(locale, text) }
}

const shown = 160

/** The first words of a text, in one line, cut between words where there are any. */
function openingOf(text: string): string {
  const letters = [
    ...text
      .slice(0, 4 * shown)
      .trim()
      .replace(/\s+/g, ' '),
  ]
  const start = letters.slice(0, shown).join('')
  if (letters.length <= shown) return start
  const lastGap = start.lastIndexOf(' ')
  return `${lastGap > shown / 2 ? start.slice(0, lastGap) : start}…`
}

const neighbour = (condition: Prisma.Sql) => Prisma.sql`
  (select json_build_object('slug', found.slug, 'title', found.title, 'number', found.number)
   from (select n.slug, n.title, n.number::float8 as number from published_edition n
         where n.series_id = p.series_id and n.locale = p.locale and ${condition} limit 1) as found)`
