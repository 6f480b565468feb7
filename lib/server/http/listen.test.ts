import { once } from 'node:events'
import { connect, createServer, type AddressInfo } from 'node:net'
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

test('who is slow is waited for so long and no longer', async () => {
  const servers = await listen(() => {}, { HOST: undefined, PORT: 0 })
  for (const server of servers) {
    expect(server).toMatchObject({
      headersTimeout: 10_000,
      requestTimeout: 20_000,
      keepAliveTimeout: 65_000,
      timeout: 60_000,
    })
    server.close()
  }
})

test.each([
  ['offers another protocol', 'connection: upgrade\r\nupgrade: h2c'],
  ['asks before sending a body', 'connection: close\r\ncontent-length: 4\r\nexpect: 100-continue'],
])('who %s is answered in this one, and told nothing before', async (_who, headers) => {
  const [server] = await listen((_request, response) => response.end('answered'), {
    HOST: '127.0.0.1',
    PORT: 0,
  })
  const client = connect((server!.address() as AddressInfo).port, '127.0.0.1')
  client.write(`POST / HTTP/1.1\r\nhost: x\r\n${headers}\r\n\r\n`)
  let said = ''
  for await (const chunk of client.setEncoding('utf8')) {
    said += chunk as string
    if (said.endsWith('answered')) break
  }
  expect(said).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\r\n\r\nanswered$/)
  client.destroy()
  server!.close()
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
