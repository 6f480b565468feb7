import type { Page } from 'playwright/test'
import { inQueue, signIn } from '@/e2e/support/desk'
import { findings, findingsAtWidths } from '@/e2e/support/axe'
import { admin, editor, expect, testDivided as test } from '@/e2e/support/site'

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const password = 'the harbour sleeps at nine'

/** Adds somebody at the desk and answers their link. */
async function add(
  page: Page,
  { name, email, role = 'Editor' }: { name: string; email: string; role?: string },
) {
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Role').selectOption(role)
  await page.getByRole('button', { name: 'Add person' }).click()
  return page.getByLabel(`Link for ${name}`).inputValue()
}

for (const scripts of [true, false]) {
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test('an admin adds an editor, who sets a password and moderates, and loses power when disabled', async ({
      browser,
      site,
    }) => {
      const name = scripts ? 'Noor' : 'Nils'
      const email = `${name.toLowerCase()}@example.org`
      const context = () => browser.newContext({ javaScriptEnabled: scripts })
      const desk = await (await context()).newPage()
      await signIn(desk, site.url, admin)
      await desk.goto(`${site.url}/desk/people`)
      const link = await add(desk, { name, email })
      expect(link).toMatch(new RegExp(`^${site.url}/welcome/[\\w-]{43}$`))
      await expect(rowOf(desk, email).getByText('No password yet')).toBeVisible()
      await desk.reload()
      expect(await desk.content()).not.toContain(link)

      const theirs = await (await context()).newPage()
      await theirs.goto(link)
      await theirs.getByLabel('Password').fill('too short')
      await theirs.getByRole('button', { name: 'Set password' }).click()
      await expect(theirs.getByText('At least 12 characters.')).toBeVisible()
      await expect(theirs.getByLabel('Password')).toHaveAttribute('aria-invalid', 'true')
      await theirs.getByLabel('Password').fill(password)
      await theirs.getByRole('button', { name: 'Set password' }).click()
      await expect(theirs).toHaveURL(`${site.url}/desk`)
      await expect(theirs.getByRole('link', { name: 'People' })).toHaveCount(0)

      const [comment] = await site.query<{ text: string }>(
        `update comment set status = 'pending' where id =
           (select id from comment where id not in (select parent_id from comment where parent_id is not null)
            order by sent_at limit 1) returning text`,
      )
      await theirs.goto(`${site.url}/desk/queue`)
      await inQueue(theirs, comment!.text).getByRole('button', { name: 'Approve' }).click()
      await expect(inQueue(theirs, comment!.text)).toHaveCount(0)
      const decidedBy = async () =>
        (
          await site.query<{ name: string }>(
            `select p.name from moderation_decision d join comment c on c.id = d.comment_id
             join person p on p.id = d.by_id where c.text = $1 order by d.at desc`,
            [comment!.text],
          )
        )[0]?.name
      await expect.poll(decidedBy).toBe(name)

      await theirs.goto(`${site.url}/desk/queue?status=approved`)
      await rowOf(desk, email)
        .getByRole('button', { name: `Disable (${name})` })
        .click()
      await expect(rowOf(desk, email).getByText('disabled since')).toBeVisible()
      // With scripts the open page may hear of it before the hand is on the button, and is gone by itself.
      void inQueue(theirs, comment!.text)
        .getByRole('button', { name: 'Spam' })
        .click()
        .catch(() => {})
      await expect(theirs).toHaveURL(/\/sign-in/)
      const [now] = await site.query<{ status: string }>('select status from comment where text = $1', [
        comment!.text,
      ])
      expect(now!.status).toBe('approved')
      await theirs.goto(link)
      await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('This link no longer works')

      await rowOf(desk, email)
        .getByRole('button', { name: `Enable (${name})` })
        .click()
      await expect(rowOf(desk, email).getByText('disabled since')).toHaveCount(0)
      await signIn(theirs, site.url, { email, password })
    })
  })
}

test('by keyboard: the new link is selected, focus stays with the button, and problems stand at the fields', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/people`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).focus()
  await page.keyboard.insertText('Kei')
  await page.keyboard.press('Tab')
  await page.keyboard.insertText(editor.email)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Email')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Somebody in the list has this e-mail address already.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Kei')

  await page.getByLabel('Email').fill('kei@example.org')
  await page.keyboard.press('Enter')
  const link = page.getByLabel('Link for Kei')
  await expect(link).toBeFocused()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await link.inputValue())
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('')

  const role = rowOf(page, 'kei@example.org').getByRole('button', { name: 'Make admin (Kei)' })
  await role.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kei is an admin now.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make editor (Kei)' })).toBeFocused()
  const own = rowOf(page, admin.email)
  await expect(own.getByText('You')).toBeVisible()
  await expect(own.getByRole('button')).toHaveCount(1)
})

test('an editor is told that this is not theirs; a forged button changes nothing', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/people`)
  await expect(page.getByText('You are not allowed to see this page')).toBeVisible()
  expect(await page.content()).not.toContain(admin.email)
  expect(await findings(page)).toEqual([])

  const boss = await (await browser.newContext()).newPage()
  await signIn(boss, site.url, admin)
  await boss.goto(`${site.url}/desk/people`)
  await boss.context().clearCookies()
  await boss.context().addCookies(await page.context().cookies())
  await rowOf(boss, editor.email)
    .getByRole('button', { name: /Make admin/ })
    .click()
  await expect(boss.getByText('You are not allowed to see this page')).toBeVisible()
  const [person] = await site.query<{ role: string }>('select role from person where email = $1', [
    editor.email,
  ])
  expect(person!.role).toBe('editor')
})

test('axe finds nothing, in light and dark, nor does anything stick out, from 320 to 1280', async ({
  browser,
  site,
}) => {
  const page = await (await browser.newContext()).newPage()
  const look = async (what: string) =>
    expect(await findingsAtWidths(page, [320, 390, 1280]), what).toEqual([])
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/people`)
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByText('Please give a name.')).toBeVisible()
  await look('problems')
  const name = 'Wilhelmina van der Heuvelen-Ravensburg'
  const link = await add(page, { name, email: 'wilhelmina.with.a.long.address@example.org' })
  await look('link')
  await rowOf(page, name)
    .getByRole('button', { name: /Disable/ })
    .click()
  await expect(rowOf(page, name).getByText('disabled since')).toBeVisible()
  await look('people')
  await page.goto(link)
  await look('dead-link')
  await page.goto(`${site.url}/desk/people`)
  await rowOf(page, name)
    .getByRole('button', { name: /Enable/ })
    .click()
  await rowOf(page, name)
    .getByRole('button', { name: /New link/ })
    .click()
  await page.goto(await page.getByLabel(`Link for ${name}`).inputValue())
  await look('password')
})
