import type { Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { sessionSecret } from '@/lib/people/sessions/session-cookie'
import { deskHere } from '../desk/desk-here'
import { DocumentCache } from '../documents/document-cache'
import { renderLimits } from '../documents/render-limits'
import { FairQueue } from '../turns/fair-queue'
import { LiveDesk } from '../live/live-desk'
import { Health } from '../process/health'
import { listen } from '../http/listen'
import { Lookups } from '../turns/lookups'
import { siteServer } from '../site-server'
import { StaticFiles } from '../files/static-files'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

let servers: Server[]
let port: number
let received: { bytes: number; method: string | undefined }[]

beforeEach(async () => {
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' })
  received = []
  const answer = siteServer({
    door: new DocumentCache({
      render: async () => ({ status: 200, html: '<html><main>A page</main></html>' }),
      readerScript: '/assets/reader.js',
    }),
    reads: { note() {} },
    live: new LiveDesk(),
    health: new Health(),
    pictures: { send: async () => 'missing' },
    find: async () => ({ kind: 'here' }),
    lookups: new Lookups(),
    files: new StaticFiles([]),
    desk: deskHere((request, response) => {
      let bytes = 0
      request.on('data', (chunk: Buffer) => (bytes += chunk.length))
      request.on('end', () => {
        received.push({ bytes, method: request.method })
        response.end('application')
      })
    }, new FairQueue(renderLimits)),
    renderForm: () => '<section id="respond"></section>',
    renderAuthorPage: () => '',
    renderAway: () => '',
    trustedHops: 0,
    siteUrl: 'http://localhost:3000',
  })
  servers = await listen(answer, { PORT: 0, HOST: '127.0.0.1' })
  port = (servers[0]!.address() as AddressInfo).port
})
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

interface Heard {
  status: number
  text: string
  /** Did the server end the connection? */
  closed: boolean
}

/** Sends a head, and a body as long as the socket takes it; answers the first final response. */
async function send(head: string[], body: Iterable<Buffer | string> = []): Promise<Heard> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  let closed = false
  socket.on('data', (data) => (text += data.toString('latin1')))
  socket.on('error', () => (closed = true))
  socket.on('close', () => (closed = true))
  const final = () => /^HTTP\/1\.1 (?!1)\d+/m.exec(text)
  const answered = async () => {
    await vi.waitFor(() => expect(final() ?? closed).toBeTruthy(), { timeout: 8_000, interval: 2 })
    await vi.waitFor(() => expect(text).toContain('\r\n\r\n'), { timeout: 1_000, interval: 2 })
  }
  socket.write([...head, 'host: localhost:3000', 'origin: http://localhost:3000', '', ''].join('\r\n'))
  const sentAll = await pour(socket, body, () => closed || Boolean(final()))
  await answered()
  // With nothing left to come the server ends the connection at once; else it waits for us a while.
  if (/^connection: close\r$/im.test(text)) {
    if (sentAll) await vi.waitFor(() => expect(closed).toBe(true), { timeout: 3_000, interval: 2 })
    closed = true
  }
  socket.destroy()
  return { status: Number(/^HTTP\/1\.1 (?!1)(\d+)/m.exec(text)?.[1]), text, closed }
}

async function pour(socket: Socket, body: Iterable<Buffer | string>, enough: () => boolean) {
  for (const chunk of body) {
    if (enough()) return false
    if (!socket.write(chunk))
      await new Promise((resolve) => socket.once('drain', resolve).once('close', resolve))
  }
  return true
}

function* chunked(bytes: number, size = 65_536) {
  for (let sent = 0; sent < bytes; sent += size) {
    const length = Math.min(size, bytes - sent)
    yield `${length.toString(16)}\r\n${'a'.repeat(length)}\r\n`
  }
  yield '0\r\n\r\n'
}
const plainly = (bytes: number) => [Buffer.alloc(bytes, 'a')]

const session = async () =>
  `cookie: desk-session=${await encode({ token: { personId: 'x' }, secret: sessionSecret(), maxAge: 60 })}`
const call = ['next-action: x', 'content-type: text/plain']
const doors = [
  '/api/auth/callback/credentials',
  '/api/auth/signout',
  '/api/auth/_log',
  '/sign-in',
  '/welcome/x',
  '/desk',
  '/desk/settings',
  '/api/pictures',
]

describe('without a session nothing larger than 64 KB is read', () => {
  test.each(doors)('%s', async (path) => {
    const head = [`POST ${path} HTTP/1.1`, ...call]
    const tooMuch = 64 * 1024 + 1
    const refused = async (how: string, line: string, body: Iterable<Buffer | string>) => {
      const { status, closed } = await send([...head, line], body)
      expect([status, closed], how).toEqual([413, true])
    }
    await Promise.all(
      [tooMuch, 3_000_000].flatMap((bytes) => [
        refused(`${bytes} announced`, `content-length: ${bytes}`, plainly(bytes)),
        refused(`${bytes} in chunks`, 'transfer-encoding: chunked', chunked(bytes)),
      ]),
    )
    const forged = await send(
      [
        ...head,
        'cookie: desk-session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c',
        `content-length: ${tooMuch}`,
      ],
      plainly(tooMuch),
    )
    expect(forged.status).toBe(413)
    expect(received).toEqual([])
  })

  test.each(['/', '/en', '/en/search', '/feeds/rss.xml', '/api/captcha', '/media/x', '/none', '/api/read'])(
    '%s, where nobody reads it',
    async (path) => {
      await Promise.all(
        ['GET', 'POST'].flatMap((method) => [
          send([`${method} ${path} HTTP/1.1`, 'content-length: 3000000'], plainly(3_000_000)).then(
            ({ status, closed }) => expect([status, closed], method).toEqual([413, true]),
          ),
          send([`${method} ${path} HTTP/1.1`, 'transfer-encoding: chunked'], chunked(3_000_000)).then(
            ({ closed }) => expect(closed, method).toBe(true),
          ),
        ]),
      )
    },
  )
})

test('with a session the desk reads 256 KB, a chapter may have 2 MB, a picture may have 12, and next-auth no more than before', async () => {
  const head = (path: string) => [`POST ${path} HTTP/1.1`, ...call]
  const cookie = await session()
  const status = async (path: string, bytes: number) =>
    (await send([...head(path), cookie, `content-length: ${bytes}`], plainly(bytes))).status
  expect(await status('/api/pictures', 11_999_999)).toBe(200)
  expect(received).toEqual([{ bytes: 11_999_999, method: 'POST' }])
  expect(await status('/api/pictures', 12_000_001)).toBe(413)
  for (const [path, most] of [
    ['/desk/settings', 256 * 1024],
    ['/desk/chapters/x', 2 * 1024 * 1024],
  ] as const) {
    expect(await status(path, most + 1)).toBe(413)
    expect(await status(path, most)).toBe(400) // read, and no call of an action
  }
  expect(await status('/api/auth/signout', 65_537)).toBe(413)
})

test('a script that is signed out is told so by a code, in words that its page knows', async () => {
  const { text } = await send(
    ['POST /desk/chapters/x HTTP/1.1', ...call, 'content-length: 90000'],
    plainly(90_000),
  )
  expect(text).toMatch(/content-type: text\/plain\r/i)
  expect(text).toMatch(/\r\n\r\nnot-signed-in\n$/)
})

test('a page’s own read with a body reaches Next without it', async () => {
  const { status, closed } = await send(['GET /sign-in HTTP/1.1', 'content-length: 5'], ['hello'])
  expect([status, closed]).toEqual([200, true])
  expect(received).toEqual([{ bytes: 0, method: 'GET' }])
})

test('who asks before sending is told to go on only where the body will be read', async () => {
  const ask = (path: string, bytes: number, more: string[] = []) =>
    send([`POST ${path} HTTP/1.1`, 'expect: 100-continue', ...call, ...more, `content-length: ${bytes}`])
  for (const [path, bytes] of [
    ['/sign-in', 70_000],
    ['/api/auth/signout', 300_000_000],
    ['/en', 70_000],
    ['/en', 5],
  ] as const) {
    const { text, status } = await ask(path, bytes)
    expect(text, path).not.toContain('100 Continue')
    expect([405, 413], path).toContain(status)
  }
  const foreign = await ask('/sign-in', 5, ['sec-fetch-site: cross-site'])
  expect([foreign.status, foreign.text.includes('100 Continue')]).toEqual([403, false])

  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.on('data', (data) => (text += data.toString()))
  socket.write(
    `POST /api/auth/csrf HTTP/1.1\r\nhost: x\r\norigin: http://localhost:3000\r\nexpect: 100-continue\r\ncontent-length: 5\r\n\r\n`,
  )
  await vi.waitFor(() => expect(text).toBe('HTTP/1.1 100 Continue\r\n\r\n'))
  socket.write('hello')
  await vi.waitFor(() => expect(text).toContain('HTTP/1.1 200 OK'))
  expect(text.match(/100 Continue/g)).toHaveLength(1)
  socket.destroy()
})

test('after a body that was read the connection stays, for the next request', async () => {
  const { text } = await send(
    ['POST /api/auth/csrf HTTP/1.1', 'content-length: 5'],
    ['helloGET /api/health HTTP/1.1\r\nhost: x\r\n\r\n'],
  )
  expect(text).not.toMatch(/^connection: close/im)
  expect(received).toEqual([{ bytes: 5, method: 'POST' }])
})

test('the answer reaches who goes on sending', async () => {
  const goOn = () =>
    send(['POST /sign-in HTTP/1.1', ...call, 'transfer-encoding: chunked'], chunked(6_000_000))
  for (const { status, text } of await Promise.all([1, 2, 3, 4, 5].map(goOn))) {
    expect(status).toBe(413)
    expect(text).toContain('not-signed-in')
  }
})

test('from one address only so much of large forms is kept while it arrives', async () => {
  const path = '/en/chapters/a/comments'
  const head = `POST ${path} HTTP/1.1\r\nhost: x\r\norigin: http://localhost:3000\r\naccept: application/json\r\ncontent-type: application/json\r\ncontent-length: 500000\r\n\r\n`
  const sockets = Array.from({ length: 14 }, () => {
    const socket = connect(port, '127.0.0.1').on('error', () => {})
    const one = { socket, heard: '' }
    socket.on('data', (data) => (one.heard += data.toString()))
    socket.write(head)
    socket.write(Buffer.alloc(100_000, ' '))
    return one
  })
  // A busy machine takes its time.
  const patience = { timeout: 20_000 }
  await vi.waitFor(
    () => expect(sockets.filter(({ heard }) => heard.startsWith('HTTP/1.1 503'))).toHaveLength(3),
    patience,
  )
  sockets.forEach(({ socket }) => socket.destroy())
  // What has gone has given its room back.
  await vi.waitFor(async () => {
    const { status } = await send(
      [
        `POST ${path} HTTP/1.1`,
        'accept: application/json',
        'content-type: application/json',
        'content-length: 100000',
      ],
      plainly(100_000),
    )
    expect(status).toBe(400)
  }, patience)
})
