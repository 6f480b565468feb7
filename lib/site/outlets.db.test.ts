import { beforeAll, describe, expect, test } from 'vitest'
import { isOnShelf, pagesOfShelf } from '@/lib/chapters/addresses/existence-queries'
import { shelfMeant } from '@/lib/chapters/addresses/folded-slug-queries'
import { countSearches } from '@/lib/chapters/counts/searches-commands'
import { mostSearched } from '@/lib/chapters/counts/searches-queries'
import { publishedSeries } from '@/lib/chapters/reading/series-queries'
import { publishedTag } from '@/lib/chapters/reading/tag-queries'
import { publishedTranslator } from '@/lib/chapters/reading/translator-queries'
import { chaptersToFeed } from '@/lib/chapters/reading/outlet-queries'
import { searchChapters } from '@/lib/chapters/search/queries'
import { db } from '@/lib/db/client'
import { aComment, anEdition, aSeries, aTag } from '@/lib/db/testing/factories'
import { feedAt } from './feeds'
import { sitemapNamed } from './sitemaps'

// A list that takes a few out of many chooses them before it knows what is published: were those chosen that are not
// out yet, they would be left out afterwards, and the list be empty. So there are more of them than any list is long.
const planned = 25
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000)

const shown = 'Lanterns that are lit'
let series: Awaited<ReturnType<typeof aSeries>>
let tag: Awaited<ReturnType<typeof aTag>>
let out: Awaited<ReturnType<typeof anEdition>>
let hidden: { series: string; tag: string }

beforeAll(async () => {
  series = await aSeries('The lanterns')
  tag = await aTag('lanterns')
  const of = { seriesId: series.id, tags: [tag], text: 'The keeper of lanterns climbs.' }
  out = await anEdition({ ...of, title: shown })
  await db.edition.update({ where: { id: out.editionId }, data: { translator: 'Mara Quill' } })
  for (let number = 2; number < planned + 2; number++) {
    const one = await anEdition({ ...of, number, title: 'Lanterns, lanternz', published: later(number) })
    await db.edition.update({ where: { id: one.editionId }, data: { translator: 'Mara Quill' } })
  }
  const other = await aSeries('Of later')
  const otherTag = await aTag('unlit')
  const dark = await anEdition({
    seriesId: other.id,
    tags: [otherTag],
    title: 'Unlit candles',
    text: 'Candles.',
    published: later(60),
  })
  await db.edition.update({ where: { id: dark.editionId }, data: { translator: 'Nemo Nobody' } })
  await countSearches(['lanterns', 'candles'].map((words) => ({ locale: 'en' as const, words, searches: 5 })))
  hidden = { series: other.slug, tag: otherTag.slug }
})

const titles = (list: readonly { title: string }[] | undefined) => list?.map(({ title }) => title)
const find = async (q: string, more: { series?: string; tag?: string } = {}) => {
  const { found, total, alike } = await searchChapters('en', { q, page: 1, ...more })
  return { titles: titles(found), total, alike }
}

describe('what is planned pushes nothing out of', () => {
  test('feeds', async () => {
    for (const wish of [{}, { locale: 'en' as const }, { locale: 'en' as const, series: series.slug }])
      expect(titles(await chaptersToFeed(wish)), JSON.stringify(wish)).toEqual([shown])
    expect(titles(await chaptersToFeed({ locale: 'en', tag: tag.slug }))).toEqual([shown])
  })

  test('a sitemap', async () => {
    const [year, month] = new Date(Date.now() - 60_000).toISOString().split('-')
    const mapped = (await sitemapNamed(`chapters-${year}-${month}.xml`))!
    expect(mapped.match(/<loc>/g)).toHaveLength(1)
    expect(mapped).toContain(`/en/chapters/${out.slug}<`)
  })

  test('a search: neither its answers nor their number', async () => {
    expect(await find('lanterns')).toEqual({ titles: [shown], total: 1, alike: false })
    expect(await find('keeper')).toEqual({ titles: [shown], total: 1, alike: false })
    expect(await find('lanterns', { series: series.slug })).toMatchObject({ total: 1 })
    expect(await find('lanterns', { tag: tag.slug })).toMatchObject({ total: 1 })
  })

  test('a search that mistypes: titles that are more alike and not out', async () => {
    expect(await find('lanternz')).toEqual({ titles: [shown], total: 1, alike: true })
  })

  test('lists of a series, a tag and a translator', async () => {
    expect(titles((await publishedSeries('en', series.slug))?.chapters)).toEqual([shown])
    expect(await publishedTag('en', tag.slug)).toMatchObject({ name: tag.name })
    expect(await publishedTranslator('en', 'mara-quill')).toMatchObject({ name: 'Mara Quill' })
    for (const [shelf, slug] of [
      ['series', series.slug],
      ['tag', tag.slug],
      ['translator', 'mara-quill'],
    ] as const)
      expect([await isOnShelf(shelf, 'en', slug), await pagesOfShelf(shelf, 'en', slug)]).toEqual([true, 1])
  })
})

describe('of what only planned chapters have', () => {
  test('nothing is in lists or has an address', async () => {
    for (const [shelf, slug] of [
      ['series', hidden.series],
      ['tag', hidden.tag],
      ['translator', 'nemo-nobody'],
    ] as const) {
      expect([await isOnShelf(shelf, 'en', slug), await pagesOfShelf(shelf, 'en', slug)], shelf).toEqual([
        false,
        0,
      ])
      expect(await shelfMeant(shelf, 'en', slug.toUpperCase()), shelf).toBeUndefined()
    }
    expect(await publishedSeries('en', hidden.series)).toBeUndefined()
    expect(await publishedTag('en', hidden.tag)).toBeUndefined()
    expect(await publishedTranslator('en', 'nemo-nobody')).toBeUndefined()
    expect(await feedAt(['en', 'series', hidden.series, 'rss.xml'])).toBeUndefined()
    expect(await feedAt(['en', 'tags', hidden.tag, 'rss.xml'])).toBeUndefined()
    expect(await sitemapNamed('pages.xml')).not.toMatch(/unlit|nemo-nobody/)
  })

  test('nothing is found, nor shown among what many search for', async () => {
    expect(await find('candles')).toEqual({ titles: [], total: 0, alike: false })
    expect((await mostSearched('en')).map(({ words }) => words)).toEqual(['lanterns'])
  })
})

test('what a reader wrote is text in every feed', async () => {
  const hostile =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> & "quoted"\n\nhttps://a.example/?a=1&b="><b>'
  await aComment({ edition: out, status: 'approved', text: hostile, name: '<i>Rea</i> & Co' })
  const textOf = async (file: string) => (await feedAt(['en', 'chapters', out.slug, file]))!.text
  const { items } = JSON.parse(await textOf('feed.json')) as { items: { content_html: string }[] }
  expect(items).toHaveLength(1)
  const { content_html: html } = items[0]!
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;img src=x onerror=alert(1)&gt; &amp; ')
  expect(html.match(/<[a-z]+/g)).toEqual(['<p', '<p', '<a'])
  expect(html).not.toMatch(/<(script|img|b|i)\b/)
  // In XML the same once more: what a reader unpacks is what the other feed says.
  const written = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const loose = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#34;', '"')
  for (const file of ['rss.xml', 'atom.xml'])
    expect(loose(await textOf(file)), file).toContain(loose(written))
})
