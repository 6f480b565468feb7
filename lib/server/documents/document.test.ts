import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { heldMemory, partOfMuch } from '@/lib/kernel/testing/memory'
import { chooseCoding, Document, sendDocument } from './document'

test.each([
  [undefined, 'identity'],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['gzip;q=0', 'identity'],
  ['deflate', 'identity'],
  ['br;q=0.1', 'br'],
])('accepting %j means %s', (header, coding) => expect(chooseCoding(header)).toBe(coding))

/** Names and values in turn, as Node is given them. */
const inPairs = (lines: string[]) =>
  Object.fromEntries(lines.flatMap((line, place) => (place % 2 ? [] : [[line, lines[place + 1]]])))

async function send(document: Document, method: string, headers: Record<string, string>) {
  const sent: { status?: number; headers?: Record<string, unknown>; body?: Buffer } = {}
  const response = {
    writeHead: (status: number, written: Record<string, unknown> | string[]) =>
      Object.assign(sent, { status, headers: Array.isArray(written) ? inPairs(written) : written }),
    end: (body?: Buffer) => (sent.body = body),
  }
  await sendDocument(
    { method, headers } as unknown as IncomingMessage,
    response as unknown as ServerResponse,
    document,
    {},
  )
  return sent
}

const page = new Document(200, '<p>日本語 and العربية</p>'.repeat(50))

test('each coding carries the same page', async () => {
  expect((await send(page, 'GET', {})).body).toEqual(page.plain)
  expect(gunzipSync((await send(page, 'GET', { 'accept-encoding': 'gzip' })).body!)).toEqual(page.plain)
  expect(brotliDecompressSync((await send(page, 'GET', { 'accept-encoding': 'br' })).body!)).toEqual(
    page.plain,
  )
})

test('HEAD has the headers of GET and no body', async () => {
  const { body, headers } = await send(page, 'HEAD', {})
  expect(body).toBeUndefined()
  expect(headers!['content-length']).toBe(String(page.plain.length))
})

test('what is ready is sent at once, and its head is made anew when fields change', async () => {
  const sent: unknown[] = []
  const response = { writeHead: (_: number, lines: string[]) => sent.push(lines), end: () => {} }
  const request = { method: 'GET', headers: { 'accept-encoding': 'br' } } as unknown as IncomingMessage
  const [fields, caching] = [{ vary: 'accept-encoding' }, { 'cache-control': 'no-cache' }]
  const give = (about: Record<string, string>) =>
    sendDocument(request, response as unknown as ServerResponse, page, fields, about)
  await give(caching)
  sent.length = 0
  expect([give(caching), give(caching), give({ 'cache-control': 'no-store' })]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  expect(sent[0]).toBe(sent[1])
  expect(sent.map((lines) => inPairs(lines as string[])['cache-control'])).toEqual([
    'no-cache',
    'no-cache',
    'no-store',
  ])
  expect(inPairs(sent[2] as string[])).toMatchObject({
    vary: 'accept-encoding',
    'content-encoding': 'br',
    etag: page.etag('br'),
  })
})

test('who has the page already is told so', async () => {
  const { headers } = await send(page, 'GET', { 'accept-encoding': 'gzip' })
  const tag = headers!.etag as string
  expect((await send(page, 'GET', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(304)
  expect(
    (await send(page, 'GET', { 'accept-encoding': 'gzip', 'if-none-match': `"x", W/${tag}` })).status,
  ).toBe(304)
  expect((await send(page, 'GET', { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(200)
})

test('a missing page has no tag', async () => {
  const { status, headers } = await send(new Document(404, 'none'), 'GET', { 'if-none-match': '*' })
  expect(status).toBe(404)
  expect(headers!.etag).toBeUndefined()
})

test('a long run of blanks between codings costs no more than its length', () => {
  const begun = performance.now()
  expect(chooseCoding(`br${' '.repeat(200_000)}x, gzip`)).toBe('gzip')
  expect(performance.now() - begun).toBeLessThan(200)
})

test('what was accepted is not held, however long the text is of which it was a part', () => {
  const before = heldMemory().heapUsed
  for (let count = 0; count < 200; count++) chooseCoding(partOfMuch(`gzip, deflate, other-${count}`))
  expect(heldMemory().heapUsed - before).toBeLessThan(4_000_000)
})
