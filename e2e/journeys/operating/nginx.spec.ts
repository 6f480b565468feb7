import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from '@/lib/db/postgres/embedded'
import { filledForm, openNewestChapter } from '@/e2e/rig/reader'
import { startDeployedNginx, type DeployedNginx } from '@/e2e/rig/deployed-nginx'
import { expect, test } from '@/e2e/support/site'

const program = process.env.NGINX_PATH ?? ''
test.skip(!program, 'nginx is not on this machine and cannot be installed')

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

const ask = (
  url: string,
  headers: http.OutgoingHttpHeaders = {},
  nginx?: DeployedNginx,
  form?: Record<string, string>,
) =>
  new Promise<Answer>((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString()
    const options = {
      agent: false,
      method: body ? 'POST' : 'GET',
      ca: nginx?.certificate,
      headers: { ...headers, ...(body ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
    }
    const request = (url.startsWith('https:') ? https : http).request(url, options, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    request.once('error', reject).end(body)
  })

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
  const get = (address: string, headers: http.OutgoingHttpHeaders = {}) =>
    ask(nginx.secure + address, headers, nginx)
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
      const own = await ask(`${server.url}/en/series`, headers)
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
      expect(again.headers['x-cache'], address).not.toMatch(/HIT|STALE|UPDATING/)
      expect(again.headers['cache-control'], address).toMatch(/no-store|no-cache/)
    }
  })

  await test.step('a comment is stored with the address that nginx saw, whatever the client claims', async () => {
    const open = await openNewestChapter(server.url)
    const form = await filledForm(open, 'Said through nginx.')
    const answer = () =>
      ask(
        nginx.secure + open.action,
        { accept: 'application/json', origin: nginx.secure, 'x-forwarded-for': '203.0.113.9' },
        nginx,
        form,
      )
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
    await site.query(
      `update series_title set title = 'Seen through nginx' where locale = 'en' and series_id = (select id from series order by id limit 1)`,
    )
    await site.query(`select pg_notify('site_changed', 'site')`)
    await expect
      .poll(async () => (await get('/en/series')).body.toString(), { timeout: 2_000, intervals: [50] })
      .toContain('Seen through nginx')
  })

  await test.step('while the site does not answer, readers get the last page', async () => {
    await get('/en/series')
    await server.stop()
    // No longer fresh, but good for a minute.
    await expect
      .poll(async () => (await get('/en/series')).headers['x-cache'], { intervals: [100] })
      .toBe('STALE')
    expect((await get('/en/series')).body.toString()).toContain('Seen through nginx')
    expect((await get('/en/tags')).status).toBeGreaterThanOrEqual(500)
  })
  await nginx.stop()
})
