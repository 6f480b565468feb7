import { findings, findingsAtWidths } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { admin, editor, expect, testDivided as test } from '@/e2e/support/site'

test('what is done at the desk stands in the audit, is found there, and can be taken along', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/people`)
  const row = page.getByRole('listitem').filter({ hasText: editor.email })
  await row.getByRole('button', { name: 'Make writer' }).click()
  await expect(page.getByText('Emil is a writer now.')).toBeVisible()

  await page.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: 'Audit' }).click()
  const entries = page.getByRole('list', { name: 'Entries' }).getByRole('listitem')
  await expect(entries.first()).toContainText('Changed a role')
  await expect(entries.first()).toContainText('Role: Editor → Writer')
  await expect(entries.first()).toContainText(admin.name)
  await expect(entries.first()).toContainText(/network (127\.0\.0\.0\/24|::1|0:0:0::\/48)/)
  await expect(entries.filter({ hasText: 'Signed in' }).first()).toBeVisible()

  await page.getByLabel('Deed').selectOption('Changed a role')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/kind=role-changed/)
  await expect(entries).toHaveCount(1)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as CSV' }).click(),
  ])
  const parts: Buffer[] = []
  for await (const part of await download.createReadStream()) parts.push(part as Buffer)
  const lines = Buffer.concat(parts).toString().trimEnd().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^\ufeffTime \(UTC\),Person,/)
  expect(lines[1]).toContain(`,${admin.name},At the desk,`)
  expect(lines[1]).toContain('role-changed')
  expect(await findings(page)).toEqual([])
  expect(await findingsAtWidths(page, [320, 390, 1280])).toEqual([])
})

test('nobody but an admin is shown it, on the page or as a file', async ({ browser, site }) => {
  const page = await (await browser.newContext()).newPage()
  await site.query(`update person set role = 'editor' where email = $1`, [editor.email])
  await signIn(page, site.url, editor)
  await expect(page.getByRole('link', { name: 'Audit' })).toHaveCount(0)
  expect(await (await page.request.get(`${site.url}/desk/audit`)).text()).toContain('ERROR_FALLBACK;403')
  const file = await page.request.get(`${site.url}/desk/audit/export`)
  expect([file.status(), await file.json()]).toEqual([403, { ok: false, refusal: 'not-allowed' }])
  const stranger = await browser.newContext()
  const led = await stranger.request.get(`${site.url}/desk/audit/export`, { maxRedirects: 0 })
  expect([307, 401]).toContain(led.status())
})
