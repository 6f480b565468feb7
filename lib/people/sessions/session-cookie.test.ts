import { encode, type JWT } from 'next-auth/jwt'
import { beforeEach, describe, expect, test } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { browserCookieSetting, sessionCookie, sessionSecret, turnCookieSetting } from './session-cookie'
import { carriesSession } from './session-proof'

const secret = 'a secret that only tests know, 32+'
beforeEach(() => setRuntime({ secret, siteUrl: 'http://localhost:3000' }))

test.each([
  ['http://localhost:3000', false, ['desk-session', 'desk-browser', 'desk-turn']],
  ['https://example.org', true, ['__Host-desk-session', '__Host-desk-browser', '__Host-desk-turn']],
])('at %s cookies are for https alone: %s', (siteUrl, secure, names) => {
  setRuntime({ secret, siteUrl })
  const options = { httpOnly: true, path: '/', secure }
  expect([sessionCookie(), browserCookieSetting(), turnCookieSetting()]).toEqual([
    { name: names[0], options: { ...options, sameSite: 'lax' } },
    { name: names[1], options: { ...options, sameSite: 'strict' } },
    { name: names[2], options: { ...options, sameSite: 'strict' } },
  ])
})

// Sessions of before an update go on.
test('sessions are sealed with a secret of their own', () =>
  expect(sessionSecret()).toBe(`session ${secret}`))

describe('a session of ours', () => {
  const sealed = (token: Record<string, unknown>, by = sessionSecret()) =>
    encode({ token: token as JWT, secret: by })
  const claims = { personId: 'x', sessionVersion: 1 }

  test('is found among other cookies', async () => {
    const token = await sealed(claims)
    for (const cookies of [
      `desk-session=${token}`,
      `a=b; desk-session=${token};c=d`,
      `a=b;desk-session=${token} `,
    ])
      expect(await carriesSession(cookies), cookies).toBe(true)
  })

  test.each([undefined, '', 'desk-session', 'desk-session=', 'desk-session=x'])(
    'is not in %j',
    async (cookies) => expect(await carriesSession(cookies)).toBe(false),
  )

  test('is neither one of another name, nor of another secret, nor of nobody', async () => {
    const token = await sealed(claims)
    expect(await carriesSession(`x-desk-session=${token}`)).toBe(false)
    expect(await carriesSession(`desk-sessions=${token}`)).toBe(false)
    expect(await carriesSession(`desk-session=${await sealed(claims, secret)}`)).toBe(false)
    expect(await carriesSession(`desk-session=${await sealed({ name: 'x' })}`)).toBe(false)
    expect(await carriesSession(`desk-session=${await sealed({ personId: 7 })}`)).toBe(false)
  })
})
