import { randomUUID } from 'node:crypto'
import { findings } from '@/e2e/support/axe'
import { inQueue, openQueue, signIn, waiting } from '@/e2e/support/desk'
import { editor, expect, test, type Site } from '@/e2e/support/site'

const statusOf = async (site: Site, text: string) =>
  (await site.query<{ status: string }>('select status::text from comment where text = $1', [text]))[0]!
    .status
const statuses = async (site: Site, word: string) =>
  (
    await site.query<{ status: string }>(
      `select status::text from comment where text like $1 || ' %' order by text`,
      [word],
    )
  ).map(({ status }) => status)
const decisionsAbout = async (site: Site, word: string) =>
  (
    await site.query<{ text: string; to: string }>(
      `select c.text, d.to_status::text as to from moderation_decision d join comment c on c.id = d.comment_id
       where c.text like $1 || ' %' order by d.at, d.id`,
      [word],
    )
  ).map(({ text, to }) => `${text} ${to}`)

test('four presses at once decide about four comments, each the one that was shown', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 6, 'Quick')
  await openQueue(page, site)
  for (const key of ['a', 's', 'd', 'a']) await page.keyboard.press(key)
  // At once on the screen, whatever the site does.
  await expect(page.getByRole('article')).toHaveCount(2)
  await expect(page.locator('article:focus')).toContainText(texts[4]!)
  await expect
    .poll(() => statuses(site, 'Quick'))
    .toEqual(['approved', 'spam', 'trash', 'approved', 'pending', 'pending'])
  expect(await decisionsAbout(site, 'Quick')).toEqual([
    `${texts[0]} approved`,
    `${texts[1]} spam`,
    `${texts[2]} trash`,
    `${texts[3]} approved`,
  ])
  // The way back, one by one, as deep as it went.
  for (let times = 0; times < 4; times++) await page.keyboard.press('z')
  await expect(page.getByRole('article')).toHaveCount(6)
  await expect.poll(() => statuses(site, 'Quick')).toEqual(Array(6).fill('pending'))
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

for (const [name, latency] of [
  ['', 0],
  [' over a network that takes 200 ms', 200],
] as const) {
  test(`a hundred comments are decided by the keyboard alone${name}`, async ({ page, site }) => {
    const word = `Hundred${latency}`
    const texts = await waiting(site, 100, word)
    await openQueue(page, site)
    const network = await page.context().newCDPSession(page)
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    const begun = Date.now()
    const wished: string[] = []
    let slowest = 0
    for (let place = 0; place < texts.length; place++) {
      const text = texts[place]!
      // The hand waits for the comment, reads it, and presses: every third is spam.
      await expect(page.locator('article:focus')).toContainText(text)
      const becomes = place % 3 === 2 ? 'spam' : 'approved'
      const took = await page.evaluate(
        async (key) => {
          const shown = document.activeElement!
          const start = performance.now()
          shown.dispatchEvent(
            new KeyboardEvent('keydown', {
              key,
              code: `Key${key.toUpperCase()}`,
              bubbles: true,
              cancelable: true,
            }),
          )
          while (document.contains(shown)) await new Promise(requestAnimationFrame)
          return performance.now() - start
        },
        becomes === 'spam' ? 's' : 'a',
      )
      slowest = Math.max(slowest, took)
      wished.push(`${text} ${becomes}`)
    }
    const seconds = (Date.now() - begun) / 1000
    await expect(page.getByText('Nothing waits. Every comment has been decided.')).toBeVisible()
    await expect.poll(() => decisionsAbout(site, word).then(({ length }) => length)).toBe(100)
    expect(await decisionsAbout(site, word)).toEqual(wished)
    test.info().annotations.push({
      type: 'figures',
      description: `${Math.round((100 / seconds) * 60)} decisions a minute, on the screen after ${Math.round(slowest)} ms at most`,
    })
  })
}

test('a page that has been decided is no empty queue', async ({ page, site }) => {
  const texts = await waiting(site, 45, 'Page')
  await openQueue(page, site)
  await expect(page.getByRole('article')).toHaveCount(20)
  const empty = page.getByText('Every comment has been decided')
  await page.getByLabel('Select all on this page').check()
  await expect(page.getByText('20 selected')).toBeVisible()
  await page.getByRole('group', { name: 'Selected comments' }).getByRole('button', { name: 'Spam' }).click()
  await expect(empty).toHaveCount(0)
  await expect(inQueue(page, texts[20]!)).toBeVisible()
  await expect(page.getByText('20 comments were marked as spam.')).toBeVisible()
  expect(await statusOf(site, texts[19]!)).toBe('spam')
  // What was decided together goes back together.
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(inQueue(page, texts[0]!)).toBeVisible()
  await expect.poll(() => statuses(site, 'Page')).toEqual(Array(45).fill('pending'))
})

test('several are selected by keys and by ranges, and decided together', async ({ page, site }) => {
  const texts = await waiting(site, 8, 'Range')
  await openQueue(page, site)
  await page.keyboard.press('x')
  for (let times = 0; times < 3; times++) await page.keyboard.press('j')
  await page.keyboard.press('Shift+X')
  await expect(page.getByText('4 selected')).toBeVisible()
  await expect(inQueue(page, texts[2]!).getByLabel('Select')).toBeChecked()
  await inQueue(page, texts[1]!).getByLabel('Select').uncheck()
  await inQueue(page, texts[3]!).focus()
  await page.keyboard.press('Shift+D')
  await expect(page.getByRole('article')).toHaveCount(5)
  await expect
    .poll(() => statuses(site, 'Range'))
    .toEqual(['trash', 'pending', 'trash', 'trash', ...Array(4).fill('pending')])
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys of the queue' })).toBeVisible()
  expect(await findings(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('what is refused comes back with its reason, and what was pressed meanwhile holds', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 4, 'Refused')
  await openQueue(page, site)
  // Its author changes the first meanwhile, and a colleague decides about the second.
  await site.query(`update comment set text = 'Refused 001 and changed.' where text = $1`, [texts[0]])
  await site.query(`update comment set status = 'spam' where text = $1`, [texts[1]])
  const [colleague] = await site.query<{ id: string }>(`select id from person where name = 'Ada'`)
  await site.query(
    `insert into moderation_decision (id, comment_id, from_status, to_status, by_id)
     select $2, id, 'pending', 'spam', $3 from comment where text = $1`,
    [texts[1], randomUUID(), colleague!.id],
  )
  await page.keyboard.press('a')
  const first = inQueue(page, texts[0]!)
  await expect(first.getByRole('alert')).toContainText('has been changed since you read it')
  // It has come back before the one that is read now: the next key is about that one all the same.
  await expect(page.locator('article:focus')).toContainText(texts[1]!)
  for (const key of ['a', 'a']) await page.keyboard.press(key)
  const second = inQueue(page, texts[1]!)
  await expect(second.getByRole('alert')).toContainText(/Already marked as spam by Ada at/)
  await second.getByRole('button', { name: 'Dismiss' }).click()
  await expect(second).toHaveCount(0)
  await expect.poll(() => statuses(site, 'Refused')).toEqual(['pending', 'spam', 'approved', 'pending'])
})

test('without the site, presses are kept and told, through a reload too, and sent when it is back', async ({
  page,
  site,
}) => {
  const texts = await waiting(site, 4, 'Away')
  await openQueue(page, site)
  await page.context().setOffline(true)
  for (const key of ['a', 's']) await page.keyboard.press(key)
  await expect(page.getByText('2 decisions are kept in this tab')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(2)
  expect(await statuses(site, 'Away')).toEqual(Array(4).fill('pending'))
  await page.context().setOffline(false)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect.poll(() => statuses(site, 'Away')).toEqual(['approved', 'spam', 'pending', 'pending'])
  await expect(inQueue(page, texts[0]!)).toHaveCount(0)
  await expect(inQueue(page, texts[2]!)).toBeVisible()
})

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('comments are found by words, and by what they have in common; the address says it all', async ({
      page,
      site,
    }) => {
      const texts = await waiting(site, 30, scripts ? 'Found' : 'Sought')
      await site.query(
        `update comment set text = text || ' See https://www.tides.example/now', url = 'https://tides.example/', email = 'tide@example.org'
         where text in ($1, $2)`,
        [texts[3], texts[27]],
      )
      await signIn(page, site.url, editor)
      await page.goto(`${site.url}/desk/queue`)
      const search = page.getByLabel('Search comments')
      await search.fill('tides.exam')
      if (!scripts) await page.getByRole('button', { name: 'Find' }).click()
      await expect(page).toHaveURL(/[?&]q=tides\.exam/)
      await expect(page.getByRole('article')).toHaveCount(2)
      await expect(inQueue(page, texts[27]!)).toBeVisible()

      // From one comment to everything that has the same address; and on to a shared link of that view.
      await page.getByRole('article').first().getByRole('link', { name: 'tide@example.org' }).click()
      await expect(page.getByRole('list', { name: 'Filters' })).toContainText('E-mail tide@example.org')
      await expect(page.getByRole('article')).toHaveCount(2)
      await inQueue(page, texts[3]!)
        .getByRole('link', { name: 'All comments that link to tides.example' })
        .click()
      await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Links to tides.example')
      await expect(page.getByRole('article')).toHaveCount(2)
      const [shared] = [page.url()]
      await page.goto(shared)
      await inQueue(page, texts[3]!).getByRole('button', { name: 'Spam' }).click()
      await expect(inQueue(page, texts[3]!)).toHaveCount(0)
      await page
        .getByRole('navigation', { name: 'Comments by status' })
        .getByRole('link', { name: 'Spam' })
        .click()
      await expect(page).toHaveURL(/status=spam&host=tides\.example/)
      await expect(inQueue(page, texts[3]!)).toBeVisible()
      await page
        .getByRole('navigation', { name: 'Comments by language' })
        .getByRole('link', { name: '日本語' })
        .click()
      await expect(page.getByText('No comment here fits that.')).toBeVisible()
      await page.getByRole('link', { name: 'Without this filter' }).first().click()
      await page.goto(`${site.url}/desk/queue?chapter=x&locale=xx&ip=${'9'.repeat(99)}&q=${'%00'}`)
      await expect(page.getByRole('article').first()).toBeVisible()
      if (scripts) expect(await findings(page)).toEqual([])
    })
  })
}
