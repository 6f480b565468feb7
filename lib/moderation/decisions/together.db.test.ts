import { beforeEach, expect, test } from 'vitest'
import { db, type Tx } from '@/lib/db/client'
import { inTransaction } from '@/lib/db/in-transaction'
import { aComment, anActor } from '@/lib/db/testing/factories'
import type { Actor, StaffActor } from '@/lib/people/permissions'
import { move } from './move-commands'
import { decideTogether, type Wish } from './together-commands'

let [edith, ada]: StaffActor[] = []
beforeEach(async () => {
  edith = await anActor('editor', 'Edith')
  ada = await anActor('admin', 'Ada')
})

const decideAs = async (actor: Actor, ...wishes: Wish[]) =>
  (await inTransaction((tx: Tx) => decideTogether(tx, actor, wishes))).map((one) =>
    one.ok ? one.value.status : one.refusal,
  )
const lastOf = (commentId: string) =>
  db.moderationDecision.findFirstOrThrow({ where: { commentId }, orderBy: [{ at: 'desc' }, { id: 'desc' }] })
const deedsAbout = (subjectId: string) =>
  db.auditEntry.findMany({
    where: { subjectId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { byId: true, via: true, kind: true, before: true, after: true },
  })
const later = (at: Date, by: number) => new Date(at.getTime() + by)

test('what was decided since somebody looked is not decided over; at that moment it was seen', async () => {
  const { id: commentId } = await aComment()
  expect(await decideAs(ada!, { commentId, seen: 'pending', becomes: 'spam' })).toEqual(['spam'])
  expect(await decideAs(ada!, { commentId, seen: 'spam', becomes: 'pending' })).toEqual(['pending'])
  const { at } = await lastOf(commentId)
  const wish = { commentId, seen: 'pending', becomes: 'approved' } as const
  expect(await decideAs(edith!, { ...wish, asOf: later(at, -1) })).toEqual(['already-moved'])
  expect(await decideAs(edith!, { ...wish, asOf: at })).toEqual(['approved'])
})

test('what nobody has decided about is as it was seen, at whatever time', async () => {
  const { id: commentId } = await aComment()
  const asOf = new Date(0)
  expect(await decideAs(edith!, { commentId, seen: 'pending', becomes: 'trash', asOf })).toEqual(['trash'])
})

test('what its author has changed since somebody looked is not decided about unread', async () => {
  const { id: commentId } = await aComment()
  const editedAt = new Date('2026-05-01T12:00:00Z')
  await db.comment.update({ where: { id: commentId }, data: { editedAt } })
  const wish = { commentId, seen: 'pending', becomes: 'approved' } as const
  expect(await decideAs(edith!, { ...wish, asOf: later(editedAt, -1) })).toEqual(['text-changed'])
  expect((await db.comment.findUniqueOrThrow({ where: { id: commentId } })).status).toBe('pending')
  expect(await decideAs(edith!, { ...wish, asOf: editedAt })).toEqual(['approved'])
})

test('only behind the decision that it is to follow', async () => {
  const { id: commentId } = await aComment()
  await decideAs(ada!, { commentId, seen: 'pending', becomes: 'spam' })
  const first = await lastOf(commentId)
  await decideAs(ada!, { commentId, seen: 'spam', becomes: 'approved' })
  await decideAs(ada!, { commentId, seen: 'approved', becomes: 'spam' })
  const wish = { commentId, seen: 'spam', becomes: 'pending' } as const
  expect(await decideAs(edith!, { ...wish, after: first.id })).toEqual(['already-moved'])
  expect(await decideAs(edith!, { ...wish, after: (await lastOf(commentId)).id })).toEqual(['pending'])
})

test('one is taken back that one has made oneself, as the last, by the same way; all else is a decision', async () => {
  const step = async (actor: StaffActor, seen: Wish['seen'], becomes: Wish['becomes'], undoes = true) => {
    await decideAs(actor, { commentId, seen, becomes, undoes })
    return (await lastOf(commentId)).undoes
  }
  const { id: commentId } = await aComment()
  expect(await step(edith!, 'pending', 'spam')).toBe(false) // nothing was there to take back
  expect(await step(edith!, 'spam', 'trash')).toBe(false) // not to where it was before
  expect(await step(edith!, 'trash', 'spam', false)).toBe(false) // not called so
  expect(await step(ada!, 'spam', 'trash')).toBe(false) // a colleague's
  expect(await step(ada!, 'trash', 'spam')).toBe(true)
})

test('a refused one among others leaves neither a record nor a lesson nor an entry', async () => {
  const [one, other] = [await aComment(), await aComment({ status: 'approved' })]
  const outcomes = await decideAs(
    edith!,
    { commentId: one.id, seen: 'pending', becomes: 'spam' },
    { commentId: other.id, seen: 'pending', becomes: 'spam' },
  )
  expect(outcomes).toEqual(['spam', 'already-moved'])
  expect(await db.moderationDecision.count({ where: { commentId: other.id } })).toBe(0)
  expect(await db.spamFeedback.count({ where: { commentId: other.id } })).toBe(0)
  expect(await deedsAbout(other.id)).toEqual([])
  expect(await deedsAbout(one.id)).toHaveLength(1)
})

test('the audit says who decided what, by hand or by a job that they began; of rules it says nothing', async () => {
  const { id: commentId } = await aComment()
  await decideAs(edith!, { commentId, seen: 'pending', becomes: 'spam' })
  await decideAs(edith!, { commentId, seen: 'spam', becomes: 'pending', undoes: true })
  await decideAs(ada!, { commentId, seen: 'pending', becomes: 'trash', byJob: true })
  const decisions = await db.moderationDecision.findMany({
    where: { commentId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const kind = 'comment-decided'
  const [spam, pending, trash] = decisions.map(({ id }) => id)
  const deeds = await deedsAbout(commentId)
  expect(deeds).toEqual([
    {
      byId: edith!.id,
      via: 'session',
      kind,
      before: { status: 'pending' },
      after: { status: 'spam', decision: spam },
    },
    {
      byId: edith!.id,
      via: 'session',
      kind,
      before: { status: 'spam' },
      after: { status: 'pending', undoes: true, decision: pending },
    },
    {
      byId: ada!.id,
      via: 'job',
      kind,
      before: { status: 'pending' },
      after: { status: 'trash', decision: trash },
    },
  ])
  await inTransaction((tx) =>
    move(tx, { role: 'system', rule: 'flood' }, { commentId, seen: 'trash', becomes: 'pending' }),
  )
  expect((await lastOf(commentId)).rule).toBe('flood')
  expect(await deedsAbout(commentId)).toEqual(deeds)
})
