import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { finding } from '@/lib/i18n/statements/statement'
import { NotAllowed } from '@/lib/people/permissions'
import { decide, decideEach } from './commands'
import { move } from './move-commands'
import { queuePage } from '../queue/queries'
import { replyAsStaff } from './reply-commands'

const lessons = async (commentId: string) =>
  (
    await db.spamFeedback.findMany({
      where: { commentId, state: { not: 'withdrawn' } },
      orderBy: { at: 'asc' },
    })
  ).map(({ lesson }) => lesson)

test('an editor approves a comment: status, record, announcement', async () => {
  const heard: string[] = []
  const listener = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await listener.connect()
  listener.on('notification', ({ payload }) => heard.push(payload!))
  await listener.query('listen site_changed')

  const [editor, comment] = [await anActor('editor', 'Edith'), await aComment()]
  const outcome = await decide(editor, {
    commentId: comment.id,
    seen: 'pending',
    becomes: 'approved',
    reason: ' fine ',
  })
  expect(outcome).toEqual({
    ok: true,
    value: { commentId: comment.id, chapterId: comment.chapterId, status: 'approved' },
  })
  expect(await db.moderationDecision.findMany({ where: { commentId: comment.id } })).toMatchObject([
    { from: 'pending', to: 'approved', byId: editor.id, rule: null, reason: 'fine' },
  ])
  await decide(editor, { commentId: comment.id, seen: 'approved', becomes: 'pending' })
  // What readers never saw changes no page.
  await decide(editor, { commentId: comment.id, seen: 'pending', becomes: 'trash' })
  await listener.query(`select pg_notify('site_changed', 'and that was all')`)
  await expect.poll(() => heard).toContain('and that was all')
  expect(heard).toEqual([...Array<string>(2).fill(`chapter:${comment.chapterId}`), 'and that was all'])
  await listener.end()
})

test('who waits for an answer hears of what is approved, and of nothing else', async () => {
  const [editor, comment] = [await anActor(), await aComment()]
  const notified = async () =>
    (
      await pool().query(`select 1 from pgboss.job where name = 'tell-people' and data->>'commentId' = $1`, [
        comment.id,
      ])
    ).rowCount
  await decide(editor, { commentId: comment.id, seen: 'pending', becomes: 'spam' })
  await decide(editor, { commentId: comment.id, seen: 'spam', becomes: 'pending' })
  expect(await notified()).toBe(0)
  await decide(editor, { commentId: comment.id, seen: 'pending', becomes: 'approved' })
  expect(await notified()).toBe(1)
})

test('a reason is mended; one that cannot be is refused, which says why, and nothing is stored', async () => {
  const [editor, { id: commentId }] = [await anActor(), await aComment()]
  const wish = { commentId, seen: 'pending', becomes: 'approved' } as const
  for (const [reason, refusal] of [
    ['evif \u202eenif', 'characters U+202E 6 evif'],
    ['𠮷'.repeat(2_001), 'reason-long'],
    [`a${' '.repeat(65_000)}b`, 'reason-long'],
  ])
    expect(await decide(editor, { ...wish, reason })).toEqual({ ok: false, refusal })
  expect(await db.moderationDecision.count({ where: { commentId } })).toBe(0)
  await decide(editor, { ...wish, reason: '\u200ffi\0ne\ud800\u000bso' })
  await decide(editor, { commentId, seen: 'approved', becomes: 'trash', reason: '\u200b' })
  await decide(editor, { commentId, seen: 'trash', becomes: 'pending', reason: '𠮷'.repeat(2_000) })
  const reasons = await db.moderationDecision.findMany({ where: { commentId }, orderBy: { at: 'asc' } })
  expect(reasons.map(({ reason }) => reason)).toEqual(['\u200ffine\nso', null, '𠮷'.repeat(2_000)])
})

test('two editors on one comment: one wins, the other is told who and what; twenty times', async () => {
  const [edith, ada] = [await anActor('editor', 'Edith'), await anActor('admin', 'Ada')]
  for (let round = 0; round < 20; round++) {
    const { id: commentId } = await aComment()
    const outcomes = await Promise.all([
      decide(edith, { commentId, seen: 'pending', becomes: 'approved' }),
      decide(ada, { commentId, seen: 'pending', becomes: 'spam' }),
    ])
    const winner = outcomes[0].ok ? { now: 'approved', by: 'Edith' } : { now: 'spam', by: 'Ada' }
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    const loser = outcomes.find(({ ok }) => !ok)
    expect(loser).toEqual({
      ok: false,
      refusal: 'already-moved',
      rule: null,
      at: expect.any(Date),
      own: false,
      ...winner,
    })
    expect(await db.moderationDecision.count({ where: { commentId } })).toBe(1)
    expect(await lessons(commentId)).toEqual(winner.now === 'spam' ? ['spam'] : [])
  }
})

test('the filter hears of what a person overrules, and not of what a rule does', async () => {
  const [editor, comment] = [await anActor(), await aComment()]
  const commentId = comment.id
  await decide({ role: 'system', rule: 'spam-verdict' }, { commentId, seen: 'pending', becomes: 'spam' })
  expect(await lessons(commentId)).toEqual([])
  await decide(editor, { commentId, seen: 'spam', becomes: 'approved' })
  expect(await lessons(commentId)).toEqual(['ham'])
})

test('who was faster may have been a rule', async () => {
  const [editor, { id: commentId }] = [await anActor(), await aComment()]
  await decide({ role: 'system', rule: 'spam-verdict' }, { commentId, seen: 'pending', becomes: 'spam' })
  expect(await decide(editor, { commentId, seen: 'pending', becomes: 'approved' })).toMatchObject({
    refusal: 'already-moved',
    now: 'spam',
    by: null,
    rule: 'spam-verdict',
    own: false,
  })
})

test('who comes too late for a comment of which no decision is known is told when it was sent', async () => {
  const { id: commentId, sentAt } = await aComment({ status: 'spam' })
  for (const actor of [await anActor(), { role: 'system', rule: 'spam-verdict' } as const])
    expect(await decide(actor, { commentId, seen: 'pending', becomes: 'approved' })).toEqual({
      ok: false,
      refusal: 'already-moved',
      now: 'spam',
      by: null,
      rule: null,
      at: sentAt,
      own: false,
    })
})

test('a decision cannot be changed or taken back in the record', async () => {
  const [editor, { id: commentId }] = [await anActor(), await aComment()]
  await decide(editor, { commentId, seen: 'pending', becomes: 'trash' })
  const where = { commentId }
  await expect(db.moderationDecision.updateMany({ where, data: { reason: 'other' } })).rejects.toThrow(
    'append-only',
  )
  await expect(db.moderationDecision.deleteMany({ where })).rejects.toThrow('append-only')
})

test('nor what a rule has said; only why may be erased, whole', async () => {
  const [editor, { id: commentId }] = [await anActor(), await aComment()]
  const by = { role: 'system', rule: 'spam-verdict' } as const
  const why = finding('like-staff', { name: 'Edith' })
  await inTransaction((tx) => move(tx, by, { commentId, seen: 'pending', becomes: 'spam', why }))
  await decide(editor, { commentId, seen: 'spam', becomes: 'trash', reason: 'rude' })
  const change = (data: Prisma.ModerationDecisionUpdateManyMutationInput) =>
    db.moderationDecision.updateMany({ where: { commentId }, data })
  for (const data of [
    { why: 'like-nobody' },
    { whyParameters: {} },
    { whyParameters: { name: 'Ada' } },
    { why: null },
    { why: null, whyParameters: {}, rule: 'sample' },
    { reason: 'other' },
  ])
    await expect(change(data)).rejects.toThrow(/append-only|why_by_rule/)
  await change({ reason: null, why: null, whyParameters: {} })
  expect(
    await db.moderationDecision.findMany({ where: { commentId }, orderBy: { at: 'asc' } }),
  ).toMatchObject([
    { rule: 'spam-verdict', to: 'spam', reason: null, why: null, whyParameters: {} },
    { rule: null, byId: editor.id, to: 'trash', reason: null, why: null },
  ])
})

test('a person gives reasons in words, a rule in a code', async () => {
  const [{ id: byId }, { id: commentId }] = [await anActor(), await aComment()]
  const decision = (data: { byId?: string; rule?: string; reason?: string; why?: string }) =>
    db.moderationDecision.create({
      data: { id: randomUUID(), commentId, from: 'pending', to: 'spam', ...data },
    })
  await expect(decision({ byId, why: 'note' })).rejects.toThrow('why_by_rule')
  await expect(decision({ rule: 'links', reason: 'many' })).rejects.toThrow('reason_by_person')
  await expect(decision({ rule: 'two words' })).rejects.toThrow('rule_code')
  await expect(decision({ rule: 'links', why: 'A sentence.' })).rejects.toThrow('why_by_rule')
})

test('nobody else may decide', async () => {
  const wish = { commentId: (await aComment()).id, seen: 'pending', becomes: 'approved' } as const
  for (const nobody of [undefined, null, {}, { role: 'reader' }, { role: ['admin'] }]) {
    await expect(decide(nobody as never, wish)).rejects.toThrow()
  }
  await expect(decide(undefined as never, wish)).rejects.toThrow(NotAllowed)
  expect(await db.moderationDecision.count({ where: { commentId: wish.commentId } })).toBe(0)
})

test('what is not possible is refused: no such comment, no such step, no such words', async () => {
  const [editor, comment] = [await anActor(), await aComment()]
  const wish = { commentId: comment.id, seen: 'pending', becomes: 'approved' } as const
  expect(await decide(editor, { ...wish, commentId: randomUUID() })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  // Nor has it a text that somebody could have read.
  expect(await decide(editor, { ...wish, commentId: randomUUID(), read: 'x' })).toEqual({
    ok: false,
    refusal: 'not-found',
  })
  expect(await decide(editor, { ...wish, becomes: 'pending' })).toEqual({
    ok: false,
    refusal: 'not-possible',
  })
  for (const odd of [
    null,
    1,
    true,
    [],
    ['approved'],
    {},
    { not: '' },
    { contains: '' },
    new Date(),
    'gone',
    '',
  ]) {
    expect(await decide(editor, { ...wish, commentId: odd as never })).toEqual({
      ok: false,
      refusal: 'not-found',
    })
    expect(await decide(editor, { ...wish, seen: odd as never })).toEqual({
      ok: false,
      refusal: 'not-possible',
    })
    expect(await decide(editor, { ...wish, becomes: odd as never })).toEqual({
      ok: false,
      refusal: 'not-possible',
    })
    if (typeof odd !== 'string') {
      expect(await decide(editor, { ...wish, reason: odd as never })).toEqual({
        ok: false,
        refusal: 'not-possible',
      })
      expect((await decide(editor, odd as never)).ok).toBe(false)
    }
  }
  expect(await decide(editor, { ...wish, reason: 'x'.repeat(2_001) })).toEqual({
    ok: false,
    refusal: 'reason-long',
  })
  expect((await db.comment.findUniqueOrThrow({ where: { id: comment.id } })).status).toBe('pending')
})

test('a text that its author has changed since it was read is not decided about unread', async () => {
  const [editor, { id: commentId }] = [await anActor('editor'), await aComment({ text: 'A kind remark.' })]
  const shown = async () => (await queuePage(editor, { status: 'pending', take: 100 })).comments
  const { seal } = (await shown()).find(({ id }) => id === commentId)!
  await db.comment.update({ where: { id: commentId }, data: { text: 'Something else altogether.' } })
  const wish = { commentId, seen: 'pending', read: seal } as const
  expect(await decide(editor, { ...wish, becomes: 'approved' })).toEqual({
    ok: false,
    refusal: 'text-changed',
  })
  expect(await replyAsStaff(editor, { ...wish, text: 'Thank you!' }, { ip: '', userAgent: '' })).toEqual({
    ok: false,
    refusal: 'text-changed',
  })
  expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } })).status).toBe('pending')
  const read = (await shown()).find(({ id }) => id === commentId)!.seal
  expect(await decide(editor, { ...wish, read, becomes: 'approved' })).toMatchObject({ ok: true })
})

test('a comment goes back to what it was, step by step, as its history says', async () => {
  const editor = await anActor()
  const { id: commentId } = await aComment()
  const moved = async (seen: 'pending' | 'approved' | 'spam' | 'trash', becomes: typeof seen) =>
    expect((await decide(editor, { commentId, seen, becomes })).ok).toBe(true)
  const before = async (status: 'spam' | 'trash' | 'approved') =>
    (await queuePage(editor, { status, take: 100 })).comments.find(({ id }) => id === commentId)!.before
  await moved('pending', 'approved')
  expect(await before('approved')).toBeUndefined()
  await moved('approved', 'spam')
  expect(await before('spam')).toBe('approved')
  await moved('spam', 'trash')
  expect(await before('trash')).toBe('spam')
  await moved('trash', 'spam')
  expect(await before('spam')).toBe('approved')
  await moved('spam', 'approved')
  await moved('approved', 'trash')
  expect(await before('trash')).toBe('approved')
  // Restored, that undone, and restored.
  await moved('trash', 'approved')
  await moved('approved', 'trash')
  expect(await before('trash')).toBe('approved')

  const seeded = await aComment({ status: 'spam' })
  const [row] = (await queuePage(editor, { status: 'spam', take: 100 })).comments.filter(
    ({ id }) => id === seeded.id,
  )
  expect(row!.before).toBe('pending')
})

test('what somebody has just decided can be undone, and then the way back is what it was', async () => {
  const [edith, ada] = [await anActor('editor', 'Edith'), await anActor('admin', 'Ada')]
  const { id: commentId } = await aComment()
  const step = (seen: 'pending' | 'approved' | 'spam' | 'trash', becomes: typeof seen, wish = {}) =>
    decide(wish === other ? ada : edith, { commentId, seen, becomes, ...wish })
  const other = { undoes: true }
  const before = async () =>
    (await queuePage(edith, { status: 'trash', take: 100 })).comments.find(({ id }) => id === commentId)!
      .before
  const undone = async () =>
    (
      await db.moderationDecision.findMany({ where: { commentId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] })
    ).at(-1)!.undoes
  await step('pending', 'spam')
  await step('spam', 'trash')
  await step('trash', 'approved')
  await step('approved', 'trash', { undoes: true })
  expect([await before(), await undone()]).toEqual(['spam', true])
  // A colleague's decision is not undone but decided about.
  await step('trash', 'approved')
  await step('approved', 'trash', other)
  expect([await before(), await undone()]).toEqual(['approved', false])
  // Nor is what was decided before the last decision.
  await step('trash', 'spam', { undoes: true })
  expect(await undone()).toBe(false)
})

test('several decisions in their order, each by itself; what comes again is answered as the first time', async () => {
  const [editor, first, second] = [await anActor(), await aComment(), await aComment()]
  const nobody = '019c1d2e-0000-7000-8000-000000000001'
  const wishes = [
    { commentId: first.id, seen: 'pending', becomes: 'approved' },
    { commentId: nobody, seen: 'pending', becomes: 'approved' },
    { commentId: second.id, seen: 'pending', becomes: 'spam' },
    { commentId: first.id, seen: 'approved', becomes: 'pending', undoes: true },
  ] as const
  const failed = () => expect.unreachable()
  const outcomes = await decideEach(editor, wishes, failed)
  expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.status : outcome.refusal))).toEqual([
    'approved',
    'not-found',
    'spam',
    'pending',
  ])
  // Its answer was lost on the way: the site did it, and does nothing twice.
  const again = await decideEach(editor, [wishes[2]], failed)
  expect(again).toEqual([{ ok: true, value: { status: 'spam' } }])
  expect(await db.moderationDecision.count({ where: { commentId: second.id } })).toBe(1)
  // What somebody else did is not taken for one's own.
  const ada = await anActor('admin', 'Ada')
  expect(await decideEach(ada, [wishes[2]], failed)).toMatchObject([{ refusal: 'already-moved', own: false }])
  // Nor what one did oneself that was another thing.
  const approve = { commentId: second.id, seen: 'pending', becomes: 'approved' } as const
  expect(await decideEach(editor, [approve], failed)).toMatchObject([
    { refusal: 'already-moved', now: 'spam', own: true },
  ])
  // What cannot be read is refused in its place.
  const third = await aComment()
  const odd = [
    { ...approve, commentId: 'x' },
    { commentId: third.id, seen: 'pending', becomes: 'trash' },
    { ...approve, becomes: 'nothing' },
  ] as const
  expect(await decideEach(editor, odd as never, failed)).toMatchObject([
    { ok: false, refusal: 'not-found' },
    { ok: true, value: { status: 'trash' } },
    { ok: false, refusal: 'not-possible' },
  ])
  // Fifty at most, and nobody but the staff.
  const many = Array.from({ length: 60 }, () => ({ ...wishes[1] }))
  expect(await decideEach(editor, many, failed)).toHaveLength(50)
  await expect(decideEach(undefined as never, [], failed)).rejects.toThrow('not allowed')
})

test('a decision that the database cannot take is told of, and what follows is tried all the same', async () => {
  const [editor, first, second] = [await anActor(), await aComment(), await aComment()]
  const wishes = [first, second].map(
    ({ id }) => ({ commentId: id, seen: 'pending', becomes: 'spam' }) as const,
  )
  const faults: unknown[] = []
  await pool().query('alter table moderation_decision rename to gone')
  const outcomes = await decideEach(editor, wishes, (error) => faults.push(error))
  await pool().query('alter table gone rename to moderation_decision')
  expect(outcomes).toEqual(Array(2).fill({ ok: false, refusal: 'unavailable' }))
  expect(faults).toEqual([expect.any(Error), expect.any(Error)])
  const { status } = await db.comment.findUniqueOrThrow({ where: { id: first.id } })
  expect(status).toBe('pending')
  expect((await decideEach(editor, wishes, (error) => faults.push(error))).every(({ ok }) => ok)).toBe(true)
})

test('the last decision is the one that was made last, however the record is numbered', async () => {
  const [editor, { id: commentId }] = [await anActor('editor', 'Edith'), await aComment({ status: 'trash' })]
  const [low, high] = [randomUUID(), randomUUID()].sort() as [string, string]
  const made = { commentId, byId: editor.id }
  const seconds = (ago: number) => new Date(Date.now() - ago * 1_000)
  await db.moderationDecision.create({
    data: { ...made, id: high, from: 'pending', to: 'spam', at: seconds(20) },
  })
  await db.moderationDecision.create({
    data: { ...made, id: low, from: 'spam', to: 'trash', at: seconds(10) },
  })
  expect(await decide(await anActor(), { commentId, seen: 'pending', becomes: 'approved' })).toMatchObject({
    by: 'Edith',
    at: (await db.moderationDecision.findUniqueOrThrow({ where: { id: low } })).at,
  })
  await decide(editor, { commentId, seen: 'trash', becomes: 'spam', undoes: true })
  const [last] = await db.moderationDecision.findMany({ where: { commentId }, orderBy: { at: 'desc' } })
  expect(last).toMatchObject({ from: 'trash', to: 'spam', undoes: true })
})
