import type { Page } from 'playwright/test'
import { hiddenField } from '@/lib/spam/rules'
import { openNewestChapter } from '@/e2e/rig/reader'
import { expect, test } from '@/e2e/support/site'

const profiles = {
  en: {
    NAME_FULL: 'Rosa Luz',
    EMAIL_ADDRESS: 'rosa@example.org',
    COMPANY_NAME: 'Acme Ltd',
    PHONE_HOME_WHOLE_NUMBER: '+442079460000',
    ADDRESS_HOME_COUNTRY: 'GB',
    ADDRESS_HOME_STREET_ADDRESS: '1 Quay',
    ADDRESS_HOME_CITY: 'Hull',
    ADDRESS_HOME_ZIP: 'HU1 1AA',
  },
  ja: {
    NAME_FULL: '田中花子',
    EMAIL_ADDRESS: 'hanako@example.org',
    COMPANY_NAME: '海辺株式会社',
    PHONE_HOME_WHOLE_NUMBER: '+81332111234',
    ADDRESS_HOME_COUNTRY: 'JP',
    ADDRESS_HOME_STREET_ADDRESS: '港町1-2',
    ADDRESS_HOME_CITY: '横浜市',
    ADDRESS_HOME_ZIP: '231-0001',
  },
}

// What fills in forms belongs to the whole browser.
test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, executablePath: process.env.CHROMIUM_PATH }),
})

/** Has Chromium fill in the form around a field from a profile; answers whether it filled in anything. */
async function autofill(page: Page, field: string, values: Record<string, string>) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('DOM.enable')
  await devtools.send('Autofill.enable')
  await devtools.send('Autofill.setAddresses', {
    addresses: [{ fields: Object.entries(values).map(([name, value]) => ({ name, value })) }],
  })
  const { root } = await devtools.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector: field })
  const { node } = await devtools.send('DOM.describeNode', { nodeId })
  await page.locator(field).click()
  await devtools.send('Autofill.trigger', {
    fieldId: node.backendNodeId,
    address: { fields: Object.entries(values).map(([name, value]) => ({ name, value })) },
  })
}

for (const locale of ['en', 'ja'] as const)
  test(`Chromium’s autofill leaves the hidden field alone, in ${locale}`, async ({ page, site }) => {
    const values = profiles[locale]
    const { action } = await openNewestChapter(site.url, locale)
    await page.goto(site.url + action.replace('/comments', ''))
    await page.locator('#respond').scrollIntoViewIfNeeded()
    await autofill(page, '#author', values)
    // That it fills in something shows that it was at work.
    await expect(page.locator('#email')).toHaveValue(values.EMAIL_ADDRESS)
    await expect(page.locator('#author')).toHaveValue(values.NAME_FULL)
    await expect(page.locator(`[name=${hiddenField}]`)).toHaveValue('')

    // With the name that it had once the same field is filled in: the test would see it.
    await page.locator(`[name=${hiddenField}]`).evaluate((field: HTMLInputElement) => {
      field.name = field.id = 'company'
      field.form!.reset()
    })
    await autofill(page, '#author', values)
    await expect(page.locator('#company')).toHaveValue(values.COMPANY_NAME)
  })
