import { openNewestChapter } from '@/e2e/rig/reader'
import { answerSum, write } from '@/e2e/support/comment'
import { expect, testDivided as test } from '@/e2e/support/site'

test('a chapter has one draft, under all its addresses, until it is received', async ({ browser, site }) => {
  const { action } = await openNewestChapter(site.url)
  const chapter = site.url + action.replace('/comments', '')
  const context = await browser.newContext()
  const page = await context.newPage()
  const text = `A draft ${Date.now()}`
  const box = page.getByRole('textbox', { name: 'Comment' })
  await page.goto(`${chapter}?utm_source=x`)
  await write(page, { comment: text, name: 'Rosa', email: 'rosa-draft@example.org' })
  await page.goto(chapter)
  await expect(box).toHaveValue(text)

  // The same tab twice: what one sends is over in the other.
  const kept = await page.evaluate(() => ({ ...sessionStorage }))
  const twin = await context.newPage()
  await twin.goto(`${site.url}/en`)
  await twin.evaluate((all) => Object.assign(sessionStorage, all), kept)
  await twin.goto(chapter)
  await expect(twin.getByRole('textbox', { name: 'Comment' })).toHaveValue(text)

  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('region', { name: 'Preview: not posted yet' })).toContainText(text)
  await page.waitForLoadState() // it is the page's script that tells the other tab
  await box.fill(`${text}, and more`)
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await expect(twin.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
  await page.goBack()
  await expect(box).toHaveValue('')
  await page.goto(chapter)
  await expect(box).toHaveValue('')

  // The next comment has a key of its own, and is received.
  await write(page, { comment: `${text}, once more`, name: 'Rosa', email: 'rosa-draft@example.org' })
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText('Your comment is awaiting moderation.')).toBeVisible()
  expect(await site.query('select 1 from comment where text like $1', [`${text}%`])).toHaveLength(2)
})

test('where reading stopped is the chapter’s, also on the page that answers a form', async ({
  page,
  site,
}) => {
  const path = '/en/chapters/the-first-night'
  await page.goto(site.url + path)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page).toHaveURL(`${site.url}${path}/comments#said`)
  await page.waitForLoadState() // it is the page's script that looks where reading is
  await page.evaluate(() => scrollTo(0, 0))
  await page.mouse.wheel(0, 400)
  const places = () => page.evaluate(() => localStorage.getItem('reading'))
  await expect.poll(places).toContain('The First Night')
  expect((JSON.parse((await places())!) as [string][]).map(([place]) => place)).toEqual([path])
})

test('a comment that is being written by a slow clock is not of a time to come', async ({ page, site }) => {
  const now = new Date()
  await site.query(
    `insert into comment (id, chapter_id, edition_id, status, name, email, text, locale, submission_key, sent_at)
     select gen_random_uuid(), chapter_id, id, 'approved', 'Rosa', '', 'By the clock', 'en', gen_random_uuid(), $1
     from edition where slug = 'the-first-night'`,
    [now],
  )
  await site.query(`select pg_notify('site_changed', 'site')`)
  const path = `${site.url}/en/chapters/the-first-night`
  await expect.poll(async () => (await fetch(path)).text()).toContain('By the clock')
  const time = page.getByRole('article').filter({ hasText: 'By the clock' }).locator('time').first()
  for (const [behind, said] of [
    [2 * 60_000, /^this minute · /],
    [3 * 3_600_000, /^\d{1,2} \w+ \d{4} at /],
  ] as const) {
    await page.clock.setFixedTime(now.getTime() - behind)
    // The other process may still have the page of before.
    await expect(async () => {
      await page.goto(path)
      await expect(time).toHaveText(said, { timeout: 1_000 })
    }).toPass()
  }
  await site.query(`delete from comment where text = 'By the clock'`)
})
