import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { aPerson, aSession } from '@/lib/db/testing/factories'
import { actorOf, SESSION_SECONDS } from './queries'
import { authOptions } from './auth-options'
import { forgetCrowd } from '../sign-in/in-turn'
import { ensureFirstAdmin, welcome, welcomeIsOpen } from '../links/first-admin'
import { hashPassword } from '../sign-in/passwords'
import { hashOf } from '../links/setup-link'
import { signIn } from '../sign-in/sign-in'

const password = 'correct horse battery'
let passwordHash: string
beforeAll(async () => void (passwordHash = await hashPassword(password)))

const anOwner = (wish: Parameters<typeof aPerson>[0] = {}) => aPerson({ ...wish, passwordHash })
let address: string
let count = 0
beforeEach(() => {
  address = `192.0.2.${++count}`
  forgetCrowd()
})
const knock = (email: string, guess: unknown = password, from = address) =>
  signIn({ email, password: guess }, { address: from })

describe('signing in', () => {
  test('with the right password, however the e-mail is written', async () => {
    const { id, email } = await anOwner()
    expect(await knock(` ${email.toUpperCase()} `)).toEqual({
      ok: true,
      value: { personId: id, sessionVersion: 1 },
    })
  })

  test('is refused in one way for every cause', async () => {
    const { email } = await anOwner()
    const disabled = await anOwner({ disabledAt: new Date() })
    const causes = [
      knock(email, 'wrong'),
      knock('nobody@example.org'),
      knock(disabled.email),
      knock('no address'),
      knock(email, ''),
    ]
    for (const outcome of await Promise.all(causes))
      expect(outcome).toMatchObject({ ok: false, refusal: 'wrong' })
  })

  test('takes anything and never lets it reach a query', async () => {
    await anOwner()
    const odd = [
      undefined,
      null,
      7,
      'text',
      [],
      {},
      { contains: '' },
      { not: '' },
      { in: [] },
      ['a@example.org'],
      new Date(),
      new Map(),
      '\u0000',
      '\ud800',
    ]
    for (const value of odd) {
      expect((await signIn(value, { address })).ok).toBe(false)
      expect((await signIn({ email: value, password: value }, { address })).ok).toBe(false)
      expect((await signIn({ email: 'a@example.org', password: value }, { address })).ok).toBe(false)
    }
  })

  test('through next-auth answers null where it cannot be, and the token holds ids only', async () => {
    const { id, email } = await anOwner()
    const options = authOptions()
    const provider = options.providers[0] as unknown as {
      options: { authorize: (...given: unknown[]) => Promise<unknown> }
    }
    const { authorize } = provider.options
    for (const odd of [undefined, null, [], 'x', { email: { contains: '' }, password: ['x'] }]) {
      expect(await authorize(odd, { headers: { 'x-client-address': address } })).toBeNull()
      expect(await authorize(odd, undefined)).toBeNull()
    }
    const user = await authorize({ email, password }, { headers: { 'x-client-address': address } })
    const token = await options.callbacks!.jwt!({ token: { name: 'x', email: 'x' }, user } as never)
    expect(token).toEqual({ personId: id, sessionId: expect.any(String) })
    expect(await actorOf(token)).toMatchObject({ id })
  })
})

describe('guessing', () => {
  test('a known and an unknown e-mail cost the same', async () => {
    const time = async (email: string) => {
      const start = performance.now()
      await knock(email, 'wrong', `203.0.113.${count++ % 250}`)
      return performance.now() - start
    }
    const known = await Promise.all(Array.from({ length: 12 }, () => anOwner()))
    const [forKnown, forUnknown]: [number[], number[]] = [[], []]
    for (const { email } of known) {
      forKnown.push(await time(email))
      forUnknown.push(await time(`un${email}`))
    }
    const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1]!
    expect(median(forUnknown) / median(forKnown)).toBeGreaterThan(0.5)
    expect(median(forUnknown) / median(forKnown)).toBeLessThan(2)
  })
})

describe('the actor of a session', () => {
  test('is the person as Postgres knows them now', async () => {
    const { id } = await anOwner({ role: 'admin', name: 'Ada' })
    const session = await aSession(id)
    expect(await actorOf(session)).toEqual({
      id,
      sessionId: session.sessionId,
      name: 'Ada',
      role: 'admin',
      locale: null,
      zone: null,
    })
    await db.person.update({ where: { id }, data: { role: 'editor' } })
    expect((await actorOf(session))?.role).toBe('editor')
    await db.person.update({ where: { id }, data: { disabledAt: new Date() } })
    expect(await actorOf(session)).toBeUndefined()
  })

  test('is nobody once the sessions were ended, or after twelve hours', async () => {
    const { id } = await anOwner()
    const session = await aSession(id)
    expect(await actorOf(session, Date.now() + (SESSION_SECONDS + 10) * 1_000)).toBeUndefined()
    expect(SESSION_SECONDS).toBe(43_200)
    expect(await actorOf(session, Date.now() + 43_199_000)).toBeDefined()
    await db.person.update({ where: { id }, data: { sessionVersion: { increment: 1 } } })
    expect(await actorOf(session)).toBeUndefined()
    expect(await actorOf(await aSession(id, { version: 2 }))).toBeDefined()
  })

  test('is nobody for a token that was made for something else', async () => {
    const { id } = await anOwner()
    const odd = [
      null,
      undefined,
      7,
      {},
      { personId: id },
      { ...(await aSession(id)), personId: { not: '' } },
      { ...(await aSession(id)), sessionId: { not: '' } },
      { ...(await aSession(id)), personId: (await anOwner()).id },
      { personId: id, sessionVersion: 1, since: Math.floor(Date.now() / 1_000) },
      { value: 'state' },
      [],
    ]
    for (const session of odd) expect(await actorOf(session)).toBeUndefined()
  })
})

describe('the first admin', () => {
  const removeAdmins = () => db.person.updateMany({ where: { role: 'admin' }, data: { role: 'editor' } })
  const fields = { name: 'Ada', email: 'Ada@Example.org', password: 'a long enough one' }

  test('comes through a link that works once', async () => {
    await removeAdmins()
    const first = await ensureFirstAdmin({})
    if (first.kind !== 'link') throw new Error(first.kind)
    const token = first.path.replace('/welcome/', '')
    expect(await welcomeIsOpen(token)).toBe(true)
    expect(await welcomeIsOpen(`${token}x`)).toBe(false)
    expect(await welcomeIsOpen({ not: '' })).toBe(false)

    const twice = await Promise.all([
      welcome(token, fields),
      welcome(token, { ...fields, email: 'eve@example.org' }),
    ])
    expect(twice.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await welcomeIsOpen(token)).toBe(false)
    expect(await ensureFirstAdmin({})).toEqual({ kind: 'exists', settings: 'unset' })
  })

  test('is told what is wrong with what they typed', async () => {
    await removeAdmins()
    expect(await welcome('x', { name: ' ', email: 'no', password: 'short', role: 'admin' })).toEqual({
      ok: false,
      refusal: 'problems',
      problems: { name: 'name-missing', email: 'email-wrong', password: 'password-short' },
    })
    expect((await welcome('x', { name: ['a'], email: {}, password: null })).ok).toBe(false)
    expect(await welcome('x', fields)).toEqual({ ok: false, refusal: 'link-dead' })
  })

  test('comes from the settings, once, however many processes start', async () => {
    await removeAdmins()
    const settings = { email: 'root@example.org', password: 'from the settings' }
    const starts = await Promise.all([1, 2, 3].map(() => ensureFirstAdmin(settings)))
    expect(starts.filter(({ kind }) => kind === 'made')).toHaveLength(1)
    for (const start of starts) expect(start).toMatchObject({ settings: 'good', email: settings.email })
    expect((await knock(settings.email, settings.password)).ok).toBe(true)
  })

  test('comes from the settings once: what they say later is told truly, and changes nothing', async () => {
    await removeAdmins()
    const settings = { email: 'Boss@example.org', password: 'from the settings' }
    const email = 'boss@example.org'
    expect(await ensureFirstAdmin(settings)).toEqual({ kind: 'made', settings: 'good', email })
    const changed = { ...settings, password: 'another one of the settings' }
    expect(await ensureFirstAdmin(changed)).toEqual({ kind: 'exists', settings: 'other password', email })
    expect((await knock(email, changed.password)).ok).toBe(false)
    expect((await knock(email, settings.password)).ok).toBe(true)
    expect(await ensureFirstAdmin({ ...settings, email: 'nobody@example.org' })).toMatchObject({
      settings: 'nobody',
      email: 'nobody@example.org',
    })
    await aPerson({ role: 'admin' })
    await db.person.update({ where: { email }, data: { disabledAt: new Date() } })
    expect(await ensureFirstAdmin(settings)).toEqual({ kind: 'exists', settings: 'disabled', email })
    await db.person.update({ where: { email }, data: { disabledAt: null, passwordHash: null } })
    expect(await ensureFirstAdmin(settings)).toMatchObject({ settings: 'other password' })
  })

  test('is still wanted while the only admin has not set a password; their link makes no first admin', async () => {
    await removeAdmins()
    const { id } = await aPerson({ role: 'admin', passwordHash: null })
    expect((await ensureFirstAdmin({})).kind).toBe('link')
    await db.$executeRaw`insert into setup_link (token_hash, person_id, expires_at)
      values (${hashOf('theirs')}, ${id}::uuid, now() + interval '1 day')`
    expect(await welcomeIsOpen('theirs')).toBe(false)
    expect(await welcome('theirs', fields)).toEqual({ ok: false, refusal: 'link-dead' })
  })

  test('cannot come by an expired link', async () => {
    await removeAdmins()
    const first = await ensureFirstAdmin({})
    if (first.kind !== 'link') throw new Error(first.kind)
    await db.$executeRaw`update setup_link set expires_at = now() - interval '1 second'`
    expect(await welcome(first.path.slice(9), fields)).toEqual({ ok: false, refusal: 'link-dead' })
  })
})
