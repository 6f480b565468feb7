import { randomUUID } from 'node:crypto'
import { findingsInBoth } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { editor, expect, test, type Site } from '@/e2e/support/site'

const path = '/en/chapters/the-first-night'
const announced = `select pg_notify('site_changed', 'site')`

interface Wish {
  name?: string
  text: string
  status?: string
  parentId?: string
  locale?: string
  at?: string
}

/** A comment on the first chapter, as if it had been written and decided about. */
async function comment(site: Site, { name = 'Rosa', text, status = 'approved', ...wish }: Wish) {
  const id = randomUUID()
  await site.query(
    `insert into comment (id, chapter_id, edition_id, parent_id, status, name, email, text, locale, submission_key, sent_at)
     select $1, e.chapter_id, e.id, $2, $3::comment_status, $4, '', $5, $6, $1, $7::timestamptz
     from edition e where e.slug = 'the-first-night'`,
    [
      ...[id, wish.parentId ?? null, status, name, text],
      ...[wish.locale ?? 'en', wish.at ?? new Date(Date.now() - 3_600_000).toISOString()],
    ],
  )
  return id
}

const becomes = {
  Approve: 'approved',
  Spam: 'spam',
  Trash: 'trash',
  'Restore as approved': 'approved',
  'Restore as spam': 'spam',
} as const

test('a comment that is trashed leaves its place to its replies, and restored it is what it was', async ({
  browser,
  page,
  site,
}) => {
  const parent = await comment(site, { name: 'Secret Name', text: 'Secret words.' })
  const reply = await comment(site, { name: '', text: 'An answer to a secret.', parentId: parent })
  const lone = await comment(site, { text: 'Nobody answers this secret.', name: 'Lone Secret' })
  await site.query(announced)
  const desk = await (await browser.newContext()).newPage()
  await signIn(desk, site.url, editor)
  // By its id: the card of an answer shows what it answers, too.
  const move = async (status: string, name: keyof typeof becomes, id = parent) => {
    await desk.goto(`${site.url}/desk/queue?status=${status}`)
    const card = desk.locator(`[data-comment="${id}"]`)
    await card.getByRole('button', { name }).click()
    await expect(card).toHaveCount(0)
    // It leaves the screen at once, and is decided a moment later.
    const now = () => site.query<{ status: string }>('select status from comment where id = $1', [id])
    await expect.poll(now, { message: name }).toEqual([{ status: becomes[name] }])
  }
  await move('approved', 'Trash')
  await move('approved', 'Trash', lone)

  await expect.poll(async () => (await fetch(site.url + path)).text()).toContain('A comment was removed')
  for (const [locale, said, nobody] of [
    ['en', 'A comment was removed', 'Anonymous'],
    ['ja', 'コメントは削除されました', '名無し'],
    ['ar', 'أُزيل تعليق', 'مجهول'],
  ] as const) {
    const slug = { en: 'the-first-night', ja: '最初の夜', ar: 'الليلة-الأولى' }[locale]
    const address = `${site.url}/${locale}/chapters/${encodeURIComponent(slug)}`
    // Each page is made anew by itself, and by each of the two decisions: wait for the later one's.
    await expect.poll(async () => (await fetch(address)).text()).not.toContain('Secret')
    await page.goto(address)
    const place = page.locator('#comments li').filter({ has: page.locator(':scope > .removed') })
    await expect(place).toHaveCount(1)
    await expect(place.locator('.removed')).toHaveText(said)
    await expect(place.locator(`#comment-${reply} bdi`).first()).toHaveText(nobody)
    expect(await page.content()).not.toMatch(new RegExp(`Secret|${parent}`))
    expect(await findingsInBoth(page, '#comments')).toEqual([])
  }
  for (const file of ['rss.xml', 'atom.xml', 'feed.json'])
    expect(await (await fetch(`${site.url}/feeds${path}/${file}`)).text()).not.toMatch(/Secret|removed/)

  // An address of what was removed leads to the others.
  await page.goto(`${site.url}${path}#comment-${parent}`)
  await expect(page).toHaveURL(`${site.url}${path}#comments`)

  await move('trash', 'Restore as approved')
  await expect(desk.getByText('The comment of Secret Name was approved.')).toBeVisible()
  await expect.poll(async () => (await fetch(site.url + path)).text()).toContain('Secret words.')
  await page.goto(site.url + path)
  await expect(page.locator('.removed')).toHaveCount(0)

  // Through the spam and the trash, and back by the same way; undone in between.
  await move('approved', 'Spam')
  await move('spam', 'Trash')
  await move('trash', 'Approve')
  await desk.getByRole('button', { name: 'Undo' }).click()
  await expect(desk.getByText('Undone.')).toBeVisible()
  await move('trash', 'Restore as spam')
  await move('spam', 'Restore as approved')
  await site.query(`update comment set status = 'trash' where chapter_id in
    (select chapter_id from edition where slug = 'the-first-night') and text like '%secret%'`)
  await site.query(announced)
})

test('the choice of a language shows what a link leads to, and goes along to further pages', async ({
  browser,
  site,
}) => {
  // The sample's five comments of 2024 in English fill the first page; two in Japanese and three of these the second.
  await site.query(`update setting set value = value || '{"pageSize": 5}' where key = 'discussion'`)
  const ids: string[] = []
  for (let n = 0; n < 5; n++)
    ids.push(await comment(site, { text: `In Japanese ${n}`, locale: 'ja', at: `2025-01-01T00:0${n}:00Z` }))
  await site.query(announced)
  // That there is a second page says that the setting is in force, too.
  const second = async () => (await fetch(`${site.url}${path}/comments/2`)).text()
  await expect.poll(second).toContain('In Japanese 2')
  await expect.poll(async () => (await fetch(site.url + path)).text()).toContain('comments-in-ja')
  for (const scripts of [true, false]) {
    const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
    const shown = (locale: string) => page.locator(`#comments article[data-in=${locale}]:visible`)
    const none = page.getByText('On this page there are none in this language.')
    await page.goto(`${site.url}${path}/comments/2`)
    await expect(shown('ja')).toHaveCount(5)
    await page.getByRole('radio', { name: 'English' }).check()
    await expect(shown('ja')).toHaveCount(0)
    await expect(none).toBeVisible()
    await page.goto(`${site.url}${path}/comments/2#comment-${ids[0]}`)
    await expect(page.getByRole('radio', { name: 'English' })).toBeChecked()
    await expect(page.locator(`#comment-${ids[0]}`)).toBeInViewport()
    await expect(shown('ja')).toHaveCount(1)
    await expect(none).toBeHidden()

    await page.getByRole('radio', { name: '日本語' }).check()
    await page.getByRole('link', { name: 'Earlier comments' }).click()
    await expect(page).toHaveURL(`${site.url}${path}?comments-in=ja#comments`)
    await expect(page.getByRole('radio', { name: '日本語' })).toBeChecked()
    await expect(shown('en')).toHaveCount(0)
    await expect(none).toBeVisible()
    await page.getByRole('link', { name: 'Later comments' }).click()
    await expect(page).toHaveURL(`${site.url}${path}/comments/2?comments-in=ja#comments`)
    await expect(shown('ja')).toHaveCount(5)
    await page.getByRole('radio', { name: 'all languages' }).check()
    await page.getByRole('link', { name: 'Earlier comments' }).click()
    await expect(page).toHaveURL(`${site.url}${path}#comments`)
    await expect(shown('en')).not.toHaveCount(0)
  }
  await site.query(`update comment set status = 'trash' where id = any ($1)`, [ids])
  await site.query(`update setting set value = value - 'pageSize' where key = 'discussion'`)
  await site.query(announced)
})
