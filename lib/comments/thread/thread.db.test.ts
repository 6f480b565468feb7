import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anEdition } from '@/lib/db/testing/factories'
import { pageOfComment, publishedThread } from './queries'
import { keepDiscussion } from '../testing/keep-discussion'

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

describe('what was removed', () => {
  type Status = 'approved' | 'pending' | 'spam' | 'trash'
  let empty: typeof edition
  beforeEach(async () => {
    await keepDiscussion({})
    empty = await anEdition()
  })
  const write = (status: Status, parentId?: string, wish: object = {}) =>
    aComment({ edition: empty, status, parentId, name: 'Secret', ...wish })
  const thread = async (page?: number) => (await publishedThread(empty.chapterId, page))!

  test.each(['pending', 'spam', 'trash'] as const)(
    'is told of where a shown comment answers one that is %s',
    async (status) => {
      const gone = await write(status)
      const reply = await write('approved', gone.id)
      const { comments, removed, answered, total } = await thread()
      expect(comments.map(({ id }) => id)).toEqual([reply.id])
      expect(removed).toEqual([{ id: gone.id, parentId: null, removed: true }])
      expect([answered, total]).toEqual([[], 1])
      expect(await pageOfComment('en', empty.slug, gone.id)).toBeUndefined()
    },
  )

  test('is not told of where nobody who is shown answers it', async () => {
    const gone = await write('trash')
    await write('spam', gone.id)
    await write('pending', gone.id)
    await write('approved')
    expect((await thread()).removed).toEqual([])
  })

  test('hangs below the nearest comment that is shown, through others that were removed', async () => {
    const root = await write('approved')
    const one = await write('trash', root.id)
    const two = await write('spam', one.id)
    const reply = await write('approved', two.id)
    await write('approved', reply.id)
    expect((await thread()).removed).toEqual([{ id: two.id, parentId: root.id, removed: true }])
  })

  test('is followed up a long chain only so far', async () => {
    let above = await write('approved')
    for (let n = 0; n < 30; n++) above = await write('trash', above.id)
    await write('approved', above.id)
    expect((await thread()).removed).toEqual([{ id: above.id, parentId: null, removed: true }])
  })

  test('leads to whom it answered on another page, and the pages are counted without it', async () => {
    await keepDiscussion({ pageSize: 5 })
    const at = (n: number) => ({ sentAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n)) })
    const root = await write('approved', undefined, { ...at(0), name: 'Ada' })
    const gone = await write('trash', root.id, at(1))
    for (let n = 2; n < 6; n++) await write('approved', undefined, at(n))
    await write('approved', gone.id, at(7))
    const second = await thread(2)
    expect(second).toMatchObject({ total: 6, pages: 2, answered: [{ id: root.id, name: 'Ada' }] })
    expect(second.removed).toEqual([{ id: gone.id, parentId: root.id, removed: true }])
    expect((await thread(1)).removed).toEqual([])
  })
})

test('the languages of a thread are those of all its pages', async () => {
  await keepDiscussion({ pageSize: 5 })
  expect((await publishedThread(edition.chapterId, 1))!.languages).toEqual(['en'])
  const waits = await aComment({ edition: { ...edition, locale: 'ja' } })
  expect((await publishedThread(edition.chapterId, 1))!.languages).toEqual(['en'])
  await db.comment.update({ where: { id: waits.id }, data: { status: 'approved' } })
  for (const page of [1, 2, 3])
    expect((await publishedThread(edition.chapterId, page))!.languages).toEqual(['en', 'ja'])
})
