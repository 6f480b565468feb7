import { beforeAll, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { connectForRaces, race, raceOf, waitingForLocks } from '@/lib/db/testing/barrier'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { finding, input } from '@/lib/i18n/statements/statement'
import { newId } from '@/lib/kernel/ids'
import type { StaffActor } from '@/lib/people/permissions'
import { aSpamSubmission } from '@/lib/spam/testing/a-submission'
import { changeOwn } from './decisions/author-commands'
import { decide } from './decisions/commands'
import { replyAsStaff } from './decisions/reply-commands'
import { textHash } from './decisions/text-hash'
import { learnFromDecision } from './feedback/commands'
import { hearLaterVerdict } from './screening/later-verdict-commands'
import type { Step } from './screening/screening'
import { checkAllAgain } from './screening/recheck-commands'
import { recordScreenings } from './screening/verdict-commands'

// Two who are in the middle of the same at once. Each of these goes wrong when the lock is taken away.

let editor: StaffActor
beforeAll(async () => {
  await connectForRaces()
  editor = await anActor()
})

const standing = async (id: string) =>
  db.comment.findUniqueOrThrow({
    where: { id },
    select: { status: true, text: true, verdicts: { select: { verdict: true } } },
  })

test('what the checker says later counts once, though it is said twice at once', async () => {
  const [{ id: commentId }, guid] = [await aComment({ status: 'approved', traced: true }), newId()]
  await db.spamVerdict.create({
    data: { id: newId(), commentId, checker: 'akismet', verdict: 'ham', why: 'akismet-ham', guid },
  })
  const both = await raceOf(
    'insert on spam_verdict',
    [1, 2].map(() => () => hearLaterVerdict({ guid, verdict: 'spam' })),
  )
  expect(both).toMatchObject([{ value: { did: 'moved-to-spam' } }, { value: { did: 'nothing-new' } }])
})

const spamSaid = (): Step[] => {
  const answer = { verdict: 'spam', why: finding('akismet-spam') } as const
  const looked = { input: input('checker', { checker: 'akismet' }), ms: 1, at: new Date() }
  return [{ rule: 'spam-verdict', ...looked, ...answer, answer }]
}

test('a person who decides twice while a verdict is written down has the last word', async () => {
  const { id: commentId, text } = await aComment({ traced: true })
  const asked = { commentId, attempt: 1, jobId: newId() }
  await race<unknown>('insert on screening_step', [
    () => recordScreenings([{ asked, steps: spamSaid(), ageMs: 1_000, text }], 'akismet'),
    async () => {
      await decide(editor, { commentId, seen: 'pending', becomes: 'spam' })
      return decide(editor, { commentId, seen: 'spam', becomes: 'pending' })
    },
  ])
  expect(await standing(commentId)).toMatchObject({ status: 'pending', verdicts: [{ verdict: 'spam' }] })
})

test('a text that its author changes while a verdict about another is written down is not moved by that', async () => {
  const { id: commentId, text } = await aComment({ traced: true })
  const asked = { commentId, attempt: 1, jobId: newId() }
  await raceOf<unknown>('update on comment', [
    () => changeOwn(commentId, 'Other words altogether'),
    () => recordScreenings([{ asked, steps: spamSaid(), ageMs: 1_000, text }], 'akismet'),
  ])
  expect(await standing(commentId)).toEqual({
    status: 'pending',
    text: 'Other words altogether',
    verdicts: [],
  })
})

test('everything is checked again once, though two ask for it at once', async () => {
  await db.comment.updateMany({ where: { status: 'pending' }, data: { status: 'trash' } })
  await pool().query('delete from pgboss.job')
  await aComment({ traced: true })
  const both = await raceOf(
    'insert on setting',
    [1, 2].map(() => () => checkAllAgain(editor)),
  )
  expect(both).toMatchObject([
    { ok: true, value: { total: 1 } },
    { ok: false, refusal: 'running' },
  ])
  const { rowCount } = await pool().query(`select from pgboss.job where name = 'check-spam'`)
  expect(rowCount).toBe(1)
})

test('nobody decides about a comment while the filter learns what was decided', async () => {
  const { id: commentId } = await aComment({ traced: true })
  await decide(editor, { commentId, seen: 'pending', becomes: 'spam' })
  const { ended } = await race<unknown>('insert on filter_lesson', [
    () => learnFromDecision(commentId, aSpamSubmission()),
    () => decide(editor, { commentId, seen: 'spam', becomes: 'approved' }),
  ])
  expect(ended).toEqual([0, 1])
})

test('the same reply by two clicks is one, and both are told so', async () => {
  const { id: commentId } = await aComment({ status: 'approved' })
  const wish = { commentId, text: 'Thank you.', seen: 'approved' } as const
  const both = await raceOf(
    'insert on comment',
    [1, 2].map(() => () => replyAsStaff(editor, wish, { ip: '192.0.2.9', userAgent: 'test' })),
  )
  expect(both[0]).toMatchObject({ ok: true })
  expect(both[1]).toEqual(both[0])
})

test('a text that its author changes while somebody approves it is not published unread', async () => {
  const { id: commentId } = await aComment({ traced: true })
  const [{ read }] = await db.$queryRaw<[{ read: string }]>`
    select ${textHash} as read from comment c where c.id = ${commentId}::uuid`
  const [changed, decided] = await raceOf<object>('update on comment', [
    () => changeOwn(commentId, 'Other words altogether'),
    () => decide(editor, { commentId, seen: 'pending', becomes: 'approved', read }),
  ])
  expect(changed).toMatchObject({ ok: true })
  expect(decided).toEqual({ ok: false, refusal: 'text-changed' })
  expect((await standing(commentId)).status).toBe('pending')
})

test('of two changes of an author at once one is too fast', async () => {
  const { id } = await aComment({ traced: true })
  const both = await raceOf(
    'update on comment',
    ['One text', 'Another text'].map((text) => () => changeOwn(id, text)),
  )
  expect(both).toMatchObject([{ ok: true }, { ok: false, refusal: 'too-fast' }])
  expect((await standing(id)).text).toBe('One text')
})

test('what its author changes while somebody has its row is changed after whatever that wrote', async () => {
  const { id } = await aComment({ status: 'pending', traced: true })
  const holder = await pool().connect()
  await holder.query('begin')
  await holder.query('select from comment where id = $1 for update', [id])
  const changing = changeOwn(id, 'Other words, a little later')
  await expect.poll(waitingForLocks).toBe(1)
  const { rows } = await holder.query<{ at: Date }>('select clock_timestamp() as at')
  await holder.query('commit')
  holder.release()
  expect(await changing).toMatchObject({ ok: true })
  const { editedAt } = await db.comment.findUniqueOrThrow({ where: { id } })
  expect(editedAt!.getTime()).toBeGreaterThanOrEqual(rows[0]!.at.getTime())
})
