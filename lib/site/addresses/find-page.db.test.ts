import { beforeAll, expect, test } from 'vitest'
import { chaptersOf, chaptersOfMonth } from '@/lib/chapters/reading/list-queries'
import { publishedSeries, seriesOf } from '@/lib/chapters/reading/series-queries'
import { publishedTag, publishedTags } from '@/lib/chapters/reading/tag-queries'
import { publishedTranslator } from '@/lib/chapters/reading/translator-queries'
import { publishedChapter } from '@/lib/chapters/reading/queries'
import { rankingHistory } from '@/lib/chapters/rankings/queries'
import { publishedThread } from '@/lib/comments/thread/queries'
import { db } from '@/lib/db/client'
import { aComment, anEdition, aSeries, aTag } from '@/lib/db/testing/factories'
import type { Locale } from '@/lib/i18n/locales'
import { newId } from '@/lib/kernel/ids'
import { feedAt } from '../feeds'
import { findPage } from './find-page'
import { pageAddress } from './page-address'
import { sitemapNamed } from '../sitemaps'

const find = (path: string) => findPage(path, (_key, _tag, read) => read())
const kindOf = async (path: string) => (await find(path)).kind

const anHour = 60 * 60_000
const inAnHour = () => new Date(Date.now() + anHour)
const anHourAgo = () => new Date(Date.now() - anHour)
const february = new Date(Date.UTC(2024, 1, 10))

beforeAll(async () => {
  const series = await db.series.create({ data: { id: newId(), slug: 'the-light' } })
  const planned = await db.series.create({ data: { id: newId(), slug: 'planned' } })
  const [sea, kept] = [await aTag('sea'), await aTag('kept-back')]
  await aTag('unused')
  for (let number = 1; number <= 101; number++)
    await anEdition({
      seriesId: series.id,
      number,
      slug: `chapter-${number}`,
      published: february,
      tags: number <= 41 ? [sea] : [],
    })
  const fog = await anEdition({ slug: 'fog', title: 'Fog' })
  await anEdition({ chapterId: fog.chapterId, locale: 'ja', slug: '霧' })
  await db.edition.update({ where: { id: fog.editionId }, data: { translator: 'Mori Ōgai' } })
  await anEdition({ seriesId: planned.id, slug: 'draft', published: false, tags: [kept] })
  await anEdition({ slug: 'later', published: inAnHour() })
  await anEdition({
    slug: 'withdrawn',
    withdrawnAt: anHourAgo(),
    published: new Date(Date.now() - 2 * anHour),
  })
  await anEdition({ slug: 'gone', goneAt: anHourAgo(), published: new Date(Date.now() - 2 * anHour) })
  const never = { published: inAnHour(), goneAt: anHourAgo() }
  await anEdition({ slug: 'gone-before-it-was-out', ...never })
  for (const [from, to] of [
    ['old-fog', 'fog'],
    ['old-draft', 'draft'],
    ['old-gone', 'gone'],
    ['old-nothing', 'nothing'],
  ])
    await db.redirect.create({ data: { fromPath: `/en/chapters/${from}`, toPath: `/en/chapters/${to}` } })
  for (let place = 0; place < 51; place++)
    await aComment({
      edition: { ...fog, locale: 'en' },
      status: 'approved',
      sentAt: new Date(february.getTime() + place),
    })
  await aComment({ edition: { ...fog, locale: 'en' }, status: 'pending' })
  await db.rankingFact.createMany({
    data: Array.from({ length: 101 }, (_, place) => ({
      id: newId(),
      chapterId: fog.chapterId,
      kind: 'search',
      subject: `fog ${place}`,
      place: 1,
      service: 'Google',
      sourceUrl: 'https://example.org',
      asOf: february,
    })),
  })
})

test('a chapter is where it is, has moved, has gone for good or is not there', async () => {
  expect(await kindOf('/en/chapters/fog')).toBe('here')
  expect(await kindOf('/ja/chapters/%E9%9C%A7')).toBe('here')
  expect(await find('/en/chapters/old-fog')).toEqual({ kind: 'moved', status: 301, to: '/en/chapters/fog' })
  for (const gone of ['gone', 'old-gone', 'gone/comments/2'])
    expect(await kindOf(`/en/chapters/${gone}`), gone).toBe('gone')
  for (const missing of [
    ...['draft', 'later', 'withdrawn', 'old-draft', 'old-nothing', 'gone-before-it-was-out', 'never'],
    ...['%E9%9C%A7'],
  ])
    expect(await kindOf(`/en/chapters/${missing}`), missing).toBe('missing')
  expect(await kindOf('/ja/chapters/fog')).toBe('missing')
})

test('a chapter’s pages of comments and its feed move with it', async () => {
  const leads = async (path: string) => (await find(path)) as { status: number; to: string }
  expect(await leads('/en/chapters/old-fog/comments/2')).toMatchObject({ to: '/en/chapters/fog/comments/2' })
  expect(await leads('/feeds/en/chapters/old-fog/rss.xml')).toMatchObject({
    status: 301,
    to: '/feeds/en/chapters/fog/rss.xml',
  })
  // The first page of a thread stands below its chapter.
  expect(await leads('/en/chapters/fog/comments/1')).toEqual({
    kind: 'moved',
    status: 302,
    to: '/en/chapters/fog#comments',
  })
  expect(await kindOf('/feeds/en/chapters/gone/atom.xml')).toBe('gone')
})

test('a first page that stands without a number is found under its number', async () => {
  const to = async (path: string) => await find(path)
  expect(await to('/en/series/the-light/page/1')).toEqual({
    kind: 'moved',
    status: 302,
    to: '/en/series/the-light',
  })
  expect(await to('/en/archive/2024/02/page/1')).toEqual({
    kind: 'moved',
    status: 302,
    to: '/en/archive/2024/02',
  })
  expect(await kindOf('/en/series/none/page/1')).toBe('missing')
  expect(await kindOf('/en/archive/2023/02/page/1')).toBe('missing')
  expect(await kindOf('/en/tags/sea/page/1')).toBe('here')
})

/** What the page itself would say, by the very reads that it makes. */
async function isMade(path: string): Promise<boolean> {
  const asked = pageAddress(path)
  const rest = path.split('/').slice(2)
  if (path.startsWith('/feeds/')) return (await feedAt(rest)) !== undefined
  if (path.startsWith('/sitemaps/')) return (await sitemapNamed(rest[0]!)) !== undefined
  if (!asked) return false
  switch (asked.kind) {
    case 'chapter': {
      const chapter = await publishedChapter(asked.locale, asked.slug)
      if (!chapter || asked.comments === 'none') return false
      return (
        asked.comments === undefined ||
        (await publishedThread(chapter.chapterId, asked.comments)) !== undefined
      )
    }
    case 'series':
      return (await publishedSeries(asked.locale, asked.slug, asked.page)) !== undefined
    case 'tag':
      return (await publishedTag(asked.locale, asked.slug, asked.page)) !== undefined
    case 'translator':
      return (await publishedTranslator(asked.locale, asked.slug, asked.page)) !== undefined
    case 'most-read':
      return (await publishedTags(asked.locale)).some(({ slug }) => slug === asked.slug)
    case 'list':
      return (await listOf(asked)) !== undefined
    case 'archive':
      return asked.month === undefined
        ? asked.locale === 'en' && [2024, new Date().getUTCFullYear()].includes(asked.year)
        : (await chaptersOfMonth(asked.locale, asked.year, asked.month, asked.page)) !== undefined
    default:
      return true
  }
}

const listOf = ({ list, locale, page }: { list: string; locale: Locale; page: number }) =>
  ({ chapters: chaptersOf, series: seriesOf, rankings: rankingHistory })[list]!(locale, page)

const paths = [
  ...['fog', 'draft', 'later', 'never', 'chapter-7'].flatMap((slug) => [
    `/en/chapters/${slug}`,
    `/en/chapters/${slug}/comments/2`,
    `/en/chapters/${slug}/comments/3`,
    `/en/chapters/${slug}/comments/x`,
    `/feeds/en/chapters/${slug}/rss.xml`,
    `/ja/chapters/${slug}`,
  ]),
  ...['/en', '/ja'].flatMap((locale) => [
    ...['the-light', 'planned', 'none'].flatMap((slug) => [
      `${locale}/series/${slug}`,
      ...[2, 3, 999_999].map((page) => `${locale}/series/${slug}/page/${page}`),
      `/feeds${locale}/series/${slug}/atom.xml`,
    ]),
    ...['sea', 'kept-back', 'unused', 'none'].flatMap((slug) => [
      `${locale}/tags/${slug}`,
      ...[1, 3, 4, 999_999].map((page) => `${locale}/tags/${slug}/page/${page}`),
      `${locale}/most-read/7/${slug}`,
      `/feeds${locale}/tags/${slug}/feed.json`,
    ]),
    ...['mori-%C5%8Dgai', 'none'].flatMap((slug) => [
      `${locale}/translators/${slug}`,
      ...[1, 2].map((page) => `${locale}/translators/${slug}/page/${page}`),
    ]),
    ...['2024', '2024/02', '2024/03', '2023', '2023/02', '2024/02/page/2', '2024/02/page/3', '9999/12'].map(
      (time) => `${locale}/archive/${time}`,
    ),
    ...[1, 2, 5, 6, 7, 1_000_000].flatMap((page) => [
      `${locale}/page/${page}`,
      `${locale}/series/page/${page}`,
      `${locale}/rankings/page/${page}`,
    ]),
  ]),
  ...[
    'pages',
    'chapters-2024-02',
    'chapters-2024-02-2',
    'chapters-2024-03',
    'chapters-2',
    'chapters-0',
    'x',
  ].map((name) => `/sitemaps/${name}.xml`),
]

test.each(paths)('of %s, what is looked up and what would be made say the same', async (path) => {
  const kind = await kindOf(path)
  expect(kind).toBe((await isMade(path)) ? 'here' : 'missing')
})

test('a sitemap under its name of before leads to the list of those that there are', async () => {
  expect(await find('/sitemaps/chapters-1.xml')).toEqual({ kind: 'moved', status: 301, to: '/sitemap.xml' })
  expect(await kindOf('/sitemaps/chapters-2.xml')).toBe('missing')
})

test('what has been published of a series since is there', async () => {
  const series = await aSeries()
  expect(await kindOf(`/en/series/${series.slug}`)).toBe('missing')
  await anEdition({ seriesId: series.id })
  expect(await kindOf(`/en/series/${series.slug}`)).toBe('here')
})

test('who is turned away is told so, wherever it happens', async () => {
  for (const path of [
    ...[
      '/en/chapters/fog',
      '/en/chapters/fog/comments/2',
      '/en/series/x',
      '/en/tags/sea/page/2',
      '/en/page/9',
    ],
    ...[
      '/en/series/page/9',
      '/en/rankings/page/9',
      '/en/archive/2024',
      '/en/archive/2024/02',
      '/en/most-read/7/sea',
    ],
    ...[
      '/en/translators/x',
      '/sitemaps/chapters-9.xml',
      '/sitemaps/chapters-2024-02.xml',
      '/feeds/en/tags/sea/rss.xml',
    ],
  ]) {
    expect(await findPage(path, async () => undefined), path).toEqual({ kind: 'busy' })
    const all: string[] = []
    const last = await findPage(path, async (key, _tag, read) => {
      all.push(key)
      return all.length > 1 ? undefined : read()
    })
    if (all.length > 1) expect(last, path).toEqual({ kind: 'busy' })
  }
})
