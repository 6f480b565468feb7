import type { OutgoingHttpHeaders } from 'node:http'
import http2 from 'node:http2'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/lib/db/postgres/embedded'
import { filledForm, openNewestChapter } from '@/e2e/rig/reader'
import { renameSeries, withdraw } from '@/e2e/rig/away/changes'
import { ask } from '@/e2e/rig/ask'
import { startDeployedNginx } from '@/e2e/rig/deployed-nginx'
import { expect, test } from '@/e2e/support/site'

const program = process.env.NGINX_PATH ?? ''
test.skip(!program, 'nginx is not on this machine and cannot be installed')

test('deploy/nginx.conf: TLS, a cache of a second that is never wrong, the right client address', async ({
  site,
}) => {
  const [plain, secure] = [await freePort(), await freePort()]
  const server = await site.another({ SITE_URL: `https://localhost:${secure}`, TRUSTED_HOPS: '1' })
  const folder = path.join(site.settings.DATA_DIR!, 'nginx')
  const nginx = await startDeployedNginx(program, folder, {
    plain,
    secure,
    site: Number(new URL(server.url).port),
  })
  const ca = nginx.certificate
  const get = (address: string, headers: OutgoingHttpHeaders = {}) =>
    ask(nginx.secure + address, { headers, ca })
  await expect
    .poll(() =>
      get('/api/health').then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)

  await test.step('plain HTTP leads to TLS', async () => {
    const { status, headers } = await ask(`${nginx.plain}/en/series?page=2`)
    expect([status, headers.location]).toEqual([301, `${nginx.secure}/en/series?page=2`])
  })

  await test.step('HTTP/2 is spoken', async () => {
    const session = http2.connect(nginx.secure, { ca: nginx.certificate })
    const stream = session.request({ ':path': '/en' })
    const status = await new Promise((resolve) => stream.once('response', (head) => resolve(head[':status'])))
    session.close()
    expect(status).toBe(200)
  })

  await test.step('a page is kept, in each coding, and known again by its tag', async () => {
    for (const [accept, coding] of [
      ['gzip, deflate, br, zstd', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['', undefined],
    ] as const) {
      const headers = { 'accept-encoding': accept }
      await get('/en/series', headers)
      const kept = await get('/en/series', headers)
      expect(kept.headers['x-cache'], accept).toMatch(/HIT|STALE|UPDATING/)
      expect(kept.headers['content-encoding'], accept).toBe(coding)
      const own = await ask(`${server.url}/en/series`, { headers })
      expect(kept.body.equals(own.body)).toBe(true)
      const known = await get('/en/series', { ...headers, 'if-none-match': kept.headers.etag! })
      expect([known.status, known.body.length]).toEqual([304, 0])
    }
  })

  await test.step('the first page is in the language of who asks', async () => {
    for (let round = 0; round < 2; round++) {
      for (const language of ['en', 'ja', 'ar'])
        expect((await get('/', { 'accept-language': language })).body.toString()).toContain(
          `<html lang="${language}"`,
        )
    }
  })

  await test.step('what is one person’s is never kept', async () => {
    const chapter = (await openNewestChapter(server.url)).action.replace(/\/comments$/, '')
    for (const address of [
      `${chapter}?posted=x`,
      '/api/captcha?locale=en',
      '/sign-in',
      '/desk/queue',
      '/api/health',
    ]) {
      await get(address)
      const again = await get(address)
      expect(String(again.headers['x-cache']), address).not.toMatch(/HIT|STALE|UPDATING/)
      expect(again.headers['cache-control'], address).toMatch(/no-store|no-cache/)
    }
  })

  await test.step('a comment is stored with the address that nginx saw, whatever the client claims', async () => {
    const open = await openNewestChapter(server.url)
    const form = await filledForm(open, 'Said through nginx.')
    const answer = () =>
      ask(nginx.secure + open.action, {
        headers: { accept: 'application/json', origin: nginx.secure, 'x-forwarded-for': '203.0.113.9' },
        ca,
        form,
      })
    await expect.poll(async () => (await answer()).status, { intervals: [500] }).toBe(200)
    const rows = await site.query(
      `select t.ip from submission_trace t join comment c on c.id = t.comment_id where c.text = 'Said through nginx.'`,
    )
    expect(rows).toEqual([{ ip: '127.0.0.1' }])
  })

  await test.step('a change is seen within two seconds', async () => {
    // The worst moment: nginx counts in whole seconds, and one has just begun.
    while (Date.now() % 1_000 > 100) await pause(10)
    await get('/en/series')
    await renameSeries(site, 'Seen through nginx')
    await expect
      .poll(async () => (await get('/en/series')).body.toString(), { timeout: 2_000, intervals: [50] })
      .toContain('Seen through nginx')
  })

  await test.step('a page that is withdrawn is gone within two seconds', async () => {
    const { action } = await openNewestChapter(server.url)
    const chapter = action.replace(/\/comments$/, '')
    while (Date.now() % 1_000 > 100) await pause(10)
    expect((await get(chapter)).status).toBe(200)
    await withdraw(site, chapter)
    await expect.poll(async () => (await get(chapter)).status, { timeout: 2_000, intervals: [50] }).toBe(404)
  })
  await nginx.stop()
})
