import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anEdition, aSeries } from '@/lib/db/testing/factories'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { gatherNotes } from '@/lib/kernel/page-tags'
import {
  readAllSeries,
  readChapter,
  readChapters,
  readCommenting,
  readMonth,
  readMonths,
  readMostRead,
  readMostSearched,
  readPages,
  readRankings,
  readRankingsOf,
  readSeries,
  readSeriesPages,
  readTag,
  readTags,
  readThread,
  readTranslator,
} from './reading'

vi.mock('next/cache', () => ({ cacheLife: () => {} }))

let edition: Awaited<ReturnType<typeof anEdition>>
let series: { slug: string }
beforeAll(async () => {
  const { id, slug } = await aSeries('The light')
  series = { slug }
  edition = await anEdition({ seriesId: id, slug: 'fog' })
})

const chapter = () => `chapter:${edition.chapterId}`
const tagsOf = async (read: () => Promise<unknown>) => {
  const [value, { tags }] = await gatherNotes(read)
  return { value, tags: [...tags] }
}

test('the page of a chapter depends on it and on its neighbours; where there is none, on every list', async () => {
  const there = await tagsOf(() => readChapter('en', 'fog'))
  expect(there.tags).toEqual([chapter(), `series:${series.slug}`])
  expect(there.value).toMatchObject({ slug: 'fog', chapterId: edition.chapterId })
  expect(await tagsOf(() => readChapter('en', 'none'))).toEqual({ value: undefined, tags: ['lists'] })
})

test('what belongs to a chapter depends on it alone', async () => {
  const { id } = await aComment({ edition: { ...edition, locale: 'en' }, status: 'approved' })
  const thread = await tagsOf(() => readThread(edition.chapterId))
  expect(thread).toMatchObject({ tags: [chapter()], value: { total: 1, page: 1, comments: [{ id }] } })
  expect((await tagsOf(() => readThread(edition.chapterId, 2))).value).toBeUndefined()
  expect(await tagsOf(() => readRankingsOf(edition.chapterId))).toEqual({ tags: [chapter()], value: [] })
})

test.each<[string, () => Promise<unknown>, unknown]>([
  ['pages', () => readPages('en'), 1],
  ['chapters', () => readChapters('en'), { items: [{ slug: 'fog' }], total: 1 }],
  ['a page of chapters', () => readChapters('en', 2), undefined],
  ['series', () => readAllSeries('en'), { series: [{ title: 'The light' }] }],
  ['a page of series', () => readAllSeries('en', 2), undefined],
  ['pages of series', () => readSeriesPages('en'), 1],
  ['one series', () => readSeries('en', series.slug), { title: 'The light' }],
  ['a page of one series', () => readSeries('en', series.slug, 2), undefined],
  ['tags', () => readTags('en'), []],
  ['one tag', () => readTag('en', 'none'), undefined],
  ['one translator', () => readTranslator('en', 'none'), undefined],
  ['months', () => readMonths('en'), [{ chapters: 1 }]],
  ['one month', () => readMonth('en', 1999, 1), undefined],
  ['what is searched for', () => readMostSearched('en'), []],
  ['rankings', () => readRankings('en'), { items: [] }],
  ['what is read', () => readMostRead('en', 7), []],
])('what lists %s depends on every list', async (_what, read, expected) => {
  const { value, tags } = await tagsOf(read)
  expect(tags).toEqual(['lists'])
  if (expected === undefined) expect(value).toBeUndefined()
  else if (typeof expected === 'object' && expected !== null) expect(value).toMatchObject(expected)
  else expect(value).toBe(expected)
})

describe('the form below comments', () => {
  const comments = [
    { id: 'a', name: 'Rea' },
    { id: 'b', name: '' },
  ]
  const noted = async (chapterId = edition.chapterId) =>
    gatherNotes(() => readCommenting(chapterId, 'ja', comments))
  const inEnglish = () => gatherNotes(() => readCommenting(edition.chapterId, 'en', comments))

  test('may answer each of them by the name under which it stands', async () => {
    await keepDiscussion({})
    const [commenting, { tags, form, until }] = await inEnglish()
    expect(commenting).toMatchObject({ open: true, threadDepth: 5 })
    expect(commenting).not.toHaveProperty('closesAt')
    expect([...tags]).toEqual([chapter()])
    expect(form).toEqual({
      chapterId: edition.chapterId,
      answerable: new Map([
        ['a', 'Rea'],
        ['b', 'Anonymous'],
      ]),
    })
    expect(until).toBe(Infinity)
  })

  test('may answer none where nobody may comment, or nobody answer', async () => {
    await keepDiscussion({ threadDepth: 1 })
    expect((await inEnglish())[1].form?.answerable.size).toBe(0)
    await keepDiscussion({})
    // There is no such edition.
    const [commenting, { form }] = await noted()
    expect([commenting.open, form?.answerable.size]).toEqual([false, 0])
  })

  test('changes by itself when the chapter closes by its age', async () => {
    await keepDiscussion({ closeAfterDays: 2 })
    const { publishAt } = await db.publication.findUniqueOrThrow({ where: { editionId: edition.editionId } })
    expect((await inEnglish())[1].until).toBe(publishAt.getTime() + 2 * 86_400_000)
  })
})
