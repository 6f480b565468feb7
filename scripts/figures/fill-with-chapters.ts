import { db } from '@/lib/db/client'
import { newId } from '@/lib/kernel/ids'
import type { Locale } from '@/lib/i18n/locales'
import { chapterWords } from './words'

/**
 * Fills the database with published chapters, nearly all of them in one series, which is the hardest to list and to
 * search: 60 % English, 30 % Japanese, 10 % Arabic. (What a site has beside chapters is made by `makeData`.)
 */
export async function fillWithChapters(count: number, length = { short: 120, long: 2_000 }) {
  const series = { id: newId(), slug: 'the-long-one' }
  const small = { id: newId(), slug: 'the-short-one' }
  const tag = { id: newId(), locale: 'en', slug: 'rare', name: 'Rare' }
  await db.series.createMany({ data: [series, small] })
  await db.tag.create({ data: tag })
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, place) =>
      chapter(from + place, length),
    )
    const data = rows.map((row) => ({ ...row, seriesId: row.number % 1_000 === 0 ? small.id : series.id }))
    await db.chapter.createMany({
      data: data.map(({ chapterId: id, seriesId, number }) => ({ id, seriesId, number })),
    })
    await db.edition.createMany({
      data: data.map(({ editionId: id, chapterId, locale, slug }) => ({ id, chapterId, locale, slug })),
    })
    await db.revision.createMany({
      data: data.map(({ revisionId: id, editionId, title, text }) => ({
        id,
        editionId,
        number: 1,
        title,
        summary: title,
        doc: {},
        html: `<p>${text}</p>`,
        text,
      })),
    })
    const tagged = data.filter(({ locale, number }) => locale === 'en' && number % 500 === 0)
    await db.editionTag.createMany({ data: tagged.map(({ editionId }) => ({ editionId, tagId: tag.id })) })
    for (let at = 0; at < data.length; at += 100) await publish(data.slice(at, at + 100))
  }
  await db.$executeRaw`vacuum analyze`
  return { series: small.slug, tag: tag.slug }
}

const publish = (rows: { editionId: string; revisionId: string; publishAt: Date }[]) => db.$executeRaw`
  insert into publication (edition_id, revision_id, publish_at)
  select * from unnest(${rows.map(({ editionId }) => editionId)}::uuid[],
                       ${rows.map(({ revisionId }) => revisionId)}::uuid[],
                       ${rows.map(({ publishAt }) => publishAt)}::timestamptz[])`

function chapter(number: number, length: { short: number; long: number }) {
  const locale: Locale = number % 10 < 6 ? 'en' : number % 10 < 9 ? 'ja' : 'ar'
  return {
    ...chapterWords(locale, number, length),
    chapterId: newId(),
    editionId: newId(),
    revisionId: newId(),
    locale,
    number,
    slug: `chapter-${number}`,
    publishAt: new Date(Date.UTC(2010, 0, 1) + number * 60_000),
  }
}
