import { expect, test } from 'playwright/test'
import { words } from '@/lib/i18n/words'
import { filledForm, openNewestChapter } from '@/e2e/rig/reader'
import { aged } from '@/e2e/support/aged-sum'
import { openBehindNginx, type BehindNginx } from '@/e2e/rig/away/behind-nginx'
import { asOwner } from '@/e2e/support/renew-site'
import type { Site } from '@/e2e/support/site'

const program = process.env.NGINX_PATH ?? ''
test.skip(!program, 'nginx is not on this machine and cannot be installed')

/** While something is done, the database takes no connections. */
const withoutDatabase = ({ databaseUrl }: Site, work: () => Promise<void>) =>
  asOwner(databaseUrl, async (query, name) => {
    try {
      await query(`update pg_database set datallowconn = false where datname = '${name}'`)
      await query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
      await work()
    } finally {
      await query(`update pg_database set datallowconn = true where datname = '${name}'`)
    }
  })

/** For how long nginx goes on to give a page that it has, in milliseconds. */
async function givenFor({ get }: BehindNginx, address: string, most: number) {
  const since = Date.now()
  const status = async () => (await get(address)).status
  await expect.poll(status, { timeout: most + 2_000, intervals: [100] }).not.toBe(200)
  return Date.now() - since
}

const away = (locale: 'en' | 'ja' | 'ar') => `<h1>${words(locale).site.away}</h1>`
const chapterOf = (action: string) => action.replace(/\/comments$/, '')

for (const files of [false, true])
  test.describe(files ? 'with pages in files' : 'with what nginx keeps', () => {
    // The site says 60 (lib/server/site-server.test.ts): a minute in a few seconds. Of files the last ten are looked at.
    const bound = files ? 0 : 6
    const most = files ? 13_000 : 9_000

    let opened: BehindNginx
    test.beforeAll(async () => void (opened = await openBehindNginx(program, { files, bound })))
    test.afterAll(() => opened.close())

    /** Asks for a page until there is one to be given without the site. */
    async function isKept(address: string) {
      expect((await opened.get(address)).status).toBe(200)
      if (files) await expect.poll(() => opened.sourceOf(address), { intervals: [50] }).toBe('FILE')
    }

    test('while the database is away readers get the last page, and each other answer is the site’s own', async () => {
      const { site, get, send, direct } = opened
      const open = await openNewestChapter(direct)
      const chapter = chapterOf(open.action)
      const form = aged(await filledForm(open, 'Said while the lamp was out.'))
      for (const address of [chapter, '/en']) await isKept(address)
      await withoutDatabase(site, async () => {
        await expect.poll(async () => (await get('/api/health')).status, { intervals: [50] }).toBe(503)
        await expect
          .poll(async () => (await get(chapter)).headers['x-cache'], { intervals: [50] })
          .toBe('STALE')
        const page = await get(chapter)
        expect([page.status, page.body.toString().includes('id="respond"')]).toEqual([200, true])
        // What nginx has not is said to be away, in the language of its address.
        const other = await get('/ja/tags')
        expect([other.status, other.headers['x-cache'], other.headers['cache-control']]).toEqual([
          503,
          undefined,
          'no-store',
        ])
        expect(other.body.toString()).toContain(away('ja'))
        // A comment comes back in its form, from the site.
        const answer = await send(open.action, form)
        expect(answer.status).toBe(503)
        expect(answer.body.toString()).toContain('>Said while the lamp was out.</textarea>')
        // What is one person's is answered by the site alone.
        const health = await get('/api/health')
        expect(health.headers['content-type']).toMatch(/^text\/plain/)
        for (const address of ['/desk/queue', '/sign-in', '/api/captcha?locale=en'])
          expect((await get(address)).headers['x-cache'], address).toBeUndefined()
        if (files) opened.age(50)
        expect(await givenFor(opened, '/en', most)).toBeLessThan(most)
      })
      await opened.untilHealthy()
      await expect.poll(async () => (await get('/en')).status, { timeout: 2_000, intervals: [50] }).toBe(200)
      expect((await send(open.action, form)).status).toBe(303)
    })

    test('while the site is started anew readers get the last page, until a bound, and then what is true', async () => {
      const { site, get, direct } = opened
      const chapter = chapterOf((await openNewestChapter(direct, 'ja')).action)
      await isKept(chapter)
      await opened.stop()
      const since = Date.now()
      await expect
        .poll(async () => (await get(chapter)).headers['x-cache'], { intervals: [50] })
        .toBe('STALE')
      // Withdrawn while nginx can ask nobody: it is given out no longer than the bound says.
      await site.query(`update publication set withdrawn_at = now() where edition_id =
        (select id from edition where locale = 'ja' and slug = '${decodeURIComponent(chapter.split('/').at(-1)!)}')`)
      expect((await get(chapter)).status).toBe(200)
      if (files) opened.age(50)
      await givenFor(opened, chapter, most)
      expect(Date.now() - since).toBeLessThan(most + (files ? 3_000 : 0))
      const said = await get(chapter)
      expect([said.status, said.headers['retry-after']]).toEqual([503, '5'])
      expect(said.body.toString()).toContain(away('ja'))
      expect((await get('/', { 'accept-language': 'ar-EG,en;q=0.5' })).body.toString()).toContain(away('ar'))
      await opened.start()
      expect((await get(chapter)).status).toBe(404)
    })

    test('a comment that is sent while the site is away is still in its form, also without scripts', async ({
      browser,
    }) => {
      const { nginx, direct } = opened
      const { action } = await openNewestChapter(direct)
      const context = await browser.newContext({ javaScriptEnabled: false, ignoreHTTPSErrors: true })
      const page = await context.newPage()
      await page.goto(nginx.secure + chapterOf(action))
      const text = page.locator('textarea[name=comment]')
      await text.fill('Written before the site went away.')
      await page.locator('input[name=author]').fill('Nora')
      await page.locator('input[name=email]').fill('nora@example.org')
      await opened.stop()
      await page.locator('#respond button[type=submit]').first().click()
      await expect(page.locator('h1')).toHaveText(words('en').site.away)
      await expect(page.getByText(words('en').site.awayUnsent)).toBeVisible()
      await page.goBack()
      await expect(text).toHaveValue('Written before the site went away.')
      await opened.start()
      await context.close()
    })
  })
