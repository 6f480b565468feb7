import { signIn } from '@/e2e/support/desk'
import { editor, expect, testDivided as test } from '@/e2e/support/site'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('an editor finds a chapter by its words, its language and its state', async ({ page, site }) => {
      await signIn(page, site.url, editor)
      await page.getByRole('navigation').getByRole('link', { name: 'Chapters' }).click()
      const list = page.getByRole('list', { name: 'Chapters', exact: true })
      await expect(list.getByRole('link', { name: 'An Ordinary Sunday' })).toBeVisible()

      await page.getByLabel('Search chapters').fill('CLOCKMAKER')
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL(/q=CLOCKMAKER/)
      await expect(list.getByRole('link', { name: /Clockmaker/ })).toBeVisible()
      await expect(list.getByRole('link', { name: 'An Ordinary Sunday' })).toHaveCount(0)
      // The other languages of the chapter stand beside it.
      await expect(list.getByRole('link', { name: '時計師の訪問' })).toBeVisible()

      await page.getByLabel('Search chapters').fill('')
      await page.getByLabel('Language').selectOption('ar')
      await page.getByRole('button', { name: 'Search' }).click()
      await expect(page).toHaveURL(/locale=ar/)
      await expect(list.getByRole('link', { name: 'The First Night' })).toBeVisible()
      await expect(list.getByRole('link', { name: /Clockmaker/ })).toHaveCount(0)

      await page.getByRole('link', { name: 'Withdrawn' }).click()
      await expect(page.getByText('No chapter fits.')).toBeVisible()
    })
  })
