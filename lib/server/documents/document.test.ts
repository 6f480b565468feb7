import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
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

async function send(document: Document, method: string, headers: Record<string, string>) {
  const sent: { status?: number; headers?: Record<string, unknown>; body?: Buffer } = {}
  const response = {
    writeHead: (status: number, written: Record<string, unknown>) =>
      Object.assign(sent, { status, headers: written }),
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
  expect(headers!['content-length']).toBe(page.plain.length)
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
