import type { IncomingMessage } from 'node:http'
import { encode } from 'next-auth/jwt'
import { beforeEach, expect, test } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { sessionSecret } from '@/lib/people/sessions/session-cookie'
import { limitFor } from './body-limit'

beforeEach(() =>
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' }),
)

const route = { limit: 10, sessionLimit: 1_000 }
const limitOf = (headers: IncomingMessage['headers'], of: typeof route | { limit: number } = route) =>
  limitFor({ headers } as IncomingMessage, of)
const token = (secret: string, maxAge = 60) =>
  encode({ token: { personId: '01a208af-3488-74c4-9140-a2d8a403899e' }, secret, maxAge })

test('a session that we have written may send more, announced or not', async () => {
  const cookie = `a=b; desk-session=${await token(sessionSecret())}`
  expect(await limitOf({ cookie, 'content-length': '11' })).toBe(1_000)
  expect(await limitOf({ cookie, 'transfer-encoding': 'chunked' })).toBe(1_000)
  expect(await limitOf({ cookie, 'content-length': '11' }, { limit: 10 })).toBe(10)
})

test('a forged cookie, one that has run out and one under another name may not', async () => {
  const cookies = [
    undefined,
    '',
    'desk-session=',
    'desk-session=x',
    'desk-session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c',
    'desk-session=eyJhbGciOiJub25lIn0.eyJwZXJzb25JZCI6ImEifQ.',
    `desk-session=${await token('session another secret')}`,
    `desk-session=${await token('a secret that only tests know, 32+')}`,
    `desk-session=${await token(sessionSecret(), -60)}`,
    `other=${await token(sessionSecret())}`,
    `__Host-desk-session=${await token(sessionSecret())}`,
    `${'a=b; '.repeat(3_000)}desk-session=x`,
  ]
  for (const cookie of cookies)
    expect(await limitOf({ cookie, 'content-length': '11' }), cookie?.slice(0, 60)).toBe(10)
})
