import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { anEdition, aSeries, aTag } from '@/lib/db/testing/factories'
import { chaptersOf, chaptersOfMonth, monthsOf } from './list-queries'
import { monthsToMap, seriesToMap, tagsToMap, translatorsToMap } from './sitemap-queries'
import { publishedSeries, seriesOf } from './series-queries'
import { publishedTag, publishedTags } from './tag-queries'
import { publishedTranslator } from './translator-queries'
import type { Locale } from '@/lib/i18n/locales'
import { chaptersToFeed } from './outlet-queries'
import { mostRead, rankingHistory, rankingsOf } from '../rankings/queries'
import { rankingsForDesk } from '../writing/queries'
import { recordRanking, removeRanking } from '../rankings/commands'
import { countReads } from '../counts/reads-commands'
import { anActor } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'

// Lists hold what is published: nothing, when a test begins.
beforeEach(async () => void (await db.publication.deleteMany()))

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const inAnHour = () => minutesAgo(-60)
const titles = (chapters: { title: string }[] | undefined) => chapters?.map(({ title }) => title)

test('numbered pages are counted from the oldest and keep what stands on them', async () => {
  for (let minutes = 45; minutes > 0; minutes--)
    await anEdition({ locale: 'ar', title: `${46 - minutes}`, published: minutesAgo(minutes) })
  await anEdition({ locale: 'ar', title: 'later', published: inAnHour() })

  const newest = await chaptersOf('ar')
  expect([titles(newest?.items)?.at(0), titles(newest?.items)?.at(-1)]).toEqual(['45', '26'])
  expect(newest).toMatchObject({ total: 45, page: undefined, older: 2, newer: undefined })
  const first = await chaptersOf('ar', 1)
  expect([titles(first?.items)?.at(0), titles(first?.items)?.at(-1)]).toEqual(['20', '1'])
  expect(first).toMatchObject({ page: 1, older: undefined, newer: 2 })
  expect(titles((await chaptersOf('ar', 3))?.items)).toEqual(['45', '44', '43', '42', '41'])
  for (const page of [0, -1, 4, 1e15]) expect(await chaptersOf('ar', page)).toBeUndefined()

  await anEdition({ locale: 'ar', title: '46', published: minutesAgo(0) })
  expect(titles((await chaptersOf('ar', 1))?.items)).toEqual(titles(first?.items))
})

test('a series is paged in reading order', async () => {
  const { id: seriesId, slug } = await aSeries('Long')
  for (const number of [3, 1, 2.5]) await anEdition({ seriesId, number, title: `${number}` })
  await anEdition({ seriesId, number: 2, title: 'later', published: inAnHour() })
  expect(await publishedSeries('en', slug)).toMatchObject({ title: 'Long', total: 3, page: 1, pages: 1 })
  expect(titles((await publishedSeries('en', slug))?.chapters)).toEqual(['1', '2.5', '3'])
  expect(await publishedSeries('en', slug, 2)).toBeUndefined()
  expect(await publishedSeries('ja', slug)).toBeUndefined()
  expect((await seriesOf('en'))?.series.find((one) => one.slug === slug)).toMatchObject({ chapters: 3 })
})

test('a chapter that moves to another series is listed there, in every language', async () => {
  const [from, to] = [await aSeries('From'), await aSeries('To')]
  const { chapterId } = await anEdition({ seriesId: from.id, title: 'Moved' })
  await anEdition({ chapterId, locale: 'ar', title: 'Moved, in Arabic' })
  await db.chapter.update({ where: { id: chapterId }, data: { seriesId: to.id } })
  for (const locale of ['en', 'ar'] as const)
    expect((await seriesOf(locale))?.series.map(({ slug, chapters }) => [slug, chapters])).toEqual([
      [to.slug, 1],
    ])
  expect(titles(await chaptersToFeed({ locale: 'en', series: to.slug }))).toEqual(['Moved'])
  const listings =
    await db.$queryRaw`select distinct series_id, facets @> array['series ' || series_id] as found from edition_listing`
  expect(listings).toEqual([{ series_id: to.id, found: true }])
})

test('a tag lists what is published under it and knows the languages it exists in', async () => {
  const [english, japanese, unused] = [await aTag('sea'), await aTag('sea', 'ja'), await aTag('hidden')]
  await anEdition({ title: 'Shown', tags: [english!] })
  await anEdition({ title: 'Later', tags: [english!, unused!], published: inAnHour() })
  await anEdition({ title: '海', locale: 'ja', tags: [japanese!] })
  const tag = await publishedTag('en', 'sea')
  expect([titles(tag?.chapters.items), tag?.lists]).toEqual([
    ['Shown'],
    [
      { locale: 'en', pages: 1 },
      { locale: 'ja', pages: 1 },
    ],
  ])
  expect(await publishedTag('en', 'hidden')).toBeUndefined()
  expect(await publishedTag('en', 'sea', 2)).toBeUndefined()
  expect((await publishedTags('en')).map(({ name, chapters }) => [name, chapters])).toContainEqual(['sea', 1])
  expect(await tagsToMap('en')).toContainEqual({ slug: 'sea', newest: tag!.chapters.items[0]!.publishedAt })
  expect((await tagsToMap('en')).map(({ slug }) => slug)).not.toContain('hidden')
})

test('a translator has a page in each language, by a name that an address can hold', async () => {
  const translated = async (locale: Locale, translator: string, published?: Date) => {
    const { editionId } = await anEdition({ locale, title: `${translator} ${locale}`, published })
    await db.edition.update({ where: { id: editionId }, data: { translator } })
    return editionId
  }
  await translated('ja', 'Rosa Lind', minutesAgo(2))
  await translated('ja', 'rosa  lind', minutesAgo(1))
  await translated('ar', 'Rosa Lind')
  await translated('en', 'Rosa Lind', inAnHour())
  await translated('en', 'Nobody/Else?')
  expect(await publishedTranslator('ja', 'rosa-lind')).toMatchObject({
    name: 'rosa  lind',
    slug: 'rosa-lind',
    chapters: { total: 2 },
    lists: [
      { locale: 'ja', pages: 1 },
      { locale: 'ar', pages: 1 },
    ],
  })
  expect(await publishedTranslator('en', 'rosa-lind')).toBeUndefined()
  expect(await publishedTranslator('ja', 'rosa-lind', 2)).toBeUndefined()
  expect(titles((await publishedTranslator('en', 'nobody-else'))?.chapters.items)).toEqual([
    'Nobody/Else? en',
  ])
  for (const strange of ['_', '-_-', 'x.rsc', '..', '/', '\uFDFA'.repeat(200)])
    await translated('ar', strange)
  await translated('ar', 'Rosa\uFEFFMay')
  expect((await translatorsToMap('ar')).map(({ slug }) => slug)).toEqual(['rosa-lind', 'rosa-may'])
  expect((await translatorsToMap('ja')).map(({ slug }) => slug)).toEqual(['rosa-lind'])
  expect((await translatorsToMap('en')).map(({ slug }) => slug)).toEqual(['nobody-else'])
})

test('the archive counts months in UTC and shows them in order', async () => {
  const at = (time: string) => anEdition({ locale: 'ja', title: time, published: new Date(time) })
  await at('2019-01-31T23:59:59Z')
  await at('2019-02-01T00:00:00Z')
  await at('2019-01-01T00:00:00Z')
  const months = await monthsOf('ja')
  expect(months).toContainEqual({ year: 2019, month: 1, chapters: 2 })
  expect(titles((await chaptersOfMonth('ja', 2019, 1))?.chapters)).toEqual([
    '2019-01-01T00:00:00Z',
    '2019-01-31T23:59:59Z',
  ])
  expect(await monthsToMap('ja')).toContainEqual({
    year: 2019,
    month: 1,
    newest: new Date('2019-01-31T23:59:59Z'),
  })
  const known = (await monthsToMap('ja')).map(({ year, month }) => [year, month])
  expect(known).toEqual(months.map(({ year, month }) => [year, month]))
  expect(await chaptersOfMonth('ja', 2019, 3)).toBeUndefined()
})

test('a month counts what is listed, however it came, moved or went', async () => {
  const counted = async () =>
    (await monthsOf('ja'))
      .filter(({ year }) => year < 2010)
      .map(({ year, month, chapters }) => [year, month, chapters])
  const one = await anEdition({ locale: 'ja', published: new Date('2001-05-31T23:00:00Z') })
  const two = await anEdition({ locale: 'ja', published: new Date('2001-05-01T00:00:00Z') })
  expect(await counted()).toEqual([[2001, 5, 2]])
  const move = (editionId: string, data: object) => db.publication.update({ where: { editionId }, data })
  await move(one.editionId, { publishAt: new Date('2001-06-01T00:00:00Z') })
  expect(await counted()).toEqual([
    [2001, 6, 1],
    [2001, 5, 1],
  ])
  await move(two.editionId, { withdrawnAt: new Date() })
  expect(await counted()).toEqual([[2001, 6, 1]])
  await move(two.editionId, { withdrawnAt: null })
  await move(one.editionId, { publishAt: inAnHour() })
  expect(await counted()).toEqual([[2001, 5, 1]])
  await db.publication.delete({ where: { editionId: two.editionId } })
  expect(await counted()).toEqual([])
  const wrong = await db.$queryRaw`
    select from listing_month m full join (
      select locale, month_of(publish_at) as month, count(*)::int as editions from edition_listing group by 1, 2) as truth
    using (locale, month) where coalesce(m.editions, 0) <> coalesce(truth.editions, 0)`
  expect(wrong).toEqual([])
})

test('a numbered page begins where its first chapter is, also within a month', async () => {
  const times = Array.from({ length: 70 }, (_, day) => new Date(Date.UTC(1999, 10, 1 + day, 12)))
  for (const time of times) await anEdition({ locale: 'ar', title: time.toISOString(), published: time })
  const all = times.map((time) => time.toISOString())
  for (const page of [1, 2, 3])
    expect(titles((await chaptersOf('ar', page))?.items)?.toReversed()).toEqual(
      all.slice(page * 20 - 20, page * 20),
    )
})

test('many series: the last continued first, and all of them in pages that stay', async () => {
  const begun: string[] = []
  for (let place = 1; place <= 51; place++) {
    const { id: seriesId, slug } = await aSeries(`Of many ${place}`)
    await anEdition({ locale: 'ja', seriesId, published: new Date(Date.UTC(1990, 0, place)) })
    begun.push(slug)
  }
  const { id: seriesId, slug: scheduled } = await aSeries('Of later')
  await anEdition({ locale: 'ja', seriesId, published: inAnHour() })
  const first = await seriesOf('ja', 1)
  expect(first?.series.map(({ slug }) => slug).toReversed()).toEqual(begun.slice(0, 50))
  expect((await seriesOf('ja', first!.pages))?.series.map(({ slug }) => slug)).toContain(begun[50])
  expect(await seriesOf('ja', first!.pages + 1)).toBeUndefined()
  const { chapter } = await db.edition.findFirstOrThrow({
    where: { chapter: { series: { slug: begun[0]! } } },
    select: { chapter: true },
  })
  await anEdition({ locale: 'ja', seriesId: chapter.seriesId, number: 2, published: minutesAgo(1) })
  expect((await seriesOf('ja'))?.series[0]).toMatchObject({ slug: begun[0], chapters: 2 })
  expect((await seriesOf('ja', 1))?.series.map(({ slug }) => slug)).toEqual(
    first?.series.map(({ slug }) => slug),
  )
  const mapped = (await seriesToMap('ja')).map(({ slug }) => slug)
  expect(mapped).toEqual(expect.arrayContaining(begun))
  expect(mapped).not.toContain(scheduled)
})

test('feeds carry what is published', async () => {
  const tag = await aTag('fed')
  const series = await aSeries('Fed')
  await anEdition({ title: 'Fed', tags: [tag], seriesId: series.id })
  await anEdition({ title: 'Fed later', tags: [tag], seriesId: series.id, number: 2, published: inAnHour() })
  for (const wish of [
    { locale: 'en', tag: 'fed' },
    { locale: 'en', series: series.slug },
  ] as const)
    expect(titles(await chaptersToFeed(wish))).toEqual(['Fed'])
  expect(await chaptersToFeed({ locale: 'en', tag: 'none' })).toEqual([])
  expect(titles(await chaptersToFeed({}))).toContain('Fed')
})

test('readings add up by day, and only of what is published', async () => {
  const tag = await aTag('read')
  const [one, two] = [
    await anEdition({ title: 'One', tags: [tag] }),
    await anEdition({ title: 'Two', tags: [tag] }),
  ]
  const draft = await anEdition({ published: false })
  await countReads(
    new Map([
      [one.editionId, 2],
      [draft.editionId, 9],
    ]),
  )
  await countReads(
    new Map([
      [one.editionId, 1],
      [two.editionId, 5],
    ]),
  )
  await db.editionReads.create({
    data: { editionId: one.editionId, day: minutesAgo(60 * 24 * 20), reads: 10 },
  })
  const read = async (days: 7 | 30) =>
    (await mostRead('en', { days, tag: 'read' })).map(({ title, reads }) => [title, reads])
  expect(await read(7)).toEqual([
    ['Two', 5],
    ['One', 3],
  ])
  expect(await read(30)).toEqual([
    ['One', 13],
    ['Two', 5],
  ])
  expect(await db.editionReads.count({ where: { editionId: draft.editionId } })).toBe(0)
})

test('a ranking is recorded once, with its source, by those who publish', async () => {
  const edition = await anEdition({ title: 'Ranked' })
  const fact = {
    chapterId: edition.chapterId,
    kind: 'hashtag',
    subject: '#fog',
    place: 7,
    country: 'BE',
    service: 'Ameba',
    sourceUrl: 'https://example.org/rank',
    asOf: new Date('2019-01-14'),
  }
  const admin = await anActor('admin')
  expect(await recordRanking(admin, fact)).toMatchObject({ ok: true })
  expect(await recordRanking(admin, { ...fact, country: undefined })).toMatchObject({ ok: true })
  expect(await recordRanking(admin, fact)).toMatchObject({ refusal: 'already-recorded' })
  for (const wrong of [
    { place: 0 },
    { sourceUrl: 'javascript:alert(1)' },
    { country: 'Belgium' },
    { subject: ' ' },
    // Large letters that are none of a country, and a hashtag of which nothing is seen.
    ...['ß', 'ıı'].map((country) => ({ country })),
    { subject: '# \u3164' },
  ])
    expect(await recordRanking(admin, { ...fact, ...wrong })).toMatchObject({ refusal: 'input-broken' })
  await expect(recordRanking(await anActor('editor'), fact)).rejects.toThrow('not allowed')
  const typed = {
    kind: 'hashtag',
    subject: '＃ 灯台',
    place: '7',
    country: '',
    service: 'Ameba',
    asOf: '2026-02-03',
  }
  expect(await recordRanking(admin, { ...fact, ...typed })).toMatchObject({ ok: true })
  const [newest] = await rankingsForDesk(admin, fact.chapterId)
  expect(newest).toMatchObject({ subject: '灯台', place: 7, country: null })
  const named = { id: newest!.id, chapterId: fact.chapterId }
  expect(await removeRanking(admin, { ...named, chapterId: newest!.id })).toMatchObject({
    refusal: 'not-found',
  })
  await expect(removeRanking(await anActor('editor'), named)).rejects.toThrow('not allowed')
  expect(await removeRanking(admin, named)).toMatchObject({ ok: true })
  expect(await rankingsOf(edition.chapterId)).toHaveLength(2)
  expect((await rankingHistory('en'))?.items[0]).toMatchObject({
    subject: 'fog',
    place: 7,
    title: 'Ranked',
    slug: edition.slug,
  })
  expect((await rankingHistory('ja'))?.items).toEqual([])
})

test('the history of rankings is whole: its pages are counted from the oldest', async () => {
  const { chapterId } = await anEdition({ locale: 'ar' })
  const facts = Array.from({ length: 130 }, (_, day) => ({
    id: newId(),
    chapterId,
    kind: 'search' as const,
    subject: `word ${day}`,
    place: 1,
    service: 'Bulletin',
    sourceUrl: 'https://example.org',
    asOf: new Date(Date.UTC(2020, 0, 1 + day)),
  }))
  await db.rankingFact.createMany({ data: facts })
  const words = async (page?: number) =>
    (await rankingHistory('ar', page))?.items.map(({ subject }) => subject)
  const newestFirst = facts.map(({ subject }) => subject).reverse()
  expect(await words()).toEqual(newestFirst.slice(0, 100))
  expect(await words(1)).toEqual(newestFirst.slice(30))
  expect(await words(2)).toEqual(newestFirst.slice(0, 30))
  expect(await words(3)).toBeUndefined()
  expect(await rankingHistory('ar')).toMatchObject({
    total: 130,
    page: undefined,
    older: 1,
    newer: undefined,
  })
})
