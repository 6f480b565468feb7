import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  createServer,
  request as ask,
  type IncomingMessage,
  type RequestListener,
  type Server,
} from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { setRuntime } from '@/lib/kernel/env'
import { renderLimits } from '../documents/render-limits'
import { cleanRequest } from '../http/headers'
import { FairQueue } from '../turns/fair-queue'
import { leaving } from '../turns/waiter'
import { deskApart } from './desk-apart'
import { deskHere } from './desk-here'
import { deskServer } from './desk-server'
import { deskFolder, listenAtSocket } from './desk-socket'
import type { AskDesk } from './types'

// The same application is asked in one process and through the socket: what comes over the wire must be the same.

const limits = { most: 20, forSomebody: 2_000, forAnswer: 5_000 }
const visitor = '192.0.2.7'
let application: RequestListener
let turns: FairQueue
let folder: ReturnType<typeof deskFolder>
let desk: Server[]
let servers: Server[]
let ports: { here: number; apart: number }

/** What stands before the desk: it has said who asks, and what strangers may not say is gone. */
const front =
  (answer: AskDesk): RequestListener =>
  (request, response) => {
    cleanRequest(request, { address: visitor, trustedHops: 0, siteUrl: undefined })
    void answer({ response, ip: visitor, left: leaving(response) }, request).then((outcome) => {
      if (outcome !== 'answered') response.writeHead(503, { outcome }).end()
    })
  }

const portOf = (server: Server) => (server.address() as AddressInfo).port

async function opened(listener: RequestListener) {
  const server = createServer({ shouldUpgradeCallback: () => false }, listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  servers.push(server)
  return portOf(server)
}

const openDesk = async () =>
  (desk = await listenAtSocket(
    deskServer(deskHere((...asked) => application(...asked), turns)),
    folder.socket,
  ))

beforeAll(() =>
  setRuntime({ secret: 'a secret that only tests know, 32+', siteUrl: 'http://localhost:3000' }),
)
beforeEach(async () => {
  servers = []
  turns = new FairQueue(renderLimits)
  folder = deskFolder()
  await openDesk()
  ports = {
    here: await opened(front(deskHere((...asked) => application(...asked), turns))),
    apart: await opened(front(deskApart(folder.socket, limits))),
  }
})
afterEach(async () => {
  for (const server of [...servers, ...desk]) {
    server.closeAllConnections()
    server.close()
  }
  await folder.remove()
})

const apart = (path = '/desk', init: RequestInit = {}) =>
  fetch(`http://127.0.0.1:${ports.apart}${path}`, { redirect: 'manual', ...init })

/** Everything that comes back, to the end of the connection. */
async function rawly(port: number, head: string, body: Uint8Array | string = '') {
  const socket = connect(port, '127.0.0.1')
  socket.write(Buffer.from(head, 'latin1'))
  socket.write(body)
  let said = ''
  for await (const chunk of socket.setEncoding('latin1')) said += chunk as string
  return said
}

/** Without the time; and names in small letters, in one order, since neither means anything (RFC 9110, 5.1 and 5.3). */
function asMeant(said: string) {
  const end = said.indexOf('\r\n\r\n')
  const [status, ...fields] = said.slice(0, end).split('\r\n')
  const dates = fields.filter((field) => /^date:/i.test(field)).length
  const meant = fields
    .filter((field) => !/^date:/i.test(field))
    .map((field) => field.replace(/^[^:]+/, (name) => name.toLowerCase()))
  return { status, fields: meant.sort(), dates, body: said.slice(end + 4) }
}

const answers: Record<string, [head: string, RequestListener]> = {
  'a cookie set twice, and a header in two lines': [
    'GET /desk HTTP/1.1',
    (_request, response) => {
      response.setHeader('Set-Cookie', ['a=1; Path=/', 'b=2; Path=/, c'])
      response.setHeader('Vary', ['rsc', 'accept-encoding'])
      response.end('twice')
    },
  ],
  'only a head': [
    'HEAD /desk HTTP/1.1',
    (_request, response) => void response.writeHead(200, { 'content-length': 143_000, 'x-own': 'y' }).end(),
  ],
  'nothing new': [
    'GET /desk HTTP/1.1',
    (_request, response) => void response.writeHead(304, { etag: '"a"' }).end(),
  ],
  'nothing at all': ['GET /desk HTTP/1.1', (_request, response) => void response.writeHead(204).end()],
  'another place': [
    'POST /desk HTTP/1.1\r\ncontent-length: 1\r\n',
    (_request, response) =>
      void response.writeHead(303, 'Over There', { location: '/desk/queue?a=%E2%98%83' }).end(),
  ],
  'a length': ['GET /desk HTTP/1.1', (_request, response) => void response.end('of nine b')],
  'a coding, in pieces': [
    'GET /desk HTTP/1.1\r\naccept-encoding: gzip',
    (_request, response) => {
      response.setHeader('content-encoding', 'gzip')
      const bytes = gzipSync('the lamp '.repeat(1_000))
      response.write(bytes.subarray(0, 20))
      response.end(bytes.subarray(20))
    },
  ],
  'signs that are not ASCII': [
    'GET /desk?q=~%ff HTTP/1.1\r\nx-own: caf\xe9',
    (request, response) =>
      void response.writeHead(200, { 'x-own': request.headers['x-own'] }).end(request.url),
  ],
  'a protocol of long ago': [
    'GET /desk HTTP/1.0',
    (_request, response) => {
      response.write('x')
      response.end('y')
    },
  ],
  'what the client says of its connection': [
    'GET /desk HTTP/1.1\r\nconnection: close, x-client-address\r\nte: trailers\r\nx-forwarded-for: 203.0.113.9',
    (request, response) => {
      const { 'x-client-address': address, 'x-forwarded-for': forwarded } = request.headers
      response.end(JSON.stringify([address, forwarded]))
    },
  ],
  'another protocol that is offered': [
    'GET /desk HTTP/1.1\r\nconnection: upgrade, close\r\nupgrade: h2c',
    (_request, response) => void response.end('this one'),
  ],
}
for (const [what, [head, listener]] of Object.entries(answers))
  test(`the same comes from both: ${what}`, async () => {
    application = listener
    const whole = `${head.trimEnd()}\r\nhost: x${/connection:/.test(head) ? '' : '\r\nconnection: close'}\r\n\r\n`
    const body = head.startsWith('POST') ? 'x' : ''
    const here = asMeant(await rawly(ports.here, whole, body))
    expect(here.status).toMatch(/^HTTP\/1\.1 [23]/)
    expect(here.dates).toBe(1)
    expect(asMeant(await rawly(ports.apart, whole, body))).toEqual(here)
  })

test('heads that are as long as we take them are not too long there', async () => {
  application = (request, response) => void response.end(String(request.rawHeaders.length))
  const long = `GET /desk HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncookie: ${'c'.repeat(15_900)}\r\nx: y\r\n\r\n`
  expect(await rawly(ports.apart, long)).toMatch(/^HTTP\/1\.1 200 /)
  application = (_request, response) => void response.writeHead(200, { link: 'l'.repeat(40_000) }).end()
  expect(
    (await rawly(ports.apart, 'GET /desk HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).length,
  ).toBeGreaterThan(40_000)
})

test.each([
  ['of a known length', false],
  ['in chunks', true],
])('20 MB go there and back whole, %s', async (_how, isChunked) => {
  application = (request, response) => void request.pipe(response)
  const sent = randomBytes(20 * 1024 * 1024)
  const request = ask({
    port: ports.apart,
    host: '127.0.0.1',
    path: '/api/pictures',
    method: 'POST',
    headers: isChunked ? {} : { 'content-length': sent.length },
  })
  request.end(sent)
  const [answer] = (await once(request, 'response')) as [IncomingMessage]
  const hash = createHash('sha256')
  for await (const chunk of answer) hash.update(chunk as Buffer)
  expect(hash.digest('hex')).toBe(createHash('sha256').update(sent).digest('hex'))
})

test('what has been written comes at once, the head before it, and the rest when it is written', async () => {
  const steps: (() => void)[] = []
  application = (_request, response) => {
    response.flushHeaders()
    steps.push(
      () => response.write('first'),
      () => response.end('last'),
    )
  }
  const answer = await apart()
  const reader = answer.body!.getReader()
  for (const [place, part] of ['first', 'last'].entries()) {
    steps[place]!()
    expect(Buffer.from((await reader.read()).value!).toString()).toBe(part)
  }
  expect((await reader.read()).done).toBe(true)
})

test('a client that reads nothing holds up what is written for it', async () => {
  let written = 0
  application = (_request, response) => {
    const chunk = Buffer.alloc(64 * 1024)
    const more = () => {
      while (written < 200 * 1024 * 1024) {
        written += chunk.length
        if (!response.write(chunk)) return void response.once('drain', more)
      }
    }
    more()
  }
  const socket = connect(ports.apart, '127.0.0.1').pause()
  socket.write('GET /desk HTTP/1.1\r\nhost: x\r\n\r\n')
  let before = -1
  await vi.waitFor(
    () => {
      const now = written
      const still = now > 0 && now === before
      before = now
      expect(still).toBe(true)
    },
    { timeout: 10_000, interval: 300 },
  )
  expect(written).toBeLessThan(100 * 1024 * 1024)
  socket.destroy()
})

test('who leaves is not answered any further, and gives back a place in the line', async () => {
  const seen: string[] = []
  application = (request, response) => {
    seen.push(request.url!)
    response.write('begun')
    response.once('close', () => seen.push(`${request.url} closed`))
  }
  const leaving = new AbortController()
  const answer = await apart('/desk/a', { signal: leaving.signal })
  expect(answer.status).toBe(200)
  // Strangers come one at a time: this one waits.
  const waiting = new AbortController()
  const other = apart('/desk/b', { signal: waiting.signal }).catch(() => 'left')
  await vi.waitFor(() => expect(turns.size.unknown).toBe(1))
  waiting.abort()
  expect(await other).toBe('left')
  await vi.waitFor(() => expect(turns.size.unknown).toBe(0))
  leaving.abort()
  await vi.waitFor(() => expect(seen).toEqual(['/desk/a', '/desk/a closed']))
})

test('an upload that is cut off is an upload that is cut off', async () => {
  const ended = Promise.withResolvers<string>()
  application = (request) => {
    request
      .resume()
      .once('end', () => ended.resolve('whole'))
      .once('close', () => ended.resolve('cut off'))
    request.on('error', () => {})
  }
  const socket = connect(ports.apart, '127.0.0.1')
  socket.write('POST /desk HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf')
  await vi.waitFor(() => expect(turns.size.running).toBe(1))
  socket.destroy()
  expect(await ended.promise).toBe('cut off')
})

test('an answer that ends in the middle does not look whole', async () => {
  application = (_request, response) => {
    response.write('the first half')
    setImmediate(() => response.destroy())
  }
  const said = await rawly(ports.apart, 'GET /desk HTTP/1.1\r\nhost: x\r\n\r\n')
  expect(said).toContain('the first half')
  expect(said).not.toMatch(/\r\n0\r\n\r\n$/)
})

const closeDesk = () => Promise.all(desk.map((server) => new Promise((resolve) => server.close(resolve))))

test('who asks while nobody is there waits for a while, also with a body, and no longer', async () => {
  application = (request, response) => void text(request).then((body) => response.end(body))
  await closeDesk()
  const early = apart('/desk', { method: 'POST', body: 'kept meanwhile' })
  const late = new Promise((resolve) => setTimeout(resolve, 300)).then(openDesk)
  const [answer] = await Promise.all([early, late])
  expect([answer.status, await answer.text()]).toEqual([200, 'kept meanwhile'])
  await closeDesk()
  const none = await apart()
  expect([none.status, none.headers.get('outcome')]).toEqual([503, 'away'])
})

test('who is not answered in time is told so', async () => {
  const [short] = [await opened(front(deskApart(folder.socket, { ...limits, forAnswer: 200 })))]
  const closed = new Promise(
    (resolve) => (application = (_request, response) => void response.once('close', resolve)),
  )
  const answer = await fetch(`http://127.0.0.1:${short}/desk`)
  expect(answer.headers.get('outcome')).toBe('away')
  await closed
})

test('too many at a time are refused, by either side, and the next are not', async () => {
  let answering: (() => void)[] = []
  application = (_request, response) => void answering.push(() => response.end('done'))
  // One is answered, and six of an address that nobody knows may wait.
  const first = Array.from({ length: 8 }, () => apart())
  const refused = await Promise.race(first)
  expect([refused.status, refused.headers.get('outcome')]).toEqual([503, 'busy'])
  expect(refused.headers.get('x-desk-refusal')).toBeNull()
  const few = await opened(front(deskApart(folder.socket, { ...limits, most: 0 })))
  expect((await fetch(`http://127.0.0.1:${few}/desk`)).headers.get('outcome')).toBe('busy')
  await vi.waitFor(async () => {
    for (const end of answering) end()
    answering = []
    expect(turns.size).toEqual({ running: 0, known: 0, unknown: 0 })
  })
  await Promise.all(first)
  // Places are given back when an answer has ended.
  application = (_request, response) => void response.end('done')
  for (let time = 0; time <= limits.most; time++) expect((await apart()).status).toBe(200)
})

test('a fault there is a desk that is away, and nothing of it is said', async () => {
  application = () => {
    throw new Error('a secret of the database')
  }
  const answer = await apart()
  expect([answer.status, answer.headers.get('outcome'), await answer.text()]).toEqual([503, 'away', ''])
})

test.each(['http://elsewhere.example/desk', '//elsewhere.example/desk', '/desk?a=\tb'])(
  'an address like %j leads to the desk and to nobody else',
  async (address) => {
    application = (request, response) => void response.end(`asked ${request.url}`)
    const said = await rawly(ports.apart, `GET ${address} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    expect(said).toMatch(/^HTTP\/1\.1 (200 [^]*asked |400 )/)
  },
)

test('who asks is known there by what the process in front has said, for their turn', async () => {
  const seen: string[] = []
  const answer: AskDesk = async ({ ip, response }) => {
    seen.push(ip)
    response.end()
    return 'answered'
  }
  await closeDesk()
  desk = await listenAtSocket(deskServer(answer), folder.socket)
  await apart('/desk', { headers: { 'x-client-address': '203.0.113.9' } })
  expect(seen).toEqual([visitor])
})
