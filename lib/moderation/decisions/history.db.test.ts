import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import { NotAllowed } from '@/lib/people/permissions'
import { commentHistory } from './history-queries'

const minute = (place: number) => new Date(Date.UTC(2024, 1, 10, 8, place))

test('all that rules, checkers and people made of a comment is told, the newest first', async () => {
  const editor = await anActor('editor', 'Edith')
  const comment = await aComment({ status: 'spam', traced: true, text: 'Hello', sentAt: minute(0) })
  const commentId = comment.id
  await db.comment.update({ where: { id: commentId }, data: { editedAt: minute(2) } })
  const about = () => ({ id: randomUUID(), commentId })
  await db.spamVerdict.create({
    data: {
      ...about(),
      checker: 'akismet',
      verdict: 'ham',
      why: 'akismet-ham',
      guid: 'a guid',
      at: minute(1),
    },
  })
  await db.spamVerdict.create({
    data: {
      ...about(),
      checker: 'local-rules',
      verdict: 'spam',
      why: 'links',
      whyParameters: { count: 3 },
      reason: 'edit',
      at: minute(3),
    },
  })
  await db.moderationDecision.create({
    data: {
      ...about(),
      from: 'pending',
      to: 'spam',
      rule: 'spam-verdict',
      why: 'note',
      at: minute(4),
      whyParameters: { note: 'seen' },
    },
  })
  await db.moderationDecision.create({
    data: {
      ...about(),
      from: 'spam',
      to: 'pending',
      byId: editor.id,
      reason: 'fine',
      undoes: true,
      at: minute(5),
    },
  })
  await db.spamFeedback.create({
    data: {
      ...about(),
      from: 'pending',
      lesson: 'spam',
      byId: editor.id,
      state: 'expired',
      attempts: 2,
      problem: 'refused',
      problemParameters: { status: 500 },
      at: minute(6),
      settledAt: minute(8),
    },
  })
  await db.spamFeedback.create({
    data: { ...about(), from: 'pending', lesson: 'ham', state: 'waiting', at: minute(7) },
  })
  const step = { commentId, ms: 3, why: 'links', whyParameters: { count: 3 } }
  await db.screeningStep.create({ data: { ...step, place: 2, rule: 'second', verdict: 'hold' } })
  await db.screeningStep.create({
    data: {
      ...step,
      place: 1,
      rule: 'first',
      verdict: 'sign',
      input: 'text',
      inputParameters: { text: 'Hello' },
    },
  })

  const { happenings, ...told } = (await commentHistory(editor, commentId))!
  expect(told).toEqual({
    id: commentId,
    name: 'Rea',
    text: 'Hello',
    status: 'spam',
    sentAt: minute(0),
    locale: 'en',
    changed: { at: minute(2), first: 'Hello' },
    traceUntil: expect.any(Date) as Date,
    screening: [
      {
        rule: 'first',
        verdict: 'sign',
        ms: 3,
        why: { code: 'links', parameters: { count: 3 } },
        input: { code: 'text', parameters: { text: 'Hello' } },
      },
      {
        rule: 'second',
        verdict: 'hold',
        ms: 3,
        why: { code: 'links', parameters: { count: 3 } },
        input: null,
      },
    ],
  })
  expect(happenings).toEqual([
    {
      at: minute(8),
      kind: 'feedback',
      by: 'Edith',
      state: 'expired',
      lesson: 'spam',
      attempts: 2,
      problem: { code: 'refused', parameters: { status: 500 } },
    },
    {
      at: minute(7),
      kind: 'feedback',
      by: null,
      state: 'waiting',
      lesson: 'ham',
      attempts: 0,
      problem: null,
    },
    {
      at: minute(5),
      kind: 'decision',
      by: 'Edith',
      rule: null,
      from: 'spam',
      to: 'pending',
      undoes: true,
      reason: 'fine',
      why: null,
    },
    {
      at: minute(4),
      kind: 'decision',
      by: null,
      rule: 'spam-verdict',
      from: 'pending',
      to: 'spam',
      undoes: false,
      reason: null,
      why: { code: 'note', parameters: { note: 'seen' } },
    },
    {
      at: minute(3),
      kind: 'verdict',
      checker: 'local-rules',
      verdict: 'spam',
      asked: 'edit',
      guid: null,
      why: { code: 'links', parameters: { count: 3 } },
    },
    { at: minute(2), kind: 'change', name: 'Rea', isErased: false },
    {
      at: minute(1),
      kind: 'verdict',
      checker: 'akismet',
      verdict: 'ham',
      asked: null,
      guid: 'a guid',
      why: { code: 'akismet-ham', parameters: {} },
    },
    { at: minute(0), kind: 'sent', name: 'Rea' },
  ])
})

test('a comment of which nothing is known but itself', async () => {
  const { id, sentAt } = await aComment()
  expect(await commentHistory(await anActor(), id.toUpperCase())).toMatchObject({
    id,
    happenings: [{ at: sentAt, kind: 'sent' }],
    screening: [],
    changed: undefined,
    traceUntil: undefined,
  })
})

test('nobody else reads it, and what is none has none', async () => {
  const { id } = await aComment()
  await expect(commentHistory(undefined as never, id)).rejects.toThrow(NotAllowed)
  for (const odd of [randomUUID(), 'x', undefined, {}, 7])
    expect(await commentHistory(await anActor(), odd)).toBeUndefined()
})
