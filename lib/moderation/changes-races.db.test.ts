import { beforeAll, expect, test } from 'vitest'
import { withdraw } from '@/lib/chapters/publishing/commands'
import { db } from '@/lib/db/client'
import { connectForRaces, race, raceOf } from '@/lib/db/testing/barrier'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from './decisions/commands'
import { deleteForGood } from './deletion/commands'
import { editComment, undoEdit } from './edits/commands'
import { queuedComment } from './queue/queries'
import { moveToChapter } from './relocation/commands'

// Two who change the same comment at once. Each of these goes wrong when a lock is taken away.

let editor: StaffActor
let admin: StaffActor
beforeAll(async () => {
  await connectForRaces()
  editor = await anActor('editor', 'Edda')
  admin = { ...(await anActor('admin', 'Ada')), provedAt: Date.now() }
})

async function typed(commentId: string, text: string) {
  const { name, version, seal } = (await queuedComment(editor, commentId))!
  return { seal, wish: { commentId, version, name, url: '', text } }
}

test('of two edits at once one is saved, and the other is told who was faster', async () => {
  const { id } = await aComment()
  const [mine, theirs] = [await typed(id, 'Mine'), await typed(id, 'Theirs')]
  const both = await raceOf('update on comment', [
    () => editComment(editor, mine.wish),
    () => editComment(admin, theirs.wish),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'edited-since', by: 'Edda' }])
  expect(await db.comment.findUnique({ where: { id } })).toMatchObject({ text: 'Mine' })
})

test('a decision about words that are being edited waits, and is not made', async () => {
  const { id } = await aComment()
  const { seal, wish } = await typed(id, 'Other words')
  const both = await raceOf<unknown>('update on comment', [
    () => editComment(editor, wish),
    () => decide(admin, { commentId: id, seen: 'pending', becomes: 'approved', read: seal }),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'text-changed' }])
})

test('an edit is taken back once, though two press at once', async () => {
  const { id } = await aComment()
  const edited = await editComment(editor, (await typed(id, 'Other words')).wish)
  if (!edited.ok) throw new Error(edited.refusal)
  const { editId } = edited.value
  const both = await raceOf('update on comment', [
    () => undoEdit(editor, { editId }),
    () => undoEdit(admin, { editId }),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'edited-since', by: 'Edda' }])
  expect(await db.commentEdit.count({ where: { commentId: id } })).toBe(2)
})

test('nothing is moved to a chapter that is being withdrawn', async () => {
  const [{ id: commentId, editionId: seenId }, { editionId }] = [await aComment(), await anEdition()]
  const both = await raceOf<unknown>('update on publication', [
    () => withdraw(admin, { editionId }),
    () => moveToChapter(editor, { commentId, seenId, editionId }),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'target-withdrawn' }])
  expect(await db.comment.findUnique({ where: { id: commentId } })).toMatchObject({ editionId: seenId })
})

test('an answer that comes while its comment is moved goes along', async () => {
  const from = await anEdition()
  const [{ id: parentId }, to] = [await aComment({ edition: from, status: 'approved' }), await anEdition()]
  const wish = { commentId: parentId, seenId: from.editionId, editionId: to.editionId }
  const { outcomes } = await race<unknown>('insert on spam_verdict', [
    () =>
      db.$transaction(async (tx) => {
        const {
          id: _id,
          submissionKey: _key,
          ...fields
        } = await tx.comment.findUniqueOrThrow({ where: { id: parentId } })
        const answer = await tx.comment.create({
          data: { ...fields, parentId, id: crypto.randomUUID(), submissionKey: crypto.randomUUID() },
        })
        const verdict = { checker: 'akismet', verdict: 'ham', why: 'akismet-ham' } as const
        await tx.spamVerdict.create({ data: { ...verdict, id: crypto.randomUUID(), commentId: answer.id } })
      }),
    () => moveToChapter(editor, wish),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(await db.comment.count({ where: { chapterId: to.chapterId } })).toBe(2)
  expect(await db.comment.count({ where: { chapterId: from.chapterId } })).toBe(0)
})

test('what is being edited is not deleted unread; what is being deleted is not edited', async () => {
  const { id } = await aComment({ status: 'trash' })
  const { wish } = await typed(id, 'Other words')
  const both = await raceOf<unknown>('update on comment', [
    () => editComment(editor, wish),
    () => deleteForGood(admin, wish),
  ])
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'edited-since', by: 'Edda' }])
  const now = await typed(id, 'Others again')
  const others = await raceOf<unknown>('delete on comment', [
    () => deleteForGood(admin, now.wish),
    () => editComment(editor, now.wish),
  ])
  expect(others).toMatchObject([{ ok: true }, { ok: false, refusal: 'not-found' }])
})
