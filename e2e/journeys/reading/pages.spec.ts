import type { Page } from 'playwright/test'
import { openNewestChapter } from '@/e2e/rig/reader'
import { findingsAtWidths, findingsInBoth } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { pageKinds } from '@/e2e/support/page-kinds'
import { admin, expect, test } from '@/e2e/support/site'

test('what is wrong would be found: a picture that says nothing, pale words, what sticks out', async ({
  page,
}) => {
  const style = `<style>main { width: 700px } @media (prefers-color-scheme: dark) { body { background: #111 } p { color: #222 } }</style>`
  await page.setContent(`<html lang="en"><title>A</title>${style}<main><h1>A</h1><img src="a.png"><p>Words`)
  const found = await findingsAtWidths(page, [320, 1280])
  expect(found.map((finding) => finding.slice(0, 30))).toEqual([
    'at 320 in light image-alt: <im',
    'at 320 in dark color-contrast:',
    expect.stringMatching(/^at 320 it is 7\d\d wide$/),
    'at 1280 in light image-alt: <i',
    'at 1280 in dark color-contrast',
  ])
})

const others = {
  'rankings in Japanese': '/ja/rankings',
  'most read in Japanese': '/ja/most-read',
  'archive in Arabic': '/ar/archive',
}
for (const [kind, path] of Object.entries({ ...pageKinds, ...others })) {
  test(`axe finds nothing on a page of this kind: ${kind}`, async ({ page, site }) => {
    await page.goto(site.url + path)
    expect(await findingsInBoth(page), path).toEqual([])
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
    expect(await findingsInBoth(page)).toEqual([])
    await page.locator('#respond button[type=submit]').first().click()
    await expect(page.locator('#respond [aria-invalid=true]').first()).toBeVisible()
    expect(await findingsInBoth(page)).toEqual([])
  })
}

test('axe finds nothing where staff sign in', async ({ page, site }) => {
  await page.goto(`${site.url}/sign-in`)
  expect(await findingsInBoth(page)).toEqual([])
})

const desk: [string, (page: Page) => Promise<void>][] = [
  ['/desk', async () => {}],
  ['/desk/queue', async () => {}],
  ['/desk/queue?status=approved', (page) => page.locator('summary', { hasText: 'Reply' }).first().click()],
  ['/desk/queue?status=mine', (page) => page.locator('summary', { hasText: 'More filters' }).click()],
  [
    '/desk/queue?status=unchecked&rule=links',
    (page) => page.locator('summary', { hasText: 'Save this view' }).click(),
  ],
  ['/desk/queue/all?status=approved', async () => {}],
  ['/desk/queue/campaigns', async () => {}],
  ['/desk/rules', async () => {}],
  ['/desk/rules/new?kind=host&value=example.org', async () => {}],
  [
    '/desk/rules/new?kind=network&value=192.0.2.7',
    (page) => page.getByRole('button', { name: 'Make this rule' }).click(),
  ],
  ['/desk/settings', async () => {}],
  ['/desk/chapters', async () => {}],
  ['/desk/chapters/new', async () => {}],
  ['/desk/account', async () => {}],
  ['/desk/statistics', async () => {}],
  ['/desk/audit', async () => {}],
  ['/desk/people/powers', async () => {}],
]
for (const [path, prepare] of desk) {
  test(`axe finds nothing at ${path}`, async ({ page, site }) => {
    await signIn(page, site.url, admin)
    await page.goto(site.url + path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await prepare(page)
    expect(await findingsInBoth(page)).toEqual([])
  })
}

test('axe finds nothing in the editor', async ({ page, site }) => {
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/chapters`)
  await page.locator('a[href^="/desk/chapters/0"]').first().click()
  await expect(page.getByLabel('Title')).toBeVisible()
  expect(await findingsInBoth(page)).toEqual([])
})

test('no reading page is wider than a small phone', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  const { action } = await openNewestChapter(site.url)
  for (const path of [...Object.values(pageKinds), action.replace('/comments', '')]) {
    await page.goto(site.url + path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  }
})
