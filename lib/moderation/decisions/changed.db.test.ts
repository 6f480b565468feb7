import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { commentHistory } from './history-queries'
import { changeOwn, eraseOwn } from './author-commands'
import { queuePage } from '../queue/queries'

let editor: StaffActor
beforeEach(async () => void (editor = await anActor('editor', 'Edith')))
afterEach(() => keepDiscussion({}))

const queued = async (id: string) =>
  (await queuePage(editor, { status: 'pending', take: 100 })).comments.find((comment) => comment.id === id)!
const history = async (id: string) => (await commentHistory(editor, id))!
const happened = async (id: string) => (await history(id)).happenings

test('what its author has changed shows when, and what was submitted first, as long as that is kept', async () => {
  const { id } = await aComment({ status: 'approved', traced: true, text: 'First words' })
  await changeOwn(id, 'Other words')
  const changed = { at: expect.any(Date) as Date, first: 'First words' }
  expect(await queued(id)).toMatchObject({ text: 'Other words', changed })
  expect(await history(id)).toMatchObject({ text: 'Other words', changed })
  expect((await happened(id)).slice(0, 2)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'change', name: 'Rea', isErased: false }),
      expect.objectContaining({ kind: 'decision', rule: 'changed-by-author', by: null, to: 'pending' }),
    ]),
  )

  await db.submissionTrace.delete({ where: { commentId: id } })
  for (const { changed } of [await queued(id), await history(id)])
    expect(changed).toEqual({ at: expect.any(Date) as Date, first: undefined })
})

test.each([
  [0, 0, 'too-fast'],
  [0, 5, undefined],
  [20, 10, 'too-fast'],
  [20, 20, undefined],
])('with %d s between comments, a change %d s after another: %s', async (gapSeconds, since, refusal) => {
  await keepDiscussion({ gapSeconds })
  const { id } = await aComment({ traced: true })
  await db.$executeRaw`update comment set edited_at = now() - ${since}::float8 * interval '1 second' where id = ${id}::uuid`
  expect(await changeOwn(id, 'Other words')).toMatchObject(refusal ? { ok: false, refusal } : { ok: true })
})

test('what nobody has changed says nothing of it', async () => {
  const { id } = await aComment({ traced: true })
  expect((await queued(id)).changed).toBeUndefined()
  expect((await history(id)).changed).toBeUndefined()
})

test('what was erased is not called changed', async () => {
  const { id } = await aComment({ status: 'trash', traced: true })
  await eraseOwn(id)
  expect((await history(id)).changed).toBeUndefined()
  expect(await happened(id)).toContainEqual(expect.objectContaining({ kind: 'change', isErased: true }))
})

test('the history says whether the checker has accepted what was reported', async () => {
  const { id: commentId } = await aComment()
  const about = { commentId, from: 'pending', lesson: 'spam', byId: editor.id } as const
  for (const state of ['waiting', 'sent'] as const)
    await db.spamFeedback.create({ data: { ...about, id: randomUUID(), state } })
  expect(await happened(commentId)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        kind: 'feedback',
        by: 'Edith',
        state: 'waiting',
        lesson: 'spam',
        problem: null,
      }),
      expect.objectContaining({ kind: 'feedback', by: 'Edith', state: 'sent', lesson: 'spam' }),
    ]),
  )
})
