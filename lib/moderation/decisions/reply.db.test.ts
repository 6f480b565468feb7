import { createHash, randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { publishedThread } from '@/lib/comments/thread/queries'
import { spamSubmission } from '../screening/subject-queries'
import { keepDiscussion } from '@/lib/comments/testing/keep-discussion'
import { db, pool } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from './commands'
import { replyAsStaff } from './reply-commands'

let editor: StaffActor
beforeEach(async () => {
  await keepDiscussion({})
  editor = await anActor('editor', 'Edith')
})
const from = { ip: '192.0.2.9', userAgent: 'Mozilla/5.0' }
const reply = (commentId: string, wish: object = {}) =>
  replyAsStaff(editor, { commentId, text: '\n We thank\u000byou.\0\r\n', seen: 'approved', ...wish }, from)
const repliesTo = (parentId: string) =>
  db.comment.findMany({ where: { parentId }, include: { decisions: true, trace: true } })

test('a reply of the staff is public at once, under their name, with the badge and a record', async () => {
  const parent = await aComment({ status: 'approved', text: 'Thank you.' })
  expect(await reply(parent.id)).toMatchObject({ ok: true })
  const [made] = await repliesTo(parent.id)
  expect(made).toMatchObject({
    name: 'Edith',
    text: ' We thank\nyou.',
    status: 'approved',
    staffId: editor.id,
    locale: 'en',
    chapterId: parent.chapterId,
    editionId: parent.editionId,
    email: (await db.person.findUniqueOrThrow({ where: { id: editor.id } })).email,
    trace: {
      ...from,
      referrer: '',
      elapsedMs: 0,
      asSubmitted: { name: 'Edith', text: ' We thank\nyou.' },
      expiresAt: expect.any(Date) as Date,
    },
    decisions: [{ from: 'pending', to: 'approved', byId: editor.id }],
  })
  const { comments } = (await publishedThread(parent.chapterId))!
  expect(comments.map(({ name, byStaff }) => [name, byStaff])).toEqual([
    ['Rea', false],
    ['Edith', true],
  ])
  expect(JSON.stringify(comments)).not.toContain(editor.id)
  const { rows } = await pool().query(`select name from pgboss.job where data->>'commentId' = $1`, [made!.id])
  expect(rows).toEqual([{ name: 'tell-people' }])
  const days = (made!.trace!.expiresAt.getTime() - Date.now()) / 86_400_000
  expect(days).toBeCloseTo(30, 1)
})

test('whatever a browser says of itself, and however long an address is, the reply is stored', async () => {
  const parent = await aComment({ status: 'approved' })
  const long = { ip: '2001:db8::1'.repeat(9), userAgent: 'Mozilla '.repeat(200) }
  for (const [letters, kept] of [
    [100, true],
    [101, false],
  ] as const) {
    const email = `${'x'.repeat(letters - 12)}@example.org`
    await db.person.update({ where: { id: editor.id }, data: { email } })
    const wish = { commentId: parent.id, text: `With ${letters} letters`, seen: 'approved' }
    const outcome = await replyAsStaff(editor, wish, long)
    if (!outcome.ok) throw new Error(outcome.refusal)
    const made = await db.comment.findUniqueOrThrow({
      where: { id: outcome.value.commentId },
      include: { trace: true },
    })
    expect(made.email).toBe(kept ? email : '')
    expect(made.trace).toMatchObject({
      ip: long.ip.slice(0, 64),
      userAgent: long.userAgent.slice(0, 512),
    })
    await db.person.update({ where: { id: editor.id }, data: { email: `${editor.id}@example.org` } })
  }
})

test('answering a comment that waits approves it', async () => {
  const parent = await aComment({ status: 'pending' })
  expect((await reply(parent.id, { seen: 'pending' })).ok).toBe(true)
  expect(
    await db.comment.findUnique({ where: { id: parent.id }, include: { decisions: true } }),
  ).toMatchObject({
    status: 'approved',
    decisions: [{ from: 'pending', to: 'approved', byId: editor.id }],
  })
})

test('a reply goes with the text that was read', async () => {
  const parent = await aComment({ status: 'approved', text: 'What was read' })
  const [read, other] = ['What was read', 'What was never said'].map((text) =>
    createHash('sha256').update(text).digest('hex').slice(0, 32),
  )
  expect(await reply(parent.id, { read: other })).toEqual({ ok: false, refusal: 'text-changed' })
  expect(await repliesTo(parent.id)).toEqual([])
  expect(await reply(parent.id, { read })).toMatchObject({ ok: true })
})

test('a colleague who was faster is told, and spam and trash are not answered', async () => {
  const parent = await aComment({ status: 'pending' })
  await decide(await anActor(), { commentId: parent.id, seen: 'pending', becomes: 'trash' })
  expect(await reply(parent.id, { seen: 'pending' })).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await reply(parent.id, { seen: 'trash' })).toEqual({ ok: false, refusal: 'not-possible' })
  expect(await reply(randomUUID())).toEqual({ ok: false, refusal: 'not-found' })
  expect(await repliesTo(parent.id)).toEqual([])
})

test('the same reply sent ten times at once is one comment', async () => {
  const parent = await aComment({ status: 'approved' })
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => reply(parent.id)))
  expect(outcomes.every(({ ok }) => ok)).toBe(true)
  const [made, ...more] = await repliesTo(parent.id)
  expect(more).toEqual([])
  expect((await reply(parent.id, { text: 'Other words' })).ok).toBe(true)
  await decide(await anActor(), { commentId: made!.id, seen: 'approved', becomes: 'trash' })
  expect(await reply(parent.id)).toEqual({ ok: false, refusal: 'duplicate' })
})

test('what cannot be stored is refused, and nobody else may', async () => {
  const parent = await aComment({ status: 'approved' })
  const odd: [object, string][] = [
    [{ text: '' }, 'comment-missing'],
    [{ text: 'x'.repeat(65_526) }, 'comment-long'],
    [{ text: { not: '' } }, 'form-broken'],
    [{ commentId: { not: '' } }, 'form-broken'],
    [{ seen: ['approved'] }, 'form-broken'],
  ]
  for (const [wish, refusal] of odd) expect(await reply(parent.id, wish)).toEqual({ ok: false, refusal })
  for (const nobody of [undefined, null, { role: 'reader' }])
    await expect(replyAsStaff(nobody as never, {}, from)).rejects.toThrow()
  expect(await replyAsStaff({ role: 'system', rule: 'sample' }, {}, from)).toEqual({
    ok: false,
    refusal: 'not-possible',
  })
  expect(await repliesTo(parent.id)).toEqual([])
})

test('a checker that is asked about it hears that it is of the staff', async () => {
  const parent = await aComment({ status: 'approved' })
  const roleOf = async (actor: StaffActor) => {
    await replyAsStaff(actor, { commentId: parent.id, text: 'Hello', seen: 'approved' }, from)
    const made = await db.comment.findFirstOrThrow({ where: { staffId: actor.id } })
    return (await spamSubmission(made.id, 'http://localhost:3000'))!.submission.role
  }
  expect(await roleOf(editor)).toBe('editor')
  expect(await roleOf(await anActor('admin'))).toBe('administrator')
  expect(
    (await spamSubmission((await aComment({ traced: true })).id, 'http://localhost:3000'))!.submission.role,
  ).toBeUndefined()
})
