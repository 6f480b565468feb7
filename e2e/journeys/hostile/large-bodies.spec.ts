import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { openNewestChapter } from '@/e2e/rig/reader'
import { processorMs, residentMb, watchMemory } from '@/e2e/rig/process-figures'
import { figuresOf, ms, startReading } from '@/e2e/rig/steady-reading'
import { expect, testWithSite } from '@/e2e/support/site'

const test = testWithSite()

const megabytes = 300

/** Pours a body into a socket for as long as it is taken; answers the status and how much was taken. */
function pour(
  url: string,
  path: string,
  { type, begin = '', chunk }: { type: string; begin?: string; chunk: string },
) {
  const { port, host, origin } = new URL(url)
  const size = megabytes * 1024 * 1024
  const piece = Buffer.from(chunk.repeat(Math.ceil(65_536 / chunk.length)))
  const framed = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')])
  return new Promise<{ status: number; sent: number }>((resolve) => {
    const socket = connect(Number(port), 'localhost')
    let heard = ''
    let sent = 0
    socket.on('data', (data) => (heard += data.toString('latin1')))
    socket.on('error', () => {})
    socket.on('close', () => resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0), sent }))
    socket.write(
      [
        `POST ${path} HTTP/1.1`,
        `host: ${host}`,
        `origin: ${origin}`,
        `content-type: ${type}`,
        ...['accept: application/json', 'transfer-encoding: chunked', '', ''],
      ].join('\r\n'),
    )
    if (begin) socket.write(`${Buffer.byteLength(begin).toString(16)}\r\n${begin}\r\n`)
    const more = () => {
      while (!socket.destroyed && sent < size) {
        sent += piece.length
        if (!socket.write(framed)) return void socket.once('drain', more)
      }
      socket.write('0\r\n\r\n')
    }
    more()
  })
}

test('bodies of 300 MB are refused while they arrive: memory stays flat, and another reader does not wait', async ({
  site,
}) => {
  const { action } = await openNewestChapter(site.url)
  const part = `--x\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\n`
  const bodies = [
    { type: 'application/json', begin: '{"a":"', chunk: 'a' },
    { type: 'application/x-www-form-urlencoded', chunk: 'a=1&' },
    { type: 'multipart/form-data; boundary=x', begin: part, chunk: 'a' },
    { type: 'application/octet-stream', chunk: '\0' },
  ]
  const doors = [
    '/api/auth/callback/credentials',
    '/api/auth/signout',
    '/api/auth/none',
    '/sign-in',
    '/welcome/x',
    '/desk/settings',
    '/api/pictures',
    '/api/akismet',
    '/api/read',
    action,
    '/en/comments/x',
    '/en',
  ]
  const page = site.url + action.replace('/comments', '')
  // Whatever is to be compiled and kept is there before anything is measured.
  for (const path of doors) await pour(site.url, path, { ...bodies[3]!, chunk: 'a' })
  await fetch(page)
  const reader = startReading([[page, 1]], { rate: 20, connections: 2 })
  await pause(2_000) // until the reader's own code is warm
  const quietStart = Date.now()
  await pause(3_000)
  const before = residentMb(site.server.pid)
  const memory = watchMemory(site.server.pid)
  const start = Date.now()
  for (const path of doors) {
    const used = processorMs(site.server.pid)
    const answers = await Promise.all(bodies.map((body) => pour(site.url, path, body)))
    expect((processorMs(site.server.pid) - used) / bodies.length, path).toBeLessThan(200)
    for (const { status } of answers) expect([400, 403, 404, 405, 413, 204], path).toContain(status)
  }
  const grown = memory() - before
  const readings = await reader.stop()
  const quiet = figuresOf(readings.filter(({ due }) => due >= quietStart && due < start))
  const loud = figuresOf(readings.filter(({ due }) => due >= start))
  const said = `memory ${before.toFixed(0)} MB and ${grown.toFixed(0)} MB more; another reader ${ms(quiet.p50)} (p99 ${ms(quiet.p99)}) before, ${ms(loud.p50)} (p99 ${ms(loud.p99)}) meanwhile`
  test.info().annotations.push({ type: 'figures', description: said })
  expect(readings.filter(({ status }) => status !== 200)).toEqual([])
  expect(grown, said).toBeLessThan(50)
  // (A busy machine has p99s of its own; what the server did for these bodies is measured above.)
  expect(loud.p50, said).toBeLessThan(quiet.p50 + 100)
})
