import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { readAddress } from '../http/address'
import type { Moment } from '../wire/whole-answer'
import { StaticFiles } from './static-files'

const { folder, remove } = temporaryFolder('static-files')
let server: Server
let files: StaticFiles

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets', 'in'), { recursive: true })
  mkdirSync(path.join(folder, 'assets-old'))
  writeFileSync(path.join(folder, 'server.js'), 'the secret')
  writeFileSync(path.join(folder, 'assets-old', 'a.js'), 'the secret')
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'shown')
  writeFileSync(path.join(folder, 'assets', 'in', 'a.css'), 'shown')
  writeFileSync(path.join(folder, 'assets', 'long.css'), 'a{}'.repeat(1_000))
  writeFileSync(path.join(folder, 'assets', '.env'), 'the secret')
  writeFileSync(path.join(folder, 'assets', 'notes.md'), 'the secret')
  files = new StaticFiles([
    { prefix: '/assets/', folder: path.join(folder, 'assets'), immutable: true },
    { prefix: '/favicon.', folder: path.join(folder, 'assets'), immutable: false },
  ])
  server = createServer((request, response) => {
    void files.send(request, response, request.url!).then((sent) => {
      if (!sent) response.writeHead(404).end('nothing')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(() => {
  server.close()
  remove()
})

/** The whole answer. `fetch` would make the address canonical before it is sent; a socket sends what it is given. */
async function raw(address: string): Promise<string> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  let heard = ''
  socket.on('data', (data) => (heard += data.toString()))
  socket.write(`GET ${address} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
  await once(socket, 'close')
  return heard
}

test.each(['/assets/a.js', '/assets/in/a.css', '/assets/in/../a.js'])('%s is sent', async (address) => {
  const answer = await raw(address)
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
  expect(answer).toContain('\r\ncache-control: public, max-age=31536000, immutable\r\n')
  expect(answer).toMatch(/\r\n\r\nshown$/)
})

test.each([
  '/assets/../server.js',
  '/assets/in/../../server.js',
  '/assets/..//server.js',
  '/assets/../assets-old/a.js',
  '/assets/%2e%2e/server.js',
  '/assets/..%2fserver.js',
  '/assets/..\\server.js',
  '/assets/.env',
  '/assets/notes.md',
  '/assets/in',
  '/assets/none.js',
  '/server.js',
])('%s is not there, as it was written', async (address) => {
  const answer = await raw(address)
  expect(answer).toMatch(/^HTTP\/1\.1 404 /)
  expect(answer).not.toContain('secret')
})

test('a file is at hand in the codings in which it was sent, by its plainest address', async () => {
  const moment: Moment = { common: { 'x-common': 'a' }, fields: {}, caching: {}, second: 1, keepAlive: 65 }
  const whole = (address: string, accepted?: string) => files.atHand(address, accepted, moment)?.whole
  expect(whole('/assets/long.css')).toBeUndefined()
  const sent = await fetch(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/assets/in/../long.css`,
    { headers: { 'accept-encoding': 'br' } },
  )
  expect(sent.headers.get('content-encoding')).toBe('br')
  const text = await sent.text()
  const [plain, coded] = [whole('/assets/long.css')!, whole('/assets/long.css', 'gzip, br')!]
  expect(plain.toString()).toMatch(
    /^HTTP\/1.1 200 OK\r\nx-common: a\r\ncontent-type: text\/css; charset=utf-8\r\n/,
  )
  expect(plain.toString().split('\r\n\r\n')[1]).toBe(text)
  const head = files.atHand('/assets/long.css', 'br', moment)!.head
  expect(brotliDecompressSync(coded.subarray(head.length)).toString()).toBe(text)
  expect(head.toString()).toContain(`\r\ncontent-encoding: br\r\n`)
  expect(whole('/assets/long.css', 'gzip')).toBeUndefined()
  expect(whole('/assets/in/../long.css')).toBeUndefined()
  expect(whole('/assets/none.css')).toBeUndefined()
  // The same until something is different.
  expect(whole('/assets/long.css')).toBe(plain)
  expect(files.atHand('/assets/long.css', undefined, { ...moment, second: 2 })!.whole).not.toEqual(plain)
})

test.each(['/assets/../server.js', '/assets/%2e%2e/server.js', '/assets/..%2fserver.js', '/./en', '/en/..'])(
  '%s is no address of ours, before any file is looked for',
  (address) => expect(readAddress(address)).toBeUndefined(),
)
