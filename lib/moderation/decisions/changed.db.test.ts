import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { commentHistory } from './history-queries'
import { changeOwn, eraseOwn } from './author-commands'
import { queuePage } from '../queue/queries'

let editor: StaffActor
beforeEach(async () => void (editor = await anActor('editor', 'Edith')))

const queued = async (id: string) =>
  (await queuePage(editor, { status: 'pending', take: 100 })).comments.find((comment) => comment.id === id)!
const history = async (id: string) => (await commentHistory(editor, id))!
const told = async (id: string) => (await history(id)).happenings.map(({ who, what }) => `${who}: ${what}`)

test('what its author has changed shows when, and what was submitted first, as long as that is kept', async () => {
  const { id } = await aComment({ status: 'approved', traced: true, text: 'First words' })
  await changeOwn(id, 'Other words')
  const changed = { at: expect.any(Date) as Date, first: 'First words' }
  expect(await queued(id)).toMatchObject({ text: 'Other words', changed })
  expect(await history(id)).toMatchObject({ text: 'Other words', changed })
  expect((await told(id)).slice(0, 2).sort()).toEqual([
    'Rea: changed the text',
    'the rule “changed by its author”: approved → pending',
  ])

  await db.submissionTrace.delete({ where: { commentId: id } })
  for (const { changed } of [await queued(id), await history(id)])
    expect(changed).toEqual({ at: expect.any(Date) as Date, first: undefined })
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
  expect(await told(id)).toContain('its author: erased the comment')
})

test('the history says whether the checker has accepted what was reported', async () => {
  const { id: commentId } = await aComment()
  const about = { commentId, from: 'pending', as: 'spam', byId: editor.id } as const
  for (const state of ['waiting', 'sent'])
    await db.spamFeedback.create({ data: { ...about, id: randomUUID(), state } })
  expect(await told(commentId)).toEqual(
    expect.arrayContaining([
      'Edith: will be reported as spam; not accepted by Akismet yet',
      'Edith: reported as spam; accepted by Akismet',
    ]),
  )
})

test('whoever gave no name is anonymous in the history, and whoever has erased it its author', async () => {
  const comment = await aComment({ name: '', email: '', traced: true })
  await changeOwn(comment.id, 'Other words')
  expect((await history(comment.id)).happenings.map(({ who }) => who)).toEqual(['Anonymous', 'Anonymous'])
  await eraseOwn(comment.id)
  const erased = (await history(comment.id)).happenings.find(({ kind }) => kind === 'change')
  expect(erased).toMatchObject({ who: 'its author', what: 'erased the comment' })
})
