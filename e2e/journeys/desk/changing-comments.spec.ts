import type { Page } from 'playwright/test'
import { findings, findingsAtWidths } from '@/e2e/support/axe'
import { inQueue, openQueue, signIn, waiting } from '@/e2e/support/desk'
import { secret } from '@/e2e/support/aged-sum'
import { admin, editor, expect, test, type Site } from '@/e2e/support/site'
import { statusToken } from '@/lib/comments/author/link-token'

const widths = [320, 1280]

interface Kept {
  id: string
  status: string
  text: string
  slug: string
  edition: string
}
const byText = async (site: Site, text: string) =>
  (
    await site.query<Kept>(
      `select c.id, c.status::text, c.text, e.slug, e.id as edition from comment c join edition e on e.id = c.edition_id
       where c.text = $1`,
      [text],
    )
  )[0]
const approve = (site: Site, text: string) =>
  site.query(`update comment set status = 'approved' where text = $1`, [text])
const putInTrash = (site: Site, text: string) =>
  site.query(`update comment set status = 'trash' where text = $1`, [text])
const chapterOf = async (site: Site, text: string) =>
  `${site.url}/en/chapters/${(await byText(site, text))!.slug}`
/** The form of an edit on its own page; where there are scripts, once they are at work. */
async function openEdit(page: Page, site: Site, id: string, hasScripts: boolean) {
  await page.goto(`${site.url}/desk/queue/${id}/edit`)
  if (hasScripts)
    await page.waitForFunction(() => {
      const field = document.querySelector('textarea')
      return field !== null && Object.keys(field).some((key) => key.startsWith('__react'))
    })
}
const textbox = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

test('a key opens the form of an edit; what is saved stands there at once, with a way back', async ({
  page,
  site,
}) => {
  const [text] = await waiting(site, 2, 'Edited')
  await openQueue(page, site)
  await page.keyboard.press('e')
  await expect(textbox(page, 'Text')).toBeFocused()
  expect(await findings(page)).toEqual([])
  await textbox(page, 'Text').fill(' ')
  await page.getByRole('button', { name: 'Save the edit' }).click()
  await expect(page.getByText('Please write something.')).toBeVisible()
  await textbox(page, 'Text').fill('Edited by the staff.')
  await page.getByLabel('Why', { exact: true }).selectOption('mistake')
  await page.getByRole('button', { name: 'Save the edit' }).click()
  const card = page.getByRole('article').filter({ hasText: 'Edited by the staff.' })
  await expect(card).toContainText('Edited by Emil')
  expect((await byText(site, 'Edited by the staff.'))!.status).toBe('pending')
  // What is decided next is about what stands there now.
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect(inQueue(page, text!)).toContainText('Undone.')
  await inQueue(page, text!).getByRole('button', { name: 'Approve', exact: true }).click()
  await expect.poll(async () => (await byText(site, text!))!.status).toBe('approved')
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })
    const word = javaScriptEnabled ? 'Scripted' : 'Plain'

    test('an edit on its own page: readers, the author and the history follow', async ({ page, site }) => {
      const [text] = await waiting(site, 1, `${word}edit`)
      await approve(site, text!)
      const { id } = (await byText(site, text!))!
      const chapter = await chapterOf(site, text!)
      await signIn(page, site.url, editor)
      await openEdit(page, site, id, javaScriptEnabled)
      await textbox(page, 'Text').fill(`${word} words of the staff.`)
      await textbox(page, 'In your own words').fill('They were wrong.')
      await page.getByRole('button', { name: 'Save the edit' }).click()
      await expect(page.getByText('Edited.', { exact: true })).toBeVisible()
      await page.goto(`${site.url}/desk/queue/${id}`)
      await expect(page.locator('del').first()).toContainText(text!.split(' ')[0]!)
      await expect(page.getByText('They were wrong.')).toBeVisible()
      if (javaScriptEnabled) expect(await findingsAtWidths(page, widths)).toEqual([])
      await page.getByRole('button', { name: 'Undo the last edit' }).click()
      await expect(page.getByRole('article')).toContainText(text!)
      await page.goto(chapter)
      await expect(page.locator(`#comment-${id}`)).toContainText(text!)
    })

    test('somebody else was faster: who, when, and what was typed is kept', async ({ page, site }) => {
      const [text] = await waiting(site, 1, `${word}race`)
      const { id } = (await byText(site, text!))!
      await signIn(page, site.url, editor)
      await openEdit(page, site, id, javaScriptEnabled)
      await site.query(`update comment set text = 'Their words', edited_at = now() where id = $1`, [id])
      await textbox(page, 'Text').fill('My words')
      await page.getByRole('button', { name: 'Save the edit' }).click()
      await expect(page.getByText('Its author has changed it meanwhile')).toBeVisible()
      await expect(textbox(page, 'Text')).toHaveValue('My words')
      await expect(page.getByText('Their words')).toBeVisible()
      // Once that has been read, it can be saved.
      await page.getByRole('button', { name: 'Save the edit' }).click()
      await expect(page.getByText('Edited.', { exact: true })).toBeVisible()
    })

    test('moved to another chapter, found by typing, and back', async ({ page, site }) => {
      const [text] = await waiting(site, 1, `${word}move`)
      await approve(site, text!)
      const { id, slug } = (await byText(site, text!))!
      const [other] = await site.query<{ title: string; slug: string }>(
        `select title, slug from published_edition p where locale = 'en' and slug <> $1
         and not exists (select from published_edition o where o.title like '%' || p.title || '%' and o.id <> p.id)
         order by published_at desc limit 1`,
        [slug],
      )
      await signIn(page, site.url, editor)
      await page.goto(`${site.url}/desk/queue/${id}/move`)
      if (javaScriptEnabled) expect(await findingsAtWidths(page, widths)).toEqual([])
      await page.getByRole('searchbox', { name: 'Find a chapter' }).fill(other!.title)
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Find', exact: true }).click()
      const place = page.getByRole('listitem').filter({ hasText: `${other!.title} (English)` })
      await place.getByRole('button', { name: 'Move here' }).click()
      await expect(page.getByText('Moved to another chapter.')).toBeVisible()
      expect((await byText(site, text!))!.slug).toBe(other!.slug)
      // Its old address leads on.
      const reader = await page.context().newPage()
      await reader.goto(`${site.url}/en/chapters/${slug}/comments/${id}`)
      await expect(reader).toHaveURL(new RegExp(`/en/chapters/${encodeURIComponent(other!.slug)}`))
      await expect(reader.locator(`#comment-${id}`)).toContainText(text!)
      await reader.close()
      await page.getByRole('button', { name: 'Undo', exact: true }).click()
      await expect(page.getByText('Undone.')).toBeVisible()
      expect((await byText(site, text!))!.slug).toBe(slug)
    })

    test('deleted for good by an admin who says once more who they are', async ({ page, site }) => {
      const [text, kept] = await waiting(site, 2, `${word}gone`)
      await putInTrash(site, text!)
      const { id } = (await byText(site, text!))!
      const answer = (await byText(site, kept!))!
      await site.query(`update comment set parent_id = $1, status = 'approved' where id = $2`, [
        id,
        answer.id,
      ])
      await signIn(page, site.url, admin)
      await page.goto(`${site.url}/desk/queue/${id}`)
      await page.getByRole('link', { name: 'Delete for good' }).click()
      await expect(page.getByText('The answer to it stays')).toBeVisible()
      if (javaScriptEnabled) expect(await findingsAtWidths(page, widths)).toEqual([])
      await page.getByRole('button', { name: 'Delete for good' }).click()
      const dialog = page.getByRole('dialog', { name: 'Is it you?' })
      await dialog.getByLabel('Your password').fill('not the password')
      await dialog.getByRole('button', { name: 'Go on' }).click()
      await expect(dialog.getByText('That is not right')).toBeVisible()
      await dialog.getByLabel('Your password').fill(admin.password)
      await dialog.getByRole('button', { name: 'Go on' }).click()
      await expect(page).toHaveURL(/\/desk\/queue\?status=trash/)
      expect(await byText(site, text!)).toBeUndefined()
      await page.goto(await chapterOf(site, kept!))
      // In the place of the one that is gone, before its answer.
      await expect(
        page.locator('li', { has: page.locator(`#comment-${answer.id}`) }).locator('> .removed'),
      ).toBeVisible()
      await expect(page.locator(`#comment-${answer.id}`)).toContainText(kept!)
    })
  })
}

test('an editor is shown no way to delete for good, and has none', async ({ page, site }) => {
  const [text] = await waiting(site, 1, 'Editors')
  await putInTrash(site, text!)
  const { id } = (await byText(site, text!))!
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/queue/${id}`)
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Delete for good' })).toHaveCount(0)
  expect((await page.goto(`${site.url}/desk/queue/${id}/delete`))!.status()).toBe(403)
})

for (const [language, locale, name] of [
  ['English', 'en', /^zero width space U\+200B$/],
  ['Japanese', 'ja', /^ゼロ幅スペース U\+200B$/],
  // (The code stands isolated from what runs from right to left.)
  ['Arabic', 'ar', /^مسافة معدومة العرض \u2068U\+200B\u2069$/],
] as const) {
  test(`what is not seen, and letters that look like others, are shown in ${language}`, async ({
    page,
    site,
  }) => {
    const [text] = await waiting(site, 1, `Hidden${locale}`)
    await site.query('update comment set name = $1, text = $2 where text = $3', [
      'Pаul',
      `${text!} pay\u200bpal می\u200cخواهم https://www.аpple.com/x`,
      text,
    ])
    await site.query('update person set locale = $1 where email = $2', [locale, editor.email])
    try {
      await page.goto(`${site.url}/sign-in?language=en`)
      await signIn(page, site.url, editor)
      await page.goto(`${site.url}/desk/queue`)
      const card = inQueue(page, text!)
      await expect(card.getByRole('img', { name })).toBeVisible()
      await expect(card.getByRole('img', { name: /U\+0430/ })).toHaveCount(2)
      await expect(card.getByRole('img', { name: /U\+200C/ })).toHaveCount(0)
      await expect(card.getByText('www.xn--pple-43d.com', { exact: true })).toBeVisible()
      expect(await findingsAtWidths(page, widths)).toEqual([])
    } finally {
      await site.query('update person set locale = null where email = $1', [editor.email])
    }
  })
}

test('its author is told that the staff has edited it', async ({ page, site }) => {
  const [text] = await waiting(site, 1, 'Told')
  const { id } = (await byText(site, text!))!
  await site.query(
    `insert into comment_edit (id, comment_id, by_id, before, after, why)
     select gen_random_uuid(), $1, p.id, '{}', '{}', 'insult' from person p where email = $2`,
    [id, editor.email],
  )
  for (const [locale, said] of [
    ['en', 'it held an insult'],
    ['ja', '中傷が含まれていたため'],
    ['ar', 'كان فيه إهانة'],
  ] as const) {
    await page.goto(`${site.url}/${locale}/comments/${statusToken(secret, id)}`)
    await expect(page.getByText(said)).toBeVisible()
  }
})
