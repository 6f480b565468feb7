import type { Page } from 'playwright/test'
import { findingsAtWidths } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import type { SmtpPeer } from '@/e2e/peers/smtp-peer'
import { signedIn } from '@/e2e/rig/signed-in'
import { admin, divided, editor, expect, test as withSite, type Site } from '@/e2e/support/site'
import { siteWithMail } from '@/e2e/support/site-with-mail'

/** A site in several processes, with a mail server. */
const test = siteWithMail(divided)

const pages = ['/desk', '/desk/queue', '/desk/chapters', '/desk/account', '/desk/people', '/desk/settings']

/** How many privileged answers a cookie still gets, of every page and a door that takes a body, at each server. */
async function privileged(urls: readonly string[], cookie: string): Promise<number> {
  const asked = urls.flatMap((url) => [
    // On a connection of its own each, so that every process is met.
    ...[...pages, ...pages].map(async (path) => {
      const headers = { cookie, connection: 'close' }
      const answer = await fetch(url + path, { headers, redirect: 'manual' })
      return (await answer.text()).includes('href="/desk/queue"')
    }),
    fetch(`${url}/api/pictures`, { method: 'POST', headers: { cookie, origin: url }, body: 'x' }).then(
      ({ status }) => status !== 401 && status !== 403,
    ),
  ])
  return (await Promise.all(asked)).filter(Boolean).length
}

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name })
const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

async function signOutByNextAuth(url: string, session: string) {
  const csrf = await fetch(`${url}/api/auth/csrf`)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const cookie = [session, ...csrf.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ')
  await fetch(`${url}/api/auth/signout`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken }),
  })
}

const cookiesOf = async (page: Page) =>
  (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

async function changePassword(page: Page, site: Site, from: string, to: string) {
  await page.goto(`${site.url}/desk/account`)
  const part = section(page, 'Password')
  await part.getByLabel('Current password').fill(from)
  await part.getByLabel('New password').fill(to)
  await part.getByRole('button', { name: 'Change password' }).click()
  await expect(part.getByText('Your password has been changed')).toBeVisible()
}

test('a session that is over is over at once, in every process, whatever ended it', async ({
  browser,
  site,
}) => {
  test.setTimeout(300_000)
  const urls = [site.url, (await site.another(divided)).url]
  const boss = await (await browser.newContext()).newPage()
  await signIn(boss, site.url, admin)
  const enter = async (person = editor) => {
    const cookie = await signedIn(urls[1]!, person)
    expect(await privileged(urls, cookie)).toBeGreaterThan(2 * 2 * 4)
    return cookie
  }
  const deed = async (name: string, of = editor) => {
    await boss.goto(`${site.url}/desk/people`)
    const row = rowOf(boss, of.email)
    const button = row.getByRole('button', { name: `${name} (${of.name})` })
    if (!(await button.isVisible())) await row.getByText('More', { exact: false }).first().click()
    if (name === 'Remove') await row.getByRole('checkbox', { name: /Remove for good/ }).check()
    await button.click()
    await expect(boss.getByRole('status').filter({ hasText: of.name })).toBeVisible()
  }
  const ways: Record<string, (cookie: string) => Promise<unknown>> = {
    'sign-out through the library': (cookie) => signOutByNextAuth(urls[0]!, cookie),
    'all sessions ended by an admin': () => deed('End all sessions'),
    disabled: () => deed('Disable'),
  }
  for (const [way, end] of Object.entries(ways)) {
    const cookie = await enter()
    await end(cookie)
    expect(await privileged(urls, cookie), way).toBe(0)
  }
  await deed('Enable')

  const cookie = await enter()
  await deed('Make admin')
  expect(await privileged(urls, cookie), 'promoted').toBeGreaterThan(0)
  const asAdmin = await enter()
  await deed('Make editor')
  for (const one of [cookie, asAdmin]) expect(await privileged(urls, one), 'demoted').toBe(0)

  // In a browser: one session ended, all others, another password, signed out.
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, editor)
  const elsewhere = [await enter(), await enter(), await enter()]
  await page.goto(`${site.url}/desk/account`)
  const part = section(page, 'Sessions')
  await expect(part.getByRole('listitem')).toHaveCount(4)
  // The badge itself: the same words stand in every button, which ends "this session" of its row.
  const others = part
    .getByRole('listitem')
    .filter({ hasNot: page.getByText('This session', { exact: true }) })
  await others.first().getByRole('button', { name: 'End this session' }).click()
  await expect(part.getByText('The session has ended.')).toBeVisible()
  expect(await privileged(urls, elsewhere[2]!), 'one ended').toBe(0)
  for (const one of elsewhere.slice(0, 2)) expect(await privileged(urls, one)).toBeGreaterThan(0)
  await part.getByRole('button', { name: 'End all others' }).click()
  await expect(part.getByText('2 other sessions have ended.')).toBeVisible()
  for (const one of elsewhere) expect(await privileged(urls, one), 'all others ended').toBe(0)

  const before = [await enter(), await cookiesOf(page)]
  await changePassword(page, site, editor.password, 'the ferry leaves at five')
  for (const one of before) expect(await privileged(urls, one), 'another password').toBe(0)
  await changePassword(page, site, 'the ferry leaves at five', editor.password)
  const kept = await cookiesOf(page)
  expect(await privileged(urls, kept)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await privileged(urls, kept), 'signed out').toBe(0)

  const own = await (await browser.newContext()).newPage()
  await signIn(own, site.url, editor)
  await own.goto(`${site.url}/desk/account`)
  const last = await cookiesOf(own)
  await section(own, 'Sessions')
    .getByRole('listitem')
    .filter({ has: own.getByText('This session', { exact: true }) })
    .getByRole('button', { name: 'End this session' })
    .click()
  await expect(own).toHaveURL(/\/sign-in/)
  expect(await privileged(urls, last), 'this one ended').toBe(0)

  const gone = { name: 'Gerd', email: 'gerd@example.org', password: 'the gulls are loud today' }
  await boss.goto(`${site.url}/desk/people`)
  await boss.getByRole('textbox', { name: 'Name', exact: true }).fill(gone.name)
  await boss.getByLabel('Email').fill(gone.email)
  await boss.getByRole('button', { name: 'Add person' }).click()
  const theirs = await (await browser.newContext()).newPage()
  await theirs.goto(await boss.getByLabel(`Link for ${gone.name}`).inputValue())
  await theirs.getByLabel('Password').fill(gone.password)
  await theirs.getByRole('button', { name: 'Set password' }).click()
  await expect(theirs).toHaveURL(`${site.url}/desk`)
  const removed = await enter(gone)
  await deed('Remove', gone)
  expect(await privileged(urls, removed), 'removed').toBe(0)
  await expect(rowOf(boss, gone.email)).toHaveCount(0)
})

const linkIn = (mails: SmtpPeer, to: string, path: string) =>
  new RegExp(`^http\\S+${path}/[\\w-]{43}$`, 'm').exec(
    mails.received.findLast((one) => one.to[0] === to)?.mail.text ?? '',
  )?.[0] ?? 'no link'

for (const scripts of [true, false])
  test(`another e-mail address is confirmed at the desk, and taken back by the old one, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
    site,
    mails,
  }) => {
    test.setTimeout(180_000)
    const fresh = scripts ? 'emil.new@example.org' : 'emil.newer@example.org'
    mails.received.length = 0
    const page = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
    await signIn(page, site.url, editor)
    await page.goto(`${site.url}/desk/account`)
    const part = section(page, 'Email address')
    const ask = async (password: string) => {
      await part.getByLabel('New email address').fill(fresh)
      await part.getByLabel('Your password, to confirm').fill(password)
      await part.getByRole('button', { name: 'Change the address' }).click()
    }
    await ask('not my password')
    await expect(part.getByText('This is not your password.')).toBeVisible()
    await expect(part.getByLabel('New email address')).toHaveValue(fresh)
    await ask(editor.password)
    await expect(part.getByText(`${fresh} waits to be confirmed`)).toBeVisible()
    await expect
      .poll(() => mails.received.map(({ to }) => to[0]).sort())
      .toEqual([editor.email, fresh].sort())

    const confirm = linkIn(mails, fresh, '/desk/account/email')
    const stranger = await (await browser.newContext()).newPage()
    await stranger.goto(confirm)
    await expect(stranger).toHaveURL(/\/sign-in/)
    await page.goto(confirm)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Confirm your new address')
    const address = async () =>
      (await site.query<{ email: string }>(`select email from person where name = $1`, [editor.name]))[0]!
        .email
    expect(await address()).toBe(editor.email)
    await page.getByRole('button', { name: 'Confirm' }).click()
    await expect(page).toHaveURL(`${site.url}/desk/account`)
    await expect(part.getByText(`You sign in with ${fresh}`)).toBeVisible()
    expect(await address()).toBe(fresh)
    await expect.poll(() => mails.received.length).toBe(3)
    expect(mails.received[2]!.to).toEqual([editor.email])

    const old = await (await browser.newContext({ javaScriptEnabled: scripts })).newPage()
    await old.goto(linkIn(mails, editor.email, '/sign-in/email'))
    expect(await address()).toBe(fresh)
    if (scripts) expect(await findingsAtWidths(old, [320, 390, 1280])).toEqual([])
    await old.getByRole('button', { name: `Keep ${editor.email}` }).click()
    await expect(old.getByRole('heading', { level: 1 })).toHaveText('A new password')
    expect(await address()).toBe(editor.email)
    await page.reload()
    await expect(page).toHaveURL(/\/sign-in/)
    await old.getByLabel('Password').fill(editor.password)
    await old.getByRole('button', { name: 'Set password' }).click()
    await expect(old).toHaveURL(`${site.url}/desk`)
  })

test('somebody new is invited by mail; an admin says which languages they moderate', async ({
  browser,
  site,
  mails,
}) => {
  mails.received.length = 0
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/people`)
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Mika')
  await page.getByLabel('Email').fill('mika@example.org')
  await page.getByRole('button', { name: 'Add person' }).click()
  await expect(page.getByText('An e-mail with this link is on its way to mika@example.org')).toBeVisible()
  await expect.poll(() => mails.received.map(({ to }) => to[0])).toEqual(['mika@example.org'])
  expect(linkIn(mails, 'mika@example.org', '/welcome')).toBe(
    await page.getByLabel('Link for Mika').inputValue(),
  )

  const row = rowOf(page, 'mika@example.org')
  await expect(row.getByText('moderates all languages')).toBeVisible()
  await row.getByText('More', { exact: false }).first().click()
  await row.getByRole('checkbox', { name: '日本語' }).check()
  await row.getByRole('button', { name: 'Save languages (Mika)' }).click()
  await expect(row.getByText('moderates 日本語')).toBeVisible()
  await row.getByRole('button', { name: 'Remove (Mika)' }).click()
  await expect(page.getByText('Please tick the box beside the button first')).toBeVisible()
  expect(await findingsAtWidths(page, [320, 390, 1280])).toEqual([])
})

withSite('without a mail server the page says how an address is changed', async ({ browser, site }) => {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/account`)
  const part = section(page, 'Email address')
  await expect(part.getByText(`npm run admin -- ${editor.email} --new-email …`)).toBeVisible()
  await expect(part.getByRole('textbox')).toHaveCount(0)
  expect(await findingsAtWidths(page, [320, 390, 1280])).toEqual([])
})
