import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anEdition, aSeries, aTag } from '@/lib/db/testing/factories'
import { setRuntime } from '@/lib/kernel/env'
import { gatherNotes } from '@/lib/kernel/page-tags'
import { feedAt } from './feeds'

const siteUrl = 'https://blog.example'
const at = (path: string) => `${siteUrl}${path}`
const aYearAgo = new Date(Date.now() - 365 * 86_400_000)

interface Item extends Record<string, unknown> {
  title: string
}
const dataOf = async (...place: string[]) => {
  const feed = await feedAt([...place, 'feed.json'])
  return JSON.parse(feed!.text) as Record<string, unknown> & { items: Item[] }
}
const titles = async (...place: string[]) => (await dataOf(...place)).items.map(({ title }) => title)
const savedAt = async ({ revisionId }: { revisionId: string }) =>
  (await db.revision.findUniqueOrThrow({ where: { id: revisionId } })).at

let fog: Awaited<ReturnType<typeof anEdition>>
let mist: Awaited<ReturnType<typeof anEdition>>
let series: { slug: string }
let tag: Awaited<ReturnType<typeof aTag>>

beforeAll(async () => {
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl, hub: 'https://hub.example/' })
  const { id, slug } = await aSeries('The light')
  series = { slug }
  tag = await aTag('sea')
  const about = { title: 'Fog', summary: 'Nine days', text: 'See <a href="/en">all</a>.', tags: [tag] }
  fog = await anEdition({ seriesId: id, slug: 'fog', ...about, published: aYearAgo })
  await db.edition.update({ where: { id: fog.editionId }, data: { translator: 'Mara Quill' } })
  mist = await anEdition({
    chapterId: fog.chapterId,
    locale: 'ar',
    slug: 'ضباب',
    title: 'ضباب',
    published: false,
  })
  // Out since it was saved, to the thousandth of a second after.
  const publishAt = new Date((await savedAt(mist)).getTime() + 1)
  await db.publication.create({ data: { editionId: mist.editionId, revisionId: mist.revisionId, publishAt } })
})

test('a chapter is told whole: where it is, by whom, since when, and in what language it runs', async () => {
  const feed = await dataOf('en')
  const saved = (await savedAt(fog)).toISOString()
  expect(feed).toMatchObject({
    title: 'Chapterhouse · English',
    description: 'Long stories, one chapter at a time',
    home_page_url: at('/en'),
    feed_url: at('/feeds/en/feed.json'),
    language: 'en',
    hubs: [{ type: 'WebSub', url: 'https://hub.example/' }],
  })
  expect(feed.items.filter(({ title }) => title === 'Fog')).toEqual([
    {
      id: `urn:uuid:${fog.editionId}`,
      url: at('/en/chapters/fog'),
      title: 'Fog',
      summary: 'Nine days',
      content_html: `<div lang="en" dir="ltr"><p>See <a href="${at('/en')}">all</a>.</p></div>`,
      date_published: aYearAgo.toISOString(),
      date_modified: saved,
      authors: [{ name: 'Mara Quill' }],
      tags: ['sea'],
      language: 'en',
    },
  ])
})

test('what was saved before it came out is as new as its coming out, and runs from the right', async () => {
  const [item] = (await dataOf('ar')).items
  const published = new Date((await savedAt(mist)).getTime() + 1).toISOString()
  expect(item).toMatchObject({ date_published: published, date_modified: published })
  expect(item!.content_html).toBe('<div lang="ar" dir="rtl"><p>It begins.</p></div>')
  expect(item).not.toHaveProperty('authors')
})

test('the feed of everything is in English, and of no language', async () => {
  const feed = await dataOf()
  expect(feed).toMatchObject({
    title: 'Chapterhouse · all languages',
    home_page_url: at('/'),
    feed_url: at('/feeds/feed.json'),
  })
  expect(feed).not.toHaveProperty('language')
  expect(feed.items.map(({ title }) => title)).toEqual(expect.arrayContaining(['ضباب', 'Fog']))
})

test('a series and a tag have feeds of their own, in a language', async () => {
  expect(await dataOf('en', 'series', series.slug)).toMatchObject({
    title: 'The light',
    description: 'All chapters of The light in reading order.',
    language: 'en',
    home_page_url: at(`/en/series/${series.slug}`),
    feed_url: at(`/feeds/en/series/${series.slug}/feed.json`),
  })
  expect(await dataOf('en', 'tags', tag.slug)).toMatchObject({
    title: 'Tagged “sea”',
    description: 'Chapters tagged “sea”.',
    language: 'en',
    home_page_url: at('/en/tags/sea'),
    feed_url: at('/feeds/en/tags/sea/feed.json'),
  })
  await anEdition({ slug: 'other', title: 'Other' })
  expect(await titles('en')).toEqual(expect.arrayContaining(['Other', 'Fog']))
  expect(await titles('en')).not.toContain('ضباب')
  for (const place of [
    ['series', series.slug],
    ['tags', tag.slug],
  ])
    expect(await titles('en', ...place)).toEqual(['Fog'])
  expect(await titles('ar', 'series', series.slug)).toEqual(['ضباب'])
})

describe('the comments on a chapter', () => {
  const first = { name: 'Rea', text: 'One.\n\nTwo.', sentAt: new Date('2024-02-11T08:00:00Z') }

  test('have a feed, of which no hub tells', async () => {
    const edition = await anEdition({ slug: 'café', title: 'Mist', published: aYearAgo })
    const comment = await aComment({ edition, status: 'approved', ...first })
    const feed = await dataOf('en', 'chapters', 'caf%C3%A9')
    expect(feed).toMatchObject({
      title: 'Comments on “Mist”',
      description: 'Comments on “Mist”',
      language: 'en',
      home_page_url: at('/en/chapters/caf%C3%A9'),
      feed_url: at('/feeds/en/chapters/caf%C3%A9/feed.json'),
    })
    expect(feed).not.toHaveProperty('hubs')
    expect(feed.items).toEqual([
      {
        id: `urn:uuid:${comment.id}`,
        url: at(`/en/chapters/caf%C3%A9/comments/${comment.id}`),
        title: 'Rea on “Mist”',
        content_html: '<p dir="auto">One.</p><p dir="auto">Two.</p>',
        authors: [{ name: 'Rea' }],
        date_published: first.sentAt.toISOString(),
        date_modified: first.sentAt.toISOString(),
        language: 'en',
      },
    ])
  })

  test('depend on that chapter, and on where it is', async () => {
    const [, { tags }] = await gatherNotes(() => feedAt(['en', 'chapters', 'fog', 'rss.xml']))
    expect(tags).toEqual(new Set(['lists', `chapter:${fog.chapterId}`]))
    const [, ofList] = await gatherNotes(() => feedAt(['en', 'rss.xml']))
    expect(ofList.tags).toEqual(new Set(['lists']))
  })
})

describe('a feed is as new as the newest of it', () => {
  const updated = async (...place: string[]) => {
    const { text } = (await feedAt([...place, 'atom.xml']))!
    return new Date(/<updated>(.+?)<\/updated>/.exec(text)![1]!)
  }

  test('of its comments, and before the first of them as its chapter', async () => {
    const edition = await anEdition({ slug: 'new', published: aYearAgo })
    expect(await updated('en', 'chapters', 'new')).toEqual(aYearAgo)
    const [newest, older] = [new Date('2024-03-02T00:00:00Z'), new Date('2024-03-01T00:00:00Z')]
    for (const sentAt of [older, newest]) await aComment({ edition, status: 'approved', sentAt })
    expect(await updated('en', 'chapters', 'new')).toEqual(newest)
  })

  test('and an empty one as now', async () => {
    expect(Math.abs((await updated('ja')).getTime() - Date.now())).toBeLessThan(60_000)
  })
})

test.each([
  ['rss.xml', 'application/rss+xml; charset=utf-8', '<rss '],
  ['atom.xml', 'application/atom+xml; charset=utf-8', '<feed '],
  ['feed.json', 'application/feed+json; charset=utf-8', '{"version"'],
])('%s is a feed of its type', async (file, type, begin) => {
  const feed = await feedAt(['en', file])
  expect(feed!.type).toBe(type)
  expect(feed!.text).toContain(begin)
  expect(feed!.text).toContain(at(`/feeds/en/${file}`))
})

test.each([
  [],
  ['en'],
  ['en', 'rss.txt'],
  ['xx', 'rss.xml'],
  ['en', 'series', 'rss.xml'],
  ['en', 'series', '%zz', 'rss.xml'],
  ['en', 'series', 'none', 'rss.xml'],
  ['en', 'tags', 'none', 'rss.xml'],
  ['en', 'tags', 'sea', 'more', 'rss.xml'],
  ['ja', 'tags', 'sea', 'rss.xml'],
  ['en', 'chapters', 'none', 'rss.xml'],
  ['en', 'rooms', 'fog', 'rss.xml'],
])('there is none at %j', async (...path) => expect(await feedAt(path)).toBeUndefined())
