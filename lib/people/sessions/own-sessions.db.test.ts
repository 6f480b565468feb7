import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, aSession, anActor } from '@/lib/db/testing/factories'
import {
  beginSession,
  endOtherSessions,
  endOwnSession,
  forgetSessions,
  isUnseen,
  MOST_OF_PERSON,
  noteSeen,
} from './commands'
import { actorOf, ownSessions, sessionOf } from './queries'

const [minute, hour] = [60_000, 3_600_000]
const seenAt = async ({ sessionId }: { sessionId: string }) =>
  (await db.deskSession.findUniqueOrThrow({ where: { id: sessionId } })).seenAt
const lastSeen = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).lastSeenAt

/** Somebody who acts in a session of theirs. */
async function acting() {
  const { id, name, role } = await aPerson()
  const claims = await aSession(id)
  return { claims, actor: { id, name, role, sessionId: claims.sessionId } }
}

describe('a sign-in', () => {
  test('is a row that says with what and from where, as coarsely as one’s own sessions need', async () => {
    const { id: personId } = await aPerson()
    const claims = await beginSession(
      { personId, sessionVersion: 1 },
      { address: '203.0.113.77', userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0' },
    )
    const actor = (await actorOf(claims))!
    expect(await ownSessions(actor)).toEqual([
      {
        id: claims.sessionId,
        browser: 'firefox',
        system: 'linux',
        network: '203.0.113.0/24',
        seenNetwork: '203.0.113.0/24',
        begunAt: expect.any(Date),
        seenAt: expect.any(Date),
      },
    ])
    expect(Date.now() - (await lastSeen(personId))!.getTime()).toBeLessThan(minute)
  })

  test('from nowhere that is known, by a browser that says nothing or anything, is one too', async () => {
    const { id: personId } = await aPerson()
    for (const userAgent of [undefined, null, '', 7, '\u0000', 'x'.repeat(100_000)])
      expect(
        await actorOf(await beginSession({ personId, sessionVersion: 1 }, { address: '', userAgent })),
      ).toBeDefined()
  })

  test('by a password that has been changed meanwhile is none', async () => {
    const { id: personId } = await aPerson()
    await db.person.update({ where: { id: personId }, data: { sessionVersion: 2 } })
    const claims = await beginSession({ personId, sessionVersion: 1 }, { address: '192.0.2.1' })
    expect(await actorOf(claims)).toBeUndefined()
    expect(await ownSessions({ role: 'editor', id: personId, name: 'x' })).toEqual([])
  })

  test('one more than there may be ends the oldest', async () => {
    const { id: personId } = await aPerson()
    const oldest = await aSession(personId, { begunAt: new Date(Date.now() - 2 * minute) })
    for (let time = 1; time < MOST_OF_PERSON; time++)
      await aSession(personId, { begunAt: new Date(Date.now() - minute) })
    const other = await aSession((await aPerson()).id, { begunAt: new Date(Date.now() - hour) })
    expect(await actorOf(oldest)).toBeDefined()
    await beginSession({ personId, sessionVersion: 1 }, { address: '192.0.2.1' })
    expect(await actorOf(oldest)).toBeUndefined()
    expect(await actorOf(other)).toBeDefined()
    expect(await db.deskSession.count({ where: { personId } })).toBe(MOST_OF_PERSON)
  })
})

describe('that somebody is still there', () => {
  test('is written once in five minutes, with where they are now', async () => {
    const { claims, actor } = await acting()
    const before = await seenAt(claims)
    expect([isUnseen(before), isUnseen(before, before.getTime() + 5 * minute)]).toEqual([false, true])
    await noteSeen(claims.sessionId, '198.51.100.9')
    expect(await seenAt(claims)).toEqual(before)
    expect(await lastSeen(actor.id)).toBeNull()

    const later = before.getTime() + 6 * minute
    const counts = await Promise.all([1, 2, 3].map(() => noteSeen(claims.sessionId, '198.51.100.9', later)))
    expect(counts.sort()).toEqual([0, 0, 1])
    expect(await lastSeen(actor.id)).toEqual(new Date(later))
    expect(await ownSessions(actor)).toMatchObject([
      { network: '192.0.2.0/24', seenNetwork: '198.51.100.0/24', seenAt: new Date(later) },
    ])
    expect((await sessionOf(claims))!.seenAt).toEqual(new Date(later))
  })
})

describe('whoever looks at their sessions', () => {
  test('sees those that go on, the newest first, and nobody else’s', async () => {
    const { claims, actor } = await acting()
    const older = await aSession(actor.id, { begunAt: new Date(Date.now() - hour) })
    await aSession(actor.id, { begunAt: new Date(Date.now() - 12 * hour - minute) })
    await aSession(actor.id, { version: 0 })
    await acting()
    expect((await ownSessions(actor)).map(({ id }) => id)).toEqual([claims.sessionId, older.sessionId])
  })

  test('ends one, and it alone', async () => {
    const { claims, actor } = await acting()
    const [one, other] = [await aSession(actor.id), await aSession(actor.id)]
    const sessionId = one.sessionId.toUpperCase()
    expect(await endOwnSession(actor, { sessionId })).toMatchObject({ ok: true })
    expect(await actorOf(one)).toBeUndefined()
    for (const left of [claims, other]) expect(await actorOf(left)).toBeDefined()
    expect(await endOwnSession(actor, { sessionId })).toEqual({ ok: false, refusal: 'session-over' })
  })

  test('cannot end a colleague’s, nor anything by what is no id', async () => {
    const [{ actor }, theirs] = [await acting(), await acting()]
    expect(await endOwnSession(actor, theirs.claims)).toEqual({ ok: false, refusal: 'session-over' })
    for (const odd of [undefined, null, 7, {}, { sessionId: { not: '' } }, { sessionId: '\u0000' }])
      expect(await endOwnSession(actor, odd)).toEqual({ ok: false, refusal: 'not-found' })
    expect(await actorOf(theirs.claims)).toBeDefined()
  })

  test('ends all others, and stays', async () => {
    const { claims, actor } = await acting()
    const others = [await aSession(actor.id), await aSession(actor.id)]
    // Two that were over already: nobody has been told of them, and they do not count.
    await aSession(actor.id, { version: 0 })
    await aSession(actor.id, { begunAt: new Date(Date.now() - 12 * hour - minute) })
    const theirs = await acting()
    expect(await endOtherSessions(actor)).toEqual({ ok: true, value: { count: 2 } })
    expect(await endOtherSessions(actor)).toEqual({ ok: true, value: { count: 0 } })
    const told = await db.auditEntry.findMany({ where: { byId: actor.id } })
    expect(told).toMatchObject([{ kind: 'other-sessions-ended', subjectId: actor.id, after: { number: 2 } }])
    for (const one of others) expect(await actorOf(one)).toBeUndefined()
    for (const one of [claims, theirs.claims]) expect(await actorOf(one)).toBeDefined()
  })

  test('without a session of their own ends every one', async () => {
    const actor = await anActor()
    await aSession(actor.id)
    expect(await endOtherSessions(actor)).toEqual({ ok: true, value: { count: 1 } })
  })
})

test('sessions that are over leave no rows; those that go on stay', async () => {
  const { claims, actor } = await acting()
  const over = [
    await aSession(actor.id, { begunAt: new Date(Date.now() - 12 * hour - minute) }),
    await aSession(actor.id, { version: 0 }),
  ]
  await forgetSessions()
  const left = await db.deskSession.findMany({ where: { personId: actor.id }, select: { id: true } })
  expect(left).toEqual([{ id: claims.sessionId }])
  expect(over).toHaveLength(2)
})
