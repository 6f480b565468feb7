import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { startedBy, stillRunning } from '@/e2e/rig/process-tree'
import type { ServerProcess } from '@/e2e/rig/server-process'
import { divided, expect, test } from '@/e2e/support/site'

const pidsUnder = (pid: number) => startedBy(pid).map((child) => child.pid)
const deskOf = ({ pid }: ServerProcess) =>
  startedBy(pid).find(({ name }) => name.includes('chapterhouse desk'))?.pid

// Every request on a connection of its own, so that all processes are met.
const asked = (url: string, path: string) =>
  Promise.all(
    Array.from({ length: 8 }, async () => {
      const answer = await fetch(url + path, { headers: { connection: 'close' } })
      return answer.ok ? await answer.text() : String(answer.status)
    }),
  )
const unanswered = async (url: string, path: string) =>
  (await asked(url, path)).filter((page) => !page.includes('</html>'))
const signInPage = async (url: string) => {
  const answer = await fetch(`${url}/sign-in`)
  return [answer.status, (await answer.text()).includes('Password')]
}

test('several processes serve one site; one that is killed is replaced; all end together', async ({
  site,
}) => {
  const several = await site.another({ WEB_PROCESSES: '2' })
  expect(several.said()).toContain('Readers and the desk: 2 processes')
  expect(pidsUnder(several.pid)).toHaveLength(2)
  for (const page of await asked(several.url, '/en')) expect(page).toContain('Chapterhouse')

  // A change is on the pages of all of them, once each has loaded what makes such a page.
  await asked(several.url, '/en/series')
  await site.query(
    `update series_title set title = 'Kept by several' where locale = 'en' and series_id = (select id from series order by id limit 1)`,
  )
  await site.query(`select pg_notify('site_changed', 'site')`)
  await expect
    .poll(
      async () => (await asked(several.url, '/en/series')).every((page) => page.includes('Kept by several')),
      {
        timeout: 2_000,
        intervals: [50],
      },
    )
    .toBe(true)

  const [killed] = pidsUnder(several.pid)
  process.kill(killed!, 'SIGKILL')
  await expect
    .poll(() => pidsUnder(several.pid).filter((pid) => pid !== killed), { timeout: 30_000, intervals: [50] })
    .toHaveLength(2)
  await expect
    .poll(async () => (await asked(several.url, '/en')).every((page) => page.includes('Chapterhouse')))
    .toBe(true)

  const all = pidsUnder(several.pid)
  await several.stop()
  expect(await several.ended).toBe(0)
  expect(stillRunning(all)).toEqual([])
})

test('readers wait for nothing that the desk does; its process is replaced; nothing is left of it', async ({
  site,
}) => {
  const temporary = mkdtempSync(path.join(tmpdir(), 'chapterhouse-sockets-'))
  const server = await site.another({ ...divided, TMPDIR: temporary })
  expect(server.said()).toContain('Readers: 2 processes; the desk: one of its own')
  expect(pidsUnder(server.pid)).toHaveLength(3)
  expect(await signInPage(server.url)).toEqual([200, true])

  // It does not move at all: so whoever has to wait for it waits for ever.
  const desk = deskOf(server)!
  process.kill(desk, 'SIGSTOP')
  let isAnswered = false
  const waiting = signInPage(server.url).finally(() => (isAnswered = true))
  for (const page of ['/en', '/ja', '/en/series', '/en/archive', '/en/search?q=lamp', '/en/most-read'])
    await expect.poll(() => unanswered(server.url, page), { message: page }).toEqual([])
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  expect(isAnswered).toBe(false)
  process.kill(desk, 'SIGCONT')
  expect(await waiting).toEqual([200, true])

  process.kill(desk, 'SIGKILL')
  await expect.poll(() => unanswered(server.url, '/en')).toEqual([])
  await expect.poll(() => signInPage(server.url)).toEqual([200, true])
  expect(deskOf(server)).not.toBe(desk)
  await expect.poll(() => pidsUnder(server.pid)).toHaveLength(3)

  // The first process is gone without a word: no copy goes on without it.
  const all = pidsUnder(server.pid)
  expect(readdirSync(temporary)).toHaveLength(1)
  await server.stop('SIGKILL')
  await expect.poll(() => stillRunning(all)).toEqual([])
  expect(readdirSync(temporary)).toEqual([])
  rmSync(temporary, { recursive: true })
})

test('Ctrl-C reaches all processes at once, and what is under way is still answered by the desk', async ({
  site,
}) => {
  const server = await site.another(divided)
  await signInPage(server.url)
  const client = connect(Number(new URL(server.url).port), '127.0.0.1')
  const said = text(client)
  client.write(
    `POST /api/auth/signout HTTP/1.1\r\nhost: ${new URL(server.url).host}\r\norigin: ${server.url}\r\n` +
      'content-type: application/x-www-form-urlencoded\r\ncontent-length: 4\r\nexpect: 100-continue\r\n\r\n',
  )
  await new Promise((resolve) => client.once('data', resolve)) // it is being read
  for (const pid of [...pidsUnder(server.pid), server.pid]) process.kill(pid, 'SIGINT')
  const refused = () =>
    fetch(`${server.url}/en`, { headers: { connection: 'close' } }).then(
      () => false,
      () => true,
    )
  await expect.poll(refused).toBe(true)
  client.write('a=bc')
  expect(await said).toMatch(/^HTTP\/1\.1 100 [^]*HTTP\/1\.1 [234]\d\d /)
  expect(await server.ended).toBe(0)
})
