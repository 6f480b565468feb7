import { db } from '@/lib/db/client'
import { newId } from '@/lib/kernel/ids'

// Words by how often they come: most are rare, one stands in every second text.
const vocabulary = {
  en: {
    rare: () => syllables('ba de fi go ku la me ni po ru sa te vo wy'.split(' ')),
    known: ['lamp', 'lamplighter', 'fog'],
  },
  ja: {
    rare: () => syllables([...'海山川空風雨雪月星花鳥船道町村里森石火水']),
    known: ['灯台', '霧', '京都'],
  },
  ar: { rare: () => syllables('با دي فو قا لم نر سا تو'.split(' ')), known: ['المنارة', 'ضباب', 'البحر'] },
}
const frequent = { en: 'everywhere common', ja: '到処', ar: 'كل مكان' }
// What only long texts have: every fiftieth is as long as a chapter of a novel is.
const inLong = { en: 'harbour', ja: '港', ar: 'ميناء' }
type Language = keyof typeof vocabulary

/** Fills the database with published chapters: 60 % English, 30 % Japanese, 10 % Arabic. */
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
  const locale: Language = number % 10 < 6 ? 'en' : number % 10 < 9 ? 'ja' : 'ar'
  const { rare, known } = vocabulary[locale]
  const isLong = Math.floor(number / 7) % 50 === 0
  const words = Array.from({ length: isLong ? length.long : length.short }, rare)
  if (isLong) for (let at = 50; at < words.length; at += 97) words[at] = inLong[locale]
  if (number % 50 === 3 || number % 50 === 8 || number % 50 === 9)
    words[length.short / 3] = known[number % 3]!
  if (Math.floor(number / 10) % 2 === 0) words[length.short / 2] = frequent[locale]
  const join = locale === 'ja' ? '' : ' '
  return {
    chapterId: newId(),
    editionId: newId(),
    revisionId: newId(),
    locale,
    number,
    slug: `chapter-${number}`,
    title: words.slice(0, 4).join(join),
    text: words.join(join),
    publishAt: new Date(Date.UTC(2010, 0, 1) + number * 60_000),
  }
}

const syllables = (from: string[]) => {
  const one = () => from[Math.floor(Math.random() * from.length)]!
  return one() + one() + one()
}
