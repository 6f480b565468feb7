import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'playwright/test'
import { openNewestChapter } from '@/e2e/rig/reader'
import { renameSeries, withdraw } from '@/e2e/rig/away/changes'
import { ask, type Answer } from '@/e2e/rig/ask'
import { askAsWritten } from '@/e2e/rig/away/as-written'
import { openBehindNginx, type BehindNginx } from '@/e2e/rig/away/behind-nginx'

const program = process.env.NGINX_PATH ?? ''
test.skip(!program, 'nginx is not on this machine and cannot be installed')

let opened: BehindNginx
test.beforeAll(async () => void (opened = await openBehindNginx(program, { files: true, bound: 0 })))
test.afterAll(() => opened.close())

const inEach = [
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['', undefined],
] as const

/** Asks until the answer comes out of a file. */
const fromFile = (address: string, headers = {}) =>
  expect
    .poll(() => opened.sourceOf(address, headers), { timeout: 10_000, intervals: [50], message: address })
    .toBe('FILE')

const raw = (method: string, path: string) => askAsWritten(opened.nginx, method, path)

/** The headers that differ with who gives a page, and from when to when. */
const without = ({ headers }: Answer, ...names: string[]) =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !['date', 'connection', 'keep-alive', 'server', ...names].includes(name),
    ),
  )

test('a page comes out of a file as the site gives it, in each coding, and is known again by its tag', async () => {
  const { get, direct } = opened
  for (const [accept, coding] of inEach) {
    const headers = { 'accept-encoding': accept }
    await fromFile('/en/series', headers)
    const kept = await get('/en/series', headers)
    expect(kept.headers['content-encoding'], accept).toBe(coding)
    const own = await ask(`${direct}/en/series`, { headers })
    expect(kept.body.equals(own.body)).toBe(true)
    expect(without(kept, 'etag', 'x-cache')).toEqual(without(own, 'etag', 'x-accel-expires'))
    const known = await get('/en/series', { ...headers, 'if-none-match': kept.headers.etag! })
    expect([known.status, known.body.length, known.headers['x-cache']]).toEqual([304, 0, 'FILE'])
    const other = await get('/en/series', { ...headers, 'if-none-match': '"other"', range: 'bytes=0-9' })
    expect([other.status, other.body.length]).toEqual([200, own.body.length])
  }
  const head = await raw('HEAD', '/en/series')
  expect(head).toEqual({ status: 200, source: 'FILE', body: '' })
})

test('a page in every language, of every kind', async () => {
  const chapters = await Promise.all(
    (['en', 'ja', 'ar'] as const).map(
      async (locale) => (await openNewestChapter(opened.direct, locale)).action,
    ),
  )
  for (const address of [
    '/en',
    '/ja',
    '/ar',
    '/ja/series',
    ...chapters.map((one) => one.replace(/\/comments$/, '')),
  ]) {
    await fromFile(address)
    const own = await ask(opened.direct + address)
    expect((await opened.get(address)).body.equals(own.body), address).toBe(true)
  }
})

test('no file is given but a page’s, and that only to who reads it', async () => {
  await fromFile('/en')
  const second = () => Math.floor(Date.now() / 1_000)
  writeFileSync(path.join(opened.pages, 'secret'), 'bait')
  writeFileSync(path.join(opened.pages, '..', 'secret'), 'bait')
  // In the tree itself, as if a page had such a name.
  mkdirSync(path.join(opened.pages, 'now', 'x.d'), { recursive: true })
  writeFileSync(path.join(opened.pages, 'now', 'x.d', 'identity'), 'bait')
  for (const address of [
    ...['/en/../../secret', '/en/../../../../secret', '/..%2f..%2fsecret', '/%2e%2e/%2e%2e/secret', '/../x'],
    ...[
      '/en/..',
      '/en/.',
      '//en',
      '/en//',
      '/en/',
      '/en?',
      '/en?x=1',
      '/en.d/identity',
      '/en%00',
      '/EN',
      '/en%2fseries',
    ],
    ...[
      `/now/${second()}/en.d/identity`,
      '/last/x',
      '/pages/x',
      '/now/x',
      '/secret',
      '/en;x',
      '/en\\..\\secret',
    ],
  ]) {
    const { source, body } = await raw('GET', address)
    expect([String(source), body.includes('bait')], address).not.toContain('FILE')
    expect(body, address).not.toContain('bait')
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect(await raw(method, '/en'), method).toMatchObject({ source: undefined, status: 405 })
})

/** The worst moment: nginx has just looked for what is about to change. A document may go by itself just then. */
async function asTheSecondBegins(address: string) {
  do while (Date.now() % 1_000 > 100) await pause(10)
  while ((await opened.sourceOf(address)) !== 'FILE')
}

/**
 * Each of nginx's workers has looked at its own time, so until the two seconds are over one may give what another gives no
 * more; from then on all of them agree, whichever is met.
 */
async function changed(address: string, change: () => Promise<unknown>, seen: (page: Answer) => boolean) {
  await fromFile(address)
  await asTheSecondBegins(address)
  await change()
  const promised = Date.now() + 2_000
  await expect
    .poll(async () => seen(await opened.get(address)), { timeout: 2_000, intervals: [50] })
    .toBe(true)
  await pause(promised - Date.now())
  const after = await Promise.all(Array.from({ length: 32 }, () => opened.get(address)))
  expect(after.map(seen)).toEqual(after.map(() => true))
}

test('a change is seen, and what is withdrawn is gone, within two seconds', async () => {
  const { site, direct } = opened
  const renamed = ({ body }: Answer) => body.toString().includes('Seen through nginx')
  await changed('/en/series', () => renameSeries(site, 'Seen through nginx'), renamed)
  await fromFile('/en/series')
  expect(renamed(await opened.get('/en/series'))).toBe(true)

  const chapter = (await openNewestChapter(direct)).action.replace(/\/comments$/, '')
  await changed(
    chapter,
    () => withdraw(site, chapter),
    ({ status }) => status === 404,
  )
})

test('while the bus is not heard no page comes out of a file', async () => {
  const { site } = opened
  await fromFile('/en')
  const cut = () =>
    site.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'chapterhouse bus'
      and datname = current_database()`)
  await cut()
  await expect.poll(() => opened.sourceOf('/en'), { timeout: 2_000, intervals: [20] }).not.toBe('FILE')
  await fromFile('/en')
})

test('a site that is killed leaves pages for two seconds, and for a minute when nobody answers', async () => {
  for (const [accept] of inEach) await fromFile('/en/series', { 'accept-encoding': accept })
  const since = Date.now()
  await opened.stop('SIGKILL')
  expect((await opened.get('/en/series')).status).toBe(200)
  await expect.poll(() => opened.sourceOf('/en/series'), { timeout: 4_000, intervals: [50] }).toBe('STALE')
  expect(Date.now() - since).toBeLessThan(3_000)
  for (const [accept, coding] of inEach) {
    const headers = { 'accept-encoding': accept }
    const { status, headers: told } = await opened.get('/en/series', headers)
    expect([status, told['content-encoding']], accept).toEqual([200, coding])
  }
  expect(await raw('HEAD', '/en/series')).toEqual({ status: 200, source: 'STALE', body: '' })
  expect((await raw('POST', '/en/series')).status).toBe(503)
  opened.age(50)
  const status = async () => (await opened.get('/en/series')).status
  await expect.poll(status, { timeout: 12_000, intervals: [100] }).toBe(503)
  expect(Date.now() - since).toBeLessThan(16_000)
  // What it left is given by the next one no more, also when that ends at once.
  await opened.start()
  await opened.stop('SIGKILL')
  expect(await status()).toBe(503)
})
