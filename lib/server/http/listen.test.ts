import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { checkHost, checkPort, listen } from './listen'

test('a HOST that cannot be found is named, and its value is not repeated', async () => {
  await expect(checkHost('no-such-host.invalid')).rejects.toThrow('HOST cannot be found')
  await expect(checkHost('no-such-host.invalid')).rejects.not.toThrow('invalid')
})

test.each([
  [undefined, ['127.0.0.1', '::1']],
  ['0.0.0.0', ['0.0.0.0']],
  ['::', ['::']],
  ['127.0.0.1', ['127.0.0.1']],
  ['localhost', [expect.stringMatching(/^(127\.0\.0\.1|::1)$/)]],
])('HOST %s is well, and listened at', async (HOST, addresses) => {
  await checkHost(HOST)
  const servers = await listen(() => {}, { HOST, PORT: 0 })
  expect(servers.map((server) => (server.address() as AddressInfo).address)).toEqual(addresses)
  for (const server of servers) server.close()
})

const hosts = ['127.0.0.1', '::1']
test.each(hosts)('a port that somebody has at %s is in use', async (host) => {
  const other = createServer().listen(0, host)
  await once(other, 'listening')
  const { port: PORT } = other.address() as AddressInfo
  await expect(checkPort({ HOST: undefined, PORT })).rejects.toMatchObject({ code: 'EADDRINUSE', port: PORT })
  await expect(listen(() => {}, { HOST: undefined, PORT })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  other.close()
  await once(other, 'close')
  // It has been let go of, also at the address that was free.
  await checkPort({ HOST: undefined, PORT })
  await checkPort({ HOST: undefined, PORT })
})
