import { filledForm, openNewestChapter, send } from '@/e2e/rig/reader'
import { startAkismetPeer } from '@/e2e/peers/akismet-peer'
import { aged } from '@/e2e/support/aged-sum'
import { inQueue, signIn } from '@/e2e/support/desk'
import { findings } from '@/e2e/support/axe'
import { admin, expect, openSite, test as base, type Site } from '@/e2e/support/site'

const test = base.extend<object, { spammed: { site: Site; comment: (text: string) => Promise<void> } }>({
  spammed: [
    async ({}, use) => {
      const peer = await startAkismetPeer()
      peer.setMode('mixed')
      const { site, close } = await openSite({
        AKISMET_KEY: peer.key,
        AKISMET_URL: peer.url,
        TRUSTED_HOPS: '1',
      })
      let sent = 0
      const comment = async (text: string) => {
        const open = await openNewestChapter(site.url)
        const form = aged(await filledForm(open, text))
        sent += 1
        const who = { author: `Reader ${sent}`, email: `reader-${sent}@example.org` }
        const { status } = await send(open, { ...form, ...who }, { 'x-forwarded-for': `10.0.0.${sent}` })
        expect(status).toBe(200)
      }
      await use({ site, comment })
      await close()
      await peer.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

test('a comment that waits says why, can be checked again, and tells its history', async ({
  page,
  spammed,
}) => {
  const { site, comment } = spammed
  await comment('Two links: https://a.example/ and https://b.example/')
  await signIn(page, site.url, admin)
  await expect(async () => {
    await page.goto(`${site.url}/desk/queue`)
    await expect(inQueue(page, 'Two links').getByText('Why was this held?')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  const card = inQueue(page, 'Two links')
  await expect(card.getByText('Why was this held? links, waits for an editor')).toBeVisible()
  await card.getByText('Why was this held?').click()
  await expect(card.getByText('links: 2 or more make a comment wait (2 links)')).toBeVisible()
  await expect(card.getByText('spam verdict: Akismet sees no spam')).toBeVisible()
  expect(await findings(page)).toEqual([])

  await card.getByRole('link', { name: 'Its whole history' }).click()
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByText('It will be checked in a moment.')).toBeVisible()
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('(asked again by hand)')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  expect(await findings(page)).toEqual([])
})

test('a word is tried on approved comments, added, counts its hits and sends comments to the trash', async ({
  page,
  spammed,
}) => {
  const { site, comment } = spammed
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/spam/words`)
  await page.getByLabel('Word, phrase, host or address').fill('a')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('A single letter or mark stands in nearly every comment')).toBeVisible()
  await page.getByLabel('Word, phrase, host or address').fill('pills')
  await page.getByLabel('List').selectOption('disallowed')
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByText(/pills would have caught 0 of the last \d+ approved comments/)).toBeVisible()
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText('pills is in force.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'pills' })).toContainText('0 hits')
  expect(await findings(page)).toEqual([])

  await comment('Cheap ＰＩＬＬＳ for everybody')
  await expect(async () => {
    await page.goto(`${site.url}/desk/queue?status=trash`)
    await expect(inQueue(page, 'ＰＩＬＬＳ')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(inQueue(page, 'ＰＩＬＬＳ').getByText('Why is it here? disallowed words')).toBeVisible()
  await page.goto(`${site.url}/desk/spam/words`)
  await expect(page.getByRole('listitem').filter({ hasText: 'pills' })).toContainText('one hit')
  await page.getByRole('button', { name: 'Remove pills' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'pills' })).toHaveCount(0)
})

test('the desk shows the account with Akismet, and checks all that waits again with progress', async ({
  page,
  spammed,
}) => {
  const { site, comment } = spammed
  await comment('A comment that simply waits')
  await signIn(page, site.url, admin)
  await page.getByRole('link', { name: 'Spam', exact: true }).first().click()
  await expect(async () => {
    await page.goto(`${site.url}/desk/spam`)
    await expect(page.getByText('key valid')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await expect(page.getByText('1,200 calls this month of 1,000 (120 %)')).toBeVisible()
  await expect(page.getByRole('row').nth(1)).toContainText('96.0 %')
  await page.getByRole('button', { name: 'Check everything pending again' }).click()
  await expect(page.getByText('They are being checked.')).toBeVisible()
  await expect(async () => {
    await page.reload()
    const said = await page.getByText(/\d+ of \d+ checked again/).innerText({ timeout: 1_000 })
    const [, done, all] = /(\d+) of (\d+)/.exec(said)!
    expect(done).toBe(all)
  }).toPass()
  expect(await findings(page)).toEqual([])
})
