import { inQueue, signIn, waiting } from '@/e2e/support/desk'
import { editor, expect, test } from '@/e2e/support/site'

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('what was sent in bulk is seen as one, and decided about as one', async ({ page, site }) => {
      const word = scripts ? 'Bulk' : 'Mass'
      const texts = await waiting(site, 12, word)
      await site.query(
        `update comment set text = text || ' https://www.pills.example/' || text where text = any ($1)`,
        [texts.slice(0, 5)],
      )
      await site.query(
        `update comment set text = 'Number ' || right(text, 4) || ' has the cheapest lamps of the whole coast' where text = any ($1)`,
        [texts.slice(5, 9)],
      )
      await signIn(page, site.url, editor)
      await page.goto(`${site.url}/desk/queue`)
      await page.getByRole('link', { name: 'Campaigns' }).click()
      const pills = page.getByRole('region', { name: '5 comments link to pills.example' })
      await expect(pills.getByRole('listitem')).toHaveCount(3)
      const lamps = page.getByRole('region', { name: '4 comments say the same' })
      await expect(page.getByRole('region')).toHaveCount(2)

      await lamps.getByRole('link', { name: 'See them all' }).click()
      await expect(page.getByRole('article')).toHaveCount(4)
      await page.goBack()
      await pills.getByRole('link', { name: 'Decide about all of them' }).click()
      await page.getByRole('button', { name: 'Mark all as spam' }).click()
      await expect
        .poll(() =>
          site.query(`select count(*)::int as many from comment where status = 'spam' and text like $1`, [
            `${word} % https://www.pills%`,
          ]),
        )
        .toEqual([{ many: 5 }])
      await page.goto(`${site.url}/desk/queue`)
      await expect(inQueue(page, texts[9]!)).toBeVisible()
    })
  })
}
