import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { newId } from '@/lib/kernel/ids'
import type { Provider } from '@/lib/kernel/settings/provider'
import type { StaffRole } from '../policy/powers'
import { beginSession } from '../sessions/commands'
import { sessionOf } from '../sessions/queries'
import { signInByProvider } from './commands'

const issuer = 'https://login.example.org'
const provider: Provider = { issuer, clientId: 'x', clientSecret: 'y', name: 'Example login' }
const roles = { claim: 'groups', admin: ['keepers'], editor: ['readers'], writer: ['scribes'] }
const place = { address: '192.0.2.7' }

const withRoles = (given: Provider['roles']) =>
  setRuntime({ ...runtime(), provider: given ? { ...provider, roles: given } : provider })
beforeEach(() => withRoles(undefined))

const anAddress = () => `${newId()}@example.org`
const claimsOf = (email: string, more: object = {}) => ({
  sub: `subject of ${email}`,
  email,
  email_verified: true,
  ...more,
})
const aMember = (role: StaffRole = 'editor') => aPerson({ role, email: anAddress() })
const deeds = async (personId: string) =>
  (
    await db.auditEntry.findMany({
      where: { subjectId: personId },
      orderBy: { id: 'asc' },
      select: { kind: true },
    })
  ).map(({ kind }) => kind)
const roleOf = async (id: string) => (await db.person.findUniqueOrThrow({ where: { id } })).role

describe('somebody of the staff', () => {
  test('is bound by the address that the provider has confirmed, and known by its own name of them from then on', async () => {
    const { id, email } = await aMember()
    const first = await signInByProvider(claimsOf(email!.toUpperCase(), { sub: email }), place)
    expect(first).toMatchObject({ ok: true, value: { personId: id } })
    const elsewhere = await signInByProvider(claimsOf(anAddress(), { sub: email }), place)
    expect(elsewhere).toMatchObject({ ok: true, value: { personId: id } })
    expect(await deeds(id)).toEqual(['provider-bound', 'signed-in', 'signed-in'])
  })

  test('is not bound by an address that nobody has confirmed', async () => {
    const { id, email } = await aMember()
    for (const more of [{ email_verified: false }, { email_verified: undefined }, { email: undefined }])
      expect(await signInByProvider(claimsOf(email!, more), place)).toEqual({ ok: false, refusal: 'address' })
    expect(await db.providerAccount.count({ where: { personId: id } })).toBe(0)
  })

  test('is bound once: another account with the same address is not theirs', async () => {
    const { id, email } = await aMember()
    await signInByProvider(claimsOf(email!), place)
    const outcome = await signInByProvider(claimsOf(email!, { sub: 'somebody else' }), place)
    expect(outcome).toEqual({ ok: false, refusal: 'other' })
    expect(await db.providerAccount.count({ where: { personId: id } })).toBe(1)
  })

  test('does not come in when disabled, whoever vouches for them', async () => {
    const { id, email } = await aMember()
    await signInByProvider(claimsOf(email!), place)
    await db.person.update({ where: { id }, data: { disabledAt: new Date() } })
    expect(await signInByProvider(claimsOf(email!), place)).toEqual({ ok: false, refusal: 'disabled' })
    expect(await deeds(id)).toEqual(['provider-bound', 'signed-in', 'sign-in-refused'])
  })

  test('keeps the role of the desk where the provider gives none', async () => {
    const { id, email } = await aMember('writer')
    await signInByProvider(claimsOf(email!, { groups: ['keepers'] }), place)
    expect(await roleOf(id)).toBe('writer')
  })
})

test('nobody is made where roles are given at the desk', async () => {
  const email = anAddress()
  expect(await signInByProvider(claimsOf(email), place)).toEqual({ ok: false, refusal: 'unknown' })
  expect(await db.person.count({ where: { email } })).toBe(0)
})

describe('where the provider gives roles', () => {
  beforeEach(() => withRoles(roles))

  test('somebody new is made, once, however often they come at one moment', async () => {
    const email = anAddress()
    const claims = claimsOf(email, { name: 'Rea', groups: ['scribes'] })
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => signInByProvider(claims, place)))
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, true])
    const people = await db.person.findMany({ where: { email } })
    expect(people).toMatchObject([{ name: 'Rea', role: 'writer', passwordHash: null }])
    const made = await deeds(people[0]!.id)
    expect(made.filter((kind) => kind !== 'signed-in').sort()).toEqual(['person-added', 'provider-bound'])
  })

  test('nobody comes in without one, and nothing is made', async () => {
    const email = anAddress()
    const outcome = await signInByProvider(claimsOf(email, { groups: ['others'] }), place)
    expect(outcome).toEqual({ ok: false, refusal: 'role' })
    expect(await db.person.count({ where: { email } })).toBe(0)
  })

  test('a role follows the claim, and what was begun with more powers is over', async () => {
    await aMember('admin')
    const { id, email } = await aMember('admin')
    const arrived = await signInByProvider(claimsOf(email!, { groups: ['keepers'] }), place)
    const session = await beginSession(arrived.ok ? arrived.value : expect.fail(), place)
    expect(await sessionOf(session)).toBeDefined()
    await signInByProvider(claimsOf(email!, { groups: ['readers'] }), place)
    expect([await roleOf(id), await sessionOf(session)]).toEqual(['editor', undefined])
    await signInByProvider(claimsOf(email!, { groups: ['keepers'] }), place)
    expect(await roleOf(id)).toBe('admin')
  })

  test('the last admin stays one; of the last two who lose it at one moment, one does', async () => {
    await db.person.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } })
    const [one, other] = [await aMember('admin'), await aMember('admin')]
    const demoted = [one, other].map(({ email }) =>
      signInByProvider(claimsOf(email!, { groups: ['readers'] }), place),
    )
    expect((await Promise.all(demoted)).map(({ ok }) => ok)).toEqual([true, true])
    expect([await roleOf(one.id), await roleOf(other.id)].sort()).toEqual(['admin', 'editor'])
  })
})

test('what a provider has just asked counts as asked here, in that session', async () => {
  const { email } = await aMember()
  const now = Date.now()
  const authTime = Math.floor(now / 1_000) - 5
  const arrived = await signInByProvider(claimsOf(email!, { auth_time: authTime }), place, now)
  const { provedAt, ...value } = arrived.ok ? arrived.value : expect.fail()
  expect(provedAt?.getTime()).toBe(authTime * 1_000)
  const sessions = [await beginSession({ ...value, provedAt }, place), await beginSession(value, place)]
  expect(await Promise.all(sessions.map(async (one) => (await sessionOf(one))?.provedAt?.getTime()))).toEqual(
    [authTime * 1_000, undefined],
  )
})

test('nobody comes in by a provider that the settings do not name, nor by what cannot be read', async () => {
  const { email } = await aMember()
  expect(await signInByProvider({ ...claimsOf(email!), sub: '' }, place)).toEqual({
    ok: false,
    refusal: 'failed',
  })
  setRuntime({ ...runtime(), provider: undefined })
  expect(await signInByProvider(claimsOf(email!), place)).toEqual({ ok: false, refusal: 'failed' })
})
