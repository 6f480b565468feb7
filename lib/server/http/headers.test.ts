import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { cleanRequest, commonHeaders, readingPolicy } from './headers'

const cleaned = (
  headers: Record<string, string>,
  trustedHops = 0,
  siteUrl: string | undefined = undefined,
) => {
  const request = { headers: { ...headers } } as unknown as IncomingMessage
  cleanRequest(request, { address: '192.0.2.1', trustedHops, siteUrl })
  return request.headers
}

test('what only our own layers may say does not come from a client', () => {
  const claimed = {
    'x-client-address': '203.0.113.9',
    'x-client-forwarded': '1',
    'x-forwarded-host': 'evil.example',
    'x-middleware-subrequest': 'x',
    'x-nonce': 'x',
    forwarded: 'for=203.0.113.9',
    cookie: 'a=b',
  }
  expect(cleaned(claimed)).toEqual({
    'x-client-address': '192.0.2.1',
    'x-forwarded-for': '192.0.2.1',
    cookie: 'a=b',
  })
})

test('what only looks like it is left alone', () => {
  const names = ['not-x-nonce', 'x-nonce-of-theirs', 'forwarded-by', 'x-real-ip-of-theirs', 'my-forwarded']
  const claimed = Object.fromEntries(names.map((name) => [name, '1']))
  expect(cleaned(claimed)).toMatchObject(claimed)
})

test.each([
  ['https://example.org', 'example.org', 'https'],
  ['http://localhost:3000', 'localhost:3000', 'http'],
  [undefined, undefined, undefined],
])('of a site at %s the pages behind are told its name', (siteUrl, host, protocol) => {
  const { 'x-forwarded-host': toldHost, 'x-forwarded-proto': toldProtocol } = cleaned(
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    0,
    siteUrl,
  )
  expect([toldHost, toldProtocol]).toEqual([host, protocol])
})

test.each([
  ['a proxy that nobody told us of', { 'x-forwarded-for': '203.0.113.9' }, 0, '1'],
  ['one that wrote nothing', { 'x-forwarded-for': '' }, 0, '1'],
  ['one that we know', { 'x-forwarded-for': '203.0.113.9' }, 1, undefined],
  ['none', {}, 0, undefined],
  [
    'none, when Next asks for itself',
    { 'x-forwarded-for': '192.0.2.1', 'x-client-address': '192.0.2.1' },
    0,
    undefined,
  ],
  [
    'a proxy before what Next asks for itself',
    { 'x-forwarded-for': '192.0.2.1', 'x-client-address': '192.0.2.1', 'x-client-forwarded': '1' },
    0,
    '1',
  ],
  ['none, and a client that says so', { 'x-client-forwarded': '1' }, 0, undefined],
])('%s is noted: %#', (_name, headers, hops, noted) => {
  expect(cleaned(headers as Record<string, string>, hops)['x-client-forwarded']).toBe(noted)
})

// Word for word: what is taken out of these is missed by nobody who only looks.
test('a reading page may load our own files, and nothing else', () =>
  expect(readingPolicy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ]))

test('every answer has these, and says over https that it is to be asked by nothing else for two years', () => {
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), interest-cohort=()',
  }
  expect(commonHeaders(false)).toEqual(common)
  expect(commonHeaders(true)).toEqual({
    ...common,
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
  })
})
