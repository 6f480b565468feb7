import { beforeAll, expect, test } from 'vitest'
import { foldSlug } from '@/lib/chapters/addresses/folded-slug'
import { slugify } from '@/lib/chapters/rules'
import { db } from '@/lib/db/client'
import { anEdition, aTag } from '@/lib/db/testing/factories'
import { telltaleCharacters } from '@/lib/kernel/testing/characters'
import { newId } from '@/lib/kernel/ids'
import { findPage } from './find-page'

// What stands in a path is text; `?` and `#` are in one where they were escaped.
const find = (path: string) =>
  findPage(encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23'), (_key, _tag, read) => read())

const longTitle = `${'The fog lamp and its keeper, '.repeat(8)}at last`

beforeAll(async () => {
  const series = await db.series.create({ data: { id: newId(), slug: 'über-wasser' } })
  const city = await aTag('i̇zmir')
  await anEdition({ slug: 'istanbul', seriesId: series.id, number: 1, tags: [city] })
  // As they were made before: the dot of the small İ as a mark of its own.
  await anEdition({ slug: 'i̇zmir' })
  await anEdition({ slug: 'straße' })
  await anEdition({ slug: 'οδυσσεύς' })
  await anEdition({ slug: 'café' })
  await anEdition({ locale: 'ja', slug: 'がんばれ' })
  await anEdition({ locale: 'ja', slug: 'かんばれ' })
  await anEdition({ locale: 'ar', slug: 'كتاب' })
  const { editionId: id } = await anEdition({ slug: 'fog-lamp', tags: [await aTag('the-sea')] })
  await db.edition.update({ where: { id }, data: { translator: 'Rea  Lee (ed.) fils' } })
  await anEdition({ locale: 'ar', slug: 'كيف-حالك' })
  await anEdition({ locale: 'ar', slug: 'میشود' })
  // As it was made before.
  await anEdition({ locale: 'ar', slug: 'می-خواهم' })
  await anEdition({ locale: 'ja', slug: '霧笛' })
  await anEdition({ slug: slugify(longTitle) })
  await anEdition({ slug: 'draft-here', published: false })
  await db.redirect.create({ data: { fromPath: '/en/chapters/kaffee-haus', toPath: '/en/chapters/café' } })
})

test.each([
  ['/en/chapters/İstanbul', '/en/chapters/istanbul'],
  ['/en/chapters/ISTANBUL', '/en/chapters/istanbul'],
  ['/en/chapters/ıstanbul', '/en/chapters/istanbul'],
  ['/en/chapters/istanbul.', '/en/chapters/istanbul'],
  ['/en/chapters/ｉｓｔａｎｂｕｌ', '/en/chapters/istanbul'],
  ['/en/chapters/izmir', '/en/chapters/i̇zmir'],
  ['/en/chapters/STRASSE', '/en/chapters/straße'],
  ['/en/chapters/STRAẞE', '/en/chapters/straße'],
  ['/en/chapters/ΟΔΥΣΣΕΥΣ', '/en/chapters/οδυσσεύς'],
  ['/en/chapters/cafe', '/en/chapters/café'],
  ['/en/chapters/kaffee_haus', '/en/chapters/café'],
  ['/ja/chapters/か\u309bんばれ', '/ja/chapters/がんばれ'],
  ['/ar/chapters/كـتـاب', '/ar/chapters/كتاب'],
  ['/ar/chapters/كِتَاب', '/ar/chapters/كتاب'],
  ['/en/chapters/fog lamp', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog-lamp ', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog\u00a0lamp\u3000', '/en/chapters/fog-lamp'],
  ['/en/chapters/“Fog lamp”', '/en/chapters/fog-lamp'],
  ['/en/chapters/Fog – lamp！', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog%lamp', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog-la\u00admp', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog-lamp?utm_source=x', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog-lamp&utm_source=x&amp;utm_medium=y', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog-lamp#comments', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog-lamp&gt;', '/en/chapters/fog-lamp'],
  ['/en/chapters/fog%20lamp', '/en/chapters/fog-lamp'],
  [`/ja/chapters/${encodeURIComponent('霧笛')}`, '/ja/chapters/霧笛'],
  [`/en/chapters/${longTitle}`, `/en/chapters/${slugify(longTitle)}`],
  ['/ar/chapters/كيف حالك؟', '/ar/chapters/كيف-حالك'],
  ['/ar/chapters/می\u200cشود', '/ar/chapters/میشود'],
  ['/ar/chapters/می\u200cخواهم', '/ar/chapters/می-خواهم'],
  ['/ja/chapters/「霧笛。」', '/ja/chapters/霧笛'],
  ['/ja/chapters/霧笛？', '/ja/chapters/霧笛'],
  ['/en/tags/The sea!', '/en/tags/the-sea'],
  ['/en/tags/the sea/page/1', '/en/tags/the-sea/page/1'],
  ['/en/most-read/7/The sea', '/en/most-read/7/the-sea'],
  ['/feeds/en/tags/The sea/rss.xml', '/feeds/en/tags/the-sea/rss.xml'],
  ['/en/translators/Rea Lee, ed. fils', '/en/translators/rea-lee-(ed.)-fils'],
  ['/en/series/Über Wasser', '/en/series/über-wasser'],
  ['/en/series/Über-Wasser', '/en/series/über-wasser'],
  ['/en/tags/Izmir', '/en/tags/i̇zmir'],
])('%s leads to %s in one step', async (typed, meant) => {
  expect(await find(typed)).toEqual({ kind: 'moved', status: 301, to: encodeURI(meant.normalize('NFC')) })
  expect((await find(meant)).kind).toBe('here')
})

test('a page of comments moves with its chapter', async () => {
  expect(await find('/en/chapters/Fog lamp/comments/2')).toMatchObject({
    to: '/en/chapters/fog-lamp/comments/2',
  })
})

// Some machines take letters and their marks apart: that is the same address.
test.each([
  '/ja/chapters/かんばれ',
  '/ja/chapters/がんばれ',
  '/ja/chapters/か\u3099んばれ',
  '/en/chapters/cafe\u0301',
  '/en/chapters/istanbul',
])('%s is there as it is written', async (path) => expect((await find(path)).kind).toBe('here'))

test.each([
  '/en/chapters/draft_here',
  '/en/chapters/nothing',
  '/en/chapters/nothing?fog-lamp',
  '/en/chapters/fog-lamp? Yes',
  '/en/chapters/-',
  '/en/chapters/ ',
  '/en/chapters/？！',
  '/en/tags/nothing at all',
  '/en/most-read/7/nothing at all',
  '/en/chapters/々',
  '/ja/chapters/istanbul',
])('%s is nowhere', async (path) => expect((await find(path)).kind).toBe('missing'))

const inDatabase = async (texts: string[]) => {
  const rows = await db.$queryRaw<{ folded: string }[]>`
    select slug_fold(text) as folded from unnest(${texts}::text[]) with ordinality as one (text, place) order by place`
  return rows.map(({ folded }) => folded)
}
const differing = async (texts: string[]) => {
  const folded = await inDatabase(texts)
  return texts.flatMap((text, place) =>
    folded[place] === foldSlug(text) ? [] : [[text, foldSlug(text), folded[place]]],
  )
}

test('a slug is folded alike here and in the database', async () => {
  const words =
    'İstanbul,ISTANBUL,ıssız,Straße,STRAẞE,Ὀδυσσεύς,ΟΔΥΣΣΕΥΣ,Ｆｕｌｌ　Ｗｉｄｔｈ,がんばれ,か\u3099,か\u309b,كـتـاب,کِتَاب,ﬁn,Tiếng Việt,' +
    'a--b,-a-,Łódź,ŒUVRE,٤٢,שָׁלוֹם,x.,々,한국,ｶﾞ,كيف حالك؟,「霧笛。」,می\u200cشود,co\u00adoperate,ക്\u200d,a. \u093fb'
  expect(await differing(words.split(','))).toEqual([])
})

test('so is every character that the database knows', async () => {
  const every = telltaleCharacters().filter((one) => one !== '\0')
  // Some letters are newer than the machine's C library, which makes them small.
  const rows = await db.$queryRaw<{ one: string }[]>`
    select one from unnest(${every}::text[]) as one
    where unicode_assigned(one) and lower(one) = lower(one collate "pg_c_utf8")`
  expect(rows.length).toBeGreaterThan(20_000)
  for (let from = 0; from < rows.length; from += 2_000) {
    const some = rows.slice(from, from + 2_000).map(({ one }) => `a${one}b ${one}c か${one}`)
    expect(await differing(some)).toEqual([])
  }
}, 60_000)

test('a title of the Turkish alphabet gives a slug that can be typed', () => {
  expect(slugify('İstanbul')).toBe('istanbul')
  expect(slugify('IĞDIR')).toBe('iğdir')
})
