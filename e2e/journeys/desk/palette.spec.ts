import { findingsInBoth } from '@/e2e/support/axe'
import { inQueue, openQueue, waiting } from '@/e2e/support/desk'
import { editor, expect, test } from '@/e2e/support/site'

test('letters that are typed before the list is there are typed into it, and decide nothing', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 2, 'Early')
  await openQueue(page, site)
  const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>()
  const { promise: mayCome, resolve: come } = Promise.withResolvers<void>()
  // What the list is made of comes when it is asked for, and not before the letters.
  await page.route('**/*.js', async (route) => {
    asked()
    await mayCome
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await isAsked
  await page.keyboard.type('trash')
  come()
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await expect(palette.getByRole('combobox')).toHaveValue('trash')
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  expect(
    await site.query('select distinct status::text from comment where text = any ($1)', [texts]),
  ).toEqual([{ status: 'pending' }])
})

test('by typing one goes to a place, opens a view, and decides about the comment in sight', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 3, 'Commanded')
  await openQueue(page, site)
  const palette = page.getByRole('dialog', { name: 'Commands' })
  await page.keyboard.press('j')
  await expect(inQueue(page, texts[1]!)).toBeFocused()
  await page.keyboard.press('Control+k')
  await expect(palette.getByRole('combobox')).toBeFocused()
  expect(await findingsInBoth(page, '[role=dialog]')).toEqual([])
  // Letters are typed here, and decide nothing.
  await page.keyboard.type('spam')
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
  await expect(inQueue(page, texts[1]!)).toHaveCount(0)
  const statuses = () =>
    site
      .query<{ status: string }>('select status::text from comment where text = any ($1) order by text', [
        texts,
      ])
      .then((rows) => rows.map(({ status }) => status))
  await expect.poll(statuses).toEqual(['pending', 'spam', 'pending'])

  // Escape leads back to where one was.
  await expect(page.locator('article:focus')).toContainText(texts[2]!)
  await page.keyboard.press('Control+k')
  await expect(palette).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(palette).toHaveCount(0)
  await expect(page.locator('article:focus')).toContainText(texts[2]!)

  await page.keyboard.press('Meta+k')
  await page.keyboard.type('trash')
  await palette.getByRole('option', { name: 'Trash' }).last().click()
  await expect(page).toHaveURL(/status=trash/)
  await page.getByRole('button', { name: 'Commands' }).click()
  await page.keyboard.type('nothing like it')
  await expect(palette).toContainText('Nothing fits that.')
  await palette.getByRole('combobox').fill('acc')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${site.url}/desk/account`)
})

test('in Arabic and by a key without a Latin letter too, at the width of a phone', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 })
  await site.query(`update person set locale = 'ar' where email = $1`, [editor.email])
  try {
    await page.goto(`${site.url}/sign-in`)
    await page.getByLabel('Email').fill(editor.email)
    await page.getByLabel('Password').fill(editor.password)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('button', { name: 'الأوامر' })).toBeVisible()
    await page.evaluate(() =>
      document.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ن', code: 'KeyK', ctrlKey: true, bubbles: true }),
      ),
    )
    const palette = page.getByRole('dialog', { name: 'الأوامر' })
    await expect(palette.getByRole('combobox')).toBeFocused()
    expect(await findingsInBoth(page, '[role=dialog]')).toEqual([])
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(320)
    await palette.getByRole('combobox').fill('الفصول')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(`${site.url}/desk/chapters`)
  } finally {
    await site.query(`update person set locale = null where email = $1`, [editor.email])
  }
})
