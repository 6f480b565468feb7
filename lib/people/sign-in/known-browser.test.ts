import { expect, test } from 'vitest'
import { newId } from '@/lib/kernel/ids'
import { browserCookie, readBrowserCookie } from './known-browser'

const secret = 'a secret that only tests know, 32+'
const known = () => ({ personId: newId(), id: newId() })

test('a browser says whom it knows, the newest first, and not more than five', () => {
  const six = Array.from({ length: 6 }, known)
  expect(readBrowserCookie(secret, browserCookie(secret, six))).toEqual(six.slice(0, 5))
  expect(readBrowserCookie(secret, browserCookie(secret, []))).toEqual([])
})

test('what it says can be kept in a cookie as it is', () => {
  const cookie = browserCookie(secret, Array.from({ length: 5 }, known))
  expect(encodeURIComponent(cookie)).toBe(cookie)
  expect(cookie.length).toBeLessThan(500)
})

test('it is believed only what was signed here, whole', () => {
  const one = known()
  const cookie = browserCookie(secret, [one])
  const other = known()
  for (const forged of [
    undefined,
    '',
    'x'.repeat(10_000),
    cookie.slice(0, -1),
    `${cookie}A`,
    `x${cookie}`,
    `!${cookie}`,
    cookie.toUpperCase(),
    cookie.replace(one.personId, () => other.personId),
    cookie.replace(one.id, () => other.id),
    `${other.personId}.${other.id}~${cookie}`,
    browserCookie('another secret of 32 characters…', [one]),
  ])
    expect(readBrowserCookie(secret, forged), forged).toEqual([])
})
