import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aChapter, anEdition, aSeries } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { chaptersOf } from './list-queries'
import { publishedSeries } from './series-queries'
import { publishedChapter } from './queries'

const inAnHour = () => new Date(Date.now() + 60 * 60_000)
const anHourAgo = () => new Date(Date.now() - 60 * 60_000)

/** A series with a published chapter 2, and around it a draft, a scheduled and a withdrawn one. */
async function aSeriesWithHiddenChapters() {
  const series = await aSeries('Hidden')
  const of = { seriesId: series.id }
  return {
    series,
    shown: await anEdition({ ...of, number: 2, title: 'Shown' }),
    draft: await anEdition({ ...of, number: 1, title: 'Draft', published: false }),
    scheduled: await anEdition({ ...of, number: 3, title: 'Scheduled', published: inAnHour() }),
    withdrawn: await anEdition({ ...of, number: 4, title: 'Withdrawn', withdrawnAt: anHourAgo() }),
  }
}

test('drafts, scheduled and withdrawn chapters are nowhere', async () => {
  const { series, shown, draft, scheduled, withdrawn } = await aSeriesWithHiddenChapters()

  for (const hidden of [draft, scheduled, withdrawn]) {
    expect(await publishedChapter('en', hidden.slug)).toBeUndefined()
  }
  const newest = (await chaptersOf('en'))!.items.map((chapter) => chapter.title)
  expect(newest).toContain('Shown')
  expect(newest.filter((title) => ['Draft', 'Scheduled', 'Withdrawn'].includes(title))).toEqual([])
  expect((await publishedSeries('en', series.slug))?.chapters.map(({ title }) => title)).toEqual(['Shown'])
  const chapter = await publishedChapter('en', shown.slug)
  expect([chapter?.previous, chapter?.next]).toEqual([null, null])
})

test('a hidden translation is not offered', async () => {
  const chapter = await aChapter()
  const english = await anEdition({ chapterId: chapter.id })
  await anEdition({ chapterId: chapter.id, locale: 'ja', slug: `灯台-${newId()}`, title: '灯台' })
  await anEdition({ chapterId: chapter.id, locale: 'ar', published: inAnHour() })

  const shown = await publishedChapter('en', english.slug)
  expect(shown?.translations.map(({ locale }) => locale).sort()).toEqual(['en', 'ja'])
})

test('previous and next follow the numbers, not the dates, and stay in series and language', async () => {
  const { id: seriesId } = await aSeries()
  const at = (days: number) => new Date(Date.now() - days * 86_400_000)
  const two = await anEdition({ seriesId, number: 2, title: 'Two', published: at(9) })
  await anEdition({ seriesId, number: 10, title: 'Ten', published: at(1) })
  await anEdition({ seriesId, number: 2.5, title: 'Two and a half', published: at(30) })
  await anEdition({ seriesId, number: 1, title: 'One', published: at(2) })
  await anEdition({ seriesId, number: 1.5, title: '一と半分', locale: 'ja' })
  await anEdition({ number: 2.1, title: 'Of another series' })

  const shown = await publishedChapter('en', two.slug)
  expect(shown?.previous).toMatchObject({ title: 'One', number: 1 })
  expect(shown?.next).toMatchObject({ title: 'Two and a half', number: 2.5 })
})

test('a chapter appears at its time by the clock of the database', async () => {
  const edition = await anEdition({ published: inAnHour() })
  expect(await publishedChapter('en', edition.slug)).toBeUndefined()

  // Nothing runs when the time comes: the row alone decides.
  await db.$executeRaw`update publication set publish_at = now() where edition_id = ${edition.editionId}::uuid`
  expect(await publishedChapter('en', edition.slug)).toMatchObject({ title: 'A chapter', number: 1 })
})

test('a chapter knows its tags, its series, its dates and how long it takes to read', async () => {
  const { id: seriesId } = await aSeries('The almanac')
  const originalDate = new Date('1931-10-02')
  const edition = await anEdition({ seriesId, number: 7, text: 'word '.repeat(500), originalDate })
  const tag = await db.tag.create({ data: { id: newId(), locale: 'en', slug: 'weather', name: 'Weather' } })
  await db.editionTag.create({ data: { editionId: edition.editionId, tagId: tag.id } })

  expect(await publishedChapter('en', edition.slug)).toMatchObject({
    number: 7,
    originalDate,
    minutes: 2,
    tags: [{ slug: 'weather', name: 'Weather' }],
    series: { title: 'The almanac' },
  })
})

test('a chapter says how it begins, in one line, and ends between words', async () => {
  const opening = async (text: string) =>
    (await publishedChapter('en', (await anEdition({ text })).slug))?.opening
  expect(await opening('The lamp.\n\nThe stair.')).toBe('The lamp. The stair.')
  expect(await opening('lantern '.repeat(90))).toBe(`${'lantern '.repeat(20).trim()}…`)
  expect(await opening('灯'.repeat(500))).toBe(`${'灯'.repeat(160)}…`)
})
