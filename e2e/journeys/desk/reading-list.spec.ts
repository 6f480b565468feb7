import type { Page } from 'playwright/test'
import { findingsInBoth } from '@/e2e/support/axe'
import { inQueue, openQueue, signIn, waiting } from '@/e2e/support/desk'
import { editor, expect, test, type Site } from '@/e2e/support/site'

const asList = (page: Page, site: Site) =>
  page.context().addCookies([{ name: 'desk-density', value: 'list', url: `${site.url}/desk` }])
const approve = { name: 'Approve', exact: true }
const current = (page: Page) => page.locator('article[aria-current]')
const statusOf = (site: Site, text: string) =>
  site.query<{ status: string }>('select status::text from comment where text = $1', [text])

test('a list shows fifteen comments to a screen, and beside it the current one with its buttons', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 20, 'Listed')
  await page.setViewportSize({ width: 1280, height: 800 })
  await openQueue(page, site)
  await expect(page.getByRole('button', approve)).toHaveCount(20)
  await page.getByRole('button', { name: 'List', exact: true }).click()
  await expect(page.getByRole('button', approve)).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'List', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  expect(await findingsInBoth(page)).toEqual([])

  const rows = await page
    .getByRole('article')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
  // Of 800 px the navigation and the bar of what is selected stay.
  expect(15 * Math.max(...rows)).toBeLessThan(800 - 100)

  // What is clicked stands in the pane, in sight, and its button decides about it and no other.
  await inQueue(page, texts[4]!).click()
  await expect(current(page)).toHaveCount(1)
  await expect(current(page)).toContainText(texts[4]!)
  const pane = current(page).locator('.reading-pane > div')
  const [box, row] = await Promise.all([pane.boundingBox(), inQueue(page, texts[0]!).boundingBox()])
  expect(box!.x).toBeGreaterThanOrEqual(row!.x + row!.width)
  await page.getByRole('button', approve).click()
  await expect(page.getByRole('article')).toHaveCount(19)
  await expect.poll(() => statusOf(site, texts[4]!)).toEqual([{ status: 'approved' }])
  // The next one is in its place, and has the keys.
  await expect(current(page)).toContainText(texts[5]!)
  await page.keyboard.press('s')
  await page.keyboard.press('j')
  await expect(current(page)).toContainText(texts[7]!)
  await page.keyboard.press('k')
  await expect(current(page)).toContainText(texts[6]!)
  await expect.poll(() => statusOf(site, texts[5]!)).toEqual([{ status: 'spam' }])
  await page.keyboard.press('z')
  await expect(page.getByRole('article')).toHaveCount(19)
  await expect(current(page)).toContainText(texts[6]!)

  // Far down, what is read is still in sight.
  await inQueue(page, texts[19]!).click()
  await expect(pane).toBeInViewport({ ratio: 0.9 })

  // The choice is kept; by a phone it is not asked for.
  await page.reload()
  await expect(page.getByRole('button', approve)).toHaveCount(1)
  await page.setViewportSize({ width: 390, height: 800 })
  await expect(page.getByRole('button', approve)).toHaveCount(19)
  await expect(page.getByRole('button', { name: 'List', exact: true })).toBeHidden()
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.getByRole('button', { name: 'Cards', exact: true }).click()
  await expect(page.getByRole('button', approve)).toHaveCount(19)
})

test('rows are reached and selected by the keyboard alone, and a range is decided at once', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 6, 'Ranged')
  await page.setViewportSize({ width: 1280, height: 800 })
  await asList(page, site)
  await openQueue(page, site)
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.getByText('3 selected')).toBeVisible()
  await page.keyboard.press('Shift+D')
  await expect(page.getByRole('article')).toHaveCount(3)
  await expect(current(page)).toContainText(texts[3]!)
  for (const text of texts.slice(0, 3))
    await expect.poll(() => statusOf(site, text)).toEqual([{ status: 'trash' }])
  // From a row's box on to the buttons of its pane.
  await page.locator('article').nth(2).getByLabel('Select').first().focus()
  await expect(current(page)).toContainText(texts[5]!)
  await page.keyboard.press('Space')
  await expect(current(page).getByLabel('Select').first()).toBeChecked()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 1280, height: 800 } })

  test('a row that is clicked stands in the pane, and its button decides', async ({ page, site }) => {
    const texts = await waiting(site, 4, 'Scriptless')
    await asList(page, site)
    await signIn(page, site.url, editor)
    await page.goto(`${site.url}/desk/queue`)
    await expect(page.getByRole('button', approve)).toHaveCount(1)
    await expect(current(page)).toContainText(texts[0]!)
    await inQueue(page, texts[2]!).click()
    await expect(inQueue(page, texts[2]!).getByRole('button', approve)).toBeVisible()
    await page.getByRole('button', approve).click()
    await expect(page.getByRole('article')).toHaveCount(3)
    expect(await statusOf(site, texts[2]!)).toEqual([{ status: 'approved' }])
  })
})

test('a comment on its own page has its buttons, its author’s record and its thread', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 3, 'Alone')
  const [{ id, other }] = await site
    .query<{ id: string; other: string }>(
      `with answer as (update comment set parent_id = (select id from comment where text = $1), email = 'same@example.org'
       where text = $2 returning id)
     select id, (select id from comment where text = $1) as other from answer`,
      [texts[0], texts[1]],
    )
    .then((rows) => rows as [{ id: string; other: string }])
  await site.query(`update comment set email = 'same@example.org', status = 'spam' where text = $1`, [
    texts[2],
  ])
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue/${id}`)
  const card = page.getByRole('article')
  await expect(card).toContainText(texts[1]!)
  const author = page.getByRole('region', { name: 'About this author' })
  await expect(author).toContainText('All comments of same@example.org')
  await expect(author.getByRole('link', { name: 'Spam 1' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Around it' }).getByRole('link')).toHaveAttribute(
    'href',
    `/desk/queue/${other}`,
  )
  expect(await findingsInBoth(page)).toEqual([])

  await card.getByRole('button', approve).click()
  await expect(card.getByRole('button', { name: 'Hold', exact: true })).toBeVisible()
  await expect.poll(() => statusOf(site, texts[1]!)).toEqual([{ status: 'approved' }])
  // The history below has it as well.
  await expect(page.getByRole('region', { name: 'History' })).toContainText('approved')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(card.getByRole('button', approve)).toBeVisible()
  await expect.poll(() => statusOf(site, texts[1]!)).toEqual([{ status: 'pending' }])

  await author.getByRole('link', { name: 'Spam 1' }).click()
  await expect(page.getByRole('article')).toContainText(texts[2]!)
})
