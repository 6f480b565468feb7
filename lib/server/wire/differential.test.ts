import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { lastRequest, oddRequests } from './testing/requests'
import { WireClient } from './testing/wire-client'
import { aWireSite, pages, type Way, type WireSite } from './testing/wire-site'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

// Whatever is sent, the fast way says what Node's server says to it: no bytes are two things.

// Node itself says different things after a fault when it is given the bytes in another way. So it is compared with one
// that is handed every connection at its first byte.
const limits = { headersTimeout: 2_000, requestTimeout: 2_000, connectionsCheckingInterval: 20 }
const sites = {} as Record<Way | 'handed', WireSite>
beforeAll(async () => {
  sites.ordinary = await aWireSite('ordinary', limits)
  sites.fast = await aWireSite('fast', limits)
  sites.handed = await aWireSite('fast', limits, () => undefined)
})
afterAll(() => Promise.all(Object.values(sites).map((site) => site.close())))

/** All that is said to these bytes until the server ends, without what changes by itself. */
async function told(way: keyof typeof sites, bytes: string): Promise<string> {
  const one = await WireClient.to(sites[way].port)
  const heard = await one.send(bytes).untilEnd()
  one.leave()
  return heard.replace(/^(date: |x-accel-expires: @).*$/gim, '')
}

/**
 * Node ends a connection at a fault at once, and with it what it has not written yet of answers to earlier requests of the
 * same packet. The fast way has written them.
 */
async function compare(bytes: string) {
  const [handed, fast] = await Promise.all([told('handed', bytes), told('fast', bytes)])
  expect(fast.slice(0, handed.length), JSON.stringify(bytes)).toBe(handed)
  return fast
}

const lines = [
  'Accept: a',
  'Accept-Encoding: gzip',
  'Accept-Encoding: br',
  'If-None-Match: *',
  'Connection: keep-alive',
]
const oddLines = [
  'Content-Length: 0',
  'Content-Length: 7',
  'Transfer-Encoding: chunked',
  'Connection: close',
  'Host: b',
  'X: y',
  'Expect: z',
]
const aRequest = fc
  .record({
    method: fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST'),
    path: fc.constantFrom(pages.home, pages.home, pages.none, '/', 'http://a/en', '/en?x', '/en/search?q=a'),
    version: fc.constantFrom('1.1', '1.1', '1.1', '1.0'),
    lines: fc.array(fc.constantFrom(...lines, ...lines, ...oddLines), { maxLength: 3 }),
  })
  .map(({ method, path, version, lines }) =>
    [`${method} ${path} HTTP/${version}`, 'Host: a', ...lines, '', ''].join('\r\n'),
  )

const signs = ['\r', '\n', '\r\n', '\0', ' ', '\t', ':', '/', ',', 'a', '0', '\xe9', '\x7f', '\r\n\r\n']
/** Something put in, taken out or said twice, at a place that is a share of the whole. */
const aChange = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'repeat'),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  sign: fc.constantFrom(...signs),
  length: fc.integer({ min: 1, max: 12 }),
})
type Change = typeof aChange extends fc.Arbitrary<infer T> ? T : never

function changed(bytes: string, { kind, place, sign, length }: Change) {
  const at = Math.floor(place * bytes.length)
  if (kind === 'insert') return bytes.slice(0, at) + sign + bytes.slice(at)
  const part = bytes.slice(at, at + length)
  return bytes.slice(0, at) + (kind === 'repeat' ? part + part : '') + bytes.slice(at + length)
}

const aCase = fc
  .tuple(fc.array(aRequest, { minLength: 1, maxLength: 4 }), fc.array(aChange, { maxLength: 2 }))
  .map(([requests, changes]) => changes.reduce(changed, requests.join('')) + lastRequest)

test('requests behind each other, changed here and there', async () => {
  // Some wait until they are told that they are late: many at a time.
  const property = fc.asyncProperty(fc.array(aCase, { minLength: 100, maxLength: 100 }), async (cases) => {
    await Promise.all(cases.map(compare))
  })
  await fc.assert(property, { numRuns: 8, endOnFailure: true })
})

test('what is odd is behind an answer what it is alone', async () => {
  const get = `GET ${pages.home} HTTP/1.1\r\nHost: a\r\n\r\n`
  const answer = (await told('ordinary', get + lastRequest)).split(/(?<=<\/html>)/)[0]
  for (const [, odd] of oddRequests)
    expect(await compare(get + odd + lastRequest)).toBe(answer + (await told('handed', odd + lastRequest)))
})

test('an answer is the same to the last byte, by either way', async () => {
  await told(
    'fast',
    lastRequest.replace(pages.home, () => pages.file),
  ) // it is read when it is asked for
  for (const path of [pages.home, pages.large, pages.none, pages.file])
    for (const line of ['Accept: a', 'Accept-Encoding: gzip', 'Accept-Encoding: br', 'If-None-Match: *']) {
      const lines = ` ${path} HTTP/1.1\r\nHost: a\r\n${line}\r\n\r\n`
      const requests = `GET${lines}HEAD${lines}GET${lines}${lastRequest}`
      expect(await told('fast', requests)).toBe(await told('ordinary', requests))
    }
})
