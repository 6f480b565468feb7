import type { Browser, Page } from 'playwright/test'
import { findings } from '@/e2e/support/axe'
import { inQueue, openQueue, waiting } from '@/e2e/support/desk'
import { admin, editor, expect, testDivided as test, type Site } from '@/e2e/support/site'

/** Two editors, each in a browser of their own. */
async function twoEditors(browser: Browser, site: Site, view = '', other: Pick<Site, 'url'> = site) {
  const [emil, ada] = [await browser.newPage(), await browser.newPage()]
  await openQueue(emil, site, view)
  await openQueue(ada, other, view, admin)
  return { emil, ada }
}

const within = { timeout: 1_000 }

test('what one decides is on the other’s screen within a second', async ({ browser, site }) => {
  const texts = await waiting(site, 5, 'Live')
  const { emil, ada } = await twoEditors(browser, site)
  const [first, second] = [inQueue(ada, texts[0]!), inQueue(ada, texts[1]!)]
  await inQueue(emil, texts[0]!).getByRole('button', { name: 'Spam', exact: true }).click()
  await expect(first.getByText(/^Marked as spam by Emil, /)).toBeVisible(within)
  // It stays where it was read, and nothing moves.
  await expect(ada.getByRole('article')).toHaveCount(5)
  expect(await findings(ada)).toEqual([])

  // What is taken back is as it was.
  await emil.getByRole('button', { name: 'Undo' }).click()
  await expect(first.getByText('by Emil')).toHaveCount(0, within)

  // A decision that comes too late is refused with name and time; the reader’s own list knows the rest.
  await inQueue(emil, texts[1]!).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect(second.getByText(/^Approved by Emil, /)).toBeVisible(within)
  await second.getByRole('button', { name: 'Trash', exact: true }).click()
  await expect(second.getByRole('alert')).toContainText('Already approved by Emil')
})

test('in another tab it was oneself', async ({ page, context, site }) => {
  const texts = await waiting(site, 3, 'Tabs')
  await openQueue(page, site)
  const other = await context.newPage()
  await other.goto(`${site.url}/desk/queue`)
  await inQueue(other, texts[0]!).getByRole('button', { name: 'Spam', exact: true }).click()
  await expect(inQueue(page, texts[0]!).getByText(/^Marked as spam by you, in another tab, /)).toBeVisible(
    within,
  )
})

test('who looks at what is seen by the others, and where nobody looks any more', async ({
  browser,
  site,
}) => {
  const texts = await waiting(site, 3, 'Looked')
  const { emil, ada } = await twoEditors(browser, site)
  const looked = (text: string) => inQueue(ada, text).getByText('Emil is looking at this comment.')
  await inQueue(emil, texts[1]!).focus()
  await expect(looked(texts[1]!)).toBeVisible()
  await emil.keyboard.press('j')
  await expect(looked(texts[2]!)).toBeVisible()
  await expect(looked(texts[1]!)).toHaveCount(0)
  // Who opens a desk later sees it at once; who leaves looks at nothing.
  await ada.reload()
  await expect(looked(texts[2]!)).toBeVisible()
  await emil.goto('about:blank')
  await expect(looked(texts[2]!)).toHaveCount(0)
})

test('new comments are told of and come when they are asked for; an empty queue fills itself', async ({
  page,
  site,
}) => {
  await waiting(site, 1, 'Before')
  await openQueue(page, site)
  const screened = () => site.query(`select pg_notify('desk_changed', '{"kind":"screened","count":1}')`)
  const [added] = await waiting(site, 1, 'After')
  await screened()
  await expect(page.getByText('A new comment has come in.')).toBeVisible(within)
  await expect(inQueue(page, added!)).toHaveCount(0)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(inQueue(page, added!)).toBeVisible()

  await site.query(`update comment set status = 'trash' where status = 'pending'`)
  await page.reload()
  await expect(page.getByText('Nothing waits')).toBeVisible()
  const [late] = await waiting(site, 1, 'Late')
  await screened()
  await expect(inQueue(page, late!)).toBeVisible()
})

test('whose session ends hears nothing more and is led to the sign-in', async ({ browser, site }) => {
  const texts = await waiting(site, 2, 'Ended')
  const { emil, ada } = await twoEditors(browser, site)
  await site.query(`update person set disabled_at = now() where email = $1`, [editor.email])
  try {
    await inQueue(ada, texts[0]!).getByRole('button', { name: 'Spam', exact: true }).click()
    await expect(emil).toHaveURL(/\/sign-in/)
  } finally {
    await site.query(`update person set disabled_at = null where email = $1`, [editor.email])
  }
})

/** Everything on the page is selected and gets one decision. */
async function decideAll(page: Page, name: 'Approve' | 'Spam') {
  await page
    .getByRole('group', { name: 'Selected comments' })
    .getByRole('button', { name, exact: true })
    .click()
}

test('two editors decide about two hundred comments in opposite ways at once: each has one decision', async ({
  browser,
  site,
}) => {
  // Each at a server of their own.
  const other = await site.another()
  let refusals = 0
  for (const word of ['Race', 'Again']) {
    await waiting(site, 100, word)
    const { emil, ada } = await twoEditors(browser, site, '?show=100', other)
    for (const page of [emil, ada]) {
      await expect(page.getByRole('article')).toHaveCount(100)
      await page.getByLabel('Select all on this page').check()
    }
    await Promise.all([decideAll(emil, 'Approve'), decideAll(ada, 'Spam')])
    // One decision about each, which stands, and one lesson for the spam service of each that is spam.
    const settled = async () =>
      (
        await site.query<{ decided: number; right: number }>(
          `select (count(*) filter (where d.times > 0))::int as decided,
             (count(*) filter (where d.times = 1 and d.last = c.status::text
               and d.lessons = (c.status = 'spam')::int))::int as right
           from comment c cross join lateral (
             select count(*) as times, max(to_status::text) as last,
               (select count(*) from spam_feedback f where f.comment_id = c.id) as lessons
             from moderation_decision d where d.comment_id = c.id) d
           where c.text like $1 || ' %'`,
          [word],
        )
      )[0]
    await expect.poll(settled, { timeout: 60_000 }).toEqual({ decided: 100, right: 100 })
    const refused = (page: Page) => page.getByRole('alert').filter({ hasText: /^Already / })
    await expect
      .poll(async () => (await refused(emil).count()) + (await refused(ada).count()), { timeout: 60_000 })
      .toBe(100)
    refusals += (await refused(emil).count()) + (await refused(ada).count())
    await Promise.all([emil.close(), ada.close()])
  }
  expect(refusals).toBe(200)
  await other.stop()
})
