import { beforeAll, expect, test } from 'vitest'
import { foldSlug } from '@/lib/chapters/addresses/folded-slug'
import { slugify } from '@/lib/chapters/rules'
import { db } from '@/lib/db/client'
import { anEdition, aTag } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { findPage } from './find-page'

const find = (path: string) => findPage(encodeURI(path), (_key, _tag, read) => read())

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
  ['/en/series/Über-Wasser', '/en/series/über-wasser'],
  ['/en/tags/Izmir', '/en/tags/i̇zmir'],
])('%s leads to %s in one step', async (typed, meant) => {
  expect(await find(typed)).toEqual({ kind: 'moved', status: 301, to: encodeURI(meant.normalize('NFC')) })
  expect((await find(meant)).kind).toBe('here')
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
  '/en/chapters/-',
  '/en/chapters/々',
  '/ja/chapters/istanbul',
])('%s is nowhere', async (path) => expect((await find(path)).kind).toBe('missing'))

test('a slug is folded alike here and in the database', async () => {
  for (const text of [
    ...[
      'İstanbul',
      'ISTANBUL',
      'ıssız',
      'Straße',
      'STRAẞE',
      'Ὀδυσσεύς',
      'ΟΔΥΣΣΕΥΣ',
      'Ｆｕｌｌ　Ｗｉｄｔｈ',
      'がんばれ',
      'か\u3099',
    ],
    ...[
      'كـتـاب',
      'کِتَاب',
      'ﬁn',
      'Tiếng Việt',
      'a--b',
      '-a-',
      'Łódź',
      'ŒUVRE',
      '٤٢',
      'שָׁלוֹם',
      'x.',
      '々',
      '한국',
      'ｶﾞ',
    ],
  ]) {
    const [row] = await db.$queryRaw<{ folded: string }[]>`select slug_fold(${text}) as folded`
    expect(row!.folded, text).toBe(foldSlug(text))
  }
})

test('a title of the Turkish alphabet gives a slug that can be typed', () => {
  expect(slugify('İstanbul')).toBe('istanbul')
  expect(slugify('IĞDIR')).toBe('iğdir')
})
