import pg from 'pg'
import { findings } from '@/e2e/support/axe'
import { addWaiting, inQueue, signIn } from '@/e2e/support/desk'
import { editor, expect, test, type Site } from '@/e2e/support/site'

/** So many comments that wait, with a word of their own. */
const waiting = (site: Site, count: number, word: string) =>
  addWaiting(
    site,
    Array.from({ length: count }, (_, place) => `${word} number ${place + 1}.`),
  )

const statesOf = async (site: Site, word: string) =>
  (
    await site.query<{ status: string; count: number }>(
      `select status::text, count(*)::int from comment where text like $1 || ' %' group by 1 order by 1`,
      [word],
    )
  ).map(({ status, count }) => `${count} ${status}`)

test('everything that a view finds is decided about by a job, and taken back as a whole', async ({
  page,
  site,
}) => {
  await waiting(site, 600, 'Lanternlike')
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue?q=lanternlike`)
  await expect(page.getByText('More than 500 comments in this view')).toBeVisible()
  await page.getByRole('link', { name: 'Decide about everything in this view' }).click()
  await expect(page.getByText('600 comments', { exact: true })).toBeVisible()
  await expect(page.getByRole('region', { name: 'The first of them' }).getByRole('listitem')).toHaveCount(3)
  // One that comes later was in no view.
  await site.query(
    `insert into comment (id, chapter_id, edition_id, name, email, text, locale, submission_key, sent_at)
     select gen_random_uuid(), chapter_id, edition_id, name, email, 'Lanternlike later', locale, gen_random_uuid(), now() + interval '1 second'
     from comment where text like 'Lanternlike %' limit 1`,
  )
  await page.getByRole('button', { name: 'Mark all as spam' }).click()
  await expect(page.getByText(/marked 600 comments as spam at once/)).toBeVisible({ timeout: 30_000 })
  expect(await statesOf(site, 'Lanternlike')).toEqual(['1 pending', '600 spam'])
  expect(await findings(page)).toEqual([])
  // It is in sight of the queue, too, and outlives a reload.
  await page.goto(`${site.url}/desk/queue`)
  const runs = page.getByRole('region', { name: 'Decisions about whole views' })
  await expect(runs).toContainText('marked 600 comments as spam at once')
  await runs.getByRole('button', { name: 'Take all back' }).click()
  await expect(runs).toContainText('600 comments are again what they were', { timeout: 30_000 })
  expect(await statesOf(site, 'Lanternlike')).toEqual(['601 pending'])
})

test('stopped it stays where it is, and what was decided meanwhile is left and told', async ({
  page,
  site,
}) => {
  await waiting(site, 400, 'Stoppable')
  await signIn(page, site.url, editor)
  // Somebody has their hand on one of the second portion.
  const other = new pg.Client({ connectionString: site.databaseUrl })
  await other.connect()
  await other.query(`begin; select from comment where text = 'Stoppable number 300.' for update`)
  await page.goto(`${site.url}/desk/queue/all?status=pending&q=stoppable`)
  await page.getByRole('button', { name: 'Move all to the trash' }).click()
  await expect.poll(() => statesOf(site, 'Stoppable')).toEqual(['150 pending', '250 trash'])
  const stop = page.getByRole('button', { name: 'Stop', exact: true })
  await expect(async () => {
    // It is gone as soon as it has been heard, which may be before the page says so.
    if (await stop.isVisible()) await stop.click({ timeout: 5_000 })
    await expect(page.getByText('It was stopped after 250 of 400.')).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await other.end()
  await site.query(
    `with moved as (update comment set status = 'approved' where text = 'Stoppable number 7.' returning id)
     insert into moderation_decision (id, comment_id, from_status, to_status, rule)
     select gen_random_uuid(), id, 'trash', 'approved', 'other' from moved`,
  )
  await page.getByRole('button', { name: 'Take all back' }).click()
  await expect(page.getByText('One was left as it is')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: 'Left as they are, and why' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Reader 7' })).toBeVisible()
  expect(await statesOf(site, 'Stoppable')).toEqual(['1 approved', '399 pending'])
})

test('what somebody decided is in their own view, wherever it stands', async ({ page, site }) => {
  await waiting(site, 2, 'Minewards')
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue?q=minewards`)
  await inQueue(page, 'Minewards number 1.').getByRole('button', { name: 'Approve', exact: true }).click()
  await expect.poll(() => statesOf(site, 'Minewards')).toEqual(['1 approved', '1 pending'])
  await page.getByRole('link', { name: 'Mine' }).click()
  await expect(page.getByRole('article').first()).toContainText('Minewards number 1.')
  await expect(inQueue(page, 'Minewards number 2.')).toHaveCount(0)
  // Decided about again, it is there again, as it stands now.
  await page.getByRole('article').first().getByRole('button', { name: 'Spam', exact: true }).click()
  await expect.poll(() => statesOf(site, 'Minewards')).toEqual(['1 pending', '1 spam'])
  await expect(inQueue(page, 'Minewards number 1.')).toHaveCount(1)
})

test('a view with its filters is kept under a name, for all, renamed and removed', async ({ page, site }) => {
  await waiting(site, 1, 'Keepable')
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue?q=keepable`)
  await page.locator('summary', { hasText: 'More filters' }).click()
  await page.getByLabel('Sent from').fill('2026-01-01')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page).toHaveURL(/from=2026-01-01/)
  await page.locator('summary', { hasText: 'Save this view' }).click()
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByText('Please give a name.')).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('What is keepable')
  await page.getByLabel('For everybody at this desk').check()
  await page.getByRole('button', { name: 'Save view' }).click()
  const saved = page.getByRole('navigation', { name: 'Saved views' })
  await expect(saved.getByRole('link', { name: 'What is keepable' })).toBeVisible()
  await page.goto(`${site.url}/desk/queue`)
  await saved.getByRole('link', { name: 'What is keepable' }).click()
  await expect(page.getByText('One comment in this view')).toBeVisible()
  await expect(inQueue(page, 'Keepable number 1.')).toBeVisible()
  await page.locator('summary', { hasText: 'Rename or remove' }).click()
  await page.getByLabel('New name of “What is keepable”').fill('Kept')
  await page.getByRole('button', { name: 'Rename', exact: true }).click()
  await expect(saved.getByRole('link', { name: 'Kept' })).toBeVisible()
  await page.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(saved).toHaveCount(0)
})
