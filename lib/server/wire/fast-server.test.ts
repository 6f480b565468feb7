import type { Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits } from '../http/listen'
import { WireClient } from './testing/wire-client'
import { aWireSite, pages, type WireSite } from './testing/wire-site'

vi.mock('@/lib/comments/discussion/form-queries', () => ({ formRules: async () => ({}) }))

// What only the fast way promises; what both do is in the tests on the wire beside this one.

let site: WireSite
let sockets: Socket[]
const clients: WireClient[] = []
const client = async () => {
  const one = await WireClient.to(site.port)
  clients.push(one)
  return one
}

beforeEach(async () => {
  site = await aWireSite('fast')
  sockets = []
  site.server.on('connection', (socket: Socket) => sockets.push(socket))
})
afterEach(async () => {
  vi.useRealTimers()
  clients.splice(0).forEach((one) => one.leave())
  await site.close()
})

const ask = (method: string, path: string, ...lines: string[]) =>
  [`${method} ${path} HTTP/1.1`, 'Host: localhost', ...lines, '', ''].join('\r\n')
const get = (path: string, ...lines: string[]) => ask('GET', path, ...lines)

test('what is in memory does not reach Node’s parser, until something else is asked on the same connection', async () => {
  const one = await client()
  const all = [
    get(pages.home),
    ask('HEAD', pages.large),
    get(pages.home, 'If-None-Match: *'),
    get(pages.large),
  ]
  const methods = ['GET', 'HEAD', 'GET', 'GET']
  expect((await one.send(all.join('')).answers(...methods)).map(({ status }) => status)).toEqual([
    200, 200, 304, 200,
  ])
  for (const coding of ['gzip', 'br', 'identity'])
    await one.answer(get(pages.home, `Accept-Encoding: ${coding}`))
  expect(site.parsed()).toBe(0)
  await one.answer(get('/nothing'))
  await one.answer(get(pages.home))
  expect(site.parsed()).toBe(2)
  await (await client()).answer(get(pages.home))
  expect(site.parsed()).toBe(2)
})

test('neither does a file, once it has been asked for', async () => {
  const first = await (await client()).answer(get(pages.file))
  expect([first.status, site.parsed()]).toEqual([200, 1])
  const one = await client()
  const { body, headers } = await one.answer(get(pages.file, 'Accept-Encoding: br'))
  expect(body).toEqual(first.body)
  expect(headers).toMatchObject({ 'content-type': 'image/svg+xml', 'x-content-type-options': 'nosniff' })
  await one.answer(ask('HEAD', pages.file, 'If-None-Match: *'))
  expect(site.parsed()).toBe(1)
  // By another name it may be another thing: that is for the routes to say.
  for (const path of [
    `/.${pages.file}`,
    `/${pages.file}`,
    `${pages.file}?a`,
    pages.file.replace('f', () => '%66'),
  ])
    await one.answer(get(path))
  expect(site.parsed()).toBe(5)
})

test.each([
  ['a page that is not in memory', get('/en/chapters/new')],
  ['a search, which is counted', get('/en/search?q=a')],
  ['a page that is not there', get(pages.none)],
  ['a coding that has not been made', get('/en/chapters/uncoded', 'Accept-Encoding: br')],
  ['a page that is too large to be copied each second', get('/en/chapters/huge')],
])('%s is for Node’s server', async (_name, request) => {
  const [path] = request.split(' ').slice(1)
  const huge = `<main>${'a'.repeat(600 * 1_024)}</main>`
  if (path!.endsWith('uncoded')) await site.door.get(path!, { address: 'a', rank: 'known' })
  if (path!.endsWith('huge')) await site.put(path!, huge)
  const answer = await (await client()).answer(request)
  expect(site.parsed()).toBe(1)
  if (path!.endsWith('huge')) expect(answer.body.length).toBe(huge.length)
})

test('what changes by itself in an answer is its time, once a second', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 29, 6, 59, 58, 400) })
  const one = await client()
  const first = (await one.answer(get(pages.home))).head
  expect(first).toContain('\r\nDate: Sun, 29 Nov 2026 06:59:58 GMT\r\n')
  vi.setSystemTime(Date.UTC(2026, 10, 29, 6, 59, 58, 999))
  expect((await one.answer(get(pages.home))).head).toBe(first)
  vi.setSystemTime(Date.UTC(2026, 10, 29, 6, 59, 59, 0))
  const next = (await one.answer(get(pages.home))).head
  const stamp = Date.UTC(2026, 10, 29, 6, 59, 58) / 1_000
  expect(next).toBe(first.replace('06:59:58', '06:59:59').replace(`@${stamp}`, () => `@${stamp + 1}`))
})

test('a page that has changed is not sent any more', async () => {
  const one = await client()
  await one.answer(get(pages.home))
  await site.put(pages.home, '<main>Another</main>')
  const { body, headers } = await one.answer(get(pages.home))
  expect(body.toString()).toContain('Another')
  expect(headers.etag).toBe(site.door.inMemory(pages.home)!.etag('identity'))
})

test('who does not read has one answer waiting, and is read no further', async () => {
  const one = await client()
  one.socket.pause()
  one.send(get(pages.large).repeat(800))
  const [socket] = sockets
  await vi.waitFor(() => expect(socket!.writableLength).toBeGreaterThan(0), { timeout: 20_000 })
  const { bytesWritten } = socket!
  const size = site.door.inMemory(pages.large)!.plain.length + 1_000
  expect(socket!.writableLength).toBeLessThan(size)
  for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate)
  expect(socket!.writableLength).toBeLessThan(size)
  expect(socket!.bytesWritten).toBe(bytesWritten)
})

test('each is waited for as long as is right for what it does', async () => {
  const one = await client()
  await vi.waitFor(() => expect(sockets).toHaveLength(1), { timeout: 20_000 })
  const [socket] = sockets
  expect(socket!.timeout).toBe(limits.headersTimeout)
  const { keepAliveTimeout, keepAliveTimeoutBuffer, timeout } = limits
  await one.answer(get(pages.home))
  expect(socket!.timeout).toBe(keepAliveTimeout + keepAliveTimeoutBuffer)
  one.socket.pause()
  one.send(get(pages.large).repeat(100))
  await vi.waitFor(() => expect(socket!.timeout).toBe(timeout), { timeout: 20_000 })
  one.socket.resume()
  await one.answers(...Array<string>(101).fill('GET'))
  expect(socket!.timeout).toBe(keepAliveTimeout + keepAliveTimeoutBuffer)
  one.send(get(pages.slow))
  await vi.waitFor(() => expect(site.parsed()).toBe(1), { timeout: 20_000 })
  expect(socket!.timeout).toBe(timeout)
})

test('how long it waited ends with it, where Node’s server has no bound of its own', async () => {
  const other = await aWireSite('fast', { timeout: 0 })
  let socket: Socket | undefined
  other.server.on('connection', (one: Socket) => (socket = one))
  const one = await WireClient.to(other.port)
  await one.answer(get(pages.home))
  one.send(get(pages.slow))
  await vi.waitFor(() => expect(other.parsed()).toBe(1), { timeout: 20_000 })
  expect(socket!.timeout).toBe(0)
  one.leave()
  await other.close()
})

test('of whoever asks very much at once no more is answered than others can wait for', async () => {
  const [many, other] = [await client(), await client()]
  many.send(get(pages.home).repeat(1_000))
  await many.answers('GET')
  await other.answer(get(pages.home))
  const size = sockets[1]!.bytesWritten
  expect(sockets[0]!.bytesWritten).toBeLessThan(500 * size)
  expect(await many.answers(...Array<string>(1_000).fill('GET'))).toHaveLength(1_000)
})

test('who has ended a side with answers on their way gets those to plain requests', async () => {
  const one = await client()
  const plain = Array<string>(200).fill('GET')
  one.socket.pause()
  one.socket.end(
    get(pages.large).repeat(200) + ask('POST', pages.home, 'Content-Length: 0') + get(pages.home),
  )
  await vi.waitFor(() => expect(sockets[0]!.readableEnded).toBe(true), { timeout: 20_000 })
  one.socket.resume()
  await one.untilEnd()
  expect(await one.answers(...plain)).toHaveLength(200)
  expect(site.parsed()).toBe(0)
})

test('a connection on which nothing was asked yet ends at once when the site is stopped', async () => {
  const [one, used] = [await client(), await client()]
  await used.answer(get(pages.home))
  await site.close(60_000)
  await Promise.all([one.untilEnd(), used.untilEnd()])
})

test('an answer that is being read when the site is stopped is sent to its end', async () => {
  const one = await client()
  one.socket.pause()
  one.send(get(pages.large).repeat(60))
  await vi.waitFor(() => expect(sockets[0]!.writableLength).toBeGreaterThan(0), { timeout: 20_000 })
  const closed = site.close(60_000)
  one.socket.resume()
  expect(await one.answers(...Array<string>(60).fill('GET'))).toHaveLength(60)
  await closed
})
