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
  ['gzip;q=0.0', 'identity'],
  ['gzip;q=0.000', 'identity'],
  ['gzip;q=0.001', 'gzip'],
  ['gzip;q=0.', 'gzip'],
  ['gzip;xq=0', 'gzip'],
  ['gzip ; q=1 ; q=0', 'identity'],
  ['br;q=0, gzip;q=0', 'identity'],
  ['xgzip, gzipx', 'identity'],
  ['', 'identity'],
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

test('what thousands of clients say is looked at each time and kept of none', () => {
  const wishes = Array.from({ length: 1_000 }, (_, place) => `gzip;x=${place}`)
  for (const wish of [...wishes, ...wishes]) expect(chooseCoding(wish)).toBe('gzip')
  expect(chooseCoding('br')).toBe('br')
})

test('a document counts twice its text, what is beside it, and the comments that can be answered', () => {
  const answerable = new Map([
    ['a', 'Rea'],
    ['b', 'Edith'],
  ])
  const form = { chapterId: 'c', answerable, place: [0, 0] as const }
  expect(new Document(200, 'é').bytes).toBe(2 * 2 + 1_000)
  expect(new Document(200, 'é', undefined, 'kept', form).bytes).toBe(2 * 2 + 1_000 + 2 * 300)
})

test('each form is compressed once, and counted when it is there', async () => {
  const document = new Document(200, 'a page '.repeat(2_000))
  const { bytes } = document
  const making = document.body('gzip')
  expect(making).toBeInstanceOf(Promise)
  expect(document.body('gzip')).toBe(making)
  expect(document.bytes).toBe(bytes)
  const made = await making
  expect(document.body('gzip')).toBe(made)
  expect(document.bytes).toBe(bytes + made.length)
  const other = await document.body('br')
  expect(other).not.toEqual(made)
  expect(document.bytes).toBe(bytes + made.length + other.length)
  expect(document.body('identity')).toBe(document.plain)
})

test('what is made for one answer is compressed with less work', async () => {
  const html = Array.from(
    { length: 4_000 },
    (_, place) => `<p>${(place * 7_919) % 1_013} of ${place}</p>`,
  ).join('')
  const lengths = async (effort: 'kept' | 'once') => {
    const document = new Document(200, html, undefined, effort)
    return Promise.all((['gzip', 'br'] as const).map(async (coding) => (await document.body(coding)).length))
  }
  const [kept, once] = [await lengths('kept'), await lengths('once')]
  for (const place of [0, 1]) expect(kept[place]!).toBeLessThan(once[place]!)
})

test('each coding has a tag of its own, and each text', () => {
  const one = new Document(200, 'one')
  const tags = (['identity', 'gzip', 'br'] as const).map((coding) => one.etag(coding))
  expect(tags[0]).toMatch(/^"[\w-]{22}"$/)
  const plain = tags[0]!.slice(0, -1)
  expect(tags).toEqual([`${plain}"`, `${plain}-gzip"`, `${plain}-br"`])
  expect(new Document(200, 'another').etag('gzip')).not.toBe(one.etag('gzip'))
})

test('the head of an answer says what it is', () => {
  const [fields, caching] = [{ vary: 'accept-encoding' }, { 'cache-control': 'no-cache' }]
  const head = (document: Document, coding: 'identity' | 'gzip') =>
    inPairs(document.head(coding, 12, fields, caching))
  const said = { ...fields, ...caching, 'content-type': 'text/html; charset=utf-8', 'content-length': '12' }
  expect(head(page, 'identity')).toEqual({ ...said, etag: page.etag('identity') })
  expect(head(page, 'gzip')).toEqual({ ...said, 'content-encoding': 'gzip', etag: page.etag('gzip') })
  expect(head(new Document(404, 'none', 'text/xml'), 'identity')).toEqual({
    ...said,
    'content-type': 'text/xml',
  })
})

test('the lines of a head are made anew for other fields, or others about caching', () => {
  const [fields, caching] = [{ a: '1' }, { b: '2' }]
  const lines = page.head('gzip', 12, fields, caching)
  expect(page.head('gzip', 12, fields, caching)).toBe(lines)
  expect(inPairs(page.head('gzip', 12, { a: '3' }, caching))).toMatchObject({ a: '3', b: '2' })
  expect(inPairs(page.head('gzip', 12, fields, { b: '4' }))).toMatchObject({ a: '1', b: '4' })
})

test.each([
  ['*', 304],
  [`"x",${page.etag('identity')}`, 304],
  [`"x"`, 200],
  [`x W/${page.etag('identity')}`, 200],
  [page.etag('identity').slice(1), 200],
])('who has %s is answered %i', async (tag, status) => {
  const { status: answered, headers, body } = await send(page, 'GET', { 'if-none-match': tag })
  expect([answered, headers!.etag]).toEqual([status, page.etag('identity')])
  expect(body).toEqual(status === 304 ? undefined : page.plain)
})

test('who has the page is told how long it may be kept', async () => {
  const sent: unknown[] = []
  const response = { writeHead: (...said: unknown[]) => sent.push(...said), end: () => sent.push('the end') }
  const request = { method: 'GET', headers: { 'if-none-match': '*' } } as unknown as IncomingMessage
  await sendDocument(request, response as unknown as ServerResponse, page, { a: '1' }, { b: '2' })
  expect(sent).toEqual([304, { a: '1', b: '2', etag: page.etag('identity') }, 'the end'])
})
