import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { deskFolder, listenAtSocket } from './desk-socket'

test('only this user may enter the folder of the socket, which is removed with it', async () => {
  const { socket, remove } = deskFolder()
  const folder = path.dirname(socket)
  expect(path.dirname(folder)).toBe(tmpdir())
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  writeFileSync(socket, '')
  await remove()
  expect(existsSync(folder)).toBe(false)
  await remove()
})

test('where the name of the temporary folder is too long for a socket, another is taken', async () => {
  const { socket, remove } = deskFolder(`/tmp/${'a'.repeat(80)}`)
  expect(Buffer.byteLength(socket)).toBeLessThanOrEqual(100)
  expect(path.dirname(path.dirname(socket))).toBe('/tmp')
  await remove()
})

test('one that has ended leaves its socket behind, and another listens in its place', async () => {
  const { socket, remove } = deskFolder()
  writeFileSync(socket, 'left behind')
  const servers = await listenAtSocket((_request, response) => response.end('here'), socket)
  const said = await new Promise((resolve) =>
    request({ socketPath: socket }, (answer) => answer.setEncoding('utf8').once('data', resolve)).end(),
  )
  expect(said).toBe('here')
  servers.forEach((server) => server.close())
  await remove()
})

test('a folder that is gone is a fault at the start, and not a desk that nobody can reach', async () => {
  const { socket } = deskFolder()
  rmSync(path.dirname(socket), { recursive: true })
  await expect(listenAtSocket(() => {}, socket)).rejects.toThrow(/^listen E/)
})
