import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { looksLikeToken, readReceivedToken, readStatusToken, receivedToken, statusToken } from './link-token'

const secret = 'a secret that only tests know, 32+'
const commentId = '0190c0de-0000-7000-8000-000000000001'

// Links stand in mails for years: what they are made of stays as it is.
const links = [
  ['status', 'cwGQwN4AAHAAgAAAAAAAAAGcAiwhFpWsnm8CRgPQyQbm'],
  ['confirm', 'YwGQwN4AAHAAgAAAAAAAAAGR5wb-EJj-NsSlwvnrYq3J'],
  ['stop', 'eAGQwN4AAHAAgAAAAAAAAAFxs6tG4NTM-MeAMSEqlZi-'],
  ['stop-all', 'YQGQwN4AAHAAgAAAAAAAAAFYD3LTPicPNaL2y7hk5OsZ'],
  ['everything', 'ZQGQwN4AAHAAgAAAAAAAAAEqME0VA8WEVg2gbC9QTQsE'],
  ['never', 'bgGQwN4AAHAAgAAAAAAAAAGfwrOGlMb4lTQHSDoHm-c3'],
] as const

test.each(links)('a link to %s opens its comment and nothing else', (purpose, token) => {
  expect(statusToken(secret, commentId, purpose)).toBe(token)
  expect(looksLikeToken(token)).toBe(true)
  for (const other of [`x${token}`, `${token}x`, token.slice(1)]) expect(looksLikeToken(other)).toBe(false)
  expect(readStatusToken(secret, token)).toEqual({ commentId, purpose })
  expect(readStatusToken('another secret', token)).toBeUndefined()
})

test('a thousand changed tokens open nothing', () => {
  const bytes = Buffer.from(statusToken(secret, commentId), 'base64url')
  for (let round = 0; round < 1_000; round++) {
    const forged = Buffer.from(bytes)
    const place = round % bytes.length
    forged[place] = forged[place]! ^ (1 + (randomBytes(1)[0]! % 255))
    expect(readStatusToken(secret, forged.toString('base64url'))).toBeUndefined()
  }
})

test('what says that a comment was received is no link to it, and says so for two minutes', () => {
  const now = 1_780_000_000_000
  const chapterId = randomUUID()
  const token = receivedToken(secret, { commentId, chapterId }, now)
  expect(readStatusToken(secret, token)).toBeUndefined()
  expect(readReceivedToken(secret, { token, chapterId }, now + 119_000)).toBe(commentId)
  expect(readReceivedToken(secret, { token, chapterId: randomUUID() }, now)).toBeUndefined()
  for (const [key, sent, at] of [
    [secret, token, now + 120_000],
    [secret, token, now - 120_000],
    ['another secret', token, now],
    [secret, statusToken(secret, commentId), now],
    [secret, `${token.slice(0, -3)}AAA`, now],
    [secret, '', now],
    [secret, 'pending', now],
  ] as const)
    expect(readReceivedToken(key, { token: sent, chapterId }, at)).toBeUndefined()
})

test.each([undefined, null, '', 7, {}, [], randomUUID(), 'x'.repeat(44), `${'A'.repeat(43)}=`])(
  '%s opens nothing',
  (odd) => expect(readStatusToken(secret, odd)).toBeUndefined(),
)
