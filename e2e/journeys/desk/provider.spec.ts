import type { Page } from 'playwright/test'
import { startOidcPeer, type OidcPeer } from '@/e2e/peers/oidc-peer'
import { findingsInBoth } from '@/e2e/support/axe'
import { admin, editor, expect, openSite, sitesOfFiles, test as plain, type Site } from '@/e2e/support/site'

/** A site whose staff may also sign in at a real provider. */
const withProvider = (settings: Record<string, string>) =>
  plain.extend<object, { peer: OidcPeer }>({
    peer: [
      async ({}, use) => {
        const peer = await startOidcPeer()
        await use(peer)
        await peer.stop()
      },
      { scope: 'worker' },
    ],
    siteOf: [
      async ({ peer }, use) =>
        sitesOfFiles(
          () =>
            openSite({
              OIDC_ISSUER: peer.issuer,
              OIDC_CLIENT_ID: peer.clientId,
              OIDC_CLIENT_SECRET: peer.clientSecret,
              OIDC_NAME: 'Harbour login',
              ...settings,
            }),
          use,
        ),
      { scope: 'worker', timeout: 180_000 },
    ],
  })

async function logIn(page: Page, site: Site, name: string) {
  await page.goto(`${site.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Harbour login' }).click()
  const asked = page.getByLabel('Name', { exact: true })
  // Whom the provider knows already it asks nothing.
  await expect(page).toHaveURL(/\/login\/|\/desk$|\/sign-in\?/)
  if (!(await asked.isVisible())) return
  await asked.fill(name)
  await page.getByRole('button', { name: 'Log in' }).click()
}

const known = (email: string, more: object = {}) => ({ email, email_verified: true, ...more })
const roleOf = async (site: Site, email: string) =>
  (await site.query<{ role: string }>('select role::text from person where email = $1', [email]))[0]?.role

const test = withProvider({})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('somebody of the staff signs in at the provider, and is asked nothing the next time', async ({
      page,
      site,
      peer,
    }) => {
      peer.people.set('emil', known(editor.email))
      await page.goto(`${site.url}/sign-in`)
      if (javaScriptEnabled) expect(await findingsInBoth(page)).toEqual([])
      await logIn(page, site, 'emil')
      await expect(page).toHaveURL(`${site.url}/desk`)
      await expect(page.getByRole('button', { name: 'Sign out' }).first()).toBeAttached()
      await page.context().clearCookies({ name: 'desk-session' })
      await page.goto(`${site.url}/sign-in`)
      await page.getByRole('button', { name: 'Sign in with Harbour login' }).click()
      await expect(page).toHaveURL(`${site.url}/desk`)
      expect(await roleOf(site, editor.email)).toBe('editor')
    })

    test('whom nobody here knows is told so, and no account is made', async ({ page, site, peer }) => {
      peer.people.set('stranger', known('stranger@example.org'))
      await logIn(page, site, 'stranger')
      await expect(page).toHaveURL(/\/sign-in\?provider=unknown$/)
      await expect(page.getByRole('alert').first()).toContainText('Nobody here has your e-mail address')
      if (javaScriptEnabled) expect(await findingsInBoth(page)).toEqual([])
      expect(await roleOf(site, 'stranger@example.org')).toBeUndefined()
    })

    test('an address that the provider has not confirmed is nobody’s', async ({ page, site, peer }) => {
      peer.people.set('claimant', known(admin.email, { email_verified: false }))
      await logIn(page, site, 'claimant')
      await expect(page.getByRole('alert').first()).toContainText('has not confirmed your e-mail address')
      await page.goto(`${site.url}/desk`)
      await expect(page).toHaveURL(/\/sign-in/)
    })
  })

test('an answer that was not asked for in this browser opens nothing', async ({
  page,
  site,
  peer,
  browser,
}) => {
  peer.people.set('emil', known(editor.email))
  await page.goto(`${site.url}/sign-in`)
  const answered = page.waitForRequest(/callback\/oidc\?/)
  await logIn(page, site, 'emil')
  const address = (await answered).url()
  for (const tried of [
    address,
    `${site.url}/api/auth/callback/oidc?code=x&state=y`,
    `${site.url}/api/auth/callback/oidc`,
  ]) {
    const context = await browser.newContext()
    const other = await context.newPage()
    await other.goto(tried)
    await expect(other).toHaveURL(/\/sign-in\?/)
    await expect(other.getByRole('alert').first()).toContainText('Please try again')
    await context.close()
  }
})

test('a provider that cannot be reached is told, and passwords go on', async ({ page, site, peer }) => {
  const away = await site.another({ OIDC_ISSUER: 'http://127.0.0.1:9' })
  await page.goto(`${away.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in with Harbour login' }).click()
  await expect(page).toHaveURL(/\/sign-in\?provider=failed$/)
  await expect(page.getByRole('alert').first()).toContainText('Please try again')
  expect(peer.issuer).not.toBe('http://127.0.0.1:9')
  await page.getByLabel('Email').fill(editor.email)
  await page.getByLabel('Password').fill(editor.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${away.url}/desk`)
})

test.describe('where the provider gives roles', () => {
  const roles = withProvider({
    OIDC_ROLES_CLAIM: 'groups',
    OIDC_ADMINS: 'keepers',
    OIDC_WRITERS: 'scribes, poets',
  })

  roles(
    'somebody new arrives with a role, which follows the claim at the next sign-in',
    async ({ page, site, peer }) => {
      const email = 'rea@example.org'
      peer.people.set('rea', known(email, { name: 'Rea', groups: ['poets'] }))
      await logIn(page, site, 'rea')
      await expect(page).toHaveURL(`${site.url}/desk`)
      await expect(page.getByRole('link', { name: 'People' })).toHaveCount(0)
      expect(await roleOf(site, email)).toBe('writer')
      peer.people.set('rea', known(email, { groups: ['keepers'] }))
      await logIn(page, site, 'rea')
      await expect(page.getByRole('link', { name: 'People' }).first()).toBeVisible()
      peer.people.set('rea', known(email, { groups: [] }))
      await logIn(page, site, 'rea')
      await expect(page.getByRole('alert').first()).toContainText(
        'Harbour login gives you no role at this site',
      )
    },
  )
})

test.describe('without passwords', () => {
  const only = withProvider({ PASSWORDS: 'off' })

  only('the provider is the way in, and a link of the machine the way back', async ({ page, site, peer }) => {
    peer.people.set('ada', known(admin.email))
    await page.goto(`${site.url}/sign-in`)
    await expect(page.getByLabel('Password')).toHaveCount(0)
    expect(await findingsInBoth(page)).toEqual([])
    const csrf = await fetch(`${site.url}/api/auth/csrf`)
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const tried = await fetch(`${site.url}/api/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin: site.url,
        cookie: csrf.headers
          .getSetCookie()
          .map((line) => line.split(';')[0])
          .join('; '),
      },
      body: new URLSearchParams({ csrfToken, email: admin.email, password: admin.password }),
    })
    expect(tried.headers.getSetCookie().join()).not.toContain('desk-session')
    await page.goto(`${site.url}/sign-in/forgot`)
    await expect(page.getByText('A password opens nothing here')).toBeVisible()
    await logIn(page, site, 'ada')
    await expect(page).toHaveURL(`${site.url}/desk`)
    await page.goto(`${site.url}/desk/account`)
    await expect(page.getByLabel('Current password')).toHaveCount(0)
  })
})
