import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page } from 'playwright/test'
import { findings, findingsAtWidths } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { sendPlainForm } from '@/e2e/rig/plain-form'
import { admin, editor, expect, test as withSite, type Site } from '@/e2e/support/site'
import { siteWithMail } from '@/e2e/support/site-with-mail'

/** A site behind one proxy, with a mail server. */
const test = siteWithMail({ TRUSTED_HOPS: '1' })

let addresses = 0
/** A browser at an address of its own. */
const newBrowser = (browser: Browser, wish: { scripts?: boolean; address?: string } = {}) =>
  browser.newContext({
    javaScriptEnabled: wish.scripts ?? true,
    extraHTTPHeaders: { 'x-forwarded-for': wish.address ?? `192.0.2.${++addresses}` },
  })
const guess = (url: string, email: string, from: string) =>
  sendPlainForm(url, '/sign-in', { email, password: 'a guess of mine' }, { from })
const fill = async (page: Page, url: string, { email, password }: typeof editor) => {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}
const link = (text: string | undefined) => /^http\S+\/welcome\/[\w-]{43}$/m.exec(text ?? '')?.[0] ?? 'no link'

test.describe('while somebody guesses without an end', () => {
  test.setTimeout(180_000)
  let attacking: Promise<void>
  let ending = false
  /** Seven guesses, and then two a second for as long as the test lasts. */
  const attack = async (site: Site, from: string) => {
    for (let time = 0; time < 7; time++) await guess(site.url, editor.email, from)
    ending = false
    attacking = (async () => {
      while (!ending) {
        await guess(site.url, editor.email, from)
        await pause(500)
      }
    })()
  }
  test.afterEach(async () => {
    ending = true
    await attacking
  })

  test('the owner signs in at once in a browser that is known, and signs out and in again', async ({
    browser,
    site,
  }) => {
    const page = await (await newBrowser(browser)).newPage()
    await signIn(page, site.url, editor)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/sign-in/)
    await attack(site, '203.0.113.9')
    // Nothing that is answered gives the browser a turn to wait for.
    const waits: string[] = []
    page.on(
      'response',
      (answer) =>
        void answer
          .headerValue('set-cookie')
          .then((set) => /desk-turn=[^;]/.test(set ?? '') && waits.push(set!)),
    )
    for (let time = 0; time < 2; time++) {
      await fill(page, site.url, editor)
      await expect(page).toHaveURL(`${site.url}/desk`)
      expect(waits).toEqual([])
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page).toHaveURL(/\/sign-in/)
    }
  })

  for (const [where, address] of [
    ['from an address of its own', undefined],
    ['from the very address of who guesses', '203.0.113.8'],
  ] as const)
    test(`and on a new phone within seconds, by itself, ${where}`, async ({ browser, site }) => {
      await attack(site, '203.0.113.8')
      const phone = await (await newBrowser(browser, { address })).newPage()
      await fill(phone, site.url, editor)
      await expect(phone.getByText('There have been several wrong passwords')).toBeVisible()
      // Axe may take longer than the wait: nothing is sent again before it has looked.
      let hasLooked = () => {}
      const looked = new Promise<void>((resolve) => (hasLooked = resolve))
      await phone.route('**/sign-in', (route) => looked.then(() => route.continue()))
      expect(await findings(phone)).toEqual([])
      hasLooked()
      await expect(phone).toHaveURL(`${site.url}/desk`, { timeout: 30_000 })
    })

  test('without scripts by pressing the button again', async ({ browser, site }) => {
    await attack(site, '203.0.113.7')
    const phone = await (await newBrowser(browser, { scripts: false })).newPage()
    await fill(phone, site.url, editor)
    await expect(phone.getByText('There have been several wrong passwords')).toBeVisible()
    await expect(phone.getByLabel('Email')).toHaveValue(editor.email)
    await expect(async () => {
      await phone.getByLabel('Password').fill(editor.password)
      await phone.getByRole('button', { name: 'Sign in', exact: true }).click()
      await expect(phone).toHaveURL(`${site.url}/desk`)
    }).toPass({ timeout: 90_000 })
  })
})

test('of a thousand guesses from a hundred addresses at two processes at most 25 are looked at', async ({
  browser,
  site,
}) => {
  test.setTimeout(600_000)
  const page = await (await newBrowser(browser)).newPage()
  await signIn(page, site.url, admin)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await site.query('delete from sign_in_guess')
  const urls = [site.url, (await site.another()).url]
  const answers = new Map<number, number>()
  let next = 0
  const guesser = async () => {
    for (let at = next++; at < 1_000; at = next++) {
      const { status } = await guess(urls[at % 2]!, admin.email, `198.51.${at % 100}.7`)
      answers.set(status, (answers.get(status) ?? 0) + 1)
    }
  }
  const guessers = Promise.all(Array.from({ length: 8 }, guesser))
  await expect.poll(() => next, { timeout: 60_000 }).toBeGreaterThan(100)
  await fill(page, site.url, admin)
  await expect(page).toHaveURL(`${site.url}/desk`, { timeout: 30_000 })
  expect(next).toBeLessThan(1_000)
  await guessers
  expect(Object.fromEntries(answers)).toEqual({ 200: 1_000 })
  const [counted] = await site.query<{ looked: number }>('select count(*)::int as looked from sign_in_guess')
  expect(counted!.looked).toBeGreaterThan(0)
  expect(counted!.looked).toBeLessThanOrEqual(25)
})

test('known and unknown addresses are answered with the same bytes', async ({ site }) => {
  const body = async (email: string, from: string) => {
    const answer = await guess(site.url, email, from)
    const html = await answer.text()
    return [answer.status, html.replaceAll(email, '').replaceAll(/nonce="[^"]*"|"nonce":"[^"]*"/g, '').length]
  }
  await site.query('delete from sign_in_guess')
  for (let time = 0; time < 7; time++)
    expect(await body('nobody9@example.org', '203.0.113.20')).toEqual(
      await body('emil@example.org', '203.0.113.21'),
    )
})

for (const scripts of [true, false])
  test(`who has forgotten the password sets a new one by mail, ${scripts ? 'with' : 'without'} scripts`, async ({
    browser,
    site,
    mails,
  }) => {
    test.setTimeout(120_000)
    const [before, password] = [editor.password, 'the ferry leaves at five']
    await site.query('delete from reset_link')
    mails.received.length = 0
    const old = await (await newBrowser(browser)).newPage()
    await signIn(old, site.url, editor)

    const page = await (await newBrowser(browser, { scripts })).newPage()
    await page.goto(`${site.url}/sign-in`)
    await page.getByRole('link', { name: 'Forgot password?' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Forgot password?')
    const ask = async (email: string) => {
      await page.getByLabel('Email').fill(email)
      await page.getByRole('button', { name: 'Send the link' }).click()
      await expect(page.getByText('If somebody of the staff has this address')).toBeVisible()
    }
    await ask('nobody@example.org')
    await ask(editor.email)
    await expect.poll(() => mails.received.length).toBe(1)
    const { to, mail } = mails.received[0]!
    expect(to).toEqual([editor.email])

    await page.goto(link(mail.text))
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('A new password')
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Set password' }).click()
    await expect(page).toHaveURL(`${site.url}/desk`)
    await old.reload()
    await expect(old).toHaveURL(/\/sign-in/)
    await fill(old, site.url, editor)
    await expect(old.getByText('do not match')).toBeVisible()

    // The link has been used; its page offers another one, to the same mailbox.
    await old.goto(link(mail.text))
    await expect(old.getByRole('heading', { level: 1 })).toHaveText('This link has expired, or has been used')
    await old.getByRole('button', { name: 'Send a new link' }).click()
    await expect(old.getByText('A new link is on its way')).toBeVisible()
    await expect.poll(() => mails.received.length).toBe(2)
    const again = link(mails.received[1]!.mail.text)
    expect(again).not.toBe(link(mail.text))
    await old.goto(again)
    await old.getByLabel('Password').fill(before)
    await old.getByRole('button', { name: 'Set password' }).click()
    await expect(old).toHaveURL(`${site.url}/desk`)
  })

test('a stranger who asks and asks sends one mail, and the owner’s link works', async ({ site, mails }) => {
  await site.query('delete from reset_link')
  mails.received.length = 0
  const ask = (email: string, from: string) => sendPlainForm(site.url, '/sign-in/forgot', { email }, { from })
  for (let time = 0; time < 12; time++) expect((await ask(admin.email, `10.7.${time}.1`)).status).toBe(200)
  await ask(editor.email, '10.8.1.1')
  await expect.poll(() => mails.received.map(({ to }) => to[0])).toContain(editor.email)
  expect(mails.received.map(({ to }) => to[0]).sort()).toEqual([admin.email, editor.email])
  const { status } = await fetch(link(mails.received.find(({ to }) => to[0] === admin.email)!.mail.text))
  expect(status).toBe(200)
})

test('the cookies say where they belong, and whoever signs out by whatever way is out everywhere', async ({
  browser,
  site,
}) => {
  // An hour after the journeys before; what one process counts is over in ten seconds.
  await site.query('delete from sign_in_guess')
  let answer: Response | undefined
  const isIn = async () => {
    answer = await sendPlainForm(site.url, '/sign-in', editor, { from: '198.51.100.1' })
    return [answer.status, answer.headers.get('location')]
  }
  await expect.poll(isIn, { timeout: 60_000, intervals: [5_000] }).toEqual([303, '/desk'])
  const set = answer!.headers.getSetCookie()
  const named = (name: string) => set.find((cookie) => cookie.startsWith(`${name}=`)) ?? ''
  expect(named('desk-session')).toMatch(
    /^desk-session=[^;]{100,}; Path=\/; Expires=[^;]+; Max-Age=43200; HttpOnly; SameSite=lax$/,
  )
  expect(named('desk-browser')).toMatch(
    /^desk-browser=[^;]{80,}; Path=\/; Expires=[^;]+; Max-Age=34560000; HttpOnly; SameSite=strict$/,
  )
  // Five wrong ones need no turn.
  let wrong: Response | undefined
  for (let time = 0; time < 6; time++) wrong = await guess(site.url, editor.email, `198.51.100.${time}`)
  expect(wrong!.headers.getSetCookie().join()).toMatch(
    /^desk-turn=[^;]+; Path=\/; Expires=[^;]+; Max-Age=605; HttpOnly; SameSite=strict$/,
  )

  const session = named('desk-session').split(';')[0]!
  /** What the desk shows to whoever brings these cookies: its page, or nothing of it. */
  const isShown = async (cookie: string) => {
    const answer = await fetch(`${site.url}/desk`, { headers: { cookie }, redirect: 'manual' })
    return (await answer.text()).includes('Good to see you')
  }
  expect(await isShown(session)).toBe(true)
  const csrf = await fetch(`${site.url}/api/auth/csrf`)
  if (csrf.ok) {
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const cookie = [session, ...csrf.headers.getSetCookie().map((one) => one.split(';')[0])].join('; ')
    await fetch(`${site.url}/api/auth/signout`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie, origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken }),
    })
    expect(await isShown(session)).toBe(false)
  } else expect(csrf.status).toBe(404)

  const page = await (await newBrowser(browser)).newPage()
  await signIn(page, site.url, editor)
  const kept = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  expect(await isShown(kept)).toBe(true)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await isShown(kept)).toBe(false)
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['desk-browser'])
})

withSite(
  'without a mail server the page says what to do, and an admin is told of a proxy that nobody named',
  async ({ browser, site }) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${site.url}/sign-in/forgot`)
    await expect(page.getByText('This site sends no e-mail')).toBeVisible()
    await expect(page.getByText('npm run admin -- your address')).toBeVisible()
    await expect(page.getByRole('textbox')).toHaveCount(0)
    expect(await findings(page)).toEqual([])

    const banner = 'All readers may look like one'
    for (const [person, header, shown] of [
      [admin, '203.0.113.9', 1],
      [editor, '203.0.113.9', 0],
      [admin, undefined, 0],
    ] as const) {
      const extraHTTPHeaders = header ? { 'x-forwarded-for': header } : undefined
      const theirs = await (await browser.newContext({ extraHTTPHeaders })).newPage()
      await signIn(theirs, site.url, person)
      await expect(theirs.getByText(banner)).toHaveCount(shown)
      if (shown) expect(await findings(theirs)).toEqual([])
    }
  },
)

test('axe finds nothing on the pages in front of the desk, nor does anything stick out, from 320 to 1280', async ({
  browser,
  site,
}) => {
  const page = await (await newBrowser(browser)).newPage()
  for (const [path, press] of [
    ['/sign-in', undefined],
    ['/sign-in/forgot', undefined],
    ['/sign-in/forgot', 'Send the link'],
  ] as const) {
    await page.goto(site.url + path)
    if (press) {
      await page.getByLabel('Email').fill('a.long.address.of.somebody@department.university.example.org')
      await page.getByRole('button', { name: press }).click()
      await expect(page.getByText('If somebody of the staff')).toBeVisible()
    }
    expect(await findingsAtWidths(page, [320, 390, 1280]), `${path} ${press}`).toEqual([])
  }
})
