import { createServer, request, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { compressed } from './compressed'

const page = `<!doctype html><title>Queue</title>${'<article>A comment waits, and says why.</article>'.repeat(400)}`
let close = () => {}
afterEach(() => close())

async function ask(listener: RequestListener, headers: Record<string, string>, method = 'GET') {
  const server = createServer(compressed(listener)).listen(0, '127.0.0.1')
  close = () => void server.close()
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  return new Promise<IncomingMessage>((resolve, reject) =>
    request({ port, host: '127.0.0.1', method, headers, agent: false }, resolve).on('error', reject).end(),
  )
}

async function bytesOf(answer: IncomingMessage) {
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const html: RequestListener = (_, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(page)
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
  ['br;q=0, gzip', 'gzip', gunzipSync],
  ['identity', undefined, (bytes: Buffer) => bytes],
  ['', undefined, (bytes: Buffer) => bytes],
])('who accepts %j gets %s', async (accepted, coding, open) => {
  const answer = await ask(html, { 'accept-encoding': accepted })
  expect(answer.headers['content-encoding']).toBe(coding)
  expect(answer.headers.vary).toBe('Accept-Encoding')
  const bytes = await bytesOf(answer)
  expect(open(bytes).toString()).toBe(page)
  if (coding) expect(bytes.length).toBeLessThan(page.length / 20)
})

test.each([
  ['is short', 'text/html', 'Yes.'],
  ['is a picture', 'image/png', page],
])('what %s stays as it is', async (_, type, body) => {
  const listener: RequestListener = (_, response) => {
    response.setHeader('content-type', type)
    response.setHeader('content-length', Buffer.byteLength(body))
    response.end(body)
  }
  const answer = await ask(listener, { 'accept-encoding': 'br' })
  expect(answer.headers['content-encoding']).toBeUndefined()
  expect((await bytesOf(answer)).toString()).toBe(body)
})

test('a head has no body', async () => {
  const answer = await ask(html, { 'accept-encoding': 'br' }, 'HEAD')
  expect((await bytesOf(answer)).length).toBe(0)
})

test('what says that it is not to be changed comes bit by bit', async () => {
  let more = () => {}
  const answer = await ask(
    (_, response) => {
      response.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store, no-transform',
      })
      response.write(`data: ${'1'.repeat(2_000)}\n\n`)
      more = () => response.end('data: 2\n\n')
    },
    { 'accept-encoding': 'br' },
  )
  const first = await new Promise<Buffer>((resolve) => answer.once('data', resolve))
  expect(first.toString()).toContain('data: 1')
  more()
  expect((await bytesOf(answer)).toString()).toBe('data: 2\n\n')
})

test('who leaves half-way leaves nobody waiting', async () => {
  const left = new Promise<void>((resolve) => {
    void ask(
      (_, response) => {
        response.once('close', resolve)
        response.setHeader('content-type', 'text/html')
        response.write(page)
        // As Next does after each part of a page.
        ;(response as unknown as { flush(): void }).flush()
      },
      { 'accept-encoding': 'br' },
    ).then((answer) => answer.destroy())
  })
  await left
})
