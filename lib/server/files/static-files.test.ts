import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { temporaryFolder } from '@/lib/db/postgres/temporary-folder'
import { readAddress } from '../http/address'
import { StaticFiles } from './static-files'

const { folder, remove } = temporaryFolder('static-files')
let server: Server

beforeAll(async () => {
  mkdirSync(path.join(folder, 'assets', 'in'), { recursive: true })
  mkdirSync(path.join(folder, 'assets-old'))
  writeFileSync(path.join(folder, 'server.js'), 'the secret')
  writeFileSync(path.join(folder, 'assets-old', 'a.js'), 'the secret')
  writeFileSync(path.join(folder, 'assets', 'a.js'), 'shown')
  writeFileSync(path.join(folder, 'assets', 'in', 'a.css'), 'shown')
  writeFileSync(path.join(folder, 'assets', '.env'), 'the secret')
  writeFileSync(path.join(folder, 'assets', 'notes.md'), 'the secret')
  const files = new StaticFiles([
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

test.each(['/assets/../server.js', '/assets/%2e%2e/server.js', '/assets/..%2fserver.js', '/./en', '/en/..'])(
  '%s is no address of ours, before any file is looked for',
  (address) => expect(readAddress(address)).toBeUndefined(),
)
