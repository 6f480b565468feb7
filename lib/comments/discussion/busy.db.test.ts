import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anEdition } from '@/lib/db/testing/factories'
import type { CommentStatus } from '@/lib/db/generated/enums'
import { keepDiscussion } from '../testing/keep-discussion'
import { countStored, discussionNow, forgetDiscussion } from './queries'

// What a flood is measured by: every comment of the last minute, whatever has become of it.

let edition: Awaited<ReturnType<typeof anEdition>>
beforeEach(async () => {
  edition = await anEdition()
  await db.comment.updateMany({ data: { sentAt: new Date(0) } })
  await keepDiscussion({})
})

const sent = (status: CommentStatus, secondsAgo: number) =>
  aComment({ edition, status, sentAt: new Date(Date.now() - secondsAgo * 1_000) })
const counted = async () => {
  const { lastMinute } = await discussionNow()
  return [lastMinute.site, lastMinute.chapters.get(edition.chapterId) ?? 0]
}

test.each(['pending', 'approved', 'spam', 'trash'] as const)('%s counts, for a minute', async (status) => {
  await sent(status, 61)
  expect(await counted()).toEqual([0, 0])
  await sent(status, 30)
  forgetDiscussion()
  expect(await counted()).toEqual([1, 1])
})

test('what is stored here counts in the same second, on its chapter and on the site', async () => {
  const start = Date.now()
  const clock = vi.spyOn(Date, 'now').mockReturnValue(start)
  await sent('pending', 1)
  await aComment()
  const now = await discussionNow()
  expect(await counted()).toEqual([2, 1])
  countStored(now, edition.chapterId)
  countStored(now, (await anEdition()).chapterId)
  clock.mockReturnValue(start + 999)
  expect(await counted()).toEqual([4, 2])
  // … and after it the database says how it is.
  clock.mockReturnValue(start + 1_000)
  expect(await counted()).toEqual([2, 1])
  clock.mockRestore()
})
