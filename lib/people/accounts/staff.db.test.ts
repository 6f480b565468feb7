import { verify } from '@node-rs/argon2'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, aSession, anActor } from '@/lib/db/testing/factories'
import { makeKnown } from '../sign-in/browser-commands'
import { forgetCrowd } from '../sign-in/in-turn'
import { hashOf } from '../links/setup-link'
import { setPassword } from '../links/commands'
import { NotAllowed, type StaffActor } from '../permissions'
import { hashPassword } from '../sign-in/passwords'
import { actorOf } from '../sessions/queries'
import { signIn } from '../sign-in/sign-in'
import { addPerson, changeRole, disablePerson, enablePerson, makeLink } from './commands'
import { personOfLink, staffList } from './queries'

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>()
  return { ...real, verify: vi.fn(real.verify) }
})

let count = 0
const someone = () => ({ name: 'Emil', email: `emil-${++count}@example.org`, role: 'editor' })
const row = (id: string) => db.person.findUniqueOrThrow({ where: { id } })
const tokenIn = (path: string) => path.replace('/welcome/', '')
const address = () => ({ address: `192.0.2.${++count % 250}` })
const password = 'the tide turns at noon'

async function invited(actor: StaffActor, wish: Partial<ReturnType<typeof someone>> = {}) {
  const fields = { ...someone(), ...wish }
  const outcome = await addPerson(actor, fields)
  if (!outcome.ok) throw new Error(outcome.refusal)
  return { ...outcome.value, ...fields, token: tokenIn(outcome.value.path) }
}

beforeEach(forgetCrowd)

describe('who may', () => {
  type Command = [(actor: StaffActor, personId: string) => Promise<unknown>, Parameters<typeof aPerson>[0]?]
  const commands: Record<string, Command> = {
    staffList: [(actor) => staffList(actor)],
    addPerson: [(actor) => addPerson(actor, someone())],
    makeLink: [(actor, personId) => makeLink(actor, { personId })],
    'changeRole up': [(actor, personId) => changeRole(actor, { personId, role: 'admin' })],
    'changeRole down': [
      (actor, personId) => changeRole(actor, { personId, role: 'editor' }),
      { role: 'admin' },
    ],
    disablePerson: [(actor, personId) => disablePerson(actor, { personId })],
    enablePerson: [(actor, personId) => enablePerson(actor, { personId }), { disabledAt: new Date() }],
  }
  const everything = async () => [
    await db.person.findMany({ orderBy: { id: 'asc' } }),
    await db.setupLink.findMany({ orderBy: { tokenHash: 'asc' } }),
  ]
  const disabled = async () => {
    const { id } = await aPerson({ role: 'admin', disabledAt: new Date() })
    return actorOf(await aSession(id))
  }
  const actors = {
    nobody: async () => undefined,
    'an editor': () => anActor('editor'),
    'somebody disabled': disabled,
    'a system rule': async () => ({ role: 'system', rule: 'sample' }),
  }

  for (const [what, [command, target]] of Object.entries(commands)) {
    test(`${what}: an admin`, async () => {
      const outcome = await command(await anActor('admin'), (await aPerson(target)).id)
      if (what !== 'staffList') expect(outcome).toMatchObject({ ok: true })
      else expect(outcome).toHaveLength(await db.person.count())
    })
    for (const [who, make] of Object.entries(actors)) {
      test(`${what}: not ${who}`, async () => {
        const [actor, { id }] = [(await make()) as StaffActor, await aPerson(target)]
        const before = await everything()
        await expect(command(actor, id)).rejects.toThrow(NotAllowed)
        expect(await everything()).toEqual(before)
      })
    }
    if (what !== 'staffList') {
      test(`${what}: not an admin who was demoted or disabled a moment ago`, async () => {
        for (const data of [{ role: 'editor' as const }, { disabledAt: new Date() }]) {
          const [actor, { id }] = [await anActor('admin'), await aPerson(target)]
          await db.person.update({ where: { id: actor.id }, data })
          const before = await everything()
          await expect(command(actor, id)).rejects.toThrow(NotAllowed)
          expect(await everything()).toEqual(before)
        }
      })
    }
  }
})

describe('adding a person', () => {
  test('makes somebody who cannot sign in before they have set a password', async () => {
    const admin = await anActor('admin')
    const { personId, email } = await invited(admin)
    expect(await row(personId)).toMatchObject({ role: 'editor', passwordHash: null, disabledAt: null })
    for (const guess of ['', 'null', password, '0'])
      expect((await signIn({ email, password: guess }, address())).ok).toBe(false)
    const listed = (await staffList(admin)).find(({ id }) => id === personId)!
    expect(listed).toMatchObject({ email, hasPassword: false, role: 'editor' })
    const days = (listed.linkUntil!.getTime() - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.9)
    expect(days).toBeLessThan(7.1)
    expect(JSON.stringify(listed)).not.toMatch(/hash/i)
  })

  test('says at the fields what is wrong', async () => {
    const admin = await anActor('admin')
    expect(await addPerson(admin, { name: ' ', email: 'no', role: 'owner' })).toEqual({
      ok: false,
      refusal: 'problems',
      problems: { name: 'name-missing', email: 'email-wrong', role: 'role-wrong' },
    })
    const { email } = await invited(admin)
    expect(await addPerson(admin, { ...someone(), email: ` ${email.toUpperCase()}` })).toEqual({
      ok: false,
      refusal: 'problems',
      problems: { email: 'email-taken' },
    })
  })

  test('twice at once with one e-mail makes one person', async () => {
    const [one, two] = [await anActor('admin'), await anActor('admin')]
    const fields = someone()
    const both = await Promise.all([addPerson(one, fields), addPerson(two, fields)])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  })

  test('takes anything and never lets it reach a query', async () => {
    const admin = await anActor('admin')
    const odd = [undefined, null, 7, 'x', [], {}, { not: '' }, ['a'], '\u0000', '\ud800', admin.id + ' ']
    for (const value of odd) {
      expect((await addPerson(admin, value)).ok).toBe(false)
      expect((await addPerson(admin, { name: value, email: value, role: value })).ok).toBe(false)
      for (const command of [makeLink, changeRole, disablePerson, enablePerson]) {
        expect((await command(admin, value)).ok).toBe(false)
        expect((await command(admin, { personId: value, role: 'editor' })).ok).toBe(false)
      }
      expect(await changeRole(admin, { personId: (await aPerson()).id, role: value })).toMatchObject({
        ok: false,
      })
      expect(await personOfLink(value)).toBeUndefined()
      expect((await setPassword(value, { password })).ok).toBe(false)
      expect((await setPassword('x', { password: value })).ok).toBe(false)
    }
    const unknown = { personId: '0190b1b0-0000-7000-8000-000000000000', role: 'editor' }
    for (const command of [makeLink, changeRole, disablePerson, enablePerson])
      expect(await command(admin, unknown)).toEqual({ ok: false, refusal: 'not-found' })
  })
})

describe('the link', () => {
  test('sets the password and signs in; only its hash is stored', async () => {
    const { token, personId, email, name } = await invited(await anActor('admin'))
    expect(await personOfLink(token)).toEqual({
      name,
      email,
      hasPassword: false,
      mayEndFactors: false,
    })
    const stored = await db.setupLink.findUniqueOrThrow({ where: { personId } })
    expect(stored.tokenHash).toBe(hashOf(token))
    expect(JSON.stringify(stored)).not.toContain(token)
    expect(await setPassword(token, { password: 'short' })).toMatchObject({
      problems: { password: 'password-short' },
    })
    expect(await setPassword(token, { password })).toEqual({
      ok: true,
      value: { personId, sessionVersion: 2 },
    })
    expect((await signIn({ email, password }, address())).ok).toBe(true)
  })

  test('works once, also when it is used ten times at once', async () => {
    const { token, personId } = await invited(await anActor('admin'))
    const tries = Array.from({ length: 10 }, (_, n) => setPassword(token, { password: `${password} ${n}` }))
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await row(personId)).sessionVersion).toBe(2)
    expect(await setPassword(token, { password })).toEqual({ ok: false, refusal: 'link-dead' })
    expect(await personOfLink(token)).toBeUndefined()
  })

  test('ends after a week', async () => {
    const admin = await anActor('admin')
    const { token, personId } = await invited(admin)
    await db.$executeRaw`update setup_link set expires_at = now() - interval '1 second'
      where person_id = ${personId}::uuid`
    expect(await personOfLink(token)).toBeUndefined()
    expect(await setPassword(token, { password })).toEqual({ ok: false, refusal: 'link-dead' })
    expect((await staffList(admin)).find(({ id }) => id === personId)!.linkUntil).toBeNull()
  })

  test('is replaced by a new one; that one ends sessions from before', async () => {
    const admin = await anActor('admin')
    const { token, personId, email } = await invited(admin)
    const again = await makeLink(admin, { personId: personId.toUpperCase() })
    if (!again.ok) throw new Error(again.refusal)
    expect(await setPassword(token, { password })).toEqual({ ok: false, refusal: 'link-dead' })

    await setPassword(tokenIn(again.value.path), { password })
    const session = await aSession(personId, { version: 2 })
    expect(await actorOf(session)).toBeDefined()
    for (let guess = 0; guess < 8; guess++) await signIn({ email, password: 'forgotten' }, address())
    expect(await signIn({ email, password }, address())).toMatchObject({ refusal: 'wait' })

    const reset = await makeLink(admin, { personId })
    if (!reset.ok) throw new Error(reset.refusal)
    expect(await actorOf(session)).toBeDefined() // the making of a link changes nothing yet
    expect(await personOfLink(tokenIn(reset.value.path))).toMatchObject({ hasPassword: true })
    await setPassword(tokenIn(reset.value.path), { password: 'a new one entirely' })
    expect(await actorOf(session)).toBeUndefined()
    // What strangers have tried still stands against strangers; the browser of the link is a known one.
    const browser = await makeKnown(undefined, personId)
    expect(await signIn({ email, password }, { ...address(), browser })).toMatchObject({ refusal: 'wrong' })
    expect((await signIn({ email, password: 'a new one entirely' }, { ...address(), browser })).ok).toBe(true)
  })

  test('is no way in for who is disabled, then or later', async () => {
    const admin = await anActor('admin')
    const { token, personId } = await invited(admin)
    await disablePerson(admin, { personId })
    expect(await personOfLink(token)).toBeUndefined()
    expect(await makeLink(admin, { personId })).toEqual({ ok: false, refusal: 'person-disabled' })
    await enablePerson(admin, { personId })
    expect(await setPassword(token, { password })).toEqual({ ok: false, refusal: 'link-dead' })
  })

  test('used and disabled at once, many times: never an error, never a way in', async () => {
    const admin = await anActor('admin')
    for (let round = 0; round < 15; round++) {
      const { token, personId, email } = await invited(admin)
      await Promise.all([
        setPassword(token, { password }),
        disablePerson(admin, { personId }),
        makeLink(admin, { personId }),
      ])
      expect((await row(personId)).disabledAt).not.toBeNull()
      expect(await db.setupLink.count({ where: { personId } })).toBe(0)
      expect((await signIn({ email, password }, address())).ok).toBe(false)
    }
  })
})

describe('roles and disabling', () => {
  test('a demoted or disabled person has no power and no session from then on', async () => {
    const admin = await anActor('admin')
    const { id } = await aPerson({ role: 'admin' })
    const session = await aSession(id)
    expect((await changeRole(admin, { personId: id, role: 'editor' })).ok).toBe(true)
    expect(await actorOf(session)).toBeUndefined()
    const second = await aSession(id, { version: 2 })
    expect(await actorOf(second)).toMatchObject({ role: 'editor' })
    await disablePerson(admin, { personId: id })
    expect(await actorOf(second)).toBeUndefined()
    await enablePerson(admin, { personId: id })
    expect(await actorOf(second)).toBeUndefined()
    expect(await actorOf(await aSession(id, { version: 3 }))).toMatchObject({ role: 'editor' })
  })

  test('the same thing twice changes nothing more', async () => {
    const admin = await anActor('admin')
    const { id } = await aPerson()
    await changeRole(admin, { personId: id, role: 'editor' })
    expect((await row(id)).sessionVersion).toBe(1)
    await disablePerson(admin, { personId: id })
    const { disabledAt } = await row(id)
    await disablePerson(admin, { personId: id })
    expect(await row(id)).toMatchObject({ sessionVersion: 2, disabledAt })
  })

  test('nobody changes themselves', async () => {
    const admin = await anActor('admin')
    const own = { personId: admin.id.toUpperCase() }
    expect(await changeRole(admin, { ...own, role: 'editor' })).toEqual({ ok: false, refusal: 'yourself' })
    expect(await disablePerson(admin, own)).toEqual({ ok: false, refusal: 'yourself' })
    expect(await row(admin.id)).toMatchObject({ role: 'admin', disabledAt: null, sessionVersion: 1 })
  })

  for (const [what, change] of [
    ['demote', (actor: StaffActor, personId: string) => changeRole(actor, { personId, role: 'editor' })],
    ['disable', (actor: StaffActor, personId: string) => disablePerson(actor, { personId })],
  ] as const) {
    test(`two admins who ${what} each other at once leave one`, async () => {
      for (let round = 0; round < 20; round++) {
        await db.person.updateMany({ data: { role: 'editor' } })
        const [one, two] = [await anActor('admin'), await anActor('admin')]
        const outcomes = await Promise.allSettled([change(one, two.id), change(two, one.id)])
        expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
        for (const outcome of outcomes)
          if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(NotAllowed)
        expect(await db.person.count({ where: { role: 'admin', disabledAt: null } })).toBe(1)
      }
    })
  }

  test('five admins in a circle, by both ways at once, leave at least one and never wait for each other', async () => {
    for (let round = 0; round < 5; round++) {
      await db.person.updateMany({ data: { role: 'editor' } })
      const circle = await Promise.all(Array.from({ length: 5 }, () => anActor('admin')))
      const outcomes = await Promise.allSettled(
        circle.flatMap((actor, at) => [
          disablePerson(actor, { personId: circle[(at + 1) % 5]!.id }),
          changeRole(actor, { personId: circle[(at + 2) % 5]!.id, role: 'editor' }),
        ]),
      )
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(NotAllowed)
      expect(await db.person.count({ where: { role: 'admin', disabledAt: null } })).toBeGreaterThanOrEqual(1)
    }
  })
})

test('who has no password yet, or is nobody, costs the same work as who has one', async () => {
  const known = await aPerson({ passwordHash: await hashPassword(password) })
  const invitedOnly = await aPerson({ passwordHash: null })
  for (const email of [known.email, invitedOnly.email, 'nobody@example.org']) {
    vi.mocked(verify).mockClear()
    expect(await signIn({ email, password: 'wrong' }, address())).toMatchObject({ refusal: 'wrong' })
    const hashes = vi.mocked(verify).mock.calls.map(([hash]) => String(hash).split('$').slice(1, 4))
    expect(hashes, email).toEqual([['argon2id', 'v=19', 'm=19456,t=2,p=1']])
  }
})
