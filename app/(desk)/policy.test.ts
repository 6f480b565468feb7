import { NextRequest } from 'next/server'
import { describe, expect, test } from 'vitest'
import { proxy } from '@/proxy'

// The whole policy of the desk, word for word: what is taken out of it is missed by nobody who only looks.

const desk = [
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
].join('; ')

const ask = (path: string, { cookie = '', method = 'GET' } = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { method, headers: { cookie } }))

const policyOf = (answer: ReturnType<typeof ask>) => answer.headers.get('content-security-policy')!
const nonceIn = (policy: string) => /'nonce-([^']*)'/.exec(policy)?.[1] ?? ''

describe.each([
  ['/desk', 'desk-session=x'],
  ['/desk/queue', '__Host-desk-session=x'],
  ['/sign-in', ''],
  ['/welcome/a-token', ''],
])('%s', (path, cookie) => {
  test('has the desk’s policy, for scripts that are named by a number used once', () => {
    const answer = ask(path, { cookie })
    const nonce = nonceIn(policyOf(answer))
    expect(nonce).toMatch(/^[\da-f]{32}$/)
    expect(policyOf(answer)).toBe(`default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; ${desk}`)
    // Next takes the number from the request that it is given.
    expect(answer.headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(answer))
    expect(nonceIn(policyOf(ask(path, { cookie })))).not.toBe(nonce)
  })

  test('is kept by nobody, and tells nobody else where somebody was', () => {
    expect(Object.fromEntries(ask(path, { cookie }).headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    })
  })
})

describe('a language that is chosen in front of the desk', () => {
  test.each([
    ['/sign-in?language=ar', '/sign-in'],
    ['/sign-in/forgot?language=ar&x=1', '/sign-in/forgot?x=1'],
    ['/welcome/a-token?language=ar', '/welcome/a-token'],
  ])('%s is kept in the browser, and leads back to the page', (path, there) => {
    const answer = ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `http://localhost:3000${there}`])
    expect(answer.headers.get('set-cookie')).toMatch(
      /^desk-language=ar; Path=\/; Expires=[^;]+; Max-Age=31536000; HttpOnly; SameSite=lax$/,
    )
    expect(policyOf(answer)).toBe(`default-src 'none'; script-src 'none'; ${desk}`)
  })

  test.each(['/sign-in?language=xx', '/sign-in?language=', '/desk?language=ar'])('%s is none', (path) =>
    expect(ask(path, { cookie: 'desk-session=x' }).headers.get('set-cookie')).toBeNull(),
  )
})

test('who has no session is led to the sign-in, by an answer that runs no script', () => {
  for (const path of ['/desk', '/desk/queue?status=spam']) {
    const answer = ask(path)
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'http://localhost:3000/sign-in'])
    expect(policyOf(answer)).toBe(`default-src 'none'; script-src 'none'; ${desk}`)
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
  }
  for (const one of [
    ask('/desk', { cookie: 'desk-session=x' }),
    ask('/desk', { method: 'POST' }),
    ask('/sign-in'),
  ])
    expect(one.headers.get('location')).toBeNull()
})
