import { expect, type Page } from '@playwright/test'
import { solve } from '@/scripts/rig/solve'

export interface Words {
  comment: string
  name?: string
  email?: string
}

/** Writes the fields of a comment; the calculation is `answerSum`. */
export async function write(page: Page, { comment, name = 'Rosa', email = 'rosa@example.org' }: Words) {
  await page.getByRole('textbox', { name: 'Comment' }).fill(comment)
  await page.getByRole('textbox', { name: 'Name' }).fill(name)
  await page.getByRole('textbox', { name: 'Email' }).fill(email)
}

/** Reads the calculation on the page and writes its result, when a person could have done so too. */
export async function answerSum(page: Page) {
  const sum = page.getByRole('math')
  await expect(sum).toHaveText(/[+−×]/)
  await page
    .getByLabel('Please enter the result of the calculation above.')
    .fill(String(solve(await sum.innerText())))
  await aPersonsTime()
}

// The server takes no answer within three seconds of its question: the one thing here that only time can bring.
export const aPersonsTime = () => new Promise((resolve) => setTimeout(resolve, 3_100))
