import { beforeEach, expect, test } from 'vitest'
import { aComment, anEdition } from '@/lib/db/testing/factories'
import { pageOfComment, publishedThread } from './queries'
import { keepDiscussion } from './testing/keep-discussion'

let edition: Awaited<ReturnType<typeof anEdition>>
let ids: string[]
beforeEach(async () => {
  edition = await anEdition()
  const made: { id: string; sentAt: Date }[] = []
  for (let n = 0; n < 12; n++) {
    const sentAt = new Date(Date.UTC(2026, 0, 1, 0, 0, Math.floor(n / 2))) // two at each second
    const { id } = await aComment({ edition, status: 'approved', text: `Number ${n}`, sentAt })
    made.push({ id, sentAt })
  }
  // Of two at one second the one with the smaller id comes first.
  ids = made
    .sort((a, b) => a.sentAt.getTime() - b.sentAt.getTime() || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
  await aComment({ edition, status: 'pending' })
})
const page = async (number?: number) => {
  const thread = await publishedThread(edition.chapterId, number)
  return thread && { ...thread, comments: thread.comments.map(({ id }) => ids.indexOf(id)) }
}
const placeOf = (place: number) => pageOfComment('en', edition.slug, ids[place]!)

test('as many comments stand on a page as the settings say, in the order in which they came', async () => {
  await keepDiscussion({})
  expect(await page()).toMatchObject({ page: 1, pages: 1, home: 1, total: 12 })
  await keepDiscussion({ pageSize: 5 })
  expect(await page()).toMatchObject({ page: 1, pages: 3, comments: [0, 1, 2, 3, 4] })
  expect(await page(3)).toMatchObject({ page: 3, comments: [10, 11] })
  for (const none of [0, 4, -1, 1.5]) expect(await page(none), String(none)).toBeUndefined()
  expect(await Promise.all([0, 4, 5, 11].map(placeOf))).toEqual([
    ...[1, 1, 2, 3].map((page) => ({ page, home: 1 })),
  ])
})

test('the newest page may stand below the chapter; the others keep their numbers', async () => {
  await keepDiscussion({ pageSize: 5, firstPage: 'newest' })
  expect(await page()).toMatchObject({ page: 3, home: 3, comments: [10, 11] })
  expect(await page(1)).toMatchObject({ page: 1, home: 3, comments: [0, 1, 2, 3, 4] })
  expect(await placeOf(0)).toEqual({ page: 1, home: 3 })
  expect(await placeOf(11)).toEqual({ page: 3, home: 3 })
})

test('a chapter without comments has one page, and a comment that waits stands on none', async () => {
  await keepDiscussion({ firstPage: 'newest' })
  const empty = await anEdition()
  expect(await publishedThread(empty.chapterId)).toMatchObject({ page: 1, pages: 1, home: 1, total: 0 })
  const waits = await aComment({ edition: empty })
  expect(await pageOfComment('en', empty.slug, waits.id)).toBeUndefined()
})
