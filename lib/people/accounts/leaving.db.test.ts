import { beforeEach, describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db/client'
import { aPerson, aSession, anActor, anEdition } from '@/lib/db/testing/factories'
import { newId } from '@/lib/kernel/ids'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { recover } from '../links/recovery-commands'
import { dueInvitation } from '../links/invitation-queries'
import { actorOf } from '../sessions/queries'
import { makeKnown } from '../sign-in/browser-commands'
import { addPerson, enablePerson, makeLink } from './commands'
import { personOfLink, staffList } from './queries'
import { endSessionsOf, removePerson, setLanguages } from './staff-commands'

const row = (id: string) => db.person.findUniqueOrThrow({ where: { id } })
beforeEach(() => setRuntime({ ...runtime(), sendsMail: false }))

describe('an admin', () => {
  test('ends all sessions of somebody, whose password still opens the desk', async () => {
    const [admin, person] = [await anActor('admin'), await aPerson()]
    const sessions = [await aSession(person.id), await aSession(person.id)]
    expect(await endSessionsOf(admin, { personId: person.id })).toMatchObject({ ok: true })
    for (const one of sessions) expect(await actorOf(one)).toBeUndefined()
    expect(await row(person.id)).toMatchObject({ passwordHash: person.passwordHash, disabledAt: null })
    expect(await actorOf(await aSession(person.id, { version: 2 }))).toBeDefined()
  })

  test('says which languages somebody moderates, also they themselves', async () => {
    const admin = await anActor('admin')
    const { id: personId } = await aPerson()
    const listed = async () => (await staffList(admin)).find(({ id }) => id === personId)!.moderates
    expect(await listed()).toEqual([])
    expect(await setLanguages(admin, { personId, languages: ['ar', 'en'] })).toMatchObject({ ok: true })
    expect(await listed()).toEqual(['en', 'ar'])
    await setLanguages(admin, { personId, languages: [] })
    expect(await listed()).toEqual([])
    expect(await setLanguages(admin, { personId: admin.id, languages: ['ja'] })).toMatchObject({ ok: true })
    for (const languages of [undefined, 'en', ['xx'], [['en']], Array(4).fill('en')])
      expect(await setLanguages(admin, { personId, languages })).toEqual({
        ok: false,
        refusal: 'form-broken',
      })
    expect(await setLanguages(admin, { personId: newId(), languages: [] })).toMatchObject({
      refusal: 'not-found',
    })
  })

  test('cannot do to themselves what would lock them out', async () => {
    const admin = await anActor('admin')
    const own = { personId: admin.id, sure: 'yes' }
    for (const command of [endSessionsOf, removePerson])
      expect(await command(admin, own)).toEqual({ ok: false, refusal: 'yourself' })
    expect(await row(admin.id)).toMatchObject({ sessionVersion: 1, disabledAt: null, removedAt: null })
  })
})

describe('somebody who is removed', () => {
  test('has no way in, no address and no password; what they wrote stays under their name', async () => {
    const admin = await anActor('admin')
    const person = await aPerson({ name: 'Rosa', passwordHash: 'x' })
    const [personId, session] = [person.id, await aSession(person.id)]
    const edition = await anEdition({ authorId: personId })
    await makeKnown(undefined, personId)
    await db.recoveryCode.create({ data: { codeHash: newId(), personId } })
    const link = await makeLink(admin, { personId })
    await db.resetAsk.create({ data: { id: newId(), email: person.email } })
    await setLanguages(admin, { personId, languages: ['ja'] })

    expect(await removePerson(admin, { personId })).toEqual({ ok: false, refusal: 'removal-unsure' })
    expect(await removePerson(admin, { personId, sure: 'yes' })).toEqual({
      ok: true,
      value: { personId, name: 'Rosa' },
    })
    expect(await row(personId)).toMatchObject({
      name: 'Rosa',
      email: null,
      passwordHash: null,
      moderates: [],
      lastSeenAt: null,
      removedAt: expect.any(Date) as Date,
      disabledAt: expect.any(Date) as Date,
    })
    expect(await actorOf(session)).toBeUndefined()
    expect(await actorOf(await aSession(personId, { version: 2 }))).toBeUndefined()
    expect(await personOfLink(link.ok && link.value.path.replace('/welcome/', ''))).toBeUndefined()
    expect(await db.knownBrowser.count({ where: { personId } })).toBe(0)
    expect(await db.recoveryCode.count({ where: { personId } })).toBe(0)
    expect(await db.resetAsk.count({ where: { email: person.email } })).toBe(0)
    expect((await staffList(admin)).map(({ id }) => id)).not.toContain(personId)
    const { author } = await db.revision.findUniqueOrThrow({
      where: { id: edition.revisionId },
      select: { author: { select: { name: true } } },
    })
    expect(author!.name).toBe('Rosa')
  })

  test('is nobody for everything after it, and somebody new with the same address', async () => {
    const admin = await anActor('admin')
    const { id: personId, email } = await aPerson()
    await removePerson(admin, { personId, sure: 'yes' })
    for (const command of [enablePerson, makeLink, endSessionsOf, removePerson])
      expect(await command(admin, { personId, sure: 'yes' })).toEqual({ ok: false, refusal: 'not-found' })
    expect(await recover(email)).toEqual({ ok: false, refusal: 'nobody' })
    const again = await addPerson(admin, { name: 'Rosa', email, role: 'editor' })
    expect(again.ok && again.value.personId).not.toBe(personId)
  })

  test('has their address taken out of what they wrote as comments, by a job', async () => {
    const { id: personId } = await aPerson()
    await removePerson(await anActor('admin'), { personId, sure: 'yes' })
    const { rows } = await pool().query(
      `select from pgboss.job where name = 'erase-staff-address' and data ->> 'personId' = $1`,
      [personId],
    )
    expect(rows).toHaveLength(1)
  })
})

test('two admins who remove each other at once leave one', async () => {
  await db.person.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } })
  const [one, two] = [await anActor('admin'), await anActor('admin')]
  const outcomes = await Promise.allSettled([
    removePerson(one, { personId: two.id, sure: 'yes' }),
    removePerson(two, { personId: one.id, sure: 'yes' }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await db.person.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
})

describe('a link that an admin gives', () => {
  const linkJobs = async () =>
    (
      await pool().query<{ linkId: string }>(
        `select data ->> 'linkId' as "linkId" from pgboss.job where name = 'send-invitation' order by created_on`,
      )
    ).rows.map(({ linkId }) => linkId)

  test('is mailed where there is a mail server, by a job that carries no secret', async () => {
    setRuntime({ ...runtime(), sendsMail: true })
    const admin = await anActor('admin')
    const email = `rosa-${newId()}@example.org`
    const added = await addPerson(admin, { name: 'Rosa', email, role: 'editor' })
    if (!added.ok) throw new Error(added.refusal)
    expect(added.value.mailedTo).toBe(email)
    const linkId = (await linkJobs()).at(-1)!
    expect(added.value.path).not.toContain(linkId)
    const due = await dueInvitation(linkId)
    expect(due).toEqual({
      id: linkId,
      email,
      locale: null,
      hasPassword: false,
      token: added.value.path.replace('/welcome/', ''),
    })
    // Another one takes its place: nothing is mailed that opens nothing.
    const again = await makeLink(admin, { personId: added.value.personId })
    expect(again).toMatchObject({ ok: true, value: { mailedTo: email } })
    expect(await dueInvitation(linkId)).toBeUndefined()
  })

  test('is told where there is none', async () => {
    const before = (await linkJobs()).length
    const added = await addPerson(await anActor('admin'), {
      name: 'Rosa',
      email: `rosa-${newId()}@example.org`,
      role: 'editor',
    })
    expect(added).toMatchObject({ ok: true, value: { mailedTo: undefined } })
    expect(await linkJobs()).toHaveLength(before)
  })
})

test('at the machine somebody gets another address; what lies in the old mailbox opens nothing', async () => {
  const [{ id, email }, other] = [await aPerson({ role: 'admin' }), await aPerson()]
  const fresh = `fresh-${newId()}@example.org`
  for (const [newEmail, refusal] of [
    ['none', 'email-wrong'],
    [other.email, 'email-taken'],
  ])
    expect(await recover(email, { newEmail })).toEqual({ ok: false, refusal })
  expect(await recover('nobody@example.org', { newEmail: fresh })).toEqual({ ok: false, refusal: 'nobody' })
  const before = await recover(email)
  expect(await recover(email, { newEmail: fresh.toUpperCase() })).toMatchObject({
    ok: true,
    value: { email: fresh, isNew: false },
  })
  expect((await row(id)).email).toBe(fresh)
  expect(await personOfLink(before.ok && before.value.path.replace('/welcome/', ''))).toBeUndefined()
})
