import { expect, test } from 'vitest'
import { Document } from '../documents/document'
import { inOnePiece, wireHead, type Moment } from './whole-answer'

const moment: Moment = {
  common: {},
  fields: { vary: 'accept-encoding' },
  caching: { 'cache-control': 'no-cache' },
  second: 1_795_935_600,
  keepAlive: 65,
}

test('a head is its status, its lines in their order, the time and what becomes of the connection', () => {
  expect(wireHead(304, ['etag', '"a"', 'X-B', 'c'], moment).split('\r\n')).toEqual([
    'HTTP/1.1 304 Not Modified',
    'etag: "a"',
    'X-B: c',
    'Date: Sun, 29 Nov 2026 07:00:00 GMT',
    'Connection: keep-alive',
    'Keep-Alive: timeout=65',
    '',
    '',
  ])
})

test.each([
  ['a\r\nb', 'c'],
  ['a b', 'c'],
  ['', 'c'],
  ['a', 'b\r\nc: d'],
  ['a', 'b\nc'],
  ['a', '字'],
])('a header of %j and %j is not written', (name, value) => {
  expect(() => wireHead(200, [name, value], moment)).toThrow(
    /Invalid character in header|must be a valid HTTP token/,
  )
})

test('head and body lie behind each other, and each by itself', () => {
  const { whole, head, body } = inOnePiece('head\xe9', Buffer.from('body'))
  expect([whole, head, body].map((bytes) => bytes.toString('latin1'))).toEqual([
    'head\xe9body',
    'head\xe9',
    'body',
  ])
  expect(body.buffer).toBe(whole.buffer)
})

test('a document keeps the bytes of a coding once, and counts the heads', async () => {
  const document = new Document(200, 'A page of some words. '.repeat(1_000))
  expect(document.onTheWire('gzip', moment)).toBeUndefined()
  const zipped = Buffer.from(await document.body('gzip'))
  const before = document.bytes
  const forms = document.onTheWire('gzip', moment)!
  expect(forms.whole.equals(Buffer.concat([forms.head, zipped]))).toBe(true)
  expect(document.body('gzip')).toEqual(zipped)
  expect((document.body('gzip') as Buffer).buffer).toBe(forms.whole.buffer)
  expect(document.bytes).toBe(before + forms.head.length + forms.unchanged!.length)
  // The same until something is different.
  expect(document.onTheWire('gzip', moment)).toBe(forms)
  const later = document.onTheWire('gzip', { ...moment, second: moment.second + 1 })!
  expect(later.whole).not.toEqual(forms.whole)
  expect(forms.whole.toString('latin1')).toContain('07:00:00')
  expect(document.bytes).toBe(before + forms.head.length + forms.unchanged!.length)
  const { whole } = document.onTheWire('identity', moment)!
  expect(document.plain.buffer).toBe(whole.buffer)
  expect(document.plain.toString()).toBe(document.html)
})
