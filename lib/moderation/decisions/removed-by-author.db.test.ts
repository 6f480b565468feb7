import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { StaffActor } from '@/lib/people/permissions'
import { decide } from './commands'
import { move } from './move-commands'
import { hearLaterVerdict } from '../screening/later-verdict-commands'
import { changeOwn, eraseOwn, withdrawOwn } from './author-commands'
import { queuePage } from '../queue/queries'
import { replyAsStaff } from './reply-commands'

let editor: StaffActor
beforeEach(async () => void (editor = await anActor('editor', 'Edith')))

const statuses = ['pending', 'approved', 'spam', 'trash'] as const
const from = { ip: '192.0.2.9', userAgent: 'Mozilla/5.0' }
const now = (id: string) =>
  db.comment.findUniqueOrThrow({ where: { id }, include: { decisions: true, replies: true } })
const ways = [
  ['withdrawn', withdrawOwn, ['pending', 'approved', 'spam'], 'withdrawn-by-author'],
  ['erased', eraseOwn, statuses, 'erased-by-author'],
] as const

describe.each(ways)('what its author has %s', (away, take, stood, refusal) => {
  test.each(stood)('from %s is brought back by nobody', async (status) => {
    const { id: commentId } = await aComment({ status, traced: true })
    await take(commentId)
    for (const becomes of ['pending', 'approved', 'spam'] as const) {
      expect(await decide(editor, { commentId, seen: 'trash', becomes })).toEqual({ ok: false, refusal })
      const step = { commentId, seen: 'trash', becomes } as const
      await db.$transaction(async (tx) => expect(await move(tx, editor, step)).toBeUndefined())
    }
    // An undo of what was done before it went, and an answer by somebody whose page still shows it.
    for (const seen of statuses.filter((one) => one !== 'trash')) {
      const becomes = seen === 'approved' ? 'pending' : 'approved'
      expect(await decide(editor, { commentId, seen, becomes })).toEqual({ ok: false, refusal })
      expect(await replyAsStaff(editor, { commentId, text: 'Thank you!', seen }, from)).toEqual({
        ok: false,
        refusal,
      })
    }
    const { decisions, replies, ...comment } = await now(commentId)
    expect(comment.status).toBe('trash')
    expect(decisions).toHaveLength(status === 'trash' ? 0 : 1)
    expect(replies).toEqual([])
  })

  test('is not brought back by a later word of the checker', async () => {
    const { id: commentId } = await aComment({ status: 'spam' })
    const guid = randomUUID()
    const said = { commentId, checker: 'akismet', verdict: 'spam', why: 'akismet-spam', guid } as const
    await take(commentId)
    await db.spamVerdict.create({ data: { ...said, id: randomUUID() } })
    await hearLaterVerdict({ guid, verdict: 'ham' })
    expect((await now(commentId)).status).toBe('trash')
  })

  test('leads nowhere but to the trash where an editor had brought it back', async () => {
    const { id: commentId } = await aComment()
    await take(commentId)
    await db.comment.update({ where: { id: commentId }, data: { status: 'pending' } })
    expect(await decide(editor, { commentId, seen: 'pending', becomes: 'approved' })).toEqual({
      ok: false,
      refusal,
    })
    expect((await replyAsStaff(editor, { commentId, text: 'Yes', seen: 'pending' }, from)).ok).toBe(false)
    await db.comment.update({ where: { id: commentId }, data: { status: 'approved', editedAt: new Date(0) } })
    expect((await changeOwn(commentId, 'Not seen by anybody')).ok).toBe(false)
    expect((await now(commentId)).text).not.toContain('Not seen')
    expect((await decide(editor, { commentId, seen: 'approved', becomes: 'trash' })).ok).toBe(true)
  })

  test('says so in the queue', async () => {
    const { id } = await aComment()
    await take(id)
    const { comments } = await queuePage(editor, { status: 'trash', take: 100 })
    expect(comments.find((comment) => comment.id === id)).toMatchObject({ takenAway: away })
  })
})

test('an editor’s own trash can be restored, also the short words of somebody without a name', async () => {
  for (const wish of [{}, { name: '', email: '', text: '—' }]) {
    const { id: commentId } = await aComment(wish)
    await decide(editor, { commentId, seen: 'pending', becomes: 'trash' })
    expect((await decide(editor, { commentId, seen: 'trash', becomes: 'pending' })).ok).toBe(true)
  }
})

test('erasing and restoring at once never shows what is left; twenty times', async () => {
  for (let round = 0; round < 20; round++) {
    const { id: commentId } = await aComment({ status: 'trash' })
    await Promise.all([
      eraseOwn(commentId),
      decide(editor, { commentId, seen: 'trash', becomes: 'approved' }),
    ])
    expect(await now(commentId)).toMatchObject({ status: 'trash', text: '—' })
  }
})
