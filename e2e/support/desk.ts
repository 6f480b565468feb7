import { expect, type Page } from 'playwright/test'

/** Signs in at the desk of a site. */
export async function signIn(page: Page, url: string, person: { email: string; password: string }) {
  await page.goto(`${url}/sign-in`)
  await page.getByLabel('Email').fill(person.email)
  await page.getByLabel('Password').fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${url}/desk`)
}

/** The entry of a comment in the queue, by its text. */
export const inQueue = (page: Page, text: string) => page.getByRole('article').filter({ hasText: text })
