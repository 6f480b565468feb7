import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { openNewestChapter } from '@/e2e/rig/reader'
import { signIn } from '@/e2e/support/desk'
import { pageKinds } from '@/e2e/support/page-kinds'
import { settled } from '@/e2e/support/settled'
import { admin, expect, test } from '@/e2e/support/site'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds on the page as it stands, in light and in dark. */
const findings = async (page: Page) => {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await settled(page)
    const axe = new AxeBuilder({ page })
    // In the dark nothing is different but the colours.
    const { violations } = await (
      colorScheme === 'dark' ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(tags)
    ).analyze()
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      ),
    )
  }
  return found
}

const others = {
  'rankings in Japanese': '/ja/rankings',
  'most read in Japanese': '/ja/most-read',
  'archive in Arabic': '/ar/archive',
}
for (const [kind, path] of Object.entries({ ...pageKinds, ...others })) {
  test(`axe finds nothing on a page of this kind: ${kind}`, async ({ page, site }) => {
    await page.goto(site.url + path)
    expect(await findings(page), path).toEqual([])
  })
}

for (const locale of ['en', 'ja', 'ar']) {
  test(`axe finds nothing on a chapter in ${locale}, nor on its form with problems`, async ({
    page,
    site,
  }) => {
    const { action } = await openNewestChapter(site.url, locale)
    await page.goto(site.url + action.replace('/comments', ''))
    await expect(page.getByRole('math')).toHaveCount(0) // nobody is asked to calculate before the form is near
    await page.locator('#respond').scrollIntoViewIfNeeded()
    await expect(page.getByRole('math')).toBeVisible()
    expect(await findings(page)).toEqual([])
    await page.locator('#respond button[type=submit]').first().click()
    await expect(page.locator('#respond [aria-invalid=true]').first()).toBeVisible()
    expect(await findings(page)).toEqual([])
  })
}

test('axe finds nothing where staff sign in', async ({ page, site }) => {
  await page.goto(`${site.url}/sign-in`)
  expect(await findings(page)).toEqual([])
})

const desk: [string, (page: Page) => Promise<void>][] = [
  ['/desk', async () => {}],
  ['/desk/queue', async () => {}],
  ['/desk/queue?status=approved', (page) => page.locator('summary', { hasText: 'Reply' }).first().click()],
  ['/desk/settings', async () => {}],
  ['/desk/chapters', async () => {}],
  ['/desk/chapters/new', async () => {}],
]
for (const [path, prepare] of desk) {
  test(`axe finds nothing at ${path}`, async ({ page, site }) => {
    await signIn(page, site.url, admin)
    await page.goto(site.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await prepare(page)
    expect(await findings(page)).toEqual([])
  })
}

test('axe finds nothing in the editor', async ({ page, site }) => {
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/chapters`)
  await page.locator('a[href^="/desk/chapters/0"]').first().click()
  await expect(page.getByLabel('Title')).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('no reading page is wider than a small phone', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const { action } = await openNewestChapter(site.url)
  for (const path of [...Object.values(pageKinds), action.replace('/comments', '')]) {
    await page.goto(site.url + path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})
