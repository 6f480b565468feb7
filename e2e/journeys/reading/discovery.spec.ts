import { publishChapter } from '@/e2e/support/chapter'
import { findings } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { admin, expect, test } from '@/e2e/support/site'

test('an admin records a ranking that readers see, takes it back, and withdraws the chapter for good', async ({
  page,
  site,
}) => {
  await signIn(page, site.url, admin)
  const path = await publishChapter(page, site.url, {
    title: 'Ranked',
    summary: 'A place.',
    paragraphs: ['It was the talk of one day.'],
  })
  const editor = page.url()
  await page.getByRole('link', { name: 'Places in rankings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Places in rankings')
  await page.getByLabel('Hashtag or words').fill('#灯台')
  await page.getByLabel('Service').fill('Ameba')
  await page.getByLabel('Country').fill('jp')
  await page.getByLabel('Place').fill('third')
  await page.getByLabel('As of').fill('2026-02-03')
  await page
    .getByRole('form', { name: 'Record a ranking' })
    .getByLabel('Source')
    .fill('https://ranking.example/tags')
  await page.getByRole('button', { name: 'Record' }).click()
  await expect(page.getByText('A whole number from 1 on.')).toBeVisible()
  await page.getByLabel('Place').fill('3')
  await page.getByRole('button', { name: 'Record' }).click()
  await expect(page.getByText('Recorded. Readers see it now.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '#灯台' })).toContainText('No. 3')
  expect(await findings(page)).toEqual([])
  const chapter = async () => (await fetch(site.url + path)).text()
  await expect.poll(chapter).toContain('https://ranking.example/tags')
  await page.getByRole('button', { name: 'Remove No. 3' }).click()
  await expect(page.getByText('Nothing has been recorded')).toBeVisible()
  await expect.poll(chapter).not.toContain('https://ranking.example/tags')

  await page.goto(editor)
  await page.getByRole('button', { name: 'Withdraw for good' }).click()
  await expect(page.getByRole('group', { name: 'Withdraw this chapter for good?' })).toContainText('410')
  await page.getByRole('button', { name: 'Keep' }).click()
  expect((await fetch(site.url + path)).status).toBe(200)
  await page.getByRole('button', { name: 'Withdraw for good' }).click()
  await page.getByRole('button', { name: 'Yes, for good' }).click()
  await expect(page.getByText('It is withdrawn for good.')).toBeVisible()
  await expect.poll(async () => (await fetch(site.url + path)).status).toBe(410)
})
