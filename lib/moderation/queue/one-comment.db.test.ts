import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from '../decisions/commands'
import { queuedComment, queuePage } from './queries'
import { authorRecord } from './record-queries'
import { threadAround } from './thread-queries'

let editor: StaffActor
let edition: Awaited<ReturnType<typeof anEdition>>
beforeEach(async () => {
  await pool().query('truncate comment cascade')
  editor = await anActor('editor', 'Edith')
  edition = await anEdition()
})

const minute = (place: number) => new Date(Date.UTC(2026, 4, 1, 12, place))
const at = async (id: string, place: number) =>
  db.comment.update({ where: { id }, data: { sentAt: minute(place) } })

test('a comment is the same on its own page as in a list, in whatever status', async () => {
  const { id } = await aComment({ edition, traced: true })
  expect(await queuedComment(editor, id)).toEqual(
    (await queuePage(editor, { status: 'pending' })).comments[0],
  )
  await decide(editor, { commentId: id, seen: 'pending', becomes: 'spam' })
  const spam = await queuedComment(editor, id.toUpperCase())
  expect(spam).toEqual((await queuePage(editor, { status: 'spam' })).comments[0])
  expect(spam).toMatchObject({ status: 'spam', before: 'pending', lastDecision: { by: 'Edith', to: 'spam' } })
})

test.each(['x', '', newId(), undefined, null, {}, ['x']])('of %j there is nothing', async (given) => {
  expect(await queuedComment(editor, given)).toBeUndefined()
  expect(await authorRecord(editor, given)).toEqual({})
  expect(await threadAround(editor, given)).toEqual({ beside: [], answers: [] })
})

test('an author’s record counts their comments by status, whatever the case of their address', async () => {
  const { id } = await aComment({ edition, email: 'Rea@Example.org', traced: true })
  const approved = await aComment({ edition, email: 'rea@example.org', status: 'approved', traced: true })
  const spam = await aComment({ edition, email: 'rea@example.org', status: 'spam' })
  await aComment({ edition, email: 'other@example.org', status: 'approved', traced: true })
  await at(id, 3)
  await at(approved.id, 1)
  await at(spam.id, 2)
  const none = { count: 0 }
  expect(await authorRecord(editor, id)).toEqual({
    byEmail: {
      email: 'rea@example.org',
      counts: { pending: { count: 1 }, approved: { count: 1 }, spam: { count: 1 }, trash: none },
      firstSeen: minute(1),
    },
    byAddress: {
      ip: '192.0.2.7',
      counts: { pending: { count: 1 }, approved: { count: 2 }, spam: none, trash: none },
    },
  })
})

test('who gave no address and whose trace is erased has no record', async () => {
  const { id } = await aComment({ edition, email: '' })
  await aComment({ edition, email: '' })
  expect(await authorRecord(editor, id)).toEqual({})
})

test('the thread around a comment: what it answers, the nearest beside it, what answers it', async () => {
  const parent = await aComment({ edition, status: 'trash', text: 'The first' })
  await at(parent.id, 0)
  const answers = []
  for (let place = 1; place <= 9; place++) {
    const answer = await aComment({ edition, parentId: parent.id, text: `${place}`, status: 'approved' })
    await at(answer.id, place)
    answers.push(answer)
  }
  const middle = answers[4]!
  const below = await aComment({ edition, parentId: middle.id, text: 'Below', status: 'spam' })
  const around = await threadAround(editor, middle.id)
  expect(around.parent).toMatchObject({ id: parent.id, text: 'The first', status: 'trash' })
  expect(around.beside.map(({ text }) => text)).toEqual(['2', '3', '4', '6', '7', '8'])
  expect(around.answers).toMatchObject([{ id: below.id, status: 'spam' }])
  expect((await threadAround(editor, answers[0]!.id)).beside.map(({ text }) => text)).toEqual(['2', '3', '4'])
  expect((await threadAround(editor, parent.id)).answers.map(({ text }) => text)).toEqual(
    answers.map(({ text }) => text),
  )
  expect(await threadAround(editor, parent.id)).toMatchObject({ parent: undefined, beside: [] })
})

test('of those sent at the same moment each has its place', async () => {
  const parent = await aComment({ edition })
  const answers = await Promise.all([0, 1, 2].map(() => aComment({ edition, parentId: parent.id })))
  for (const { id } of answers) await at(id, 5)
  const ids = answers.map(({ id }) => id).sort()
  expect((await threadAround(editor, ids[1])).beside.map(({ id }) => id)).toEqual([ids[0], ids[2]])
})
