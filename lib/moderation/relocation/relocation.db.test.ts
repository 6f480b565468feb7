import { beforeAll, describe, expect, test } from 'vitest'
import { withdraw } from '@/lib/chapters/publishing/commands'
import { closeComments } from '@/lib/comments/discussion/commands'
import { chapterOfMoved, publishedThread } from '@/lib/comments/thread/queries'
import { db } from '@/lib/db/client'
import { aComment, anActor, anEdition, aSeries } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { withdrawOwn } from '../decisions/author-commands'
import { commentHistory } from '../decisions/history-queries'
import { queueCounts, queuePage } from '../queue/queries'
import { moveBack, moveToChapter } from './commands'
import { placesForComment } from './queries'

let editor: StaffActor
let admin: StaffActor
beforeAll(async () => {
  editor = await anActor('editor', 'Edda')
  admin = await anActor('admin')
})

const place = (id: string) =>
  db.comment.findUniqueOrThrow({
    where: { id },
    select: { chapterId: true, editionId: true, parentId: true },
  })

/** A thread of four, the second of which is to go. */
async function aThread() {
  const [from, to] = [await anEdition({ title: 'The first' }), await anEdition({ title: 'The second' })]
  const said = { edition: from, status: 'approved' } as const
  const first = await aComment(said)
  const moved = await aComment({ ...said, parentId: first.id })
  const answer = await aComment({ ...said, parentId: moved.id })
  const deep = await aComment({ edition: from, parentId: answer.id })
  return { from, to, first, moved, answer, deep }
}
async function move(commentId: string, seenId: string, editionId: string, actor = editor) {
  const outcome = await moveToChapter(actor, { commentId, seenId, editionId })
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome.value.moveId
}

describe('a comment that is moved', () => {
  test('takes its answers along, and leaves what it answered; nothing else stirs', async () => {
    const { from, to, first, moved, answer, deep } = await aThread()
    const before = await queueCounts(editor)
    await move(moved.id, from.editionId, to.editionId)
    expect(await place(moved.id)).toEqual({
      chapterId: to.chapterId,
      editionId: to.editionId,
      parentId: null,
    })
    expect(await place(answer.id)).toMatchObject({ chapterId: to.chapterId, parentId: moved.id })
    expect(await place(deep.id)).toMatchObject({ chapterId: to.chapterId, parentId: answer.id })
    expect(await place(first.id)).toMatchObject({ chapterId: from.chapterId })
    expect(await queueCounts(editor)).toEqual(before)
    const inQueue = (chapter: string) => queuePage(editor, { status: 'approved', filters: { chapter } })
    expect((await inQueue(from.chapterId)).comments.map(({ id }) => id)).toEqual([first.id])
    expect((await inQueue(to.chapterId)).comments).toHaveLength(2)
    expect((await publishedThread(from.chapterId))!.total).toBe(1)
    expect((await publishedThread(to.chapterId))!.total).toBe(2)
  })

  test('is led to from its old address', async () => {
    const { from, to, first, moved, answer } = await aThread()
    await move(moved.id, from.editionId, to.editionId)
    for (const { id } of [moved, answer])
      expect(await chapterOfMoved('en', id)).toEqual({ locale: 'en', slug: to.slug })
    expect(await chapterOfMoved('en', first.id)).toBeUndefined()
  })

  test('comes back with everything that answers it by now, each to its own language', async () => {
    const { from, to, first, moved, answer } = await aThread()
    const arabic = await anEdition({ chapterId: from.chapterId, locale: 'ar' })
    await db.comment.update({ where: { id: answer.id }, data: { editionId: arabic.editionId } })
    const moveId = await move(moved.id, from.editionId, to.editionId)
    const later = await aComment({ edition: to, parentId: moved.id })
    const back = await moveBack(editor, { moveId })
    expect(await moveBack(editor, { moveId })).toEqual(back)
    expect(await place(moved.id)).toEqual({
      chapterId: from.chapterId,
      editionId: from.editionId,
      parentId: first.id,
    })
    expect(await place(answer.id)).toMatchObject({ editionId: arabic.editionId, parentId: moved.id })
    expect(await place(later.id)).toMatchObject({ editionId: from.editionId, parentId: moved.id })
    expect((await commentHistory(editor, moved.id))!.happenings.slice(0, 2)).toMatchObject([
      { kind: 'relocation', by: 'Edda', from: 'The second', to: 'The first', undoes: true },
      { kind: 'relocation', from: 'The first', to: 'The second', undoes: false },
    ])
  })

  test('goes to another language of its chapter as well', async () => {
    const { from, moved } = await aThread()
    const japanese = await anEdition({ chapterId: from.chapterId, locale: 'ja' })
    await move(moved.id, from.editionId, japanese.editionId)
    expect(await place(moved.id)).toMatchObject({ chapterId: from.chapterId, editionId: japanese.editionId })
  })

  test('by the same press twice is moved once', async () => {
    const { from, to, moved } = await aThread()
    const moveId = await move(moved.id, from.editionId, to.editionId)
    expect(await move(moved.id, from.editionId, to.editionId)).toBe(moveId)
  })
})

describe('is refused:', () => {
  const refusalOf = async (editionId: string, { seenId = '', prepare = async (_id: string) => {} } = {}) => {
    const { from, moved } = await aThread()
    await prepare(moved.id)
    const wish = { commentId: moved.id, seenId: seenId || from.editionId, editionId }
    const outcome = await moveToChapter(editor, wish)
    expect(await place(moved.id)).toMatchObject({ editionId: from.editionId })
    return outcome.ok ? 'moved' : outcome.refusal
  }

  test('an edition that is not there, or not published, or withdrawn', async () => {
    expect(await refusalOf(newId())).toBe('target-missing')
    expect(await refusalOf('x')).toBe('target-missing')
    expect(await refusalOf((await anEdition({ published: false })).editionId)).toBe('target-unpublished')
    const later = new Date(Date.now() + 60_000)
    expect(await refusalOf((await anEdition({ published: later })).editionId)).toBe('target-unpublished')
    const { editionId } = await anEdition()
    await withdraw(admin, { editionId })
    expect(await refusalOf(editionId)).toBe('target-withdrawn')
  })

  test('a chapter that takes no comments', async () => {
    const { editionId, chapterId } = await anEdition()
    await closeComments(editor, { chapterId, closed: true })
    expect(await refusalOf(editionId)).toBe('target-closed')
  })

  test('what was seen elsewhere, with who has moved it', async () => {
    const { from, to, moved } = await aThread()
    const third = await anEdition()
    const moveId = await move(moved.id, from.editionId, to.editionId, await anActor('editor', 'Otto'))
    const wish = { commentId: moved.id, seenId: from.editionId, editionId: third.editionId }
    expect(await moveToChapter(editor, wish)).toMatchObject({ refusal: 'moved-since', by: 'Otto' })
    await move(moved.id, to.editionId, third.editionId)
    expect(await moveBack(editor, { moveId })).toMatchObject({ refusal: 'moved-since', by: 'Edda' })
  })

  test('what its author took back, and what is there already', async () => {
    const { editionId } = await anEdition()
    const prepare = async (id: string) => void (await withdrawOwn(id))
    expect(await refusalOf(editionId, { prepare })).toBe('withdrawn-by-author')
    const { from, moved } = await aThread()
    const wish = { commentId: moved.id, seenId: from.editionId, editionId: from.editionId }
    expect(await moveToChapter(editor, wish)).toMatchObject({ refusal: 'target-same' })
  })
})

test('places are found by typing, and stand beside it before; what takes no comments says so', async () => {
  const series = await aSeries()
  const from = await anEdition({ seriesId: series.id, number: 3, title: 'Third' })
  const near = await anEdition({ seriesId: series.id, number: 4, title: 'Fourth' })
  const far = await anEdition({ seriesId: series.id, number: 1, title: 'First', published: false })
  const word = `zanzi${newId().slice(-8)}`
  const sought = await anEdition({ title: `The ${word}` })
  const comment = await aComment({ edition: from })
  const places = async (words?: string) =>
    (await placesForComment(editor, comment.id, words))!.places.map(({ editionId, problem }) => [
      editionId,
      problem,
    ])
  expect(await places()).toEqual([
    [near.editionId, null],
    [far.editionId, 'target-unpublished'],
  ])
  expect(await places(word)).toEqual([[sought.editionId, null]])
  expect(await placesForComment(editor, 'x')).toBeUndefined()
})
