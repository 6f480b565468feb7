import type { Page } from 'playwright/test'
import { findingsAtWidths } from '@/e2e/support/axe'
import { openQueue, signIn, waiting } from '@/e2e/support/desk'
import { admin, editor, expect, testDivided as test } from '@/e2e/support/site'

const drawn = (page: Page) => page.locator('canvas[data-drawn]')
const table = (page: Page, name: string) => page.getByRole('table', { name })

test('what is decided is counted, drawn and taken along', async ({ browser, site }) => {
  const texts = await waiting(site, 3, 'Counted')
  const page = await (await browser.newContext()).newPage()
  await openQueue(page, site)
  const entry = page.getByRole('article').filter({ hasText: texts[0]! })
  await entry.getByRole('button', { name: 'Spam', exact: true }).click()
  await expect(entry).toHaveCount(0)
  await expect
    .poll(() =>
      site.query(`select from moderation_decision where by_id is not null`).then((rows) => rows.length),
    )
    .toBe(1)

  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Statistics' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Statistics' })).toBeVisible()
  // Nothing that draws comes before a picture is near.
  await expect(drawn(page).first()).toBeVisible()
  await page.getByText('The numbers (Decisions by person)').click()
  const people = table(page, 'Decisions by person')
  await expect(people.getByRole('row').filter({ hasText: 'You' })).toContainText('You1')

  await page.getByLabel('Time', { exact: true }).selectOption('7 days')
  await page.getByLabel('Language of the chapter').selectOption('English')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/days=7&locale=en/)
  await page.getByText('The numbers (Comments by day)').click()
  await expect(table(page, 'Comments by day').getByRole('row')).toHaveCount(8)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV (Comments by day)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('statistics-days.csv')
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  const lines = Buffer.concat(parts).toString().trimEnd().split('\r\n')
  expect(lines).toHaveLength(8)
  expect(lines[0]).toMatch(/^\ufeffDay,Sent,/)
  const [kept] = await site.query<{ sent: number }>(
    `select count(*)::int as sent from comment where locale = 'en' and staff_id is null
       and sent_at >= date_trunc('day', now(), 'UTC') - interval '6 days'`,
  )
  const sent = lines.slice(1).reduce((sum, line) => sum + Number(line.split(',')[1]), 0)
  expect(sent).toBe(kept!.sent)
})

test('it works without scripts', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/statistics`)
  await expect(page.locator('canvas').first()).toBeHidden()
  await page.getByText('The numbers (By hour of the day)').click()
  await expect(table(page, 'By hour of the day').getByRole('row')).toHaveCount(25)
  await page.getByLabel('Time', { exact: true }).selectOption('365 days')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/days=365/)
  await page.getByText('The numbers (Comments by day)').click()
  await expect(table(page, 'Comments by day').getByRole('row')).toHaveCount(366)
})

for (const [locale, title, numbers] of [
  ['ja', '統計', '数値'],
  ['ar', 'الإحصاءات', 'الأرقام'],
] as const)
  test(`in ${locale} it reads from its own side, and axe finds nothing`, async ({ browser, site }) => {
    await site.query(`update person set locale = $1 where email = $2`, [locale, admin.email])
    const page = await (await browser.newContext()).newPage()
    const login = await page.request.get(`${site.url}/sign-in?language=en`)
    expect(login.ok()).toBe(true)
    await signIn(page, site.url, admin)
    await page.goto(`${site.url}/desk/statistics`)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr')
    await expect(drawn(page).first()).toBeVisible()
    for (const summary of await page.locator('summary', { hasText: numbers }).all())
      if (!(await summary.evaluate((one) => one.parentElement!.hasAttribute('open')))) await summary.click()
    expect(await findingsAtWidths(page, [320, 1280])).toEqual([])
  })

test('a picture takes the colours of the desk, in light and in dark', async ({ browser, site }) => {
  await site.query(`update person set locale = null where email = $1`, [admin.email])
  const page = await (await browser.newContext({ colorScheme: 'light' })).newPage()
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await signIn(page, site.url, admin)
  const scripts = () => asked.filter((url) => url.endsWith('.js')).length
  await page.goto(`${site.url}/desk/audit`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const elsewhere = scripts()
  await page.goto(`${site.url}/desk/statistics`)
  await expect(drawn(page).first()).toBeVisible()
  expect(scripts()).toBeGreaterThan(elsewhere)
  const picture = () =>
    drawn(page)
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL())
  const light = await picture()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(picture).not.toBe(light)
})
