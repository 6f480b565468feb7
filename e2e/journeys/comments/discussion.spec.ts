import { filledForm, openChapter, openNewestChapter, send } from '@/e2e/rig/reader'
import { findings } from '@/e2e/support/axe'
import { aged } from '@/e2e/support/aged-sum'
import { answerSum, write } from '@/e2e/support/comment'
import { inQueue, signIn } from '@/e2e/support/desk'
import { admin, editor, expect, openSite, test } from '@/e2e/support/site'

const set = (settings: object) =>
  [
    `insert into setting (key, value, updated_at) values ('discussion', $1, now())
   on conflict (key) do update set value = excluded.value`,
    [JSON.stringify({ gapSeconds: 0, mostInTenMinutes: 1000, ...settings })],
  ] satisfies [string, unknown[]]
const announced = `select pg_notify('site_changed', 'site')`

test('settings that an admin saves hold at once, on another server too', async ({ browser, site }) => {
  const two = await site.another()
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, site.url, admin)
  await desk.goto(`${site.url}/desk/settings`)
  const save = async () => {
    await desk.getByRole('button', { name: 'Save settings' }).click()
    await expect(desk.getByText('Saved, and in force.')).toBeVisible()
  }
  const { action } = await openNewestChapter(two.url)
  const page = async () => (await fetch(two.url + action.replace('/comments', ''))).text()
  const soon = { intervals: [50] }

  await desk.getByLabel('Ask for a website').uncheck()
  await desk.getByLabel('Name and email are required').uncheck()
  await save()
  await expect.poll(page, soon).not.toContain('name="url"')
  expect(/<input[^>]*id="email"[^>]*required/.test(await page())).toBe(false)
  const nameless = aged(
    await filledForm(await openChapter(two.url, action.replace('/comments', '')), 'Without a name.'),
  )
  expect(
    (await send({ url: two.url, action, chapter: nameless.chapter }, { ...nameless, author: '', email: '' }))
      .status,
  ).toBe(200)

  const chapters = site.query<{ path: string }>(
    `select '/en/chapters/' || e.slug as path from comment c join published_edition e on e.chapter_id = c.chapter_id
     where c.status = 'approved' and e.locale = 'en' group by e.slug having count(*) > 1 order by count(*) desc limit 1`,
  )
  const commented = two.url + (await chapters)[0]!.path
  const thread = async () => (await fetch(commented)).text()
  expect(await thread()).toContain('<span class="avatar"')
  await desk.getByLabel('Pictures beside names').selectOption('pattern')
  await save()
  await expect.poll(thread, soon).toContain('<svg class="avatar"')
  expect(await thread()).not.toContain('<span class="avatar"')

  await desk.getByLabel('Comments', { exact: true }).selectOption('nobody')
  await save()
  await expect.poll(page, soon).toContain('Comments are closed.')
  expect(await page()).not.toContain('<form')
  const late = aged(await filledForm({ url: two.url, action, chapter: nameless.chapter }, 'Too late.'))
  expect((await send({ url: two.url, action, chapter: late.chapter }, late)).status).toBe(403)

  await desk.getByLabel('Seconds between two comments').fill('-1')
  await desk.getByRole('button', { name: 'Save settings' }).click()
  await expect(desk.getByText('A whole number within the limits of this setting.')).toBeVisible()
  await site.query(...set({}))
  await site.query(announced)
  await two.stop()
})

test('a chapter is closed and opened by an editor', async ({ browser, site }) => {
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, site.url, editor)
  await desk.goto(`${site.url}/desk/settings`)
  await expect(desk.getByText('Only an admin may change these settings.')).toBeVisible()
  await expect(desk.getByLabel('Seconds between two comments')).toBeDisabled()
  const { action, chapter } = await openNewestChapter(site.url)
  const page = async () => (await fetch(site.url + action.replace('/comments', ''))).text()
  const [edition] = await site.query<{ title: string }>(
    `select title from published_edition where chapter_id = $1 and locale = 'en'`,
    [chapter],
  )
  const { title } = edition!
  // It is found while its words are typed.
  await desk.getByLabel('Chapter', { exact: true }).pressSequentially(title)
  const found = desk.getByRole('list', { name: 'Chapters that fit' }).getByRole('listitem')
  await expect(found).toHaveCount(1)
  await expect(found).toContainText(title)
  expect(await findings(desk)).toEqual([])
  await found.getByRole('button', { name: 'Close for comments' }).click()
  await expect.poll(page, { intervals: [50] }).toContain('Comments are closed.')
  expect(await page()).not.toContain('class="reply"')
  // … and stands among those that are closed, without anything being looked for.
  await desk.getByLabel('Chapter', { exact: true }).fill('')
  const closed = desk.getByRole('list', { name: 'Closed chapters' }).getByRole('listitem')
  await expect(closed).toHaveCount(1)
  await expect(closed).toContainText(title)
  await closed.getByRole('button', { name: 'Open' }).click()
  await expect.poll(page, { intervals: [50] }).toContain('id="comment-form"')
})

test('a chapter that is closed or withdrawn while somebody writes: without scripts too the text stays', async ({
  browser,
  site,
}) => {
  const open = await openNewestChapter(site.url)
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  const path = open.url + open.action.replace('/comments', '')
  const post = async (text: string, meanwhile: string) => {
    await page.goto(path)
    await write(page, { comment: text })
    await site.query(meanwhile, [open.chapter])
    await site.query(announced)
    await page.getByRole('button', { name: 'Post Comment' }).click()
  }
  await post('Nearly too late.', 'update chapter set comments_closed = true where id = $1')
  await expect(page.getByRole('heading', { name: 'Comments are closed.' })).toBeVisible()
  await expect(page.getByLabel('This is what you wrote')).toHaveValue('Nearly too late.')
  await site.query('update chapter set comments_closed = false where id = $1', [open.chapter])
  await site.query(announced)
  await expect.poll(async () => (await fetch(path)).text()).toContain('id="comment-form"')

  await post(
    'Quite too late.',
    `update publication set withdrawn_at = now() where edition_id in (select id from edition where chapter_id = $1)`,
  )
  await expect(page.getByText('This chapter is not here any more')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Comment' })).toHaveValue('Quite too late.')
  await site.query(
    `update publication set withdrawn_at = null where edition_id in (select id from edition where chapter_id = $1)`,
    [open.chapter],
  )
  await site.query(announced)
  await expect.poll(async () => (await fetch(path)).status).toBe(200)
})

test('what was said already is 409, and what comes too fast is 429 with Retry-After', async ({ site }) => {
  await site.query(...set({ gapSeconds: 60 }))
  await site.query(announced)
  const open = await openNewestChapter(site.url)
  const forms = await Promise.all(
    ['One.', 'One.', 'Two.'].map(async (text) => aged(await filledForm(open, text))),
  )
  const author = { author: 'Ines', email: `ines-${Date.now()}@example.org` }
  const post = (form: (typeof forms)[number]) =>
    fetch(open.url + open.action, {
      method: 'POST',
      headers: { origin: open.url, accept: 'application/json' },
      body: new URLSearchParams({ ...form, ...author }),
    })
  // The address is this machine's for every test: what others sent a moment ago counts.
  await site.query('delete from submission_pace')
  expect((await post(forms[0]!)).status).toBe(200)
  const again = await post(forms[1]!)
  expect([again.status, await again.text()]).toEqual([
    409,
    expect.stringContaining('exactly that here already'),
  ])
  const fast = await post(forms[2]!)
  expect([fast.status, await fast.text()]).toEqual([429, expect.stringContaining('too quickly')])
  expect(Number(fast.headers.get('retry-after'))).toBeGreaterThan(10)
  await site.query(...set({}))
  await site.query(announced)
})

for (const scripts of [true, false]) {
  test(`a commenter follows, changes and takes back a comment ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
    site,
  }) => {
    const open = await openNewestChapter(site.url)
    const reader = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
    await reader.goto(open.url + open.action.replace('/comments', ''))
    const text = `The glass fell all day, ${scripts ? 'and' : 'but'} nobody wrote it down.`
    await write(reader, { comment: text, name: 'Rosa', email: `rosa-${scripts}@example.org` })
    await reader.getByRole('button', { name: 'Preview' }).click()
    await expect(reader.getByRole('region', { name: 'Preview: not posted yet' })).toContainText(text)
    await expect(reader.getByLabel('Comment')).toHaveValue(text)
    expect(await site.query('select 1 from comment where text = $1', [text])).toHaveLength(0)

    await answerSum(reader)
    await reader.getByRole('button', { name: 'Post Comment' }).click()
    await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
    await reader.getByRole('link', { name: /See what becomes of your comment/ }).click()
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Your comment')
    await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
    expect(reader.url()).toMatch(/\/en\/comments\/[\w-]{44}$/)

    const changed = text.replace('nobody', 'only she')
    await reader.getByLabel('Change it').fill(changed)
    await reader.getByRole('button', { name: 'Save the change' }).click()
    await expect(reader.getByLabel('Change it')).toHaveValue(changed)

    const queue = await (await browser.newContext()).newPage()
    await signIn(queue, site.url, editor)
    await queue.goto(`${site.url}/desk/queue`)
    await inQueue(queue, changed).getByRole('button', { name: 'Approve' }).click()
    await expect(inQueue(queue, changed)).toHaveCount(0)
    await expect
      .poll(() => site.query(`select 1 from comment where text = $1 and status = 'approved'`, [changed]))
      .toHaveLength(1)
    await reader.reload()
    await expect(reader.getByText('Your comment has been published.')).toBeVisible()
    // The chapter's page follows within two seconds; without scripts it does not change before the reader's eyes.
    await expect
      .poll(async () => (await fetch(open.url + open.action.replace('/comments', ''))).text())
      .toContain(changed)
    await reader.getByRole('link', { name: 'See it on its page' }).click()
    await expect(reader.getByRole('article').getByText(changed)).toBeVisible()
    await reader.goBack()

    const [download] = await Promise.all([
      reader.waitForEvent('download'),
      reader.getByRole('button', { name: 'Download my data' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('comments.json')
    await reader.getByRole('button', { name: 'Take my comment back' }).click()
    await expect(reader.getByText('You took this comment back.')).toBeVisible()
    await reader.getByLabel('Yes, erase it for good').check()
    await reader.getByRole('button', { name: 'Erase my data' }).click()
    await expect(reader.getByText('You erased this comment.')).toBeVisible()
    expect(
      await site.query('select 1 from comment where text = $1 or email = $2', [
        changed,
        `rosa-${scripts}@example.org`,
      ]),
    ).toHaveLength(0)
  })

  test(`a reply quotes what it answers ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
    site,
  }) => {
    const [row] = await site.query<{ text: string; id: string; slug: string }>(
      `select c.id, c.text, e.slug from comment c join edition e on e.id = c.edition_id
       where c.status = 'approved' and e.locale = 'en' order by c.sent_at limit 1`,
    )
    const reader = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
    await reader.goto(`${site.url}/en/chapters/${row!.slug}`)
    await expect(reader.getByRole('button', { name: 'Quote it' })).toBeHidden()
    await reader.locator(`#comment-${row!.id} a.reply`).click()
    await reader.getByRole('button', { name: 'Quote it' }).click()
    await expect(reader.getByRole('textbox', { name: 'Comment' })).toHaveValue(
      new RegExp(`^> ${row!.text.slice(0, 20).replace(/[.?*+()]/g, '.')}`),
    )
    await expect(reader.getByRole('heading', { name: /^Leave a Reply to \S+/ })).toBeVisible()
    await reader.getByLabel('Name').fill('Rosa')
    await reader.getByRole('button', { name: 'Cancel reply' }).click()
    await expect(reader.getByRole('heading', { name: 'Leave a Reply', exact: true })).toBeVisible()
    await expect(reader.getByRole('textbox', { name: 'Comment' })).toHaveValue(/^> /)
    await expect(reader.getByLabel('Name')).toHaveValue('Rosa')
    await expect(reader.locator('[name=parent]')).toHaveValue('')
  })
}

test('without scripts the focus is on what the answer says, and no address of a chapter holds a secret', async ({
  browser,
  site,
}) => {
  const open = await openNewestChapter(site.url)
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto(open.url + open.action.replace('/comments', ''))
  await write(page, { comment: `No scripts ${Date.now()}`, name: 'Rosa', email: 'rosa-plain@example.org' })
  const post = page.getByRole('button', { name: 'Post Comment' })
  await post.click()
  await expect(page.locator('#said:focus')).toContainText('One more step')
  await answerSum(page)
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.locator('#said:focus')).toContainText('Preview: not posted yet')
  await answerSum(page)
  await post.click()
  await expect(page.locator('#said:focus')).toContainText('Your comment is awaiting moderation.')
  const link = page.getByRole('link', { name: /See what becomes of your comment/ })
  const token = (await link.getAttribute('href'))!.split('/').at(-1)!
  const posted = new URL(page.url()).searchParams.get('posted')!
  expect(page.url()).not.toContain(token)
  expect((await fetch(`${site.url}/en/comments/${posted}`)).status).toBe(404)
})

test('where replies have been switched off, one that was being written can be left on its own', async ({
  browser,
  site,
}) => {
  const path = '/en/chapters/the-first-night'
  const page = await (await browser.newContext()).newPage()
  await page.goto(site.url + path)
  await page.locator('a.reply').first().click()
  await write(page, { comment: `A late reply ${Date.now()}`, name: 'Rosa', email: 'rosa-late@example.org' })
  await site.query(...set({ threadDepth: 1 }))
  await site.query(announced)
  await expect.poll(async () => (await fetch(site.url + path)).text()).not.toContain('class="reply"')
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText('Replies have been switched off.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Leave a Reply', exact: true })).toBeVisible()
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await site.query(...set({}))
  await site.query(announced)
})

test('name, address and website are kept in this browser alone, and only when asked', async ({
  browser,
  site,
}) => {
  const open = await openNewestChapter(site.url)
  const url = open.url + open.action.replace('/comments', '')
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await write(page, { comment: `Remember me ${Date.now()}`, name: 'Ines', email: 'ines-kept@example.org' })
  await page.getByLabel('Remember me in this browser').check()
  await page.getByRole('button', { name: 'Preview' }).click()
  await expect(page.getByRole('region', { name: 'Preview: not posted yet' })).toBeVisible()
  await page.waitForLoadState() // it is the page's script that keeps them
  await expect(page.getByLabel('Remember me in this browser')).toBeChecked()
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText('Your comment is awaiting moderation.')).toBeVisible()
  await page.goto(url)
  await expect(page.getByLabel('Name')).toHaveValue('Ines')
  await expect(page.getByLabel('Email')).toHaveValue('ines-kept@example.org')
  expect(await context.cookies()).toEqual([])
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(url)
  await expect(stranger.getByLabel('Name')).toHaveValue('')
})

test('limits are counted in characters: 245 pictures are a name, and nothing is cut', async ({
  browser,
  site,
}) => {
  const open = await openNewestChapter(site.url)
  const page = await (await browser.newContext()).newPage()
  await page.goto(open.url + open.action.replace('/comments', ''))
  const name = '🌊'.repeat(245)
  await write(page, { comment: `Pictures ${Date.now()}`, name: `${name}🌊`, email: 'waves@example.org' })
  await expect(page.getByText('This is too long: 246 of 245 characters.')).toBeVisible()
  await expect(page.getByLabel('Name')).toHaveValue(`${name}🌊`)
  await page.getByLabel('Name').fill(name)
  await expect(page.getByText('This is too long')).toHaveCount(0)
  await answerSum(page)
  await page.getByRole('button', { name: 'Post Comment' }).click()
  await expect(page.getByText('Your comment is awaiting moderation.')).toBeVisible()
  expect(await site.query('select 1 from comment where name = $1', [name])).toHaveLength(1)
})

test('a mail confirms the address, tells of the approval, and one click ends it', async ({ browser }) => {
  const { startSmtpPeer } = await import('@/e2e/peers/smtp-peer')
  const peer = await startSmtpPeer()
  const { site, close } = await openSite({ SMTP_URL: peer.url, MAIL_FROM: 'House <no-reply@example.org>' })
  try {
    const open = await openNewestChapter(site.url)
    const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await reader.goto(open.url + open.action.replace('/comments', ''))
    const text = 'Tell me when the lamp is lit.'
    await write(reader, { comment: text, email: 'told@example.org' })
    await reader.getByLabel('Write to me when it is published').check()
    await reader.getByRole('button', { name: 'Post Comment' }).click()
    await answerSum(reader)
    await reader.getByRole('button', { name: 'Post Comment' }).click()
    await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
    const mailsTo = (to: string) => peer.received.filter((mail) => mail.to[0] === to)
    await expect.poll(() => mailsTo('told@example.org').length).toBe(1)
    await expect.poll(() => mailsTo(admin.email).length).toBe(1)
    const linkIn = (mail: string) => /\/(en\/comments\/[\w-]{44})/.exec(mail)![1]!

    await reader.goto(`${site.url}/${linkIn(mailsTo('told@example.org')[0]!.mail.text!)}`)
    await reader.getByRole('button', { name: 'Yes, tell me by email' }).click()
    await expect(reader.getByText('Thank you.')).toBeVisible()

    const queue = await (await browser.newContext()).newPage()
    await signIn(queue, site.url, editor)
    await queue.goto(`${site.url}/desk/queue`)
    await inQueue(queue, text).getByRole('button', { name: 'Approve' }).click()
    await expect.poll(() => mailsTo('told@example.org').length).toBe(2)
    const approved = mailsTo('told@example.org')[1]!
    expect(approved.mail.subject).toContain('has been published')
    expect(approved.raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)

    // The staff answers at the desk, without scripts too: with a badge, and the commenter is told.
    const desk = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
    await signIn(desk, site.url, editor)
    await desk.goto(`${site.url}/desk/queue?status=approved`)
    const card = desk.getByRole('article').filter({ hasText: text })
    await card.locator('summary', { hasText: /^Reply/ }).click()
    await card.getByLabel(/^Your reply to/).fill('It is lit at dusk.')
    await card.getByRole('button', { name: 'Send reply' }).click()
    await expect.poll(() => mailsTo('told@example.org').length).toBe(3)
    const replied = mailsTo('told@example.org')[2]!
    expect(replied.mail.subject).toContain('Emil replied to your comment')
    const page = open.url + open.action.replace('/comments', '')
    await expect.poll(async () => (await fetch(page)).text()).toContain('It is lit at dusk.')
    await reader.goto(page)
    const answer = reader.getByRole('article').filter({ hasText: 'It is lit at dusk.' }).last()
    await expect(answer.getByText('Staff')).toBeVisible()

    // From now on once a day; and the text may still be changed.
    const own = [...replied.mail.text!.matchAll(/\/(en\/comments\/[\w-]{44})/g)].map(([, path]) => path!)
    await reader.goto(`${site.url}/${own[0]!}`)
    await reader.getByRole('button', { name: 'Once a day, in one email' }).click()
    await expect(reader.getByText('Replies are told once a day')).toBeVisible()
    await site.query(`update comment set sent_at = now() - interval '2 days' where text = $1`, [text])
    await reader.reload()
    await expect(reader.getByText('an editor looks at it before it is shown again')).toBeVisible()
    await reader.getByLabel('Change it').fill(`${text} Please.`)
    await reader.getByRole('button', { name: 'Save the change' }).click()
    await expect(reader.getByText('Your comment is awaiting moderation.')).toBeVisible()
    // This link reaches one comment; one that is mailed to the address reaches all of it.
    await reader.getByRole('button', { name: 'Send me a link to everything' }).click()
    await expect(reader.getByText('The link goes out by email')).toBeVisible()
    await expect.poll(() => mailsTo('told@example.org').length).toBe(4)
    await reader.goto(`${site.url}/${linkIn(mailsTo('told@example.org')[3]!.mail.text!)}`)
    await expect(reader.getByText('reaches all comments')).toBeVisible()
    const stop = /^List-Unsubscribe: <([^>]+)>/im.exec(approved.raw.replace(/\r\n\s+/g, ' '))![1]!
    expect(
      (
        await fetch(
          stop.replace(/^https?:\/\/[^/]+/, () => site.url),
          {
            method: 'POST',
            body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
          },
        )
      ).status,
    ).toBe(200)
    expect(await site.query('select 1 from comment_follow where stopped_at is not null')).toHaveLength(1)
  } finally {
    await close()
    await peer.stop()
  }
})
