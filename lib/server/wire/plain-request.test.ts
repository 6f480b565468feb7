import { describe, expect, test } from 'vitest'
import { readPlainRequest } from './plain-request'
import { oddRequests } from './testing/requests'

const head = (...lines: string[]) => [...lines, '', ''].join('\r\n')
const withLines = (...lines: string[]) => head('GET /en HTTP/1.1', 'Host: a', ...lines)

test('a plain request is read, and where the next one begins', () => {
  const first = head(
    'GET /en/chapters/a?b HTTP/1.1',
    'host: a:3000',
    'ACCEPT-ENCODING: gzip, br',
    'If-None-Match: "x"',
  )
  const second = head('HEAD / HTTP/1.1', 'Host: a')
  expect(readPlainRequest(first + second, 0)).toEqual({
    isHead: false,
    url: '/en/chapters/a?b',
    acceptEncoding: 'gzip, br',
    ifNoneMatch: '"x"',
    end: first.length,
  })
  expect(readPlainRequest(first + second, first.length)).toMatchObject({
    isHead: true,
    url: '/',
    end: first.length + second.length,
  })
  expect(readPlainRequest(first, first.length)).toBeUndefined()
})

const browser = [
  'Connection: keep-alive',
  'Cache-Control: max-age=0',
  'sec-ch-ua: "Chromium";v="140", "Not=A?Brand";v="24"',
  'sec-ch-ua-mobile: ?0',
  'sec-ch-ua-platform: "Linux"',
  'DNT: 1',
  'Upgrade-Insecure-Requests: 1',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8',
  'Sec-Fetch-Site: none',
  'Sec-Fetch-Mode: navigate',
  'Sec-Fetch-User: ?1',
  'Sec-Fetch-Dest: document',
  'Referer: http://localhost/en',
  'Accept-Encoding: gzip, deflate, br, zstd',
  'Accept-Language: en-GB,en;q=0.9',
  'Cookie: a=b; c="d"',
  'If-Modified-Since: Sun, 29 Nov 2026 06:00:00 GMT',
  'Priority: u=0, i',
]
const proxy = [
  'X-Forwarded-For: 192.0.2.1, 192.0.2.2',
  'X-Forwarded-Proto: https',
  'X-Real-IP: 192.0.2.1',
  'Via: 1.1 a',
]

test('what browsers and proxies send is plain', () => {
  expect(readPlainRequest(withLines(...browser, ...proxy), 0)).toMatchObject({
    acceptEncoding: 'gzip, deflate, br, zstd',
  })
})

describe('for Node to read is', () => {
  /** What the tests on the wire call odd, and is none the less written plainly. */
  const plain = ['a mark behind the address']
  test.each(oddRequests.filter(([name]) => !plain.includes(name)))('%s', (_name, bytes) => {
    expect(readPlainRequest(bytes, 0)).toBeUndefined()
  })

  test.each([
    ['another method', head('POST /en HTTP/1.1', 'Host: a')],
    ['a whole address', head('GET http://a/en HTTP/1.1', 'Host: a')],
    ['an empty line first', `\r\n${withLines()}`],
    ['the end of the connection', withLines('Connection: close')],
    ['the end of the connection, among others', withLines('Connection: keep-alive, close')],
    ['what is accepted, twice', withLines('Accept-Encoding: gzip', 'Accept-Encoding: br')],
    ['tags, twice', withLines('If-None-Match: "a"', 'If-None-Match: "b"')],
    ['a header that nobody here knows', withLines('X-New: a')],
    ['a header without a value', withLines('Accept:')],
    ['a header of a blank', withLines('Accept:  ')],
    ['two blanks before a value', withLines('Accept:  a')],
    ['a delete', withLines('Accept: \x7f')],
    ['more than it may be', withLines(`Cookie: ${'a'.repeat(8 * 1_024)}`)],
    ...['Content-Length: 0', 'Transfer-Encoding: identity', 'Expect: x', 'Upgrade: h2c', 'Trailer: a'].map(
      (line) => [line, withLines(line)],
    ),
    ...['HTTP2-Settings: a', 'TE: gzip', 'Authorization: a', 'Range: bytes=0-1', 'Content-Type: a'].map(
      (line) => [line, withLines(line)],
    ),
  ])('%s', (_name, bytes) => expect(readPlainRequest(bytes!, 0)).toBeUndefined())

  test('one that is not all there', () => {
    const whole = withLines(...browser)
    for (let length = 0; length < whole.length; length++)
      expect(readPlainRequest(whole.slice(0, length), 0)).toBeUndefined()
  })

  test('every sign that is none of visible ASCII, anywhere', () => {
    const whole = withLines('Accept: abc')
    for (const sign of ['\0', '\t', '\n', '\r', '\x0b', '\x0c', '\x1f', '\x7f', '\x80', '\xa0', '\xff'])
      for (let at = 0; at <= whole.length; at++) {
        const bytes = whole.slice(0, at) + sign + whole.slice(at)
        // Behind the request it is the next one's.
        if (!bytes.startsWith(whole))
          expect(readPlainRequest(bytes, 0), `${JSON.stringify(sign)} at ${at}`).toBeUndefined()
      }
  })
})
