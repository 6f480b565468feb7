import type { NextAuthOptions } from 'next-auth'
import { decode } from 'next-auth/jwt'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { aPerson, aSession } from '@/lib/db/testing/factories'
import { runtime, setRuntime } from '@/lib/kernel/env'
import { authOptions, newClaims } from './auth-options'
import { knownIn } from '../sign-in/browser-commands'
import { currentActor, endSession, giveTurn, startSession, visitorAt } from './current-actor'
import { actorOf } from './queries'
import { sessionSecret } from './session-cookie'

/** The cookies of one browser, and what they were set with. */
const jar = vi.hoisted(() => ({
  kept: new Map<string, { value: string; options: Record<string, unknown> }>(),
}))
vi.mock('next/headers', () => ({
  cookies: () =>
    Promise.resolve({
      get: (name: string) => jar.kept.get(name),
      getAll: () => [...jar.kept].map(([name, { value }]) => ({ name, value })),
      set: (name: string, value: string, options: Record<string, unknown>) =>
        jar.kept.set(name, { value, options }),
    }),
  headers: () => Promise.resolve(new Headers()),
}))
vi.mock('next/server', () => ({ connection: () => Promise.resolve() }))
// The library reads its cookie where only Next can give it; what it makes of it is decided by our options.
vi.mock('next-auth/next', () => ({
  getServerSession: async (options: NextAuthOptions) => {
    const cookie = jar.kept.get(options.cookies!.sessionToken!.name)?.value
    const token = await decode({ token: cookie, secret: options.secret! }).catch(() => null)
    return token && options.callbacks!.session!({ session: { expires: '' }, token } as never)
  },
}))

beforeEach(() => {
  jar.kept.clear()
  setRuntime({ ...runtime(), siteUrl: 'http://localhost:3000' })
  delete process.env.NEXTAUTH_URL
})
const signedIn = async () => {
  const { id: personId, sessionVersion, email } = await aPerson()
  await startSession({ personId, sessionVersion })
  return { personId, email }
}
const claimsIn = (token: string) => decode({ token, secret: sessionSecret() })

describe('the cookies of a session', () => {
  test.each([
    ['http://localhost:3000', '', false],
    ['https://example.org', '__Host-', true],
  ])(
    'at %s: unreadable for scripts, for this site alone, as long as they count',
    async (siteUrl, prefix, secure) => {
      setRuntime({ ...runtime(), siteUrl })
      await signedIn()
      await giveTurn('a turn')
      const common = { httpOnly: true, path: '/', secure }
      expect(Object.fromEntries([...jar.kept].map(([name, { options }]) => [name, options]))).toEqual({
        [`${prefix}desk-session`]: { ...common, sameSite: 'lax', maxAge: 43_200 },
        [`${prefix}desk-browser`]: { ...common, sameSite: 'strict', maxAge: 34_560_000 },
        [`${prefix}desk-turn`]: { ...common, sameSite: 'strict', maxAge: 605 },
      })
      expect(authOptions()).toMatchObject({
        session: { strategy: 'jwt', maxAge: 43_200 },
        useSecureCookies: secure,
        cookies: { sessionToken: { name: `${prefix}desk-session`, options: { ...common, sameSite: 'lax' } } },
      })
    },
  )

  test.each(['https://other.example/', '//other.example', '/en', 'javascript:alert(1)', '', undefined])(
    'next-auth, asked to go to %j, leads to the desk',
    async (url) => {
      const { callbacks, pages } = authOptions()
      for (const baseUrl of [runtime().siteUrl, 'https://other.example'])
        expect(await callbacks!.redirect!({ url: url as string, baseUrl })).toBe(`${runtime().siteUrl}/desk`)
      expect(pages).toEqual({ signIn: '/sign-in', error: '/sign-in', signOut: '/desk' })
    },
  )

  test('hold ids only, and end after twelve hours by their own word', async () => {
    const { personId } = await signedIn()
    const claims = await claimsIn(jar.kept.get('desk-session')!.value)
    expect(Object.keys(claims!).sort()).toEqual(['exp', 'iat', 'jti', 'personId', 'sessionId'])
    expect(claims).toMatchObject({ personId })
    const { exp, iat } = claims as { exp: number; iat: number }
    expect(exp - iat).toBe(43_200)
  })

  test('a session begins with a token of its own, whatever the browser brought', async () => {
    const other = await aPerson()
    await startSession({ personId: other.id, sessionVersion: 1 })
    const planted = jar.kept.get('desk-session')!.value
    const { personId } = await signedIn()
    const token = jar.kept.get('desk-session')!.value
    expect(token).not.toBe(planted)
    expect(await claimsIn(token)).toMatchObject({ personId })
  })

  test('the turn is used up by the sign-in; the known browser outlives the sign-out', async () => {
    await giveTurn('a turn')
    const { personId, email } = await signedIn()
    expect(jar.kept.get('desk-turn')).toMatchObject({ value: '', options: { maxAge: 0 } })
    jar.kept.delete('desk-turn')
    await endSession()
    expect(jar.kept.get('desk-session')).toMatchObject({ value: '', options: { maxAge: 0 } })
    const { browser } = await visitorAt('192.0.2.1')
    expect(await knownIn(browser, email)).toMatchObject({ personId })
  })
})

describe('signing out ends the session, and every copy of its token', () => {
  const copied = async () => {
    const { personId } = await signedIn()
    const claims = (await claimsIn(jar.kept.get('desk-session')!.value))!
    expect(await actorOf(claims)).toMatchObject({ id: personId })
    return { personId, claims }
  }

  test('at the desk', async () => {
    const { claims } = await copied()
    expect(await currentActor()).toBeDefined()
    await endSession()
    expect(await actorOf(claims)).toBeUndefined()
  })

  test('through next-auth', async () => {
    const { claims } = await copied()
    await authOptions().events!.signOut!({ token: claims } as never)
    expect(await actorOf(claims)).toBeUndefined()
  })

  test('and no other: neither theirs elsewhere, nor by a token of somebody else, an old one, or none at all', async () => {
    const { personId, claims } = await copied()
    jar.kept.clear()
    const { claims: others } = await copied()
    const elsewhere = await aSession(personId)
    const mixed = { personId: others.personId, sessionId: claims.sessionId }
    for (const token of [mixed, null, {}, { ...claims, personId: 'x' }])
      await authOptions().events!.signOut!({ token } as never)
    expect(await actorOf(claims)).toBeDefined()
    for (let time = 0; time < 2; time++) await authOptions().events!.signOut!({ token: claims } as never)
    expect(await actorOf(claims)).toBeUndefined()
    for (const token of [others, elsewhere]) expect(await actorOf(token)).toBeDefined()
  })

  test('whoever signs in anew in a browser leaves no session behind in it', async () => {
    const { claims } = await copied()
    await signedIn()
    expect(await actorOf(claims)).toBeUndefined()
  })
})

test('wherever a request wants to be sent after signing in or out, it is the desk', async () => {
  const { redirect } = authOptions().callbacks!
  for (const url of [
    'https://evil.example',
    '//evil.example',
    '/desk/queue',
    'javascript:alert(1)',
    '',
    undefined,
  ])
    expect(await redirect!({ url, baseUrl: 'https://evil.example' } as never)).toBe(
      'http://localhost:3000/desk',
    )
})

test('a session is not made longer by being used', async () => {
  const token = newClaims({ personId: 'x', sessionId: 'y' })
  expect(await authOptions().callbacks!.jwt!({ token } as never)).toBe(token)
})
