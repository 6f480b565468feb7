import { generateSync } from 'otplib'
import type { Browser, Page } from 'playwright/test'
import { newId } from '@/lib/kernel/ids'
import { hashOf, newToken } from '@/lib/people/links/setup-link'
import { findings, findingsAtWidths } from '@/e2e/support/axe'
import { signIn } from '@/e2e/support/desk'
import { admin, editor, expect, test, type Site } from '@/e2e/support/site'

const widths = [320, 390, 1280]
const newPage = async (browser: Browser, scripts = true) =>
  (await browser.newContext({ javaScriptEnabled: scripts })).newPage()

/** Types the password; whoever has a factor is led on. */
async function passwordOf(page: Page, { url }: Site, person: typeof editor) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${url}/sign-in/second-step`)
}
async function signOut(page: Page) {
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
}
/** Says once more who one is, where that is asked. */
async function sure(page: Page, { password }: typeof editor) {
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  await dialog.getByLabel('Your password').fill(password)
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog).toBeHidden()
}
/** What an app shows at this moment, or so many seconds later. */
const codeOf = (secret: string, later = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + later })
/** As if the codes that were typed before had been those of another day. */
const anotherDay = ({ query }: Site) => query('update totp_secret set last_step = 0')

/** A device in this browser that keeps passkeys and says that its owner has shown a finger. */
async function aDevice(page: Page) {
  const devices = await page.context().newCDPSession(page)
  await devices.send('WebAuthn.enable')
  const { authenticatorId } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    /** Whether its owner shows a finger. */
    verifies: (isUserVerified: boolean) =>
      devices.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  }
}

test('codes from an app: set up, asked for after the password, each good once; recovery codes without scripts', async ({
  browser,
  site,
}) => {
  const page = await newPage(browser)
  await signIn(page, site.url, editor)
  await page.goto(`${site.url}/desk/account`)
  const app = page.getByRole('region', { name: /^Codes from an app/ })
  await app.getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  await expect(dialog.getByLabel('Your password')).toBeFocused()
  expect(await findingsAtWidths(page, widths), 'the question who it is').toEqual([])
  await dialog.getByLabel('Your password').fill('not the password')
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(dialog.getByText('That is not right')).toBeVisible()
  await sure(page, editor)

  await expect(app.getByRole('img', { name: 'QR code that holds the key' })).toBeVisible()
  const secret = ((await app.locator('code').textContent()) ?? '').replaceAll(' ', '')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  expect(await findingsAtWidths(page, widths), 'being set up').toEqual([])
  await app.getByLabel('Code from the app').fill('000000')
  await app.getByRole('button', { name: 'Turn on' }).click()
  await expect(app.getByText('This code is not right')).toBeVisible()
  await app.getByLabel('Code from the app').fill(codeOf(secret))
  await app.getByRole('button', { name: 'Turn on' }).click()
  const codes = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const [first, second] = await codes.allTextContents()
  expect(first).toMatch(/^(\w{4}-){3}\w{4}$/)
  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save as a file' }).click()
  expect((await file).suggestedFilename()).toBe('Recovery codes.txt')
  await expect(page.getByText('10 are left.')).toBeVisible()
  expect(await findingsAtWidths(page, widths), 'with recovery codes').toEqual([])
  await page.reload()
  await expect(page.getByText('10 are left.')).toBeVisible()
  await expect(codes).toHaveCount(0)
  await signOut(page)

  // A known browser and one that is not are asked in the same way.
  await anotherDay(site)
  await passwordOf(page, site, editor)
  expect(await findingsAtWidths(page, widths), 'the second step').toEqual([])
  await page.getByRole('link', { name: 'Use a recovery code' }).click()
  await expect(page.getByLabel('Recovery code')).toBeVisible()
  expect(await findings(page), 'the second step by a recovery code').toEqual([])
  await page.goto(`${site.url}/desk`)
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto(`${site.url}/sign-in/second-step`)
  await page.getByLabel('Code from your app').fill('000000')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('This code is not right')).toBeVisible()
  const code = codeOf(secret)
  await page.getByLabel('Code from your app').fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page).toHaveURL(`${site.url}/desk`)

  const plain = await newPage(browser, false)
  await passwordOf(plain, site, editor)
  await plain.getByLabel('Code from your app').fill(code)
  await plain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(plain.getByText('has been used already')).toBeVisible()
  await anotherDay(site)
  await plain.getByLabel('Code from your app').fill(codeOf(secret))
  await plain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(plain).toHaveURL(`${site.url}/desk`)
  await signOut(plain)

  await passwordOf(plain, site, editor)
  await plain.getByRole('link', { name: 'Use a recovery code' }).click()
  await plain.getByLabel('Recovery code').fill(first!.toLowerCase())
  await plain.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(plain).toHaveURL(`${site.url}/desk`)
  await plain.goto(`${site.url}/desk/account`)
  await expect(plain.getByText('9 are left.')).toBeVisible()
  await signOut(plain)
  await passwordOf(plain, site, editor)
  await plain.getByRole('link', { name: 'Use a recovery code' }).click()
  for (const [recovery, isIn] of [
    [first!, false],
    [second!, true],
  ] as const) {
    await plain.getByLabel('Recovery code').fill(recovery)
    await plain.getByRole('button', { name: 'Sign in', exact: true }).click()
    if (isIn) await expect(plain).toHaveURL(`${site.url}/desk`)
    else await expect(plain.getByText('This is none of your recovery codes')).toBeVisible()
  }

  // Turned off without scripts: the question stands in the page, and what was pressed goes on with the answer.
  await plain.goto(`${site.url}/desk/account`)
  await plain.getByRole('button', { name: 'Turn off' }).click()
  await plain.getByLabel('Your password').fill(editor.password)
  await plain.getByRole('button', { name: 'Go on' }).click()
  await expect(plain.getByText('Codes from an app are off.')).toBeVisible()
  await signOut(plain)
  await signIn(plain, site.url, editor)
})

test('a passkey is added, signs in alone and after the password, and proves who removes it', async ({
  browser,
  site,
}) => {
  const page = await newPage(browser)
  const device = await aDevice(page)
  await signIn(page, site.url, admin)
  await page.goto(`${site.url}/desk/account`)
  const passkeys = page.getByRole('region', { name: 'Passkeys' })
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(passkeys.getByText('Please give it a name.')).toBeVisible()
  await passkeys.getByLabel('Name of the new passkey').fill('My phone')
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await sure(page, admin)
  await expect(passkeys.getByText('My phone', { exact: true })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  expect(await findingsAtWidths(page, widths), 'with a passkey').toEqual([])
  await passkeys.getByLabel('Name of the new passkey').fill('The same')
  await passkeys.getByRole('button', { name: 'Add a passkey' }).click()
  await expect(passkeys.getByText('This device has a passkey for your account already')).toBeVisible()
  await signOut(page)

  expect(await findingsAtWidths(page, widths), 'sign-in with a passkey').toEqual([])
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page).toHaveURL(`${site.url}/desk`)
  await signOut(page)

  const plain = await newPage(browser, false)
  await plain.goto(`${site.url}/sign-in`)
  await expect(plain.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible()
  await expect(plain.getByRole('button', { name: 'Sign in with a passkey' })).toBeHidden()

  await device.verifies(false)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('No passkey was used')).toBeVisible()
  await device.verifies(true)

  await passwordOf(page, site, admin)
  await expect(page.getByLabel('Code from your app')).toHaveCount(0)
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(page).toHaveURL(`${site.url}/desk`)

  await page.goto(`${site.url}/desk/account`)
  await passkeys.getByRole('button', { name: 'Remove (My phone)' }).click()
  const dialog = page.getByRole('dialog', { name: 'Is it you?' })
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(passkeys.getByText('My phone', { exact: true })).toBeVisible()
  await passkeys.getByRole('button', { name: 'Remove (My phone)' }).click()
  await dialog.getByRole('button', { name: 'Use a passkey' }).click()
  await expect(passkeys.getByText('There is none yet.')).toBeVisible()
  await signOut(page)
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByText('That passkey does not open this desk')).toBeVisible()
  await signIn(page, site.url, admin)
})

test('who has lost the phone and all codes is let in by the link of the machine, and by no other', async ({
  browser,
  site,
}) => {
  const [{ id } = { id: '' }] = await site.query<{ id: string }>('select id from person where email = $1', [
    editor.email,
  ])
  const isAsked = () =>
    site.query(
      `insert into passkey (id, person_id, public_key, counter, name) values ($1, $2, '', 0, 'Lost')`,
      [newId(), id],
    )
  const link = async (askedBy: string) => {
    const token = newToken()
    await site.query(
      `insert into reset_link (id, person_id, token_hash, asked_by, sent_at, expires_at)
       values ($1, $2, $3, $4::reset_asker, now(), now() + interval '1 hour')`,
      [newId(), id, hashOf(token), askedBy],
    )
    return `${site.url}/welcome/${token}`
  }
  await isAsked()
  const page = await newPage(browser)
  const lost = page.getByLabel('Also turn off what is asked beside the password')
  await page.goto(await link('anybody'))
  await expect(lost).toHaveCount(0)
  await page.getByLabel('Password', { exact: true }).fill(editor.password)
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page).toHaveURL(`${site.url}/sign-in/second-step`)
  await expect(page.getByText('Nothing left?')).toBeVisible()

  await page.goto(await link('machine'))
  expect(await findings(page)).toEqual([])
  await page.getByLabel('Password', { exact: true }).fill(editor.password)
  await lost.check()
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page).toHaveURL(`${site.url}/desk`)
  expect(await site.query('select from passkey where person_id = $1', [id])).toEqual([])
})
